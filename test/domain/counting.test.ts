import { describe, expect, it } from 'vitest';
import { buildCalendar, bundledHolidays } from '../../shared/calendar/calendar.ts';
import { type Nation, nations } from '../../shared/domain/calendar.ts';
import type { StartDay } from '../../shared/domain/limit.ts';
import { oweStage, receipt } from '../../shared/domain/stage-dates.ts';
import { at, calendarOf, englandAndWales, versionOf } from '../support/rules.ts';
import { countLimit } from './count-limit.ts';

describe('working days by each convention of what the day of receipt is', () => {
  const conventions: Record<string, StartDay> = { A: 'day-zero', B: 'roll-forward', C: 'day-one' };
  it.each<[string, string, Nation, number, string]>([
    ['2026-03-10', 'A', 'england-and-wales', 5, '2026-03-17'],
    ['2026-03-10', 'A', 'england-and-wales', 10, '2026-03-24'],
    ['2026-03-10', 'B', 'england-and-wales', 5, '2026-03-17'],
    ['2026-03-10', 'B', 'england-and-wales', 10, '2026-03-24'],
    ['2026-03-10', 'C', 'england-and-wales', 5, '2026-03-16'],
    ['2026-03-10', 'C', 'england-and-wales', 10, '2026-03-23'],
    ['2026-03-10', 'C', 'england-and-wales', 20, '2026-04-08'],
    ['2026-03-14', 'A', 'england-and-wales', 5, '2026-03-20'],
    ['2026-03-14', 'A', 'england-and-wales', 10, '2026-03-27'],
    ['2026-03-14', 'B', 'england-and-wales', 5, '2026-03-23'],
    ['2026-03-14', 'B', 'england-and-wales', 10, '2026-03-30'],
    ['2026-03-14', 'C', 'england-and-wales', 5, '2026-03-20'],
    ['2026-03-14', 'C', 'england-and-wales', 10, '2026-03-27'],
    ['2026-03-14', 'C', 'england-and-wales', 20, '2026-04-14'],
    ['2026-04-02', 'A', 'england-and-wales', 5, '2026-04-13'],
    ['2026-04-02', 'B', 'northern-ireland', 10, '2026-04-20'],
    ['2026-04-02', 'A', 'scotland', 5, '2026-04-10'],
    ['2026-04-02', 'B', 'scotland', 10, '2026-04-17'],
    ['2026-12-23', 'A', 'england-and-wales', 5, '2027-01-04'],
    ['2026-12-23', 'B', 'england-and-wales', 10, '2027-01-11'],
    ['2026-12-23', 'A', 'scotland', 5, '2027-01-05'],
    ['2026-12-23', 'B', 'scotland', 10, '2027-01-12'],
    ['2026-06-10', 'A', 'scotland', 5, '2026-06-18'],
    ['2026-06-10', 'B', 'scotland', 10, '2026-06-25'],
    ['2026-06-10', 'A', 'england-and-wales', 5, '2026-06-17'],
    ['2026-06-10', 'B', 'england-and-wales', 10, '2026-06-24'],
  ])('received on %s, convention %s in %s: %i are over on %s', (on, convention, nation, days, dueOn) => {
    const startDay = conventions[convention] ?? 'day-zero';
    const each = { startDay, calendar: calendarOf(nation), limit: { count: days } };
    expect(countLimit(`${on}T10:00:00Z`, each).dueOn).toBe(dueOn);
  });

  it('name the working day from which they count where it is another', () => {
    const good = '2026-04-03T10:00:00Z';
    expect(countLimit(good).derivation).not.toHaveProperty('from');
    expect(countLimit(good, { startDay: 'roll-forward' })).toMatchObject({
      dueOn: '2026-04-14',
      derivation: {
        startOn: '2026-04-03',
        from: '2026-04-07',
        skipped: [{ name: 'Good Friday' }, { name: 'Easter Monday' }],
      },
    });
    expect(countLimit(good, { startDay: 'day-one' })).toMatchObject({
      dueOn: '2026-04-13',
      derivation: { startOn: '2026-04-03', from: '2026-04-07' },
    });
    expect(countLimit('2026-03-10T10:00:00Z', { startDay: 'day-one' }).derivation).not.toHaveProperty('from');
  });
});

describe('what comes in when the offices have closed', () => {
  const rolling = { startDay: 'roll-forward', closesAt: '17:00' } as const;
  it.each([
    ['a minute before, on that day', '2026-03-10T16:59:59Z', '2026-03-17'],
    ['at the very time, on the next', '2026-03-10T17:00:00Z', '2026-03-18'],
    ['by the time in London in summer', '2026-06-09T16:00:00Z', '2026-06-17'],
    ['an hour before it there', '2026-06-09T15:59:00Z', '2026-06-16'],
    ['on Friday night, on Monday', '2026-03-13T22:00:00Z', '2026-03-23'],
    ['on Saturday night, on Monday too', '2026-03-14T22:00:00Z', '2026-03-23'],
  ])('counts as received %s', (_, from, dueOn) => {
    expect(countLimit(from, rolling).dueOn).toBe(dueOn);
  });

  it('is flagged, and where nothing closes it is not', () => {
    expect(countLimit('2026-03-10T17:00:00Z', rolling).derivation).toMatchObject({
      afterHours: true,
      from: '2026-03-11',
    });
    expect(countLimit('2026-03-10T16:59:00Z', rolling).derivation).not.toHaveProperty('afterHours');
    expect(countLimit('2026-03-10T23:00:00Z', { startDay: 'roll-forward' }).dueOn).toBe('2026-03-17');
  });

  it('is the resident’s, and not our own acknowledgement', () => {
    const acknowledged = countLimit('2026-03-10T18:00:00Z', { ...rolling, countedFrom: 'acknowledgement' });
    expect(acknowledged.dueOn).toBe('2026-03-17');
  });

  it('moves the dates that a receipt owes', () => {
    const policy = { ...versionOf('day-zero'), ...rolling };
    const owed = oweStage(1, receipt(at('2026-03-10T17:30:00Z')), policy, englandAndWales);
    expect(owed.map(({ dueOn }) => dueOn)).toEqual(['2026-03-18', '2026-04-01']);
  });
});

describe('a limit with nations of its own', () => {
  it('leaves out a bank holiday in any of them', () => {
    // Tuesday 17 March is St Patrick's Day, in Northern Ireland only.
    const limit = { count: 1, nations: [...nations] };
    expect(countLimit('2026-03-16T10:00:00Z', { limit: { count: 1 } }).dueOn).toBe('2026-03-17');
    expect(countLimit('2026-03-16T10:00:00Z', { limit })).toMatchObject({
      dueOn: '2026-03-18',
      derivation: { nations, skipped: [{ on: '2026-03-17', name: 'St Patrick’s Day' }] },
    });
  });

  it('or counts one that is none in them', () => {
    const limit = { nations: ['scotland'] satisfies Nation[] };
    expect(countLimit('2026-04-02T10:00:00Z', { limit }).dueOn).toBe('2026-04-10');
  });
});

describe('the days on which a landlord is closed', () => {
  const closures = ['24', '29', '30', '31'].map((day) => ({
    on: `2026-12-${day}`,
    name: 'Christmas closure',
  }));
  const closed = buildCalendar(bundledHolidays, 1, ['england-and-wales'], closures);

  it('are worked unless its policy leaves them out, and named as closures then', () => {
    expect(countLimit('2026-12-23T10:00:00Z').dueOn).toBe('2027-01-04');
    const { dueOn, derivation } = countLimit('2026-12-23T10:00:00Z', { calendar: closed });
    expect(dueOn).toBe('2027-01-08');
    expect(derivation.skipped.slice(0, 3)).toEqual([
      { on: '2026-12-24', name: 'Christmas closure', closure: true },
      { on: '2026-12-25', name: 'Christmas Day' },
      { on: '2026-12-28', name: 'Boxing Day' },
    ]);
  });

  it('move a last day that falls on them, and are named for it', () => {
    const limit = { unit: 'months', count: 1, lastDay: 'next-working-day' } as const;
    const { dueOn, derivation } = countLimit('2026-11-30T10:00:00Z', { calendar: closed, limit });
    expect(dueOn).toBe('2027-01-04');
    expect(derivation.skipped.map(({ on }) => on)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
  });
});
