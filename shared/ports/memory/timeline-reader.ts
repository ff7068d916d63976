import type { Reference } from '../../domain/reference.ts';
import type { ComplaintStore } from '../complaint-store.ts';
import type { ReadEntry, TimelineReader } from '../timeline-reader.ts';

export function createMemoryTimelineReader(store: Pick<ComplaintStore, 'timeline'>): TimelineReader {
  const read = async (reference: Reference): Promise<ReadEntry[]> => {
    const entries = await store.timeline(reference);
    return entries.map((entry) => ({ sequence: entry.seq, entry }));
  };
  return {
    async *onward(reference, from) {
      const entries = await read(reference);
      yield* entries.filter(({ sequence }) => sequence >= from);
    },
    async *backward(reference, from) {
      const entries = await read(reference);
      yield* entries.filter(({ sequence }) => sequence <= from).reverse();
    },
  };
}
