import { beforeEach, expect, it } from 'vitest';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import type { TimelineReader } from '../../shared/ports/timeline-reader.ts';
import { referenceNumber } from '../support/complaints.ts';
import { changeTo, newComplaint } from '../support/stored.ts';

type MakeReader = () => Promise<{ store: ComplaintStore; reader: TimelineReader }>;

/** What reading timelines entry by entry keeps to, wherever they stand. */
export function timelineReaderSuite(make: MakeReader): void {
  const reference = referenceNumber(1);
  let store: ComplaintStore;
  let reader: TimelineReader;
  beforeEach(async () => {
    ({ store, reader } = await make());
    for (const number of [1, 2]) {
      const complaint = newComplaint(number);
      await store.receive(complaint);
      let { stored } = complaint;
      for (let count = 0; count < 30; count++) {
        const change = changeTo(stored);
        expect(await store.commit(change)).toBe('stored');
        stored = change.stored;
      }
    }
  });

  it('reads every entry from a number on, in order, of that complaint alone', async () => {
    const read = await Array.fromAsync(reader.onward(reference, 3));
    expect(read.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 29 }, (_, index) => index + 3));
    expect(read.map(({ entry }) => entry)).toEqual((await store.timeline(reference)).slice(2));
  });

  it('reads back to the first', async () => {
    const read = await Array.fromAsync(reader.backward(reference, 28));
    expect(read.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 28 }, (_, index) => 28 - index),
    );
    expect(read.at(-1)?.entry?.event.type).toBe('ComplaintReceived');
  });

  it('finds nothing past the end, nor of a complaint that there is not', async () => {
    expect(await Array.fromAsync(reader.onward(reference, 32))).toEqual([]);
    expect(await Array.fromAsync(reader.onward(referenceNumber(3), 1))).toEqual([]);
  });
}
