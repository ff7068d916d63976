import { addBusinessDays, differenceInBusinessDays } from 'date-fns';
import Holidays from 'date-holidays';
import { isoDate } from './compare.ts';
import { holidays, type Pairs } from './pairs.ts';
import type { Way } from './ways.ts';

/** How others count: date-fns, a loop over days, and date-holidays. */
export function otherWays(pairs: Pairs): Way[] {
  return [
    dateFns(pairs),
    dateFnsWithSet(pairs),
    {
      name: 'loop over days, Set of dates',
      pairs: 200,
      answersAs: 'holidays',
      ...loopOver(pairs, dayAfter, (day) => isWeekend(day) || isHoliday(day)),
    },
    dateHolidays(pairs),
  ];
}

function dateFns({ startDates, endDates, counts }: Pairs): Way {
  const starts = startDates.map(midnight);
  // it counts the day of the beginning and not that of the end
  const afterStarts = starts.map(dayAfter);
  const afterEnds = endDates.map((end) => dayAfter(midnight(end)));
  return {
    name: 'date-fns, weekends only',
    pairs: 2_000,
    answersAs: 'weekends',
    add: (upTo) => starts.slice(0, upTo).map((start, i) => addBusinessDays(start, counts[i] as number)),
    between: (upTo) =>
      afterStarts.slice(0, upTo).map((start, i) => differenceInBusinessDays(afterEnds[i] as Date, start)),
  };
}

function dateFnsWithSet(pairs: Pairs): Way {
  const next = (day: Date) => addBusinessDays(day, 1);
  return {
    name: 'date-fns, Set of dates',
    pairs: 200,
    answersAs: 'holidays',
    ...loopOver(pairs, next, isHoliday),
  };
}

function dateHolidays(pairs: Pairs): Way {
  const library = new Holidays('GB', 'ENG');
  const isListed = (day: Date) => {
    const found = library.isHoliday(`${isoDate(day)} 12:00:00`);
    return found !== false && found.some(({ type }) => type === 'public' || type === 'bank');
  };
  const isFree = (day: Date) => isWeekend(day) || isListed(day);
  const loop = loopOver(pairs, dayAfter, isFree);
  return { name: 'date-holidays', pairs: 2, rounds: 5, answersAs: 'nobody', ...loop };
}

function loopOver(
  { startDates, endDates, counts }: Pairs,
  next: (day: Date) => Date,
  isFree: (day: Date) => boolean,
): Pick<Way, 'add' | 'between'> {
  const starts = startDates.map(midnight);
  const ends = endDates.map(midnight);
  const add = (start: Date, count: number) => {
    let day = start;
    for (let left = count; left > 0; ) {
      day = next(day);
      if (!isFree(day)) left -= 1;
    }
    return day;
  };
  const between = (start: Date, end: Date) => {
    let counted = 0;
    for (let day = next(start); day <= end; day = next(day)) if (!isFree(day)) counted += 1;
    return counted;
  };
  return {
    add: (upTo) => starts.slice(0, upTo).map((start, i) => add(start, counts[i] as number)),
    between: (upTo) => starts.slice(0, upTo).map((start, i) => between(start, ends[i] as Date)),
  };
}

const free = new Set(holidays);

function isHoliday(day: Date): boolean {
  return free.has(isoDate(day));
}

function isWeekend(day: Date): boolean {
  return day.getDay() % 6 === 0;
}

/** These libraries count in the zone of the machine, so that their days are its midnights. */
function midnight(date: string): Date {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return new Date(year, month - 1, day);
}

function dayAfter(day: Date): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
}
