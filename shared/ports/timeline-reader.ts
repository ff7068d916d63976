import type { Reference } from '../domain/reference.ts';
import type { TimelineEntry } from './timeline.ts';

/** One place of a timeline, and what stands there; undefined where that cannot be read. */
export interface ReadEntry {
  sequence: number;
  entry: TimelineEntry | undefined;
}

/** An entry that was written just now. Undefined where not even its place can be read. */
export type NewEntry = (ReadEntry & { reference: Reference }) | undefined;

/** Reads timelines entry by entry: one that cannot be read keeps nobody from the others. */
export interface TimelineReader {
  /** the entries from a number on */
  onward(reference: Reference, from: number): AsyncIterable<ReadEntry>;
  /** the entries from a number back to the first */
  backward(reference: Reference, from: number): AsyncIterable<ReadEntry>;
}
