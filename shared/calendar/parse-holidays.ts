import * as z from 'zod/mini';
import type { BankHoliday, BankHolidays } from '../domain/bank-holidays.ts';
import { type Nation, nations } from '../domain/calendar.ts';
import { describeDate, isCivilDate, isWeekend } from '../domain/civil-date.ts';
import { nationNames } from '../domain/nation-names.ts';

/** Bank holidays, or one sentence that says what is wrong with them and where. */
export type HolidaysRead = { type: 'usable'; holidays: BankHolidays } | { type: 'unusable'; why: string };

const division = z.object({
  division: z.string(),
  events: z.array(
    z.object({
      // names are printed in mails: neither a line break nor a character that was lost on the way
      title: z.string().check(z.trim(), z.regex(/^[^\p{Cc}\uFFFD]{1,100}$/u)),
      date: z.string(),
    }),
  ),
});
type Division = z.infer<typeof division>;
const shape = z.object({
  'england-and-wales': division,
  scotland: division,
  'northern-ireland': division,
});

/** Reads GOV.UK's shape, which our archive has too; more fields than we know of do no harm. */
export function parseHolidays(json: unknown): HolidaysRead {
  const read = z.safeParse(shape, json);
  if (!read.success) return { type: 'unusable', why: describeIssue(read.error.issues[0]?.path ?? [], json) };
  const holidays: Partial<Record<Nation, readonly BankHoliday[]>> = {};
  for (const nation of nations) {
    const days = readDays(nation, read.data[nation]);
    if (typeof days === 'string') return { type: 'unusable', why: `${nationNames[nation]}${days}` };
    holidays[nation] = days;
  }
  return { type: 'usable', holidays: holidays as BankHolidays };
}

/** @returns the days in order, or what is wrong with them */
function readDays(nation: Nation, { division, events }: Division): BankHoliday[] | string {
  if (division !== nation) return ` goes by another name, ${JSON.stringify(division.slice(0, 40))}.`;
  if (events.length === 0) return ' has no events.';
  const days = new Map<string, BankHoliday>();
  for (const { date, title } of events) {
    if (!isCivilDate(date)) return `: ${JSON.stringify(date.slice(0, 40))} is not a date that exists.`;
    if (days.has(date)) return `: ${date} is there twice.`;
    if (isWeekend(date)) return `: ${date} is a ${describeDate(date).split(' ')[0]}.`;
    days.set(date, { date, name: title });
  }
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

function describeIssue([nation, part, index, field]: readonly PropertyKey[], json: unknown): string {
  if (nation === undefined) return 'There is no object with a part for each nation.';
  const name = nationNames[nation as Nation];
  if (part === undefined)
    return Object.hasOwn(json as object, nation) ? `${name} is not an object.` : `${name} is missing.`;
  if (part === 'division') return `${name} does not say its division.`;
  if (index === undefined) return `${name} has no list of events.`;
  const event = `${name}: event ${Number(index) + 1}`;
  return field === undefined
    ? `${event} is not an object.`
    : `${event} has no ${String(field)} that can be used.`;
}
