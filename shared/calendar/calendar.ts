import bundled from '#bank-holidays' with { type: 'json' };
import { type BankHolidays, horizonOf } from '../domain/bank-holidays.ts';
import type { Calendar, Closure, Nation } from '../domain/calendar.ts';
import { bundledVersion } from '../domain/calendar-version.ts';
import { workingCalendar } from '../domain/working-days.ts';
import { parseHolidays } from './parse-holidays.ts';

/** GOV.UK's bank holidays from 2012 on, which ship with the code (2019–2028 as of 21 August 2026). */
export const bundledHolidays: BankHolidays = readBundled();

function readBundled(): BankHolidays {
  const read = parseHolidays(bundled);
  if (read.type === 'unusable') throw new Error(`the bundled bank holidays cannot be used. ${read.why}`);
  return read.holidays;
}

/** Working days are counted this far whatever is published, so that no date is ever refused for lack of a calendar. */
const extendedTo = '2099-12-31';

/** Each calendar has some 30,000 days and is built once; more than these are never in use at once. */
const mostKept = 24;
const kept = new Map<string, Calendar>();

/**
 * The calendar of a set of nations: a day that is a bank holiday in any of them is not counted, nor is a day on which
 * the landlord is closed. Its horizon is the end of the last year that every nation has published.
 *
 * @param holidays those of this version
 */
export function buildCalendar(
  holidays: BankHolidays,
  version: number,
  nations: readonly Nation[],
  closures: readonly Closure[] = [],
): Calendar {
  const key = JSON.stringify([numberOf(holidays), version, [...nations].sort(), closures]);
  const calendar = kept.get(key) ?? build(holidays, version, nations, closures);
  // whatever was used last is forgotten last
  kept.delete(key);
  kept.set(key, calendar);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return calendar;
}

const numbers = new WeakMap<BankHolidays, number>();
const contents: string[] = [];

/** The same number for the same holidays, even where they were read from the store again. */
function numberOf(holidays: BankHolidays): number {
  const given = numbers.get(holidays);
  if (given !== undefined) return given;
  const content = JSON.stringify(holidays);
  const seen = contents.indexOf(content);
  const number = seen >= 0 ? seen : contents.push(content) - 1;
  numbers.set(holidays, number);
  return number;
}

/** Calendar version 1. */
export function bundledCalendar(nations: readonly Nation[]): Calendar {
  return buildCalendar(bundledHolidays, bundledVersion, nations);
}

function build(
  holidays: BankHolidays,
  version: number,
  nations: readonly Nation[],
  closures: readonly Closure[],
): Calendar {
  const holidayNames = new Map<string, string>(
    nations.flatMap((nation) => holidays[nation].map(({ date, name }) => [date, name] as const)),
  );
  const closed = new Map<string, string>(closures.map(({ on, name }) => [on, name]));
  const [from = ''] = nations
    .map((nation) => `${holidays[nation][0]?.date.slice(0, 4)}-01-01`)
    .sort()
    .toReversed();
  const notWorked = [...holidayNames.keys(), ...closed.keys()];
  return {
    version,
    nations,
    known: workingCalendar({ holidays: notWorked, from, to: horizonOf(holidays, nations) }),
    extended: workingCalendar({ holidays: notWorked, from, to: extendedTo }),
    holidayNames,
    closures: closed,
    of: (others, closedOn = closures) => buildCalendar(holidays, version, others, closedOn),
  };
}
