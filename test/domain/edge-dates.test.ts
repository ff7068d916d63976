import { describe, expect, it } from 'vitest';
import { bundledCalendar } from '../../shared/calendar/calendar.ts';
import { type Nation, nations } from '../../shared/domain/calendar.ts';
import { addWorkingDays } from '../../shared/domain/working-days.ts';

/** Where a count meets the holidays that make counting hard. Worked out from a printed calendar. */
type Row = [start: string, count: number, expected: Record<Nation, string>, why: string];

/** The same date in all nations. */
const everywhere = (date: string): Record<Nation, string> => ({
  'england-and-wales': date,
  scotland: date,
  'northern-ireland': date,
});

const easter: Row[] = [
  ['2024-03-27', 5, scotlandApart('2024-04-05', '2024-04-04'), 'over Good Friday 29 March and Easter Monday'],
  ['2024-03-28', 10, scotlandApart('2024-04-15', '2024-04-12'), 'from the Thursday before'],
  ['2024-03-29', 1, scotlandApart('2024-04-02', '2024-04-01'), 'from Good Friday itself'],
  ['2024-04-02', -1, scotlandApart('2024-03-28', '2024-04-01'), 'back over it'],
  ['2026-04-01', 5, scotlandApart('2026-04-10', '2026-04-09'), 'over Good Friday 3 April and Easter Monday'],
  ['2026-04-03', 1, scotlandApart('2026-04-07', '2026-04-06'), 'from Good Friday itself'],
  ['2026-04-06', 1, everywhere('2026-04-07'), 'from Easter Monday, worked or not'],
];

const christmas: Row[] = [
  ['2026-12-23', 1, everywhere('2026-12-24'), 'Christmas Eve is worked'],
  [
    '2026-12-23',
    2,
    everywhere('2026-12-29'),
    'Friday is Christmas, Monday stands for Boxing Day on a Saturday',
  ],
  ['2026-12-23', 5, scotlandApart('2027-01-04', '2027-01-05'), 'and over New Year, a Friday'],
  ['2026-12-24', 5, scotlandApart('2027-01-05', '2027-01-06'), 'Scotland: Monday 4th stands for 2nd January'],
  ['2026-12-25', 5, scotlandApart('2027-01-05', '2027-01-06'), 'from Christmas Day'],
  ['2026-12-28', 1, everywhere('2026-12-29'), 'from the day that stands for Boxing Day'],
  ['2026-12-31', 1, scotlandApart('2027-01-04', '2027-01-05'), 'from New Year’s Eve'],
  ['2027-01-01', 1, scotlandApart('2027-01-04', '2027-01-05'), 'from New Year’s Day'],
  ['2027-01-05', -5, scotlandApart('2026-12-24', '2026-12-23'), 'back over all of it'],
  ['2027-01-05', 5, everywhere('2027-01-12'), 'after all of it'],
  ['2027-12-23', 1, everywhere('2027-12-24'), 'a Friday'],
  ['2027-12-24', 1, everywhere('2027-12-29'), 'Monday and Tuesday stand for Christmas and Boxing Day'],
  ['2027-12-23', 5, scotlandApart('2028-01-04', '2028-01-05'), 'Monday 3rd stands for New Year’s Day'],
  [
    '2027-12-31',
    1,
    scotlandApart('2028-01-04', '2028-01-05'),
    'Scotland: Tuesday 4th stands for 2nd January',
  ],
  ['2028-01-05', -5, scotlandApart('2027-12-24', '2027-12-23'), 'back over all of it'],
];

const substitutes: Row[] = [
  ['2012-01-01', 1, scotlandApart('2012-01-03', '2012-01-04'), 'New Year’s Day on a Sunday'],
  ['2015-12-24', 1, everywhere('2015-12-29'), 'Boxing Day on a Saturday'],
  ['2016-12-23', 1, everywhere('2016-12-28'), 'Christmas Day on a Sunday'],
  ['2021-12-23', 5, scotlandApart('2022-01-04', '2022-01-05'), 'Christmas and New Year’s Day on Saturdays'],
  ['2022-12-23', 5, scotlandApart('2023-01-04', '2023-01-05'), 'Christmas and New Year’s Day on Sundays'],
];

const ofOneNation: Row[] = [
  ['2026-11-27', 1, scotlandApart('2026-11-30', '2026-12-01'), 'St Andrew’s Day on a Monday'],
  ['2024-11-29', 1, scotlandApart('2024-12-02', '2024-12-03'), 'on a Saturday, so Monday 2 December'],
  ['2025-11-28', 1, scotlandApart('2025-12-01', '2025-12-02'), 'on a Sunday, so Monday 1 December'],
  ['2024-07-11', 1, irelandApart('2024-07-12', '2024-07-15'), 'Battle of the Boyne on a Friday'],
  ['2025-07-11', 1, irelandApart('2025-07-14', '2025-07-15'), 'on a Saturday, so Monday 14 July'],
  ['2026-07-10', 1, irelandApart('2026-07-13', '2026-07-14'), 'on a Sunday, so Monday 13 July'],
  ['2026-03-16', 1, irelandApart('2026-03-17', '2026-03-18'), 'St Patrick’s Day on a Tuesday'],
  ['2023-03-16', 1, irelandApart('2023-03-17', '2023-03-20'), 'on a Friday'],
  ['2024-03-15', 1, irelandApart('2024-03-18', '2024-03-19'), 'on a Sunday, so Monday 18 March'],
  ['2026-07-31', 1, scotlandApart('2026-08-03', '2026-08-04'), 'Scotland’s summer holiday'],
  ['2026-08-28', 1, scotlandApart('2026-09-01', '2026-08-31'), 'the others’ summer holiday'],
];

const onceOnly: Row[] = [
  ['2012-05-25', 1, everywhere('2012-05-28'), 'the spring holiday of 2012 was moved away'],
  ['2012-06-01', 1, everywhere('2012-06-06'), 'to Monday 4 June, before the Diamond Jubilee'],
  ['2020-05-01', 1, everywhere('2020-05-04'), 'the early May holiday of 2020 was moved away'],
  ['2020-05-07', 1, everywhere('2020-05-11'), 'to Friday 8 May, VE day'],
  ['2022-05-27', 1, everywhere('2022-05-30'), 'the spring holiday of 2022 was moved away'],
  ['2022-06-01', 1, everywhere('2022-06-06'), 'to Thursday 2 June, before the Platinum Jubilee'],
  ['2022-09-16', 1, everywhere('2022-09-20'), 'the State Funeral on Monday 19 September'],
  ['2022-09-08', 10, everywhere('2022-09-23'), 'announced while a count was running'],
  ['2023-05-05', 1, everywhere('2023-05-09'), 'the Coronation on Monday 8 May'],
  ['2023-04-28', 5, everywhere('2023-05-09'), 'a week after the early May holiday'],
  ['2026-06-12', 1, scotlandApart('2026-06-15', '2026-06-16'), 'the World Cup, in Scotland only'],
];

function scotlandApart(date: string, scotland: string): Record<Nation, string> {
  return { ...everywhere(date), scotland };
}

function irelandApart(date: string, ireland: string): Record<Nation, string> {
  return { ...everywhere(date), 'northern-ireland': ireland };
}

describe.each([
  ['Easter', easter],
  ['Christmas and New Year', christmas],
  ['days that stand for others', substitutes],
  ['a holiday of one nation', ofOneNation],
  ['a holiday that was there once', onceOnly],
])('counting over %s', (_, rows) => {
  const cases = rows.flatMap(([start, count, expected, why]) =>
    nations.map((nation) => ({ nation, start, count, expected: expected[nation], why })),
  );
  it.each(cases)(
    'in $nation, $count from $start is $expected: $why',
    ({ nation, start, count, expected }) => {
      expect(addWorkingDays(bundledCalendar([nation]).known, start, count)).toBe(expected);
    },
  );
});
