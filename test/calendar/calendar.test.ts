import { describe, expect, it } from 'vitest';
import { buildCalendar, bundledCalendar, bundledHolidays } from '../../shared/calendar/calendar.ts';
import { type BankHolidays, differencesBetween } from '../../shared/domain/bank-holidays.ts';
import { addWorkingDays } from '../../shared/domain/working-days.ts';
import { date } from '../support/rules.ts';

const closures = [{ on: date('2026-12-24'), name: 'Christmas closure' }];
const copyOf = (holidays: BankHolidays): BankHolidays => structuredClone(holidays);

describe('a calendar', () => {
  it('leaves out the days on which the landlord is closed, besides bank holidays', () => {
    const open = bundledCalendar(['england-and-wales']);
    const closed = buildCalendar(bundledHolidays, 1, ['england-and-wales'], closures);
    expect(addWorkingDays(open.known, '2026-12-23', 2)).toBe('2026-12-29');
    expect(addWorkingDays(closed.known, '2026-12-23', 2)).toBe('2026-12-30');
    expect(addWorkingDays(closed.extended, '2026-12-23', 2)).toBe('2026-12-30');
    expect([...closed.closures]).toEqual([['2026-12-24', 'Christmas closure']]);
    expect(closed.holidayNames.has('2026-12-24')).toBe(false);
  });

  it('turns into that of other nations, with the same version and closures', () => {
    const scottish = buildCalendar(bundledHolidays, 7, ['england-and-wales'], closures).of(['scotland']);
    expect([scottish.version, scottish.nations]).toEqual([7, ['scotland']]);
    expect(scottish.holidayNames.get('2026-11-30')).toBe('St Andrew’s Day');
    expect(scottish.closures.get('2026-12-24')).toBe('Christmas closure');
  });

  it('begins with the year that every nation has, and is known up to the last that every nation has', () => {
    const uneven: BankHolidays = {
      ...bundledHolidays,
      scotland: bundledHolidays.scotland.filter(({ date }) => date > '2014' && date < '2027'),
    };
    const { known, extended } = buildCalendar(uneven, 2, ['england-and-wales', 'scotland']);
    expect([known.from, known.to]).toEqual(['2014-01-01', '2026-12-31']);
    expect([extended.from, extended.to]).toEqual(['2014-01-01', '2099-12-31']);
  });

  it('is built once, also where its holidays were read anew or its nations are named in another order', () => {
    const calendar = buildCalendar(copyOf(bundledHolidays), 3, ['scotland', 'england-and-wales'], closures);
    const again = buildCalendar(copyOf(bundledHolidays), 3, ['england-and-wales', 'scotland'], [...closures]);
    expect(again).toBe(calendar);
    expect(calendar.of(['england-and-wales', 'scotland'])).toBe(calendar);
  });

  it('is another where version, nations, closures or holidays are', () => {
    const calendar = buildCalendar(bundledHolidays, 3, ['scotland'], closures);
    const fewer = { ...bundledHolidays, scotland: bundledHolidays.scotland.slice(0, -1) };
    const others = [
      buildCalendar(bundledHolidays, 4, ['scotland'], closures),
      buildCalendar(bundledHolidays, 3, ['northern-ireland'], closures),
      buildCalendar(bundledHolidays, 3, ['scotland']),
      buildCalendar(fewer, 3, ['scotland'], closures),
    ];
    expect(others).not.toContain(calendar);
    expect(others[3]?.holidayNames.has('2028-12-26')).toBe(false);
  });

  it('is forgotten once many others were used since it was, and not before', () => {
    const scottish = (version: number) => buildCalendar(bundledHolidays, version, ['scotland']);
    const useAll = (from: number, to: number) => {
      for (let version = from; version <= to; version++) scottish(version);
    };
    const first = scottish(100);
    useAll(101, 123);
    expect(scottish(100)).toBe(first);
    useAll(124, 146);
    expect(scottish(100)).toBe(first);
    useAll(147, 170);
    expect(scottish(100)).not.toBe(first);
  });
});

describe('the bundled bank holidays', () => {
  it('are those of three nations from 2012 to 2028', () => {
    expect(Object.entries(bundledHolidays).map(([nation, days]) => [nation, days.length])).toEqual([
      ['england-and-wales', 140],
      ['scotland', 158],
      ['northern-ireland', 174],
    ]);
    expect(differencesBetween(bundledHolidays, bundledHolidays)).toEqual([]);
    expect(bundledCalendar(['scotland']).version).toBe(1);
  });
});
