import type { Targets } from './rule-targets.ts';
import { type Recurrence, readRecurrence } from './schedules.ts';
import type { System } from './system.ts';

interface Entry {
  recurrence: Recurrence;
  run(instant: number): void;
}

/** Everything that the templates let happen at set times. */
export interface Timetable {
  /** the first occurrence of anything later than this instant */
  nextAfter(instant: number): number | undefined;
  /** the first occurrence of a cron expression */
  nextCronAfter(instant: number): number | undefined;
  /** the first tick of any rate */
  nextTickAfter(instant: number): number | undefined;
  /** runs what falls on exactly this instant; `crons` leaves rate ticks out */
  runAt(instant: number, which?: 'all' | 'crons'): void;
}

export function createTimetable(system: Pick<System, 'rules' | 'schedules'>, targets: Targets): Timetable {
  const entries: Entry[] = [];
  for (const rule of system.rules) {
    if (rule.schedule === undefined) continue;
    const recurrence = readRecurrence(rule.schedule, 'UTC', `Rule ${rule.name}`);
    if (rule.enabled) entries.push({ recurrence, run: (instant) => targets.tick(rule, instant) });
  }
  for (const schedule of system.schedules) {
    const recurrence = readRecurrence(schedule.expression, schedule.timeZone, `Schedule ${schedule.name}`);
    if (schedule.enabled)
      entries.push({ recurrence, run: (instant) => targets.runSchedule(schedule, instant) });
  }
  const ofKind = (kind: Recurrence['kind']) => entries.filter(({ recurrence }) => recurrence.kind === kind);
  return {
    nextAfter: (instant) => earliest(entries, instant),
    nextCronAfter: (instant) => earliest(ofKind('cron'), instant),
    nextTickAfter: (instant) => earliest(ofKind('rate'), instant),
    runAt: (instant, which = 'all') => {
      for (const { recurrence, run } of which === 'all' ? entries : ofKind('cron'))
        if (recurrence.nextAfter(instant - 1) === instant) run(instant);
    },
  };
}

function earliest(entries: Entry[], instant: number): number | undefined {
  return soonest(entries.map(({ recurrence }) => recurrence.nextAfter(instant)));
}

export function soonest(instants: (number | undefined)[]): number | undefined {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
