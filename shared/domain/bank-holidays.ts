import * as z from 'zod/mini';
import { type Nation, nations } from './calendar.ts';
import { type CivilDate, civilDateSchema, isWeekend } from './civil-date.ts';

export interface BankHoliday {
  date: CivilDate;
  name: string;
}

/** The bank holidays of each nation, in the order of their dates. */
export type BankHolidays = Readonly<Record<Nation, readonly BankHoliday[]>>;

/** One day that is a bank holiday and was none, or the other way round. */
export const calendarChangeSchema = z.strictObject({
  change: z.enum(['added', 'removed']),
  nation: z.enum(nations),
  date: civilDateSchema,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
});
export type CalendarChange = z.infer<typeof calendarChangeSchema>;

/** Why changes make no calendar. */
export interface ImpossibleChange {
  change: CalendarChange;
  why: 'not-a-weekday' | 'there-already' | 'not-there';
}

/**
 * The bank holidays as changes leave them.
 *
 * @returns the first change that cannot be made, where one cannot
 */
export function applyChanges(
  holidays: BankHolidays,
  changes: readonly CalendarChange[],
): BankHolidays | { impossible: ImpossibleChange } {
  const changed: Record<Nation, readonly BankHoliday[]> = { ...holidays };
  for (const change of changes) {
    const { nation, date, name } = change;
    const there = changed[nation].some((each) => each.date === date);
    const why = whyNot(change, there);
    if (why) return { impossible: { change, why } };
    changed[nation] =
      change.change === 'removed'
        ? changed[nation].filter((each) => each.date !== date)
        : [...changed[nation], { date, name }].sort((one, other) => (one.date < other.date ? -1 : 1));
  }
  return changed;
}

function whyNot({ change, date }: CalendarChange, there: boolean): ImpossibleChange['why'] | undefined {
  if (change === 'removed') return there ? undefined : 'not-there';
  if (isWeekend(date)) return 'not-a-weekday';
  return there ? 'there-already' : undefined;
}

/**
 * What was announced since: days added and days removed, by nation and date. A year of which nothing is announced is no
 * removal, since GOV.UK drops years that are past (and once did so by mistake); another name for the same day is no change.
 */
export function differencesBetween(known: BankHolidays, announced: BankHolidays): CalendarChange[] {
  return nations.flatMap((nation) => {
    const years = new Set(announced[nation].map(({ date }) => date.slice(0, 4)));
    const only = (these: readonly BankHoliday[], others: readonly BankHoliday[]) => {
      const dates = new Set(others.map(({ date }) => date));
      return these.filter(({ date }) => !dates.has(date) && years.has(date.slice(0, 4)));
    };
    const added = only(announced[nation], known[nation]).map((each) => ({
      change: 'added' as const,
      ...each,
    }));
    const removed = only(known[nation], announced[nation]).map((each) => ({
      change: 'removed' as const,
      ...each,
    }));
    return [...added, ...removed]
      .map(({ change, date, name }) => ({ change, nation, date, name }))
      .sort((one, other) => (one.date < other.date ? -1 : 1));
  });
}

/** The last day for which the bank holidays of all these nations are published: the end of a year. */
export function horizonOf(holidays: BankHolidays, of: readonly Nation[]): CivilDate {
  const lastYears = of.map((nation) => holidays[nation].at(-1)?.date.slice(0, 4) ?? '0000');
  return `${lastYears.sort()[0]}-12-31` as CivilDate;
}
