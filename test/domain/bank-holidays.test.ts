import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  type BankHolidays,
  type CalendarChange,
  differencesBetween,
  horizonOf,
} from '../../shared/domain/bank-holidays.ts';
import { nations } from '../../shared/domain/calendar.ts';
import { date } from '../support/rules.ts';

const day = (on: string, name: string) => ({ date: date(on), name });
const change = (
  kind: CalendarChange['change'],
  on: string,
  name: string,
  nation: CalendarChange['nation'] = 'england-and-wales',
): CalendarChange => ({ change: kind, nation, ...day(on, name) });

const known: BankHolidays = {
  'england-and-wales': [day('2026-12-25', 'Christmas Day'), day('2027-12-27', 'Christmas Day')],
  scotland: [day('2026-11-30', 'St Andrew’s Day'), day('2026-12-25', 'Christmas Day')],
  'northern-ireland': [day('2026-03-17', 'St Patrick’s Day'), day('2028-03-17', 'St Patrick’s Day')],
};

describe('changes to the bank holidays', () => {
  it('add and take away days in one nation, in the order of their dates, and leave the others', () => {
    const changes = [
      change('added', '2027-06-14', 'A day of thanks'),
      change('removed', '2026-12-25', 'Christmas Day'),
      change('added', '2026-01-01', 'New Year’s Day'),
    ];
    expect(applyChanges(known, changes)).toEqual({
      ...known,
      'england-and-wales': [
        day('2026-01-01', 'New Year’s Day'),
        day('2027-06-14', 'A day of thanks'),
        day('2027-12-27', 'Christmas Day'),
      ],
    });
    expect(known['england-and-wales']).toHaveLength(2);
  });

  it('follow one another, so that a day may be taken away and added under another name', () => {
    const changed = applyChanges(known, [
      change('removed', '2026-11-30', 'St Andrew’s Day', 'scotland'),
      change('added', '2026-11-30', 'Saint Andrew', 'scotland'),
    ]);
    expect(changed).toMatchObject({ scotland: [{ name: 'Saint Andrew' }, { name: 'Christmas Day' }] });
  });

  it.each([
    ['there already', change('added', '2026-12-25', 'Christmas'), 'there-already'],
    ['not there', change('removed', '2026-12-24', 'Christmas Eve'), 'not-there'],
    ['of another nation', change('removed', '2026-11-30', 'St Andrew’s Day'), 'not-there'],
    ['a Saturday', change('added', '2026-12-26', 'Boxing Day'), 'not-a-weekday'],
    ['a Sunday', change('added', '2026-12-27', 'A third holiday'), 'not-a-weekday'],
  ])('cannot be made where a day is %s, and say which', (_, impossible, why) => {
    const possible = change('added', '2027-06-14', 'A day of thanks');
    expect(applyChanges(known, [possible, impossible])).toEqual({ impossible: { change: impossible, why } });
  });
});

describe('the differences between what is known and what was announced', () => {
  const announce = (announced: Partial<BankHolidays>) =>
    differencesBetween(known, { ...known, ...announced });

  it('are none where nothing changed but names', () => {
    expect(announce({ scotland: known.scotland.map((each) => ({ ...each, name: 'A holiday' })) })).toEqual(
      [],
    );
  });

  it('are the days that came and the days that went, by nation and date', () => {
    const announced = {
      'england-and-wales': [day('2026-12-24', 'Christmas Eve'), day('2027-12-27', 'Christmas Day')],
      scotland: [
        day('2026-11-30', 'St Andrew’s Day'),
        day('2026-12-25', 'Christmas Day'),
        day('2026-12-28', 'Boxing Day'),
      ],
    };
    // Nothing is announced for 2026 in England any more but Christmas Eve, so that Christmas Day is taken away.
    expect(announce(announced)).toEqual([
      change('added', '2026-12-24', 'Christmas Eve'),
      change('removed', '2026-12-25', 'Christmas Day'),
      change('added', '2026-12-28', 'Boxing Day', 'scotland'),
    ]);
  });

  it('are a removal and an addition where a day moved', () => {
    const moved = {
      'england-and-wales': [day('2026-12-28', 'Christmas Day'), day('2027-12-27', 'Christmas Day')],
    };
    expect(announce(moved)).toEqual([
      change('removed', '2026-12-25', 'Christmas Day'),
      change('added', '2026-12-28', 'Christmas Day'),
    ]);
  });

  it('do not hold a year to be removed of which nothing is announced any more', () => {
    expect(announce({ 'england-and-wales': [day('2027-12-27', 'Christmas Day')] })).toEqual([]);
    expect(announce({ scotland: [] })).toEqual([]);
  });

  it('are a new year’s days where one is published', () => {
    const published = [...known.scotland, day('2027-01-01', 'New Year’s Day')];
    expect(announce({ scotland: published })).toEqual([
      change('added', '2027-01-01', 'New Year’s Day', 'scotland'),
    ]);
  });

  it('turn what is known into what was announced', () => {
    const announced: BankHolidays = {
      'england-and-wales': [day('2026-12-28', 'Christmas Day'), day('2027-12-27', 'Christmas Day')],
      scotland: [day('2026-12-25', 'Christmas Day')],
      'northern-ireland': [...known['northern-ireland'], day('2029-03-19', 'St Patrick’s Day')],
    };
    expect(applyChanges(known, differencesBetween(known, announced))).toEqual(announced);
  });
});

describe('the horizon', () => {
  it('is the end of the last year that every nation asked for has', () => {
    expect(nations.map((nation) => horizonOf(known, [nation]))).toEqual([
      '2027-12-31',
      '2026-12-31',
      '2028-12-31',
    ]);
    expect(horizonOf(known, ['northern-ireland', 'england-and-wales'])).toBe('2027-12-31');
    expect(horizonOf(known, [...nations])).toBe('2026-12-31');
  });
});
