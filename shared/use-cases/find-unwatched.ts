import { waitsForExtension } from '../domain/commands/time-passed.ts';
import { openObligations } from '../domain/complaint.ts';
import { addMinutes, type Instant } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import type { Clock } from '../ports/clock.ts';
import type { DueWork } from '../ports/complaint-store.ts';
import type { EnquiryStore } from '../ports/enquiries.ts';
import { type CommandPorts, handleUntilStored } from './handle-command.ts';
import { inParallel } from './in-parallel.ts';
import { remindOfEnquiry } from './remind-of-enquiry.ts';

/** What waits for an instant as long as something is owed on it. */
export type Watched = Exclude<DueWork, { type: 'calendar' }>;

export interface WatchedPorts extends CommandPorts {
  enquiries: EnquiryStore;
  clock: Clock;
  shards: readonly number[];
  /** ids of the landlords that this environment serves */
  served: ReadonlySet<string>;
  /** whether there is time for more; nothing is concluded from what was read in part */
  hasTime: () => boolean;
  /** told of each that is found, so that somebody looks */
  found: (work: Watched) => void;
  /** told of each that could not be given its instant back */
  report: (problem: { work: Watched; error: unknown }) => void;
}

export interface WatchedCount {
  /** complaints on the worklists, and service requests that are looked at again */
  open: number;
  /** those of them that owed something and waited for nothing */
  unwatched: number;
  /** those of these that could not be given their instant back */
  failed: number;
  /** false where time ran out first */
  finished: boolean;
}

const pageSize = 100;
const atOnce = 8;
/** Later than anything waits. */
const centuryInMinutes = 100 * 366 * 24 * 60;

/**
 * Compares what is open with what waits for an instant: the clock alone would never come back to a complaint that has lost
 * its own. What is found is told that time has passed, which gives whatever has come due since and the next instant. Only the
 * references of what waits are held at once.
 */
export async function findUnwatched(ports: WatchedPorts): Promise<WatchedCount> {
  const now = ports.clock();
  const count: WatchedCount = { open: 0, unwatched: 0, failed: 0, finished: true };
  const hasTime = () => {
    if (!ports.hasTime()) count.finished = false;
    return count.finished;
  };
  const timed = { ...ports, hasTime };

  const waiting = await readWaiting(timed, now);
  const missing: Watched[] = [];
  for await (const work of readOpen(timed)) {
    count.open += 1;
    if (!waiting.has(nameOf(work))) missing.push(work);
  }
  if (missing.length === 0 || !hasTime()) return count;

  // what came, or was moved, while the rest was read is there by now
  const later = await readWaiting(timed, now);
  const stillMissing = missing.filter((work) => !later.has(nameOf(work)));
  await inParallel(atOnce, stillMissing, async (work) => {
    if (!hasTime()) return 'stop';
    await mend(ports, work, now, count);
    return 'go-on';
  });
  return count;
}

/** One that cannot be read is taken for one that owes something. */
async function mend(ports: WatchedPorts, work: Watched, now: Instant, count: WatchedCount): Promise<void> {
  try {
    if (!(await isOwed(ports, work))) return;
    if (work.type === 'enquiry') await remindOfEnquiry(ports, work.reference, now);
    else await handleUntilStored(ports, work.reference, { type: 'TimePassed' }, { type: 'clock' }, now);
  } catch (error) {
    ports.report({ work, error });
    count.failed += 1;
  }
  ports.found(work);
  count.unwatched += 1;
}

/** The lists may be a moment behind. While an extension is on its way its notice is what is waited for. */
async function isOwed({ store, enquiries }: WatchedPorts, { type, reference }: Watched): Promise<boolean> {
  if (type === 'enquiry') {
    const enquiry = await enquiries.load(reference);
    return enquiry?.status === 'open' && enquiry.review !== undefined;
  }
  const complaint = (await store.load(reference))?.complaint;
  if (!complaint) return false;
  return openObligations(complaint).some((obligation) => !waitsForExtension(complaint, obligation));
}

async function readWaiting({ store, shards, hasTime }: WatchedPorts, now: Instant): Promise<Set<string>> {
  const names = new Set<string>();
  const readShard = async (shard: number) => {
    for await (const work of store.due(shard, addMinutes(now, centuryInMinutes))) {
      if (!hasTime()) return;
      if (work.type !== 'calendar') names.add(nameOf(work));
    }
  };
  await Promise.all(shards.map(readShard));
  return names;
}

async function* readOpen({ store, enquiries, served, hasTime }: WatchedPorts): AsyncGenerator<Watched> {
  for (const landlord of served) {
    const complaints = readPages(
      (after) => store.worklist({ landlord, open: true, after, limit: pageSize }),
      hasTime,
    );
    for await (const reference of complaints) yield { type: 'complaint', reference };
    const requests = readPages((after) => enquiries.requests({ landlord, after, limit: pageSize }), hasTime);
    for await (const reference of requests) yield { type: 'enquiry', reference };
  }
}

async function* readPages(
  read: (
    after: string | undefined,
  ) => Promise<{ items: { reference: Reference; after: string }[]; more: boolean }>,
  hasTime: () => boolean,
): AsyncGenerator<Reference> {
  let after: string | undefined;
  let more = true;
  while (more && hasTime()) {
    const page = await read(after);
    for (const { reference } of page.items) yield reference;
    after = page.items.at(-1)?.after;
    more = page.more;
  }
}

function nameOf({ type, reference }: Watched): string {
  return `${type} ${reference}`;
}
