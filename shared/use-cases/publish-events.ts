import type { Reference } from '../domain/reference.ts';
import type { NewEntry, TimelineReader } from '../ports/timeline-reader.ts';
import { type KnownTimelines, remember } from './known-timelines.ts';
import { landlordOf, openLane } from './open-lane.ts';
import { type Lane, type LanePorts, putLanes } from './put-lanes.ts';

export interface PublishPorts extends LanePorts {
  timeline: TimelineReader;
  /** kept from run to run */
  known: KnownTimelines;
}

/**
 * Puts new entries on the bus, those of each complaint in the order of its timeline. What the bus does not take keeps
 * back what follows it in that timeline, and nothing else; what cannot be read is reported and passed over.
 *
 * @param entries as the stream brought them
 * @returns how many were put, and the position of the first that is not on the bus, if one is not
 */
export async function publishNew(
  ports: PublishPorts,
  entries: readonly NewEntry[],
): Promise<{ put: number; firstLeft: number | undefined }> {
  const readable = entries.filter((entry) => entry !== undefined);
  for (let lost = entries.length - readable.length; lost > 0; lost--)
    ports.report.unreadable(undefined, new Error('it names no entry of a timeline'));
  const lanes: (Lane & { begins: number; ends: number })[] = [];
  for (const [reference, brought] of Map.groupBy(readable, (entry) => entry.reference)) {
    const lane = await openLane(ports, reference, brought);
    const sequences = lane?.waiting.map(({ sequence }) => sequence) ?? [];
    if (lane) lanes.push({ ...lane, begins: Math.min(...sequences), ends: Math.max(...sequences) });
  }
  const put = await putLanes(ports, lanes);
  const left = new Map<Reference, number>();
  for (const { reference, landlord, waiting, begins, ends } of lanes) {
    const [first] = waiting;
    if (first) left.set(reference, first.sequence);
    const to = first ? first.sequence - 1 : ends;
    if (landlord !== undefined) remember(ports.known, reference, { landlord, from: begins, to });
  }
  const firstLeft = entries.findIndex(
    (entry) =>
      entry !== undefined && entry.sequence >= (left.get(entry.reference) ?? Number.POSITIVE_INFINITY),
  );
  return { put, firstLeft: firstLeft === -1 ? undefined : firstLeft };
}

/**
 * Puts a timeline on the bus again, from a number on.
 *
 * @returns how many were put
 * @throws where there is no entry of that number, or the bus did not take all of them
 */
export async function publishAgain(ports: PublishPorts, reference: Reference, from: number): Promise<number> {
  const waiting = await Array.fromAsync(ports.timeline.onward(reference, from));
  if (waiting.length === 0) throw new Error(`${reference} has no entry ${from}`);
  const lane = { reference, landlord: await landlordOf(ports, reference, waiting), waiting };
  const put = await putLanes(ports, [lane]);
  const [left] = lane.waiting;
  if (left) throw new Error(`${reference} is not on the bus from ${left.sequence} on`);
  return put;
}
