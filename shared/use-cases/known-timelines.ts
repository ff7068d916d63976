import type { Reference } from '../domain/reference.ts';

/** What a process remembers of a timeline. It saves reads and repeats; that nothing is left out never hangs on it. */
interface Known {
  landlord: string;
  /** the bus has had everything from the one number to the other; nothing where `to` comes before `from` */
  from: number;
  to: number;
}
export type KnownTimelines = Map<Reference, Known>;

/** A few hundred kilobytes. */
const mostKnown = 5_000;

export function knows(known: Known | undefined): (sequence: number) => boolean {
  return (sequence) => known !== undefined && known.from <= sequence && sequence <= known.to;
}

/** Notes that the bus has had everything from one number to another; what does not join what is known takes its place. */
export function remember(timelines: KnownTimelines, reference: Reference, put: Known): void {
  const before = timelines.get(reference);
  const isOlder = before !== undefined && put.to <= before.to;
  const joins = before !== undefined && before.from <= put.from && put.from <= before.to + 1;
  const after = isOlder ? before : { ...put, from: joins ? before.from : put.from };
  // what was touched last is forgotten last
  timelines.delete(reference);
  timelines.set(reference, after);
  const [oldest] = timelines.keys();
  if (timelines.size > mostKnown && oldest !== undefined) timelines.delete(oldest);
}
