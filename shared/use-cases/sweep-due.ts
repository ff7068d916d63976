import { addMinutes, type Instant } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import type { Clock } from '../ports/clock.ts';
import type { EnquiryStore } from '../ports/enquiries.ts';
import { handleUntilStored } from './handle-command.ts';
import { inParallel } from './in-parallel.ts';
import { carryOn, type RecountPorts } from './recount-dates.ts';
import { remindOfEnquiry } from './remind-of-enquiry.ts';

/** What could not be handled: a complaint, an enquiry, or the counting anew for a landlord. */
export type SweepProblem = ({ reference: Reference } | { enquiry: Reference } | { landlord: string }) & {
  error: unknown;
};

export interface SweepPorts extends RecountPorts {
  enquiries: EnquiryStore;
  clock: Clock;
  shards: readonly number[];
  /** whether there is time for more; the next tick finds what is left */
  hasTime: () => boolean;
  /** told of what could not be handled, so that somebody looks */
  report: (problem: SweepProblem) => void;
}

export interface SweepCount {
  due: number;
  alerts: number;
  /** complaints in which a newer calendar changed dates */
  recounted: number;
  setAside: number;
  /** false where time ran out first */
  finished: boolean;
}

/** An item that cannot be handled waits this long, so that it never blocks the others. */
const setAsideMinutes = 60;
const atOnce = 8;

/**
 * Tells every complaint and every enquiry for which an instant has come that time has passed. Repeated, late or cut off half-way it does
 * the same as once: each is decided on its stored state, and what is left stays due. Then it carries on the
 * counting anew for landlords with a newer calendar, for which no alert must wait.
 */
export async function sweepDue(ports: SweepPorts): Promise<SweepCount> {
  const now = ports.clock();
  const count: SweepCount = { due: 0, alerts: 0, recounted: 0, setAside: 0, finished: true };
  const landlords: string[] = [];
  const hasTime = () => {
    if (!ports.hasTime()) count.finished = false;
    return count.finished;
  };
  const sweepShard = (shard: number) =>
    inParallel(Math.ceil(atOnce / ports.shards.length), ports.store.due(shard, now), async (work) => {
      if (!hasTime()) return 'stop';
      count.due += 1;
      if (work.type === 'calendar') landlords.push(work.landlord);
      else if (work.type === 'enquiry') await tellEnquiry(ports, work.reference, now, count);
      else await tell(ports, work.reference, now, count);
      return 'go-on';
    });
  await Promise.all(ports.shards.map(sweepShard));
  for (const landlord of landlords) await recount({ ...ports, hasTime }, landlord, now, count);
  return count;
}

async function tell(ports: SweepPorts, reference: Reference, now: Instant, count: SweepCount): Promise<void> {
  try {
    const result = await handleUntilStored(ports, reference, { type: 'TimePassed' }, { type: 'clock' }, now);
    if (result.type !== 'done') return;
    count.alerts += result.alerts;
    if (result.recounted) count.recounted += 1;
  } catch (error) {
    ports.report({ reference, error });
    await ports.store.setAside(reference, addMinutes(now, setAsideMinutes));
    count.setAside += 1;
  }
}

async function tellEnquiry(
  ports: SweepPorts,
  reference: Reference,
  now: Instant,
  count: SweepCount,
): Promise<void> {
  try {
    count.alerts += await remindOfEnquiry(ports, reference, now);
  } catch (error) {
    ports.report({ enquiry: reference, error });
    await ports.enquiries.setAside(reference, addMinutes(now, setAsideMinutes));
    count.setAside += 1;
  }
}

async function recount(ports: SweepPorts, landlord: string, now: Instant, count: SweepCount): Promise<void> {
  try {
    const { alerts, recounted, failed } = await carryOn(ports, landlord, now);
    count.alerts += alerts;
    count.recounted += recounted;
    count.setAside += failed;
  } catch (error) {
    ports.report({ landlord, error });
    await ports.archive.setAside(landlord, addMinutes(now, setAsideMinutes));
    count.setAside += 1;
  }
}
