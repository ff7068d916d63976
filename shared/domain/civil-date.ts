import * as z from 'zod/mini';

/** A day of the civil calendar as `YYYY-MM-DD`, without time or zone. */
export type CivilDate = string & { readonly civilDate: true };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsPerDay = 86_400_000;

/** Whether the text is a day that exists: `2026-02-30` is not. */
export function isCivilDate(text: string): text is CivilDate {
  const parts = pattern.exec(text);
  if (!parts) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(parts[3]);
}

export const civilDateSchema = z.custom<CivilDate>(
  (value) => typeof value === 'string' && isCivilDate(value),
);

/** @throws RangeError where the text is not a day that exists */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError(`"${text}" is not a date of the form YYYY-MM-DD that exists`);
  return text;
}

/** Days since 1 January 1970. */
export function epochDayOf(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
}

/** @param epochDay days since 1 January 1970 */
export function civilDateOfEpochDay(epochDay: number): CivilDate {
  return new Date(epochDay * millisecondsPerDay).toISOString().slice(0, 10) as CivilDate;
}

/** The day so many calendar days later, or earlier where negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateOfEpochDay(epochDayOf(date) + days);
}

/** The same day of the month so many months later, or the month's last where it has none: 31 January is followed by 28 February. */
export function addMonths(date: CivilDate, count: number): CivilDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const firstOf = (ordinal: number) =>
    civilDate(`${pad(Math.floor(ordinal / 12), 4)}-${pad((ordinal % 12) + 1, 2)}-01`);
  const last = epochDayOf(firstOf(months + 1)) - epochDayOf(firstOf(months));
  return addDays(firstOf(months), Math.min(day, last) - 1);
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** 0 for Monday to 6 for Sunday; 1 January 1970 was a Thursday. */
export function weekdayIndexOfEpochDay(epochDay: number): number {
  return (((epochDay + 3) % 7) + 7) % 7;
}

const saturday = 5;

export function isWeekend(date: CivilDate): boolean {
  return weekdayIndexOfEpochDay(epochDayOf(date)) >= saturday;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const dayNames = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** `Monday 4 January 2027`, or with `short` `4 January`. Spelled here so that no locale data can change a letter. */
export function describeDate(date: CivilDate, style: 'full' | 'short' = 'full'): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const short = `${Number(day)} ${months[Number(month) - 1]}`;
  return style === 'short' ? short : `${dayNames[weekdayIndexOfEpochDay(epochDayOf(date))]} ${short} ${year}`;
}
