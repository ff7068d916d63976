import { describe, expect, it } from 'vitest';
import { bundledCalendar } from '../../shared/calendar/calendar.ts';
import type { Nation } from '../../shared/domain/calendar.ts';
import { civilDate } from '../../shared/domain/civil-date.ts';
import { endOfDay, instant, londonDateOf } from '../../shared/domain/london-time.ts';
import { addWorkingDays } from '../../shared/domain/working-days.ts';

/** Where an instant of receipt is near midnight, a clock change or a leap day. Worked out from a printed calendar. */
type Row = [nation: Nation, received: string, count: number, expected: string, why: string];

const midnight: Row[] = [
  ['england-and-wales', '2026-06-30T22:30:00Z', 5, '2026-07-07', 'half past eleven on Tuesday 30 June'],
  ['england-and-wales', '2026-06-30T23:30:00Z', 5, '2026-07-08', 'half past midnight on Wednesday 1 July'],
  ['england-and-wales', '2026-07-01T00:30:00+01:00', 5, '2026-07-08', 'the same, as London writes it'],
  ['england-and-wales', '2026-12-15T23:30:00Z', 5, '2026-12-22', 'half past eleven on Tuesday 15 December'],
  ['england-and-wales', '2026-12-16T00:30:00Z', 5, '2026-12-23', 'half past midnight on Wednesday'],
  ['england-and-wales', '2026-07-10T22:59:59.999Z', 1, '2026-07-13', 'the last of Friday 10 July'],
  ['england-and-wales', '2026-07-12T22:59:59.999Z', 1, '2026-07-13', 'the last of Sunday 12 July'],
  ['england-and-wales', '2026-07-12T23:00:00Z', 1, '2026-07-14', 'the first of Monday 13 July'],
  [
    'scotland',
    '2026-06-11T23:30:00Z',
    1,
    '2026-06-16',
    'Friday 12 June already; Monday is the World Cup holiday',
  ],
  ['scotland', '2026-06-11T22:30:00Z', 1, '2026-06-12', 'Thursday 11 June still'],
  ['northern-ireland', '2026-12-31T23:30:00Z', 1, '2027-01-04', 'New Year’s Eve still, a Thursday'],
  ['northern-ireland', '2027-01-01T00:30:00Z', 1, '2027-01-04', 'New Year’s Day, a Friday'],
];

const clockChanges: Row[] = [
  ['england-and-wales', '2026-03-28T23:30:00Z', 1, '2026-03-30', 'the evening before clocks go forward'],
  ['england-and-wales', '2026-03-29T00:59:59.999Z', 1, '2026-03-30', 'the last before the skipped hour'],
  ['england-and-wales', '2026-03-29T01:00:00Z', 1, '2026-03-30', 'the first after it, two o’clock'],
  ['england-and-wales', '2026-03-29T22:30:00Z', 1, '2026-03-30', 'half past eleven that Sunday'],
  ['england-and-wales', '2026-03-29T23:30:00Z', 1, '2026-03-31', 'Monday 30 March already'],
  ['england-and-wales', '2026-03-29T01:30:00Z', 5, '2026-04-07', 'and over Good Friday and Easter Monday'],
  ['northern-ireland', '2026-03-29T01:30:00Z', 5, '2026-04-07', 'and over Good Friday and Easter Monday'],
  ['scotland', '2026-03-29T01:30:00Z', 5, '2026-04-06', 'where Easter Monday is worked'],
  [
    'england-and-wales',
    '2024-03-31T00:30:00Z',
    1,
    '2024-04-02',
    'clocks went forward on Easter Sunday of 2024',
  ],
  ['scotland', '2024-03-31T00:30:00Z', 1, '2024-04-01', 'where Easter Monday is worked'],
  ['england-and-wales', '2024-03-28T23:30:00Z', 1, '2024-04-02', 'winter time on the eve of Good Friday'],
  ['england-and-wales', '2024-04-01T23:30:00Z', 1, '2024-04-03', 'summer time: Tuesday 2 April already'],
  ['england-and-wales', '2026-10-24T22:30:00Z', 1, '2026-10-26', 'Saturday evening'],
  ['england-and-wales', '2026-10-24T23:30:00Z', 1, '2026-10-26', 'Sunday, in summer time yet'],
  ['england-and-wales', '2026-10-25T00:30:00Z', 5, '2026-10-30', 'the first half past one'],
  ['england-and-wales', '2026-10-25T01:30:00Z', 5, '2026-10-30', 'the second half past one'],
  ['england-and-wales', '2026-10-25T23:30:00Z', 1, '2026-10-26', 'Sunday still, in winter time'],
  ['england-and-wales', '2026-10-26T00:30:00Z', 1, '2026-10-27', 'Monday 26 October'],
];

const leapDays: Row[] = [
  ['england-and-wales', '2028-02-28T12:00:00Z', 1, '2028-02-29', 'the leap day is a Tuesday'],
  ['england-and-wales', '2028-02-25T12:00:00Z', 2, '2028-02-29', 'and comes after Monday'],
  ['scotland', '2028-02-28T23:30:00Z', 2, '2028-03-01', 'late on the Monday before it'],
  ['scotland', '2028-02-29T00:30:00Z', 5, '2028-03-07', 'early on it'],
  ['northern-ireland', '2028-02-29T23:30:00Z', 1, '2028-03-01', 'late on it'],
  ['northern-ireland', '2028-03-01T00:30:00Z', 1, '2028-03-02', 'the day after it'],
  ['england-and-wales', '2028-03-01T12:00:00Z', -1, '2028-02-29', 'counted back to it'],
  ['england-and-wales', '2024-02-28T12:00:00Z', 2, '2024-03-01', 'over Thursday 29 February 2024'],
  ['england-and-wales', '2024-02-29T12:00:00Z', 10, '2024-03-14', 'from it'],
  ['england-and-wales', '2027-02-26T12:00:00Z', 1, '2027-03-01', 'a year without one'],
];

describe.each([
  ['around midnight', midnight],
  ['on a day that clocks change', clockChanges],
  ['around a leap day', leapDays],
])('received %s', (_, rows) => {
  it.each(rows)('in %s at %s, %i working days later is %s: %s', (nation, received, count, expected) => {
    const start = londonDateOf(instant(received));
    expect(addWorkingDays(bundledCalendar([nation]).known, start, count)).toBe(expected);
  });
});

describe('the end of a due date', () => {
  it.each([
    ['2026-06-30', '2026-06-30T23:00:00.000Z', 'in summer'],
    ['2026-12-31', '2027-01-01T00:00:00.000Z', 'in winter, with the year'],
    ['2026-03-28', '2026-03-29T00:00:00.000Z', 'before clocks go forward'],
    ['2026-03-29', '2026-03-29T23:00:00.000Z', 'after twenty-three hours'],
    ['2026-10-24', '2026-10-24T23:00:00.000Z', 'before clocks go back'],
    ['2026-10-25', '2026-10-26T00:00:00.000Z', 'after twenty-five hours'],
    ['2028-02-28', '2028-02-29T00:00:00.000Z', 'before a leap day'],
    ['2028-02-29', '2028-03-01T00:00:00.000Z', 'of a leap day'],
  ])('%s is %s: %s', (due, expected) => {
    expect(endOfDay(civilDate(due))).toBe(expected);
  });
});
