import { describe, expect, it } from 'vitest';
import { countDays } from '../../shared/domain/counting.ts';
import { deriveDeadline } from '../../shared/domain/deadline.ts';
import type { Limit, StartDay } from '../../shared/domain/limit.ts';
import { date, englandAndWales, versionOf } from '../support/rules.ts';
import { countLimit } from './count-limit.ts';

describe('units of the civil calendar', () => {
  const end = (startOn: string, unit: Limit['unit'], days: number, startDay?: StartDay) =>
    countDays({ startOn: date(startOn), unit, count: days, lastDay: 'as-counted', startDay }, englandAndWales)
      .dueOn;

  it.each<[string, number, Limit['unit'], string]>([
    ['2026-03-10', 14, 'calendar-days', '2026-03-24'],
    ['2026-12-23', 10, 'calendar-days', '2027-01-02'],
    ['2026-03-10', 12, 'weeks', '2026-06-02'],
    ['2026-03-10', 6, 'months', '2026-09-10'],
    ['2026-01-31', 1, 'months', '2026-02-28'],
    ['2028-01-31', 1, 'months', '2028-02-29'],
    ['2028-02-29', 12, 'months', '2029-02-28'],
    ['2028-02-29', 48, 'months', '2032-02-29'],
    ['2026-11-30', 3, 'months', '2027-02-28'],
    ['2027-11-30', 3, 'months', '2028-02-29'],
    ['2026-05-31', 1, 'months', '2026-06-30'],
  ])('%s and %i %s end on %s', (startOn, days, unit, dueOn) => {
    expect(end(startOn, unit, days)).toBe(dueOn);
  });

  it('count the first day in where it is day one, and from a working day where the start rolls', () => {
    expect(end('2026-03-10', 'weeks', 1, 'day-one')).toBe('2026-03-16');
    expect(end('2026-03-10', 'weeks', 1, 'roll-forward')).toBe('2026-03-17');
    expect(end('2026-01-31', 'months', 1, 'roll-forward')).toBe('2026-03-02');
    expect(end('2026-01-31', 'months', 1, 'day-one')).toBe('2026-03-01');
  });

  it('are not for hours', () => {
    expect(() => end('2026-03-10', 'clock-hours', 24)).toThrow('not counted in days');
  });

  it.each<[string, Limit['lastDay'], string]>([
    ['2026-03-01', 'as-counted', '2026-03-15'], // a Sunday
    ['2026-03-01', 'next-working-day', '2026-03-16'],
    ['2026-03-01', 'previous-working-day', '2026-03-13'],
    ['2026-03-20', 'as-counted', '2026-04-03'], // Good Friday
    ['2026-03-20', 'next-working-day', '2026-04-07'],
    ['2026-03-20', 'previous-working-day', '2026-04-02'],
    ['2026-12-11', 'as-counted', '2026-12-25'], // Christmas
    ['2026-12-11', 'next-working-day', '2026-12-29'],
    ['2026-12-11', 'previous-working-day', '2026-12-24'],
    ['2026-03-10', 'next-working-day', '2026-03-24'],
    ['2026-03-10', 'previous-working-day', '2026-03-24'],
  ])('two weeks from %s with the last day %s end on %s', (startOn, lastDay, dueOn) => {
    const counted = countLimit(`${startOn}T10:00:00Z`, { limit: { unit: 'weeks', count: 2, lastDay } });
    expect(counted.dueOn).toBe(dueOn);
  });

  it('keep where the count ended, and the days that moved it', () => {
    const limit = { unit: 'weeks', count: 2, lastDay: 'next-working-day' } as const;
    expect(countLimit('2026-03-20T10:00:00Z', { limit }).derivation).toMatchObject({
      countedTo: '2026-04-03',
      skipped: [
        { on: '2026-04-03', name: 'Good Friday' },
        { on: '2026-04-06', name: 'Easter Monday' },
      ],
    });
    const before = { ...limit, lastDay: 'previous-working-day' } as const;
    expect(countLimit('2026-03-23T10:00:00Z', { limit: before })).toMatchObject({
      dueOn: '2026-04-02',
      derivation: {
        countedTo: '2026-04-06',
        skipped: [{ name: 'Good Friday' }, { name: 'Easter Monday' }],
      },
    });
    expect(countLimit('2026-03-10T10:00:00Z', { limit }).derivation).not.toHaveProperty('countedTo');
  });

  it('are provisional past the horizon where a last day may move, and only there', () => {
    const limit = { unit: 'months', count: 2 } as const;
    const isProvisional = (lastDay: NonNullable<Limit['lastDay']>, from: string) =>
      countLimit(from, { limit: { ...limit, lastDay } }).derivation.beyondHorizon;
    expect(isProvisional('as-counted', '2028-11-15T10:00:00Z')).toBe(false);
    expect(isProvisional('next-working-day', '2028-11-15T10:00:00Z')).toBe(true);
    expect(isProvisional('next-working-day', '2028-10-27T10:00:00Z')).toBe(false);
    // Sunday 31 December 2028 rolls into a year of which nothing is known.
    expect(isProvisional('next-working-day', '2028-10-31T10:00:00Z')).toBe(true);
    expect(isProvisional('previous-working-day', '2028-10-31T10:00:00Z')).toBe(false);
  });
});

describe('hours of the clock', () => {
  const hours = (from: string) => countLimit(from, { limit: { unit: 'clock-hours', count: 24 } });
  it.each([
    [
      'the night of 29 March 2026, which has an hour less',
      '2026-03-28T20:00:00.000Z',
      '2026-03-29T20:00:00.000Z',
    ],
    [
      'the night of 25 October 2026, which has an hour more',
      '2026-10-24T20:00:00.000Z',
      '2026-10-25T20:00:00.000Z',
    ],
    ['Christmas', '2026-12-24T16:00:00.000Z', '2026-12-25T16:00:00.000Z'],
  ])('are 24 over %s', (_, from, dueAt) => {
    expect(hours(from)).toMatchObject({ dueAt, derivation: { startAt: from, skipped: [] } });
  });

  it('end on the day in London', () => {
    expect(hours('2026-06-09T23:30:00.000Z').dueOn).toBe('2026-06-11');
    expect(hours('2026-12-09T23:30:00.000Z').dueOn).toBe('2026-12-10');
  });

  it('cannot be counted from a day', () => {
    const start = { countedFrom: 'receipt', on: date('2026-03-10') } as const;
    const limit = { unit: 'clock-hours', count: 24, source: 'code', clause: '1' } as const;
    expect(() => deriveDeadline(start, limit, versionOf('day-zero'), englandAndWales)).toThrow('an instant');
  });
});
