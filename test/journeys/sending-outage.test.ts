import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectStatus, type StaffClient } from '../../infra/local/staff-client.ts';
import { type JourneyStack, sam, startJourneyStack } from '../support/local-stack.ts';
import { complainAs, noticesOf, reader } from '../support/sending-journey.ts';
import { acknowledge, gatherStaff } from '../support/staff-journey.ts';

let stack: JourneyStack;
beforeAll(async () => {
  stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z' });
});
afterAll(() => stack?.stop());

const paused = {
  service: 'ses',
  operation: 'SendRawEmail',
  kind: 'refuse',
  error: 'AccountSendingPausedException',
  times: 100_000,
};

const toManager = 'alert_stage-1-acknowledgement_2026-12-24_1_manager';
const apology = 'apology_stage-1-acknowledgement_2026-12-24';

/** Mails that leave at once: eight of each of two senders. */
const underWay = 16;

const nameOf = ({ tags }: { tags: Record<string, string> }) => `${tags.complaint} ${tags.notice}`;

async function complainInTurn(name: string, count: number): Promise<string[]> {
  const references: string[] = [];
  for (let each = 0; each < count; each++) references.push(await complainAs(stack, `${name}${each}`));
  return references;
}

/** Complaints of before, whose acknowledgement is due on 24 December. */
async function logInTurn(client: StaffClient, count: number): Promise<string[]> {
  const references: string[] = [];
  for (let each = 0; each < count; each++) {
    const complainant = { name: 'Sam Okafor', email: `unanswered${each}@example.com` };
    const complaint = { landlord: 'day-zero', channel: 'phone', receivedAt: '2026-12-17T15:00:00Z', ...sam };
    const logged = await client.send('POST', '/staff/complaints', { ...complaint, complainant });
    references.push((await expectStatus(logged, 201)).reference);
  }
  return references;
}

/** The minutes in which SES was asked in vain, with how many mails. */
function refusals(): Map<number, number> {
  const mails = new Map<number, number>();
  for (const { at, outcome } of stack.calls()) {
    const minute = Date.parse(at) / 60_000;
    if (outcome === 'AccountSendingPausedException') mails.set(minute, (mails.get(minute) ?? 0) + 1);
  }
  return mails;
}

it('after three days in which SES took no mail everything owed goes out, the oldest duty first', async () => {
  const { leila } = await gatherStaff(stack);
  const unanswered = await logInTurn(leila, 4);
  const extended = await complainAs(stack, 'extended');
  await stack.settle();
  await acknowledge(leila, extended);
  await stack.moveClock('2026-12-29T08:00:00Z');

  // the manager is told on the 29th of dates missed, and residents are told sorry; digests are owed each morning
  await stack.addFault(paused);
  const first = await complainAs(stack, 'first');
  await stack.moveClock('2026-12-30T10:00:00Z');
  const received = [first, ...(await complainInTurn('received', 24))];
  await stack.moveClock('2026-12-31T11:00:00Z');
  const extension = { newDueOn: '2027-01-20', reason: 'We wait for a report.' };
  await expectStatus(await leila.change(extended, 'extension', extension), 200);
  await stack.moveClock('2027-01-01T08:00:00Z');
  expect(new Set(refusals().values())).toEqual(new Set([1]));
  // refused at eight as the complaint came in; from two minutes past eight on one mail asks at a time
  const [, ...probes] = refusals().keys();
  const gaps = probes.slice(1).map((minute, index) => minute - (probes[index] ?? 0));
  expect(gaps.slice(0, 3)).toEqual([2, 4, 8]);
  expect(new Set(gaps.slice(3))).toEqual(new Set([10]));
  expect(gaps).toHaveLength(433);

  const before = stack.mails().length;
  stack.endpoint.clearFaults();
  await stack.moveClock('2027-01-01T08:10:00Z');
  const sent = stack.mails().slice(before).map(nameOf);
  const statutory = [
    ...unanswered.map((reference) => `${reference} ${apology}`),
    ...received.map((reference) => `${reference} receipt`),
    `${extended} extension-1`,
  ];
  // and no digest: each was of a morning that is over
  const routine = unanswered.map((reference) => `${reference} ${toManager}`);
  expect(sent.toSorted()).toEqual([...statutory, ...routine].toSorted());
  // one asks whether mail is taken again, each time another; the rest leaves in order
  const [probe, ...rest] = sent;
  const inOrder = statutory.filter((name) => name !== probe);
  expect(new Set(rest.slice(0, inOrder.length))).toEqual(new Set(inOrder));
  for (const [place, name] of inOrder.entries())
    expect(Math.abs(rest.indexOf(name) - place), name).toBeLessThan(underWay);

  const staff = reader(stack);
  for (const reference of [...received, ...unanswered, extended]) {
    for (const { id, attempts, state } of await noticesOf(staff, reference)) {
      expect({ id, attempts, state }).toEqual({ id, attempts: 1, state: 'delivered' });
    }
  }
}, 120_000);
