import type { BankHoliday, BankHolidays } from '../domain/bank-holidays.ts';
import { nations } from '../domain/calendar.ts';
import { nationNames } from '../domain/nation-names.ts';
import { type HolidaysRead, parseHolidays } from './parse-holidays.ts';

/** GOV.UK's feed has about 80,000 characters. */
const longest = 1_000_000;

/**
 * Reads what GOV.UK's feed says, and judges whether it can be believed: a list that was cut off must never take days
 * away. A year that is not there at all is no such thing, since GOV.UK drops years that are past.
 *
 * @param known what the newest version of the calendar has
 */
export function readFeed(text: string, known: BankHolidays): HolidaysRead {
  if (text.length > longest) return unusable(`The feed is longer than ${longest} characters.`);
  if (text.trim() === '') return unusable('The feed is empty.');
  const json = parseJson(text);
  if ('why' in json) return unusable(json.why);
  const read = parseHolidays(json.value);
  if (read.type === 'unusable') return read;
  for (const nation of nations) {
    const lacking = whatIsLacking(read.holidays[nation], known[nation]);
    if (lacking) return unusable(`${nationNames[nation]}: ${lacking}`);
  }
  return read;
}

function unusable(why: string): HolidaysRead {
  return { type: 'unusable', why };
}

function parseJson(text: string): { value: unknown } | { why: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { why: whereJsonEnds(text, (error as Error).message) };
  }
}

/** The engine says where JSON ends in the words of its message, and does not always. */
function whereJsonEnds(text: string, message: string): string {
  const end = text.trimEnd().length;
  const position = /end of JSON/.test(message) ? end : Number(/at position (\d+)/.exec(message)?.[1]);
  if (Number.isNaN(position)) {
    const [line = ''] = text.trim().split('\n');
    return `The feed is not JSON; it begins with ${JSON.stringify(line.slice(0, 40))}.`;
  }
  const lineAt = (index: number) => text.slice(0, index).split('\n').length;
  return position >= end
    ? `The feed breaks off after ${end} characters, in line ${lineAt(end)}.`
    : `The feed is not JSON from character ${position + 1} on, in line ${lineAt(position)}.`;
}

/** A nation’s years never have fewer days than we know of, or than a whole year has, and leave no gap before a new one. */
function whatIsLacking(announced: readonly BankHoliday[], known: readonly BankHoliday[]): string | undefined {
  const has = countByYear(announced);
  const knew = countByYear(known);
  const least = Math.min(...knew.values());
  const lastKnown = Math.max(...knew.keys());
  for (const [year, days] of has) {
    const expected = knew.get(year);
    if (expected !== undefined && days < expected)
      return `${year} has ${days} of the ${expected} days that are known.`;
    if (days < least) return `${year} has ${days} of the ${least} days that a year has at least.`;
    if (year > lastKnown + 1 && !has.has(year - 1)) return `${year} is there, but ${year - 1} is not.`;
  }
  return undefined;
}

function countByYear(days: readonly BankHoliday[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { date } of days) {
    const year = Number(date.slice(0, 4));
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return counts;
}
