import Holidays from 'date-holidays';
import type { BankHoliday, BankHolidays, CalendarChange } from '../domain/bank-holidays.ts';
import { type Nation, nations } from '../domain/calendar.ts';
import { type CivilDate, describeDate, isCivilDate, isWeekend } from '../domain/civil-date.ts';
import { nationNames } from '../domain/nation-names.ts';

/** A weekday that is a bank holiday in one list and none in the other. */
export interface Disagreement {
  nation: Nation;
  date: string;
  knownTo: 'date-holidays' | 'us';
}

/** date-holidays knows Wales apart from England, with the same days. */
const regions: Readonly<Record<Nation, string>> = {
  'england-and-wales': 'ENG',
  scotland: 'SCT',
  'northern-ireland': 'NIR',
};

/** Where date-holidays is known to be wrong about a day that GOV.UK has published. */
export const knownDisagreements: readonly Disagreement[] = [
  // the spring holiday of 2012 was moved to 4 June for the Diamond Jubilee
  ...nations.flatMap((nation): Disagreement[] => [
    { nation, date: '2012-05-28', knownTo: 'date-holidays' },
    { nation, date: '2012-06-04', knownTo: 'us' },
  ]),
  // the World Cup holiday, announced in February 2026
  { nation: 'scotland', date: '2026-06-15', knownTo: 'us' },
];

/** What date-holidays says of each change, one sentence each, in their order. It is a remark and decides nothing. */
export function secondOpinion(changes: readonly CalendarChange[]): string[] {
  return changes.map(({ change, nation, date }) => {
    const there = weekdaysOf(nation, Number(date.slice(0, 4))).find((each) => each.date === date);
    const day = describeDate(date);
    const where = nationNames[nation];
    if (change === 'added')
      return there
        ? `date-holidays knows ${day} as ${there.name} in ${where} too.`
        : `date-holidays does not know ${day} as a holiday in ${where}.`;
    return there
      ? `date-holidays still knows ${day} as ${there.name} in ${where}.`
      : `date-holidays does not know ${day} as a holiday in ${where} either.`;
  });
}

/**
 * Where the lists differ in these years, by nation and date.
 *
 * @param explained left out
 */
export function disagreementsOf(
  holidays: BankHolidays,
  years: readonly number[],
  explained: readonly Disagreement[] = knownDisagreements,
): Disagreement[] {
  const isExplained = (one: Disagreement) =>
    explained.some(
      ({ nation, date, knownTo }) => nation === one.nation && date === one.date && knownTo === one.knownTo,
    );
  return nations.flatMap((nation) => {
    const here = datesOf(holidays[nation].filter(({ date }) => years.includes(Number(date.slice(0, 4)))));
    const there = datesOf(years.flatMap((year) => weekdaysOf(nation, year)));
    return [...new Set([...here, ...there])]
      .sort()
      .filter((date) => here.has(date) !== there.has(date))
      .map((date): Disagreement => ({ nation, date, knownTo: here.has(date) ? 'us' : 'date-holidays' }))
      .filter((disagreement) => !isExplained(disagreement));
  });
}

function datesOf(days: readonly BankHoliday[]): Set<CivilDate> {
  return new Set(days.map(({ date }) => date));
}

/** GOV.UK lists no holiday of a weekend, only the day in its place. */
function weekdaysOf(nation: Nation, year: number): BankHoliday[] {
  return libraryOf(nation)
    .getHolidays(year, 'en')
    .map(({ date, name }) => ({ date: date.slice(0, 10), name: name.replace(' (substitute day)', '') }))
    .filter((day): day is BankHoliday => isCivilDate(day.date) && !isWeekend(day.date));
}

const libraries = new Map<Nation, Holidays>();

function libraryOf(nation: Nation): Holidays {
  const library = libraries.get(nation) ?? new Holidays('GB', regions[nation], { types: ['bank', 'public'] });
  libraries.set(nation, library);
  return library;
}
