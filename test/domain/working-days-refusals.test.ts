import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  CalendarHorizonError,
  isWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from '../../shared/domain/working-days.ts';
import { calendarOf } from '../support/rules.ts';

const january = workingCalendar({ holidays: [], from: '2025-12-29', to: '2026-01-18' });

describe('the horizon', () => {
  const { known } = calendarOf('england-and-wales');

  it('reaches from the first to the last day of the years that are published', () => {
    expect(known).toMatchObject({ from: '2012-01-01', to: '2028-12-31' });
    expect(isWorkingDay(known, '2012-01-01')).toBe(false);
    expect(isWorkingDay(known, '2028-12-31')).toBe(false);
  });

  it.each([
    ['forward', () => addWorkingDays(known, '2028-12-28', 2)],
    ['back', () => addWorkingDays(known, '2012-01-03', -1)],
    ['from a day after it', () => addWorkingDays(known, '2029-01-01', 0)],
    ['from a day before it', () => addWorkingDays(known, '2011-12-31', 1)],
    ['between, at the end', () => workingDaysBetween(known, '2028-01-04', '2029-01-01')],
    ['between, at the beginning', () => workingDaysBetween(known, '2011-12-31', '2012-01-04')],
    ['of a single day', () => isWorkingDay(known, '2029-01-01')],
    ['by an absurd count', () => addWorkingDays(known, '2026-01-05', 1e15)],
    ['by an absurd count back', () => addWorkingDays(known, '2026-01-05', -1e15)],
  ])('is refused by name: %s', (_, count) => {
    expect(count).toThrow(CalendarHorizonError);
  });

  it('is reached on its very last working day', () => {
    expect(addWorkingDays(known, '2028-12-28', 1)).toBe('2028-12-29');
    expect(addWorkingDays(known, '2012-01-04', -1)).toBe('2012-01-03');
  });

  it('tells the days that are known', () => {
    const refused = catchError(() => isWorkingDay(known, '2029-06-01'));
    expect(refused).toMatchObject({
      name: 'CalendarHorizonError',
      horizon: { from: '2012-01-01', to: '2028-12-31' },
      message: '2029-06-01 lies outside the calendar, which knows 2012-01-01 to 2028-12-31',
    });
  });
});

describe('nonsense', () => {
  const dates = [
    '2026-02-30',
    '2026-2-3',
    '',
    '20260101',
    'not-a-date',
    '2026-01-01T00:00',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2027-02-29',
    ' 2026-01-05',
    '2026-01-05 ',
    '+2026-01-05',
    '2026/01/05',
    '２０２６-01-05',
  ];
  it.each(dates)('refuses %j as a date, and not as one beyond the horizon', (text) => {
    const { known } = calendarOf('england-and-wales');
    for (const count of [
      () => addWorkingDays(known, text, 1),
      () => isWorkingDay(known, text),
      () => workingDaysBetween(known, text, '2026-01-05'),
      () => workingDaysBetween(known, '2026-01-05', text),
    ])
      expect(catchError(count)).toBeInstanceOf(RangeError);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, -1.2, '3' as unknown as number])(
    'refuses %s as a number of days',
    (days) => {
      expect(() => addWorkingDays(january, '2026-01-05', days)).toThrow(RangeError);
    },
  );
});

function catchError(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
