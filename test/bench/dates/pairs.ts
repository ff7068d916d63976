import { bundledCalendar } from '../../../shared/calendar/calendar.ts';
import { civilDateOfEpochDay } from '../../../shared/domain/civil-date.ts';
import { addWorkingEpochDays, workingCalendar } from '../../../shared/domain/working-days.ts';

const { known, holidayNames } = bundledCalendar(['england-and-wales']);
export const withHolidays = known;
export const holidays: readonly string[] = [...holidayNames.keys()];
export const weekendsOnly = workingCalendar({ holidays: [], from: known.from, to: known.to });

/** Start days with a count of working days each, and the days that lie so many working days after them. */
export interface Pairs {
  starts: Int32Array;
  counts: Int32Array;
  ends: Int32Array;
  startDates: readonly string[];
  endDates: readonly string[];
}

const longest = 40;

/** Days from 2012 to 2028 and counts from 1 to 40, the same in every run. */
export function drawPairs(size: number): Pairs {
  const draw = drawFrom(20_120_102);
  const first = known.firstEpochDay;
  const last = addWorkingEpochDays(known, first + known.dates.length - 1, -longest - 1);
  const starts = new Int32Array(size).map(() => first + draw(last - first + 1));
  const counts = new Int32Array(size).map(() => 1 + draw(longest));
  const ends = starts.map((start, index) => addWorkingEpochDays(known, start, counts[index] as number));
  return { starts, counts, ends, startDates: datesOf(starts), endDates: datesOf(ends) };
}

/** Parsed anew, as they come out of a store: none is the very text that the calendar keeps. */
function datesOf(epochDays: Int32Array): string[] {
  return JSON.parse(JSON.stringify(Array.from(epochDays, civilDateOfEpochDay)));
}

/** Whole numbers from 0 up to a limit, by a linear congruence: the same from the same seed. */
function drawFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
