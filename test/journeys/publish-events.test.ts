import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fault } from '../../infra/local/aws-call.ts';
import { expectStatus } from '../../infra/local/staff-client.ts';
import { publishedSchemaOf } from '../../shared/contracts/published-events/published-event.ts';
import { type JourneyStack, startJourneyStack } from '../support/local-stack.ts';
import { addressOf, gatherStaff } from '../support/staff-journey.ts';

/** What other systems hear of a complaint from its receipt to its answer, while the bus fails in every way. */

let stack: JourneyStack;
let staff: Awaited<ReturnType<typeof gatherStaff>>;
beforeAll(async () => {
  stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z' });
  staff = await gatherStaff(stack);
});
afterAll(() => stack?.stop());

const canary = 'Zanzibar';
const said = (what: string) => `${what} of ${canary}`;
const fault = (kind: Fault['kind'], times = 1, when?: 'after'): Fault => ({
  ...{ service: 'events', operation: 'PutEvents', function: 'publish-events', kind, times },
  ...(when && { when }),
});

interface Told {
  version: number;
  landlord: string;
  reference: string;
  sequence: number;
  type: string;
  data: Record<string, unknown>;
}

async function toldOf(reference: string): Promise<Told[]> {
  const response = await stack.request('/_local/events');
  const events = (await response.json()) as {
    bus: string;
    source: string;
    detailType: string;
    detail: Told;
  }[];
  for (const { bus, source, detailType, detail } of events)
    expect([bus, source, detailType]).toEqual(['redress', 'redress', detail.type]);
  expect(JSON.stringify(events)).not.toContain(canary);
  return events.map(({ detail }) => detail).filter((detail) => detail.reference === reference);
}

/** Everything that staff do until the answer, each step while the bus fails in another way. */
const steps: [Fault, command: string, body: object][] = [
  [fault('throttle'), 'assignment', { handler: addressOf('leila') }],
  [
    fault('lost-response', 4),
    'acknowledgement',
    { points: [{ definition: said('Door'), responsible: true }] },
  ],
  [fault('kill'), 'contact-notes', { how: 'phone', reached: true, note: said('Call') }],
  [
    fault('kill', 1, 'after'),
    'questions',
    { contractor: `fitter@${canary}.example`, question: said('Lock') },
  ],
  [fault('unavailable', 7), 'updates', { text: said('News') }],
  [
    fault('refuse', 2),
    'draft',
    {
      outcomes: [
        { point: 'point-1', finding: 'upheld', reasons: said('Order'), remedy: { text: said('New lock') } },
      ],
    },
  ],
  [
    fault('throttle', 2),
    'actions',
    { description: said('Check'), owner: addressOf('owen'), dueOn: '2027-02-17' },
  ],
  [fault('lost-response', 2), 'response', {}],
];

it('every event reaches the bus at least once, first in order, without a word of anybody', async () => {
  const { reference } = await stack.accepted('day-zero', {
    complainant: { name: said('Sam'), email: `sam@${canary}.example`, address: said('4 Mill Lane') },
    description: said('The door'),
    desiredOutcome: said('A lock'),
  });
  await stack.settle();
  for (const [each, command, body] of steps) {
    await stack.addFault(each);
    await expectStatus(await staff.leila.change(reference, command, body), 200);
    await stack.settle();
    expect(stack.endpoint.clearFaults(), command).toEqual([]);
  }

  const { entries } = await expectStatus(
    await staff.marta.get(`/staff/complaints/${reference}/timeline`),
    200,
  );
  const told = await toldOf(reference);
  const first = told.filter(
    ({ sequence }, index) => told.findIndex((each) => each.sequence === sequence) === index,
  );
  expect(first.map(({ sequence, type }) => [sequence, type])).toEqual(
    entries.map(({ seq, type }: { seq: number; type: string }) => [seq, type]),
  );
  expect(first.map(({ type }) => type)).toEqual(
    expect.arrayContaining([
      'ComplaintReceived',
      'NoticeDelivered',
      'QuestionAsked',
      'ActionAdded',
      'ResponseSent',
    ]),
  );
  expect(told.length).toBeGreaterThan(first.length);
  for (const each of told) {
    expect(each).toMatchObject({ version: 1, landlord: 'day-zero' });
    expect(publishedSchemaOf(each.type).parse(each)).toEqual(each);
  }
  expect(stack.runtime.queues.messages()).toEqual([]);
}, 60_000);

it('a timeline is put on the bus again from the number that somebody names', async () => {
  const { reference } = await stack.accepted('day-zero');
  await stack.settle();
  const before = (await toldOf(reference)).length;
  const publisher = stack.system.functions.find(({ name }) => name === 'publish-events');
  const again = await stack.runtime.invoker.invoke(publisher?.arn ?? '', { complaint: reference, from: 2 });
  expect(again.ok).toBe(true);
  const told = await toldOf(reference);
  expect(told.slice(before).map(({ sequence }) => sequence)).toEqual(
    [...new Set(told.map(({ sequence }) => sequence))].slice(1),
  );
});
