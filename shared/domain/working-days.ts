import {
  type CivilDate,
  civilDate,
  civilDateOfEpochDay,
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
export interface WorkingCalendar {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** every day of the calendar as text, by index */
  readonly dates: readonly CivilDate[];
  /** index of the first of each month, from January of the first year on */
  readonly monthStarts: Int32Array;
  readonly firstYear: number;
  /** how many working days lie before the day of this index */
  readonly workedBefore: Int32Array;
  /** index of the k-th working day */
  readonly workingIndexes: Int32Array;
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
  const holidays = new Set<string>([...days.holidays].map(civilDate));
  const weekend = new Set((days.weekend ?? ['sat', 'sun']).map(indexOfWeekday));

  const firstEpochDay = epochDayOf(from);
  const length = epochDayOf(to) - firstEpochDay + 1;
  const dates: CivilDate[] = [];
  const workedBefore = new Int32Array(length + 1);
  const working: number[] = [];
  for (let index = 0; index < length; index++) {
    const date = civilDateOfEpochDay(firstEpochDay + index);
    dates.push(date);
    workedBefore[index] = working.length;
    if (!weekend.has(weekdayIndexOfEpochDay(firstEpochDay + index)) && !holidays.has(date))
      working.push(index);
  }
  workedBefore[length] = working.length;
  const firstYear = Number(from.slice(0, 4));
  return {
    from,
    to,
    dates,
    monthStarts: monthStartsOf(firstYear, Number(to.slice(0, 4)), firstEpochDay),
    firstYear,
    workedBefore,
    workingIndexes: Int32Array.from(working),
  };
}

/**
 * The working day so many working days after `start`, which is day zero whatever day it is; negative counts back, and
 * zero is `start` itself.
 *
 * @throws CalendarHorizonError where `start` or the answer lies outside the calendar
 * @throws RangeError where `start` does not exist or `days` is no whole number
 */
export function addWorkingDays(calendar: WorkingCalendar, start: string, days: number): CivilDate {
  const index = indexOf(calendar, start);
  if (!Number.isInteger(days)) throw new RangeError(`${days} is not a whole number of working days`);
  if (days === 0) return calendar.dates[index] as CivilDate;
  const position =
    days > 0
      ? (calendar.workedBefore[index + 1] as number) + days - 1
      : (calendar.workedBefore[index] as number) + days;
  const answer = calendar.workingIndexes[position];
  if (answer === undefined) throw new CalendarHorizonError(`${days} working days from ${start}`, calendar);
  return calendar.dates[answer] as CivilDate;
}

/**
 * How many working days `to` is after `from`, the day of `from` not counted and the day of `to` counted; negative where
 * it is before. The inverse of `addWorkingDays`: between a day and the day n working days from it lie n.
 *
 * @throws CalendarHorizonError where a date lies outside the calendar
 * @throws RangeError where a date does not exist
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: string, to: string): number {
  const start = indexOf(calendar, from);
  const end = indexOf(calendar, to);
  const { workedBefore } = calendar;
  return end >= start
    ? (workedBefore[end + 1] as number) - (workedBefore[start + 1] as number)
    : (workedBefore[end] as number) - (workedBefore[start] as number);
}

/**
 * @throws CalendarHorizonError where the date lies outside the calendar
 * @throws RangeError where it does not exist
 */
export function isWorkingDay(calendar: WorkingCalendar, date: string): boolean {
  const index = indexOf(calendar, date);
  return calendar.workedBefore[index + 1] !== calendar.workedBefore[index];
}

/** Reads the digits by hand: a due date is looked up far more often than parsed, and this is the whole cost of a call. */
function indexOf(calendar: WorkingCalendar, date: string): number {
  const year = digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
  const month = digit(date, 5) * 10 + digit(date, 6);
  const start = calendar.monthStarts[(year - calendar.firstYear) * 12 + month - 1];
  const index = start === undefined ? -1 : start + digit(date, 8) * 10 + digit(date, 9) - 1;
  if (calendar.dates[index] === date) return index;
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

function monthStartsOf(firstYear: number, lastYear: number, firstEpochDay: number): Int32Array {
  const starts = new Int32Array((lastYear - firstYear + 1) * 12);
  for (let month = 0; month < starts.length; month++) {
    const year = firstYear + Math.floor(month / 12);
    const first = civilDate(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`);
    starts[month] = epochDayOf(first) - firstEpochDay;
  }
  return starts;
}
