import { millisecondsOf } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import type { ReadEntry, TimelineReader } from '../ports/timeline-reader.ts';
import { type KnownTimelines, knows } from './known-timelines.ts';
import type { Lane } from './put-lanes.ts';

interface Ports {
  timeline: TimelineReader;
  known: KnownTimelines;
}

/**
 * Entries of one transaction come through the stream in any order, and among those of the next one: DynamoDB promises an
 * order for each item alone. So what was written shortly before an entry is put before it, unless this process knows that
 * the bus has had it.
 */
const overtakenWithin = 60_000;

/** What has to be put of a timeline so that what the stream brought stands in order; undefined where the bus has had all. */
export async function openLane(
  ports: Ports,
  reference: Reference,
  brought: readonly ReadEntry[],
): Promise<Lane | undefined> {
  const isKnown = knows(ports.known.get(reference));
  const fresh = brought.filter(({ sequence }) => !isKnown(sequence));
  if (fresh.length === 0) return undefined;
  const wanted = new Map(fresh.map((each) => [each.sequence, each]));
  const first = Math.min(...wanted.keys());
  const last = Math.max(...wanted.keys());
  const follows = first === 1 || isKnown(first - 1);
  if (!follows || wanted.size < last - first + 1)
    for (const each of await readBack(ports.timeline, reference, { first, last, isKnown }))
      wanted.set(each.sequence, each);
  const waiting = [...wanted.values()].sort((one, other) => one.sequence - other.sequence);
  return { reference, landlord: await landlordOf(ports, reference, waiting), waiting };
}

/** From the last entry back over every gap, and over what may have been overtaken. */
async function readBack(
  timeline: TimelineReader,
  reference: Reference,
  { first, last, isKnown }: { first: number; last: number; isKnown: (sequence: number) => boolean },
): Promise<ReadEntry[]> {
  const found: ReadEntry[] = [];
  let earliest = Number.POSITIVE_INFINITY;
  for await (const each of timeline.backward(reference, last)) {
    const { sequence, entry } = each;
    const at = entry ? millisecondsOf(entry.at) : earliest;
    if (sequence >= first) earliest = Math.min(earliest, at);
    else if (isKnown(sequence) || at < earliest - overtakenWithin) break;
    if (!isKnown(sequence)) found.push(each);
  }
  return found;
}

/** It stands in the first entry alone. */
export async function landlordOf(
  { known, timeline }: Ports,
  reference: Reference,
  [first]: readonly ReadEntry[],
): Promise<string | undefined> {
  const remembered = known.get(reference)?.landlord;
  if (remembered !== undefined) return remembered;
  const received = first?.sequence === 1 ? first : await firstOf(timeline.onward(reference, 1));
  const event = received?.entry?.event;
  return event?.type === 'ComplaintReceived' ? event.landlord : undefined;
}

async function firstOf<Each>(all: AsyncIterable<Each>): Promise<Each | undefined> {
  for await (const each of all) return each;
  return undefined;
}
