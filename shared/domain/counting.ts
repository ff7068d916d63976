import { type Calendar, countWorkingDays, isWorkingDay, lastWorkingDayUpTo } from './calendar.ts';
import { addDays, addMonths, type CivilDate, isWeekend } from './civil-date.ts';
import type { Limit, StartDay } from './limit.ts';

/** What a count of days is told: a limit, the day on which its clock starts, and what that day is to the count. */
export interface Count extends Pick<Limit, 'unit' | 'count' | 'lastDay'> {
  startOn: CivilDate;
  startDay?: StartDay | undefined;
  /** with `roll-forward`: it came in when the day's work was over */
  afterHours?: true | undefined;
}

/** Where a count of days ends. */
export interface Counted {
  dueOn: CivilDate;
  /** where the count itself ended, if that day is not worked and the policy takes another */
  countedTo?: CivilDate;
  /** the day counted from, or as the first, where that is not the day on which the clock starts */
  from?: CivilDate;
  /** bank holidays are not published that far, so that only weekends were left out */
  beyondHorizon: boolean;
}

/**
 * Counts days from a day.
 *
 * @param count in hours is not for here: they run from an instant
 */
export function countDays(count: Count, calendar: Calendar): Counted {
  const { unit, startOn } = count;
  const start = startOf(count, calendar);
  const from = start === startOn ? {} : { from: start };
  if (unit === 'working-days') {
    const { date: dueOn, beyondHorizon } =
      count.startDay === 'day-one'
        ? countWorkingDays(calendar, addDays(start, -1), count.count)
        : countWorkingDays(calendar, start, count.count);
    return { dueOn, ...from, beyondHorizon };
  }
  const period = addPeriod(start, unit, count.count);
  const end = count.startDay === 'day-one' ? addDays(period, -1) : period;
  return { ...rollLastDay(end, count.lastDay, calendar), ...from };
}

/** The day counted from: the next working day where the policy rolls forward, or takes the first worked day as day one. */
function startOf({ startOn, startDay, afterHours }: Count, calendar: Calendar): CivilDate {
  if (startDay === undefined || startDay === 'day-zero') return startOn;
  if (isWorkingDay(calendar, startOn) && !afterHours) return startOn;
  return countWorkingDays(calendar, startOn, 1).date;
}

function addPeriod(date: CivilDate, unit: Limit['unit'], count: number): CivilDate {
  switch (unit) {
    case 'calendar-days':
      return addDays(date, count);
    case 'weeks':
      return addDays(date, 7 * count);
    case 'months':
      return addMonths(date, count);
    default:
      throw new Error(`${unit} are not counted in days of the civil calendar`);
  }
}

function rollLastDay(end: CivilDate, lastDay: Limit['lastDay'], calendar: Calendar): Counted {
  const beyondHorizon = end > calendar.known.to;
  if (lastDay === undefined || lastDay === 'as-counted') return { dueOn: end, beyondHorizon: false };
  if (isWorkingDay(calendar, end)) return { dueOn: end, beyondHorizon };
  const dueOn =
    lastDay === 'next-working-day'
      ? countWorkingDays(calendar, end, 1).date
      : lastWorkingDayUpTo(calendar, end);
  return { dueOn, countedTo: end, beyondHorizon: beyondHorizon || dueOn > calendar.known.to };
}

/** A weekday that was not counted, by the name of the holiday or of the landlord's own closure. */
export interface Skipped {
  on: CivilDate;
  name: string;
  closure?: true;
}

/** Weekdays after one day, up to and with another, that are not worked. Weekends are not counted anyway. */
export function skippedBetween(calendar: Calendar, after: CivilDate, upTo: CivilDate): Skipped[] {
  const skipped: Skipped[] = [];
  for (let on = addDays(after, 1); on <= upTo; on = addDays(on, 1)) {
    const holiday = calendar.holidayNames.get(on);
    const closure = calendar.closures.get(on);
    if (isWeekend(on)) continue;
    if (holiday) skipped.push({ on, name: holiday });
    else if (closure) skipped.push({ on, name: closure, closure: true });
  }
  return skipped;
}
