import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochDayOf, weekdays } from '../../shared/domain/civil-date.ts';
import {
  addWorkingDays,
  addWorkingEpochDays,
  CalendarHorizonError,
  workingCalendar,
  workingDaysBetweenEpochDays,
} from '../../shared/domain/working-days.ts';
import { type SlowDay, slowDays } from '../support/slow-days.ts';

const all = slowDays('2023-12-01', '2024-04-30', new Set()).map(({ date }) => date);
const from = all.at(0) ?? '';
const to = all.at(-1) ?? '';

const anyCalendar = fc.record({
  weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
  holidays: fc.uniqueArray(fc.constantFrom(...all), { maxLength: 30 }),
});
const anyStart = fc.nat({ max: all.length - 1 });
const anyCount = fc.integer({ min: -60, max: 60 });

/** The day that is met after so many worked ones, walking from a day that is not counted; undefined past the last. */
function walk(days: SlowDay[], start: number, count: number): string | undefined {
  let index = start;
  for (let left = Math.abs(count); left > 0; ) {
    index += Math.sign(count);
    const day = days[index];
    if (!day) return undefined;
    if (day.worked) left -= 1;
  }
  return days[index]?.date;
}

describe('a calendar with any holidays and a weekend of one to three days', () => {
  const setUp = (weekend: number[], holidays: string[]) => ({
    days: slowDays(from, to, new Set(holidays), weekend),
    calendar: workingCalendar({
      holidays,
      from,
      to,
      weekend: weekdays.filter((_, index) => weekend.includes(index + 1)),
    }),
  });

  it('counts as one does day by day, in texts and in numbers, and refuses what one does not reach', () => {
    fc.assert(
      fc.property(anyCalendar, anyStart, anyCount, ({ weekend, holidays }, index, count) => {
        const { calendar, days } = setUp(weekend, holidays);
        const start = all[index] as (typeof calendar)['from'];
        const expected = walk(days, index, count);
        if (expected === undefined) {
          expect(() => addWorkingDays(calendar, start, count)).toThrow(CalendarHorizonError);
          return;
        }
        const first = epochDayOf(start);
        const answer = addWorkingEpochDays(calendar, first, count);
        expect(addWorkingDays(calendar, start, count)).toBe(expected);
        expect(answer).toBe(epochDayOf(expected as (typeof calendar)['from']));
        expect(workingDaysBetweenEpochDays(calendar, first, answer)).toBe(count);
      }),
      { numRuns: 500 },
    );
  });
});

describe('days as whole numbers', () => {
  // 1 January 2024, a Monday, is day 19 723
  const calendar = workingCalendar({ holidays: ['2024-01-02'], from: '2024-01-01', to: '2024-01-14' });

  it('are counted from 1 January 1970', () => {
    expect(addWorkingEpochDays(calendar, 19_723, 1)).toBe(19_725);
    expect(addWorkingEpochDays(calendar, 19_724, 0)).toBe(19_724);
    expect(addWorkingEpochDays(calendar, 19_730, -4)).toBe(19_723);
    expect(workingDaysBetweenEpochDays(calendar, 19_723, 19_730)).toBe(4);
    expect(workingDaysBetweenEpochDays(calendar, 19_730, 19_723)).toBe(-4);
  });

  it.each([
    ['before the first', () => addWorkingEpochDays(calendar, 19_722, 1)],
    ['before the first, by none', () => addWorkingEpochDays(calendar, 19_722, 0)],
    ['after the last', () => addWorkingEpochDays(calendar, 19_737, -1)],
    ['with an answer after the last', () => addWorkingEpochDays(calendar, 19_723, 9)],
    ['with an answer before the first', () => addWorkingEpochDays(calendar, 19_723, -1)],
    ['between, before the first', () => workingDaysBetweenEpochDays(calendar, 19_722, 19_730)],
    ['between, after the last', () => workingDaysBetweenEpochDays(calendar, 19_730, 19_737)],
  ])('are refused outside the calendar: %s', (_, count) => {
    expect(count).toThrow(CalendarHorizonError);
  });

  it('are refused where they are not whole', () => {
    expect(() => addWorkingEpochDays(calendar, 19_723.5, 1)).toThrow(RangeError);
    expect(() => addWorkingEpochDays(calendar, 19_723, 0.5)).toThrow(RangeError);
    expect(() => workingDaysBetweenEpochDays(calendar, Number.NaN, 19_723)).toThrow(RangeError);
  });
});
