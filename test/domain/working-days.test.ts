import { describe, expect, it } from 'vitest';
import type { Nation } from '../../shared/domain/calendar.ts';
import {
  addWorkingDays,
  CalendarHorizonError,
  isWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from '../../shared/domain/working-days.ts';
import { calendarOf } from '../support/rules.ts';

const add = (nation: Nation, start: string, days: number) =>
  addWorkingDays(calendarOf(nation).known, start, days);

/** One week without holidays: Monday 5 to Sunday 11 January 2026, with a week either side. */
const january = workingCalendar({ holidays: [], from: '2025-12-29', to: '2026-01-18' });

describe('the worked dates, the day of receipt being day zero', () => {
  it.each<[string, Nation, number, string]>([
    ['2026-03-10', 'england-and-wales', 5, '2026-03-17'],
    ['2026-03-10', 'england-and-wales', 10, '2026-03-24'],
    ['2026-03-14', 'england-and-wales', 5, '2026-03-20'],
    ['2026-03-14', 'england-and-wales', 10, '2026-03-27'],
    ['2026-04-02', 'england-and-wales', 5, '2026-04-13'],
    ['2026-04-02', 'england-and-wales', 10, '2026-04-20'],
    ['2026-04-02', 'northern-ireland', 5, '2026-04-13'],
    ['2026-04-02', 'northern-ireland', 10, '2026-04-20'],
    ['2026-04-02', 'scotland', 5, '2026-04-10'],
    ['2026-04-02', 'scotland', 10, '2026-04-17'],
    ['2026-12-23', 'england-and-wales', 5, '2027-01-04'],
    ['2026-12-23', 'england-and-wales', 10, '2027-01-11'],
    ['2026-12-23', 'scotland', 5, '2027-01-05'],
    ['2026-12-23', 'scotland', 10, '2027-01-12'],
    ['2026-06-10', 'scotland', 5, '2026-06-18'],
    ['2026-06-10', 'scotland', 10, '2026-06-25'],
    ['2026-06-10', 'england-and-wales', 5, '2026-06-17'],
    ['2026-06-10', 'england-and-wales', 10, '2026-06-24'],
    ['2022-09-08', 'england-and-wales', 10, '2022-09-23'],
  ])('from %s in %s, %i working days later is %s', (start, nation, days, expected) => {
    expect(add(nation, start, days)).toBe(expected);
  });

  it('follows a complaint from receipt to its extended answer', () => {
    expect(add('england-and-wales', '2026-03-17', 10)).toBe('2026-03-31');
    expect(add('england-and-wales', '2026-03-31', 10)).toBe('2026-04-16');
  });
});

describe('the days of one place that are worked in another', () => {
  it.each<[string, Nation, boolean]>([
    ['2026-11-30', 'scotland', false],
    ['2026-11-30', 'england-and-wales', true],
    ['2026-07-13', 'northern-ireland', false],
    ['2026-07-13', 'england-and-wales', true],
    ['2026-04-06', 'scotland', true],
    ['2026-04-06', 'england-and-wales', false],
    ['2027-01-04', 'scotland', false],
    ['2027-01-04', 'england-and-wales', true],
    ['2026-12-26', 'england-and-wales', false],
    ['2026-12-28', 'england-and-wales', false],
    ['2024-02-29', 'england-and-wales', true],
    ['2012-06-05', 'northern-ireland', false],
    ['2020-05-04', 'england-and-wales', true],
    ['2020-05-08', 'england-and-wales', false],
    ['2022-09-19', 'scotland', false],
    ['2023-05-08', 'northern-ireland', false],
  ])('%s in %s: worked is %s', (day, nation, expected) => {
    expect(isWorkingDay(calendarOf(nation).known, day)).toBe(expected);
  });

  it('counts no day that is a holiday in any nation of a set', () => {
    const both = calendarOf('england-and-wales', 'scotland').known;
    expect(addWorkingDays(both, '2026-04-02', 5)).toBe('2026-04-13');
    expect(addWorkingDays(both, '2026-12-23', 5)).toBe('2027-01-05');
  });
});

describe('counting forward, back and not at all', () => {
  it('makes Monday the first working day after Friday, Saturday and Sunday alike', () => {
    for (const start of ['2026-01-09', '2026-01-10', '2026-01-11'])
      expect(addWorkingDays(january, start, 1)).toBe('2026-01-12');
  });

  it('makes Friday the first working day before Saturday, Sunday and Monday alike', () => {
    for (const start of ['2026-01-10', '2026-01-11', '2026-01-12'])
      expect(addWorkingDays(january, start, -1)).toBe('2026-01-09');
  });

  it('counts back over Christmas', () => {
    expect(add('england-and-wales', '2027-01-04', -1)).toBe('2026-12-31');
    expect(add('england-and-wales', '2027-01-04', -3)).toBe('2026-12-29');
    expect(add('england-and-wales', '2027-01-04', -4)).toBe('2026-12-24');
    expect(add('england-and-wales', '2027-01-04', -5)).toBe('2026-12-23');
  });

  it('answers a count of zero with the start, worked or not', () => {
    expect(addWorkingDays(january, '2026-01-10', 0)).toBe('2026-01-10');
    expect(addWorkingDays(january, '2026-01-07', -0)).toBe('2026-01-07');
  });

  it.each([
    ['2026-01-05', '2026-01-12', 5],
    ['2026-01-12', '2026-01-05', -5],
    ['2026-01-09', '2026-01-11', 0],
    ['2026-01-11', '2026-01-09', -1],
    ['2026-01-10', '2026-01-12', 1],
    ['2026-01-10', '2026-01-10', 0],
  ])('between %s and %s lie %i', (from, to, expected) => {
    expect(workingDaysBetween(january, from, to)).toBe(expected);
  });
});

describe('what a calendar is made of', () => {
  it('takes another weekend, and none at all', () => {
    const days = { holidays: [], from: '2026-01-05', to: '2026-01-18' };
    const gulf = workingCalendar({ ...days, weekend: ['fri', 'sat'] });
    expect(addWorkingDays(gulf, '2026-01-08', 1)).toBe('2026-01-11');
    expect(addWorkingDays(workingCalendar({ ...days, weekend: [] }), '2026-01-08', 3)).toBe('2026-01-11');
  });

  it('ignores holidays on a weekend, given twice, or outside the calendar', () => {
    const holidays = ['2026-01-07', '2026-01-07', '2026-01-10', '1999-01-01', '2040-01-01'];
    const calendar = workingCalendar({ holidays, from: '2026-01-05', to: '2026-01-18' });
    expect(addWorkingDays(calendar, '2026-01-05', 5)).toBe('2026-01-13');
    expect(workingDaysBetween(calendar, '2026-01-05', '2026-01-18')).toBe(8);
  });

  it('knows a calendar of a single day', () => {
    const calendar = workingCalendar({ holidays: [], from: '2026-01-07', to: '2026-01-07' });
    expect(isWorkingDay(calendar, '2026-01-07')).toBe(true);
    expect(() => addWorkingDays(calendar, '2026-01-07', 1)).toThrow(CalendarHorizonError);
  });

  it('refuses an end before its beginning, holidays that do not exist and unknown days of the week', () => {
    const days = { holidays: [], from: '2026-01-05', to: '2026-01-18' };
    expect(() => workingCalendar({ ...days, to: '2026-01-04' })).toThrow(RangeError);
    expect(() => workingCalendar({ ...days, holidays: ['2026-02-30'] })).toThrow(RangeError);
    expect(() => workingCalendar({ ...days, weekend: ['sunday' as 'sun'] })).toThrow(RangeError);
    expect(() => workingCalendar({ ...days, from: '2026-1-5' })).toThrow(RangeError);
  });
});
