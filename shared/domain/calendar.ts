import { addDays, type CivilDate } from './civil-date.ts';
import { addWorkingDays, CalendarHorizonError, type WorkingCalendar } from './working-days.ts';

export const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof nations)[number];

/**
 * The days that one policy counts by: the bank holidays of a set of nations, as one version of the calendar has them,
 * and the days on which the landlord itself is closed where its policy leaves them out.
 */
export interface Calendar {
  version: number;
  nations: readonly Nation[];
  /** up to the horizon: the last day for which bank holidays are published */
  known: WorkingCalendar;
  /** far past the horizon, with weekdays alone from there on */
  extended: WorkingCalendar;
  /** names of the bank holidays by date: `Christmas Day` */
  holidayNames: ReadonlyMap<string, string>;
  /** names of the landlord's own closures by date; empty where its policy leaves none out */
  closures: ReadonlyMap<string, string>;
  /** the same version, with a holiday in any of other nations left out, and other closures where they are named */
  of: (nations: readonly Nation[], closures?: readonly Closure[]) => Calendar;
}

/** A day on which a landlord is closed, by name. */
export interface Closure {
  on: string;
  name: string;
}

export interface CountedDay {
  date: CivilDate;
  /** true where bank holidays are not published that far, so that only weekends were left out */
  beyondHorizon: boolean;
}

/**
 * Counts working days past the horizon too, where it can leave out weekends only and says so: an intake is never
 * refused because the government has not published a year yet.
 */
export function countWorkingDays(calendar: Calendar, start: CivilDate, days: number): CountedDay {
  try {
    return { date: addWorkingDays(calendar.known, start, days), beyondHorizon: false };
  } catch (error) {
    if (!(error instanceof CalendarHorizonError)) throw error;
    return { date: addWorkingDays(calendar.extended, start, days), beyondHorizon: true };
  }
}

export function isWorkingDay(calendar: Calendar, date: CivilDate): boolean {
  return addWorkingDays(calendar.extended, addDays(date, -1), 1) === date;
}

/** The day itself where it is worked, otherwise the last worked day before it. */
export function lastWorkingDayUpTo(calendar: Calendar, date: CivilDate): CivilDate {
  return addWorkingDays(calendar.extended, addDays(date, 1), -1);
}
