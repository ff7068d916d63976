import type { Context, DynamoDBBatchResponse } from 'aws-lambda';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPublishEvents } from '../../functions/publish-events/handler.ts';
import { readStreamRecord } from '../../shared/adapters/dynamodb/timeline-reader.ts';
import type { BusEvent, Put } from '../../shared/ports/event-bus.ts';
import { createMemoryTimelineReader } from '../../shared/ports/memory/timeline-reader.ts';
import type { TimelineEntry } from '../../shared/ports/timeline.ts';
import { catchOutput } from '../support/caught-output.ts';
import { referenceNumber } from '../support/complaints.ts';
import { createMemoryBus, type MemoryBus, nameEvent } from '../support/memory-bus.ts';
import { at } from '../support/rules.ts';
import { newComplaint, receivedAt } from '../support/stored.ts';
import { recordOf } from '../support/stream-records.ts';

const context = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 60_000 } as Context;
const [sam, ada] = [referenceNumber(1), referenceNumber(2)];

/** Receipt, and two notices that went out. */
function timelineOf(number: number): TimelineEntry[] {
  const [received] = newComplaint(number).entries;
  if (!received) throw new Error('a complaint begins with its receipt');
  const delivered = { type: 'NoticeDelivered', notice: 'receipt', kind: 'receipt' } as const;
  return [received, { ...received, seq: 2, event: delivered }, { ...received, seq: 3, event: delivered }];
}

let bus: MemoryBus;
let details: BusEvent[];
let timelines: Map<string, TimelineEntry[]>;
beforeEach(() => {
  bus = createMemoryBus();
  details = [];
  const { put } = bus;
  bus.put = async (events) => {
    details.push(...events);
    return put(events);
  };
  timelines = new Map([
    [sam, timelineOf(1)],
    [ada, timelineOf(2)],
  ]);
});

function run(event: unknown, handler = newHandler()) {
  return catchOutput(async () => (await handler(event, context)) as DynamoDBBatchResponse | undefined);
}

function newHandler() {
  return createPublishEvents({
    bus,
    timeline: createMemoryTimelineReader({ timeline: async (of) => timelines.get(of) ?? [] }),
    readRecord: readStreamRecord,
    clock: () => receivedAt,
  });
}

const records = (...of: string[]) =>
  of
    .flatMap((reference) => timelines.get(reference) ?? [])
    .map((entry, position) => recordOf(entry, position));
const linesOf = (written: string) =>
  written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a batch of the timeline’s stream', () => {
  it('is published, and nothing is named', async () => {
    const { value, written } = await run({ Records: records(sam) });
    expect(value).toEqual({ batchItemFailures: [] });
    expect(details.map(nameEvent)).toEqual([`${sam} 1`, `${sam} 2`, `${sam} 3`]);
    expect(JSON.parse(details[1]?.detail ?? '')).toEqual({
      version: 1,
      landlord: 'day-zero',
      reference: sam,
      sequence: 2,
      at: '2026-12-23T15:00:00.000Z',
      type: 'NoticeDelivered',
      data: { notice: 'receipt', kind: 'receipt' },
    });
    expect(linesOf(written)).toEqual([{ level: 'info', message: 'events-published', put: 3, unreadable: 0 }]);
  });

  it('tells of a receipt by dates, ids and words', async () => {
    await run({ Records: records(sam) });
    const { data } = JSON.parse(details[0]?.detail ?? '');
    expect(data).toEqual({
      policyEffectiveFrom: '2024-04-01',
      channel: 'web-form',
      receivedAt: '2026-12-23T15:00:00.000Z',
      receivedOn: '2026-12-23',
      loggedAt: '2026-12-23T15:00:00.000Z',
      madeBy: 'individual',
      obligations: [
        {
          id: 'stage-1-acknowledgement',
          kind: 'stage-1-acknowledgement',
          dueOn: '2027-01-04',
          projected: false,
        },
        { id: 'stage-1-response', kind: 'stage-1-response', dueOn: '2027-01-18', projected: true },
      ],
    });
  });

  it('names the first record that is not on the bus, only of its own, and nothing where all are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), async (fails) => {
        const batch = records(sam, ada);
        const names = [sam, sam, sam, ada, ada, ada].map(
          (reference, index) => `${reference} ${(index % 3) + 1}`,
        );
        bus.next = (events) => events.map((name): Put => (fails[names.indexOf(name)] ? 'failed' : 'put'));
        const { value } = await run({ Records: batch });
        const first = fails.indexOf(true);
        const failures = first === -1 ? [] : [{ itemIdentifier: `${1000 + first}` }];
        expect(value).toEqual({ batchItemFailures: failures });
      }),
      { numRuns: 64 },
    );
  });

  it.each<[string, object]>([
    ['without an image', { NewImage: undefined }],
    ['of another version', { NewImage: { schemaVersion: { N: '2' } } }],
    ['with attributes that we never write', { NewImage: { schemaVersion: { B: 'AA==' } } }],
    ['of another place', { Keys: { pk: { S: sam }, sk: { S: '000009' } } }],
    ['of no place', { Keys: { pk: { S: 'Sam Okoro' }, sk: { S: 'NAME' } } }],
  ])('goes on past a record %s, and the alarm rings', async (_, change) => {
    const [one, two, three] = records(sam);
    const batch = [one, { ...two, dynamodb: { ...two?.dynamodb, ...change } }, three];
    const { value, written } = await run({ Records: batch });
    expect(value).toEqual({ batchItemFailures: [] });
    expect(details.map(nameEvent)).toContain(`${sam} 3`);
    expect(written).not.toContain('Okoro');
    const [failure, , metric] = linesOf(written);
    expect(failure).toMatchObject({ level: 'error', message: 'event-unreadable' });
    expect(metric).toMatchObject({ function: 'publish-events', EventsUnreadable: 1 });
  });

  it('fails as a whole where it is no batch', async () => {
    await expect(run({ complaint: 'K7QF2-9XW48', from: 1 })).rejects.toThrow();
    await expect(run({ Records: [{}] })).rejects.toThrow();
  });
});

describe('a timeline that is published again', () => {
  it('by reference and sequence', async () => {
    const { written } = await run({ complaint: sam, from: 2 });
    expect(details.map(nameEvent)).toEqual([`${sam} 2`, `${sam} 3`]);
    expect(linesOf(written)).toEqual([{ level: 'info', message: 'events-published', put: 2, unreadable: 0 }]);
  });

  it('changes nothing that comes after: the stream goes on', async () => {
    const handler = newHandler();
    await run({ Records: records(sam) }, handler);
    await run({ complaint: sam, from: 1 }, handler);
    timelines
      .get(sam)
      ?.push({ ...(timelineOf(1)[2] as TimelineEntry), seq: 4, at: at('2026-12-24T09:00:00Z') });
    await run({ Records: records(sam).slice(3) }, handler);
    expect(details.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 1, 2, 3, 4]);
  });
});
