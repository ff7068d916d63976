import { type CivilDate, epochDayOf } from './civil-date.ts';

/** The days of a calendar as text and as numbers. */
export interface CalendarDays {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** days since 1 January 1970 of `from` */
  readonly firstEpochDay: number;
  /** every day as text, by how many days it is after `from` */
  readonly dates: readonly CivilDate[];
  readonly firstYear: number;
  /** the epoch day on which each month begins, from January of the first year on */
  readonly monthStarts: Int32Array;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const digits = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'));

/** Every day from one to another, both included. Spelled from parts, since a function that starts cold waits for it. */
export function spellDays(from: CivilDate, to: CivilDate): CalendarDays {
  const firstYear = Number(from.slice(0, 4));
  const years = Number(to.slice(0, 4)) - firstYear + 1;
  const january = epochDayOf(`${from.slice(0, 4)}-01-01` as CivilDate);
  const monthStarts = new Int32Array(years * 12);
  const dates: string[] = [];
  for (let month = 0; month < monthStarts.length; month++) {
    const year = firstYear + Math.floor(month / 12);
    const start = `${String(year).padStart(4, '0')}-${digits[(month % 12) + 1]}-`;
    monthStarts[month] = january + dates.length;
    for (let day = 1; day <= lengthOf(month % 12, year); day++) dates.push(start + digits[day]);
  }
  const firstEpochDay = epochDayOf(from);
  const inside = dates.slice(firstEpochDay - january, epochDayOf(to) - january + 1);
  return { from, to, firstEpochDay, dates: inside as CivilDate[], firstYear, monthStarts };
}

function lengthOf(month: number, year: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 1 && leap ? 29 : (monthLengths[month] as number);
}
