import bundled from '#bank-holidays' with { type: 'json' };
import type { Calendar, Nation } from '../domain/calendar.ts';
import { workingCalendar } from '../domain/working-days.ts';

/** The shape of GOV.UK's bank-holiday feed, which our archive keeps. */
export type BankHolidays = Record<Nation, { division: string; events: { title: string; date: string }[] }>;

/** Working days are counted this far whatever is published, so that no date is ever refused for lack of a calendar. */
const extendedTo = '2099-12-31';

/**
 * The calendar of a set of nations: a day that is a bank holiday in any of them is not counted. Its horizon is the end
 * of the last year that every nation has published.
 *
 * @param version 1 for the bundled archive
 */
export function buildCalendar(source: BankHolidays, version: number, nations: readonly Nation[]): Calendar {
  const holidayNames = new Map<string, string>();
  for (const nation of nations) {
    for (const { date, title } of source[nation].events) holidayNames.set(date, title);
  }
  const years = nations.map((nation) => source[nation].events.map(({ date }) => date.slice(0, 4)).sort());
  const firstYear = years
    .map((each) => each.at(0) ?? '')
    .sort()
    .at(-1);
  const lastYear = years
    .map((each) => each.at(-1) ?? '')
    .sort()
    .at(0);
  const from = `${firstYear}-01-01`;
  const holidays = [...holidayNames.keys()];
  return {
    version,
    nations,
    known: workingCalendar({ holidays, from, to: `${lastYear}-12-31` }),
    extended: workingCalendar({ holidays, from, to: extendedTo }),
    holidayNames,
  };
}

const built = new Map<string, Calendar>();

/** Calendar version 1, which ships with the code: GOV.UK's bank holidays from 2012 on (2019–2028 as of 21 August 2026). */
export function bundledCalendar(nations: readonly Nation[]): Calendar {
  const key = [...nations].sort().join('+');
  const known = built.get(key) ?? buildCalendar(bundled, 1, nations);
  built.set(key, known);
  return known;
}
