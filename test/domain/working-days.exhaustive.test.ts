import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import bundled from '../../shared/calendar/bank-holidays.json' with { type: 'json' };
import { type Nation, nations } from '../../shared/domain/calendar.ts';
import {
  addWorkingDays,
  CalendarHorizonError,
  isWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from '../../shared/domain/working-days.ts';
import { calendarOf } from '../support/rules.ts';
import { type SlowDay, slowDays } from '../support/slow-days.ts';

const furthest = 60;

/**
 * Steps from a start day by day, forward (+1) or back (−1), and checks each working day it meets; past the last day the
 * calculator must refuse. Plain comparisons: a million assertions would take longer than the counting.
 *
 * @returns how many answers and refusals were compared, and the first that is wrong
 */
function compareFrom(calendar: WorkingCalendar, days: SlowDay[], start: number, step: 1 | -1) {
  const from = days[start]?.date ?? '';
  let answers = 0;
  let counted = 0;
  for (let index = start + step; counted < furthest && index >= 0 && index < days.length; index += step) {
    const day = days[index];
    if (!day?.worked) continue;
    counted += 1;
    answers += 1;
    const count = counted * step;
    const added = addWorkingDays(calendar, from, count);
    const between = workingDaysBetween(calendar, from, day.date);
    if (added !== day.date || between !== count)
      return { answers, refusals: 0, wrong: `${from} ${count}: ${added}, ${between}; should be ${day.date}` };
  }
  let refusals = 0;
  for (let count = counted + 1; count <= furthest; count += 1) {
    refusals += 1;
    if (!isRefused(calendar, from, count * step))
      return { answers, refusals, wrong: `${from} ${count * step} should be refused` };
  }
  return { answers, refusals, wrong: undefined };
}

function isRefused(calendar: WorkingCalendar, from: string, count: number): boolean {
  try {
    addWorkingDays(calendar, from, count);
    return false;
  } catch (error) {
    return error instanceof CalendarHorizonError;
  }
}

function slowDaysOf(nation: Nation): SlowDay[] {
  const holidays = new Set(bundled[nation].events.map((event) => event.date));
  return slowDays('2012-01-01', '2028-12-31', holidays);
}

describe.each(nations)('every start from 2012 to 2028 in %s', (nation) => {
  const calendar = calendarOf(nation).known;
  const days = slowDaysOf(nation);

  it.each([
    ['forward', 1],
    ['back', -1],
  ] as const)(`agrees with counting day by day, 0 to 60 working days %s`, (_, step) => {
    const wrong: string[] = [];
    let answers = 0;
    let refusals = 0;
    for (let start = 0; start < days.length; start += 1) {
      const compared = compareFrom(calendar, days, start, step);
      answers += compared.answers;
      refusals += compared.refusals;
      if (compared.wrong && wrong.length < 5) wrong.push(compared.wrong);
    }
    expect(wrong).toEqual([]);
    expect(days).toHaveLength(6210);
    expect(answers + refusals).toBe(6210 * furthest);
    expect(refusals).toBeGreaterThan(1_000);
  });

  it('agrees on which days are worked, and takes no step for zero', () => {
    const different = days.filter(
      ({ date, worked }) =>
        isWorkingDay(calendar, date) !== worked || addWorkingDays(calendar, date, 0) !== date,
    );
    expect(different).toEqual([]);
  });
});

describe('whatever the day and the count', () => {
  const { known } = calendarOf('england-and-wales');
  const day = fc.integer({ min: 400, max: 5700 }).map((index) => known.dates[index] ?? '');
  const count = fc.integer({ min: -200, max: 200 });

  it('more working days are never an earlier date, and a later start never an earlier answer', () => {
    fc.assert(
      fc.property(day, day, count, count, (one, other, few, many) => {
        const [start, later] = [one, other].sort();
        const [less, more] = few <= many ? [few, many] : [many, few];
        const answer = addWorkingDays(known, start ?? '', less);
        expect(addWorkingDays(known, start ?? '', more) >= answer).toBe(true);
        expect(addWorkingDays(known, later ?? '', less) >= answer).toBe(true);
      }),
    );
  });

  it('a count other than zero ends on a working day, and counting on is adding up', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 150 }), (start, a, b) => {
        const first = addWorkingDays(known, start, a);
        expect(isWorkingDay(known, first)).toBe(true);
        expect(addWorkingDays(known, first, b)).toBe(addWorkingDays(known, start, a + b));
      }),
    );
  });

  it('between is the inverse of adding, forward and back', () => {
    fc.assert(
      fc.property(day, count, (start, days) => {
        const there = addWorkingDays(known, start, days);
        expect(workingDaysBetween(known, start, there)).toBe(days);
      }),
    );
  });

  it('between two worked days is the same either way, with the sign changed', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        fc.pre(isWorkingDay(known, one) && isWorkingDay(known, other));
        expect(workingDaysBetween(known, one, other) + workingDaysBetween(known, other, one)).toBe(0);
      }),
    );
  });
});
