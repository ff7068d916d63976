import { type CalendarDays, spellDays } from './calendar-days.ts';
import {
  type CivilDate,
  civilDate,
  epochDayOf,
  isCivilDate,
  type Weekday,
  weekdayIndexOfEpochDay,
  weekdays,
} from './civil-date.ts';

/**
 * Which days are worked between two dates, with prefix counts so that adding and counting take constant time however
 * far they reach. Made by `workingCalendar`; its parts are read in this file only.
 */
export interface WorkingCalendar extends CalendarDays {
  /** by how many days a day is after `from`: how many working days lie before it */
  readonly workedBefore: Int32Array;
  /** the same with that day itself */
  readonly workedUpTo: Int32Array;
  /** epoch day of the k-th working day */
  readonly workingEpochDays: Int32Array;
}

/** A date, or the answer to a count, lies outside the days that the calendar knows. */
export class CalendarHorizonError extends Error {
  override name = 'CalendarHorizonError';
  readonly horizon: { from: CivilDate; to: CivilDate };
  constructor(what: string, calendar: Pick<WorkingCalendar, 'from' | 'to'>) {
    super(`${what} lies outside the calendar, which knows ${calendar.from} to ${calendar.to}`);
    this.horizon = { from: calendar.from, to: calendar.to };
  }
}

/**
 * A calendar from its first to its last day, both included.
 *
 * @param holidays days not worked, `YYYY-MM-DD`; those outside the calendar or on a weekend change nothing
 * @param weekend the days of the week that are never worked, by default Saturday and Sunday
 * @throws RangeError where a date does not exist or `to` lies before `from`
 */
export function workingCalendar(days: {
  holidays: Iterable<string>;
  weekend?: readonly Weekday[];
  from: string;
  to: string;
}): WorkingCalendar {
  const from = civilDate(days.from);
  const to = civilDate(days.to);
  if (to < from) throw new RangeError(`a calendar cannot end on ${to}, before its first day ${from}`);
  const holidays = [...days.holidays].map((holiday) => epochDayOf(civilDate(holiday)));
  const weekend = (days.weekend ?? ['sat', 'sun']).map(indexOfWeekday);
  const all = spellDays(from, to);
  const free = new Uint8Array(all.dates.length);
  for (const epochDay of holidays) free[epochDay - all.firstEpochDay] = 1;
  const firstWeekday = weekdayIndexOfEpochDay(all.firstEpochDay);
  for (const weekday of weekend)
    for (let index = (weekday - firstWeekday + 7) % 7; index < free.length; index += 7) free[index] = 1;
  return { ...all, ...countWorked(all.firstEpochDay, free) };
}

/** @param free 1 for each day that is not worked */
function countWorked(firstEpochDay: number, free: Uint8Array) {
  const workedBefore = new Int32Array(free.length);
  const workedUpTo = new Int32Array(free.length);
  const workingEpochDays = new Int32Array(free.length);
  let worked = 0;
  for (let index = 0; index < free.length; index++) {
    workedBefore[index] = worked;
    if (free[index] === 0) workingEpochDays[worked++] = firstEpochDay + index;
    workedUpTo[index] = worked;
  }
  return { workedBefore, workedUpTo, workingEpochDays: workingEpochDays.slice(0, worked) };
}

/**
 * The working day so many working days after `start`, which is day zero whatever day it is; negative counts back, and
 * zero is `start` itself.
 *
 * @throws CalendarHorizonError where `start` or the answer lies outside the calendar
 * @throws RangeError where `start` does not exist or `days` is no whole number
 */
export function addWorkingDays(calendar: WorkingCalendar, start: string, days: number): CivilDate {
  const answer = addWorkingEpochDays(calendar, epochDayIn(calendar, start), days);
  return calendar.dates[answer - calendar.firstEpochDay] as CivilDate;
}

/**
 * `addWorkingDays` for days counted from 1 January 1970.
 *
 * @throws CalendarHorizonError where `epochDay` or the answer lies outside the calendar
 * @throws RangeError where a number is not whole
 */
export function addWorkingEpochDays(calendar: WorkingCalendar, epochDay: number, days: number): number {
  if (!Number.isInteger(days)) throw new RangeError(`${days} is not a whole number of working days`);
  const index = epochDay - calendar.firstEpochDay;
  const worked = days > 0 ? calendar.workedUpTo[index] : calendar.workedBefore[index];
  if (worked === undefined) throw outside(calendar, epochDay);
  if (days === 0) return epochDay;
  const answer = calendar.workingEpochDays[days > 0 ? worked + days - 1 : worked + days];
  if (answer === undefined)
    throw new CalendarHorizonError(`${days} working days from ${calendar.dates[index]}`, calendar);
  return answer;
}

/**
 * How many working days `to` is after `from`, the day of `from` not counted and the day of `to` counted; negative where
 * it is before. The inverse of `addWorkingDays`: between a day and the day n working days from it lie n.
 *
 * @throws CalendarHorizonError where a date lies outside the calendar
 * @throws RangeError where a date does not exist
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: string, to: string): number {
  return workingDaysBetweenEpochDays(calendar, epochDayIn(calendar, from), epochDayIn(calendar, to));
}

/**
 * `workingDaysBetween` for days counted from 1 January 1970.
 *
 * @throws CalendarHorizonError where a day lies outside the calendar
 * @throws RangeError where a number is not whole
 */
export function workingDaysBetweenEpochDays(calendar: WorkingCalendar, from: number, to: number): number {
  const worked = to >= from ? calendar.workedUpTo : calendar.workedBefore;
  const start = worked[from - calendar.firstEpochDay];
  const end = worked[to - calendar.firstEpochDay];
  if (start === undefined || end === undefined) throw outside(calendar, start === undefined ? from : to);
  return end - start;
}

/**
 * @throws CalendarHorizonError where the date lies outside the calendar
 * @throws RangeError where it does not exist
 */
export function isWorkingDay(calendar: WorkingCalendar, date: string): boolean {
  const index = epochDayIn(calendar, date) - calendar.firstEpochDay;
  return calendar.workedUpTo[index] !== calendar.workedBefore[index];
}

function outside(calendar: WorkingCalendar, epochDay: number): RangeError | CalendarHorizonError {
  return Number.isInteger(epochDay)
    ? new CalendarHorizonError(`day ${epochDay} since 1 January 1970`, calendar)
    : new RangeError(`${epochDay} is not a whole number of days since 1 January 1970`);
}

/** Reads the digits by hand: a due date is looked up far more often than parsed, and this is the whole cost of a call. */
function epochDayIn(calendar: WorkingCalendar, date: string): number {
  const year = digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
  const month = digit(date, 5) * 10 + digit(date, 6);
  const start = calendar.monthStarts[(year - calendar.firstYear) * 12 + month - 1];
  if (start !== undefined) {
    const epochDay = start + digit(date, 8) * 10 + digit(date, 9) - 1;
    if (calendar.dates[epochDay - calendar.firstEpochDay] === date) return epochDay;
  }
  if (!isCivilDate(date)) throw new RangeError(`"${date}" is not a date of the form YYYY-MM-DD that exists`);
  throw new CalendarHorizonError(date, calendar);
}

function digit(text: string, position: number): number {
  return text.charCodeAt(position) - 48;
}

function indexOfWeekday(day: Weekday): number {
  const index = weekdays.indexOf(day);
  if (index < 0) throw new RangeError(`"${day}" is not one of ${weekdays.join(', ')}`);
  return index;
}
