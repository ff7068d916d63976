import type { Application } from '../domain/calendar-version.ts';
import { addMinutes, type Instant } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import type { CalendarArchive } from '../ports/calendar-archive.ts';
import type { WorklistItem } from '../ports/worklist.ts';
import { cacheMinutes } from './calendars.ts';
import { type CommandPorts, handleUntilStored } from './handle-command.ts';
import { inParallel } from './in-parallel.ts';

export interface RecountPorts extends CommandPorts {
  archive: CalendarArchive;
  hasTime: () => boolean;
  /** told of a complaint that could not be handled, so that somebody looks */
  report: (problem: { reference: Reference; error: unknown }) => void;
}

type Pass = NonNullable<Application['pass']>;

const pageSize = 100;
const atOnce = 8;
const setAsideMinutes = 60;
/** Twice as long as a function may count by the version before. */
const settledAfterMinutes = 2 * cacheMinutes;

/** What a sweep did for one landlord. */
export interface Recount {
  /** complaints in which dates were counted anew */
  recounted: number;
  /** reminders and apologies that time gave */
  alerts: number;
  /** complaints that could not be handled */
  failed: number;
}

/**
 * Tells the open complaints of a landlord, page by page, that time has passed, until each is counted by the version of
 * the calendar that the landlord applied. Repeated, late, cut off half-way or run twice at once it does the same as once:
 * a complaint counts anew only what an older version counted, and of two who save a place one leaves it to the other.
 */
export async function carryOn(ports: RecountPorts, landlord: string, now: Instant): Promise<Recount> {
  const total: Recount = { recounted: 0, alerts: 0, failed: 0 };
  const { archive, store, rules, hasTime } = ports;
  let application = await archive.application(landlord);
  if (application?.pass) await rules.refreshCalendars();
  while (application?.pass && hasTime()) {
    const { pass } = application;
    const { items, more } = await store.worklist({
      landlord,
      open: true,
      after: pass.after,
      limit: pageSize,
    });
    const page = await recountPage(ports, items, now);
    for (const name of ['recounted', 'alerts', 'failed'] as const) total[name] += page[name];
    const read: Pass = {
      // one that has read nothing yet begins now, whenever that was meant to be
      startedAt: pass.after === undefined ? now : pass.startedAt,
      after: items.at(-1)?.after ?? pass.after,
      recounted: pass.recounted + page.recounted,
      failed: (pass.failed ?? 0) + page.failed,
    };
    const carried = { ...application, recounted: application.recounted + page.recounted };
    const next = more ? { pass: read, wakeAt: now } : passAfter(carried, read, now);
    application = { ...carried, revision: application.revision + 1, pass: next?.pass };
    if ((await archive.apply(application, next?.wakeAt, now)) !== 'stored' || !more) return total;
  }
  return total;
}

/**
 * A complaint may be accepted by a function that has not read the newer version yet, or move in the worklist while that is
 * being read. So the last pass is one that had nothing to do and began when every function had read the version.
 *
 * @returns undefined where that was the last pass
 */
function passAfter(
  { appliedAt }: Application,
  { startedAt, recounted, failed = 0 }: Pass,
  now: Instant,
): { pass: Pass; wakeAt: Instant } | undefined {
  const settledAt = addMinutes(appliedAt, settledAfterMinutes);
  if (recounted === 0 && failed === 0 && startedAt >= settledAt) return undefined;
  const again = failed > 0 ? addMinutes(now, setAsideMinutes) : settledAt;
  const wakeAt = recounted > 0 ? now : again;
  return { pass: { startedAt: wakeAt, recounted: 0 }, wakeAt };
}

async function recountPage(
  ports: RecountPorts,
  items: readonly WorklistItem[],
  now: Instant,
): Promise<Recount> {
  const count: Recount = { recounted: 0, alerts: 0, failed: 0 };
  await inParallel(atOnce, items, async ({ reference }) => {
    try {
      const result = await handleUntilStored(
        ports,
        reference,
        { type: 'TimePassed' },
        { type: 'clock' },
        now,
      );
      if (result.type === 'done') {
        count.alerts += result.alerts;
        if (result.recounted) count.recounted += 1;
      }
    } catch (error) {
      ports.report({ reference, error });
      await ports.store.setAside(reference, addMinutes(now, setAsideMinutes));
      count.failed += 1;
    }
    return 'go-on';
  });
  return count;
}
