import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../shared/domain/events.ts';
import { type Instant, instantOf } from '../../shared/domain/london-time.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import type { Put } from '../../shared/ports/event-bus.ts';
import { createMemoryTimelineReader } from '../../shared/ports/memory/timeline-reader.ts';
import type { TimelineEntry } from '../../shared/ports/timeline.ts';
import type { NewEntry, TimelineReader } from '../../shared/ports/timeline-reader.ts';
import { type PublishPorts, publishAgain, publishNew } from '../../shared/use-cases/publish-events.ts';
import { referenceNumber } from '../support/complaints.ts';
import { createMemoryBus, type MemoryBus } from '../support/memory-bus.ts';
import { at } from '../support/rules.ts';

const begin = at('2026-12-23T15:00:00Z');
const [sam, ada] = [referenceNumber(1), referenceNumber(2)];
const seconds = (count: number) => instantOf(Date.parse(begin) + count * 1_000);

let timelines: Map<Reference, TimelineEntry[]>;
let bus: MemoryBus;
let reads: number;
let told: string[];
beforeEach(() => {
  timelines = new Map();
  bus = createMemoryBus();
  reads = 0;
  told = [];
});

/** Entries of a timeline, written so many seconds after the first. */
function write(reference: Reference, ...times: number[]): NewEntry[] {
  const entries = times.map((time, index) => entryOf(reference, index + 1, seconds(time)));
  timelines.set(reference, entries);
  return entries.map((entry) => ({ reference, sequence: entry.seq, entry }));
}

function entryOf(reference: Reference, seq: number, time: Instant): TimelineEntry {
  const received = { type: 'ComplaintReceived', landlord: 'day-zero' };
  const event = seq === 1 ? received : { type: 'ExtensionLapsed', extension: `extension-${seq}` };
  const chained = { actor: { type: 'clock' as const }, salt: '', previousHash: '', hash: '' };
  return { reference, seq, at: time, event: event as ComplaintEvent, ...chained };
}

function portsOf(change: Partial<PublishPorts> = {}): PublishPorts {
  const reader = createMemoryTimelineReader({ timeline: async (of) => timelines.get(of) ?? [] });
  const counted =
    (read: TimelineReader['onward']): TimelineReader['onward'] =>
    (reference, from) => {
      reads += 1;
      return read(reference, from);
    };
  return {
    bus,
    timeline: { onward: counted(reader.onward), backward: counted(reader.backward) },
    known: new Map(),
    describe: (entry, landlord) => JSON.stringify({ landlord, sequence: entry.seq }),
    hasTime: () => true,
    report: {
      unreadable: (place) => told.push(`unreadable ${place?.reference} ${place?.sequence}`),
      left: ({ reference, sequence }) => told.push(`left ${reference} ${sequence}`),
    },
    ...change,
  };
}

describe('a batch of the stream', () => {
  it('of a new complaint is put in order, and read from nowhere', async () => {
    const [first, second, third] = write(sam, 0, 0, 0);
    expect(await publishNew(portsOf(), [third, first, second])).toEqual({ put: 3, firstLeft: undefined });
    expect(bus.calls).toEqual([[`${sam} 1`], [`${sam} 2`], [`${sam} 3`]]);
    expect(reads).toBe(0);
  });

  it('of twelve complaints takes two calls for their first events', async () => {
    const entries = Array.from({ length: 12 }, (_, index) => write(referenceNumber(20 + index), 0)).flat();
    await publishNew(portsOf(), entries);
    expect(bus.calls.map((call) => call.length)).toEqual([10, 2]);
  });

  it('fills no call beyond its bytes', async () => {
    bus = createMemoryBus({ bytes: 80 });
    const entries = [1, 2, 3].flatMap((number) => write(referenceNumber(number), 0));
    await publishNew(portsOf(), entries);
    expect(bus.calls.map((call) => call.length)).toEqual([2, 1]);
  });

  it('is put after what was written with it and comes later, and that is not put again', async () => {
    const [first, second, third] = write(sam, 0, 600, 600);
    const ports = portsOf();
    await publishNew(ports, [first]);
    await publishNew(ports, [third]);
    expect(await publishNew(ports, [second])).toEqual({ put: 0, firstLeft: undefined });
    expect(bus.taken).toEqual([`${sam} 1`, `${sam} 2`, `${sam} 3`]);
    expect(reads).toBe(1);
  });

  it('is put however late it comes, though what followed it by more than a minute is on the bus', async () => {
    const [first, second, third] = write(sam, 0, 100, 200);
    const ports = portsOf();
    for (const entry of [first, third, second]) await publishNew(ports, [entry]);
    expect(bus.taken).toEqual([`${sam} 1`, `${sam} 3`, `${sam} 2`]);
  });

  it('of a process that knows nothing is put with what was written in the minute before, no more', async () => {
    const entries = write(sam, 0, 100, 539, 541, 600);
    await publishNew(portsOf(), entries.slice(4));
    expect(bus.taken).toEqual([`${sam} 4`, `${sam} 5`]);
  });

  it('is named from the first that the bus did not take; the other complaints go on', async () => {
    const ours = write(sam, 0, 0);
    const theirs = write(ada, 0, 0);
    bus.next = (events) => events.map((event): Put => (event === `${sam} 1` ? 'failed' : 'put'));
    const ports = portsOf();
    const batch = [theirs[0], ours[1], ours[0], theirs[1]];
    expect(await publishNew(ports, batch)).toEqual({ put: 2, firstLeft: 1 });
    expect(bus.taken).toEqual([`${ada} 1`, `${ada} 2`]);
    expect(told).toEqual([`left ${sam} 1`]);
    bus.next = (events) => events.map(() => 'put');
    expect(await publishNew(ports, batch.slice(1))).toEqual({ put: 2, firstLeft: undefined });
    expect(bus.taken).toEqual([`${ada} 1`, `${ada} 2`, `${sam} 1`, `${sam} 2`]);
  });

  it('ends at once where the bus does not answer', async () => {
    const entries = Array.from({ length: 12 }, (_, index) => write(referenceNumber(20 + index), 0)).flat();
    bus.next = () => 'lost call';
    expect(await publishNew(portsOf(), entries)).toEqual({ put: 0, firstLeft: 0 });
    expect(bus.calls).toHaveLength(1);
  });

  it('is left where no time is', async () => {
    const entries = write(sam, 0, 0);
    let rounds = 0;
    expect(await publishNew(portsOf({ hasTime: () => rounds++ < 1 }), entries)).toEqual({
      put: 1,
      firstLeft: 1,
    });
  });
});

describe('what cannot be published', () => {
  it.each<[string, (entries: NewEntry[]) => NewEntry[], Partial<PublishPorts>]>([
    [
      'cannot be read',
      ([one, _, three]) => [one, { reference: sam, sequence: 2, entry: undefined }, three],
      {},
    ],
    ['holds a text', (entries) => entries, { describe: ({ seq }) => (seq === 2 ? fail() : '{}') }],
    ['is too long', (entries) => entries, { describe: ({ seq }) => 'x'.repeat(seq === 2 ? 262_145 : 2) }],
  ])('because it %s, is told of and passed over', async (_, change, ports) => {
    const entries = change(write(sam, 0, 0, 0));
    expect(await publishNew(portsOf(ports), entries)).toEqual({ put: 2, firstLeft: undefined });
    expect(bus.taken).toEqual([`${sam} 1`, `${sam} 3`]);
    expect(told).toEqual([`unreadable ${sam} 2`]);
  });

  it('because the bus refuses it for good, is told of and passed over', async () => {
    bus.next = (events) => events.map((event): Put => (event === `${sam} 2` ? 'refused' : 'put'));
    expect(await publishNew(portsOf(), write(sam, 0, 0, 0))).toMatchObject({ firstLeft: undefined });
    expect(bus.taken).toEqual([`${sam} 1`, `${sam} 3`]);
    expect(told).toEqual([`unreadable ${sam} 2`]);
  });

  it('because it names nothing, is told of', async () => {
    const [entry] = write(sam, 0);
    expect(await publishNew(portsOf(), [undefined, entry])).toEqual({ put: 1, firstLeft: undefined });
    expect(told).toEqual(['unreadable undefined undefined']);
  });
});

describe('publishing again', () => {
  it('puts a timeline from a number on, whatever was put before', async () => {
    const entries = write(sam, 0, 100, 200);
    const ports = portsOf();
    await publishNew(ports, entries);
    expect(await publishAgain(ports, sam, 2)).toBe(2);
    expect(bus.taken.slice(3)).toEqual([`${sam} 2`, `${sam} 3`]);
  });

  it('fails where there is nothing, or where the bus does not take all', async () => {
    write(sam, 0, 100);
    await expect(publishAgain(portsOf(), sam, 3)).rejects.toThrow(`${sam} has no entry 3`);
    bus.next = (events) => events.map((event): Put => (event === `${sam} 2` ? 'failed' : 'put'));
    await expect(publishAgain(portsOf(), sam, 1)).rejects.toThrow('is not on the bus from 2 on');
  });
});

it('whatever order the stream has within a minute, whatever fails and restarts: everything at least once, first in order', async () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 8 });
  const luck = fc.infiniteStream(fc.integer({ min: 0, max: 99 }));
  const lives = fc.array(gaps, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(lives, luck, fc.integer({ min: 1, max: 12 }), async (complaints, chances, size) => {
      const chance = () => chances.next().value ?? 0;
      bus = createMemoryBus({ events: 2 });
      timelines = new Map();
      let fails = 30;
      bus.next = (events) => {
        const roll = fails-- > 0 ? chance() : 99;
        if (roll < 10) return 'lost call';
        if (roll < 20) return 'lost answer';
        return events.map((): Put => (fails > 0 && chance() < 25 ? 'failed' : 'put'));
      };
      const written = complaints.flatMap((each, index) => {
        let time = 0;
        return write(referenceNumber(index + 1), ...each.map((gap) => (time += gap)));
      });
      const streamed = written
        .map((entry) => ({ entry, comes: Date.parse(entry?.entry?.at ?? '') + chance() * 600 }))
        .sort((one, other) => one.comes - other.comes)
        .map(({ entry }) => entry);
      let ports = portsOf();
      let batch: NewEntry[] = [];
      let rest = streamed;
      while (batch.length + rest.length > 0) {
        if (batch.length === 0) [batch, rest] = [rest.slice(0, size), rest.slice(size)];
        const { firstLeft } = await publishNew(ports, batch);
        batch = firstLeft === undefined ? [] : batch.slice(firstLeft);
        if (chance() < 20) ports = portsOf();
      }
      for (const [reference, entries] of timelines) {
        const own = bus.taken.filter((name) => name.startsWith(reference));
        expect([...new Set(own)]).toEqual(entries.map(({ seq }) => `${reference} ${seq}`));
      }
      for (const call of bus.calls)
        expect(new Set(call.map((name) => name.slice(0, 11))).size).toBe(call.length);
    }),
    { numRuns: 300 },
  );
});

function fail(): never {
  throw new Error('a text');
}
