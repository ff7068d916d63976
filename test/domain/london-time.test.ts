import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMinutes,
  instant,
  instantOf,
  londonDateOf,
  londonInstant,
  londonTimeOf,
  millisecondsOf,
} from '../../shared/domain/london-time.ts';
import { date } from '../support/rules.ts';

const dateAt = (text: string) => londonDateOf(instant(text));
const timeAt = (text: string) => londonTimeOf(instant(text));

describe('the day in London', () => {
  it.each([
    ['a summer evening that is already tomorrow', '2026-06-30T23:30:00Z', '2026-07-01', '00:30'],
    ['the last millisecond of a summer day', '2026-06-30T22:59:59.999Z', '2026-06-30', '23:59'],
    ['the first instant of a summer day', '2026-06-30T23:00:00Z', '2026-07-01', '00:00'],
    ['the last millisecond of a winter day', '2026-12-23T23:59:59.999Z', '2026-12-23', '23:59'],
    ['the first instant of a winter day', '2026-12-24T00:00:00Z', '2026-12-24', '00:00'],
    ['the last minute of the year', '2026-12-31T23:59:00Z', '2026-12-31', '23:59'],
    ['a leap day', '2028-02-29T12:00:00Z', '2028-02-29', '12:00'],
    ['half an hour before clocks go forward', '2026-03-29T00:30:00Z', '2026-03-29', '00:30'],
    ['the last instant before clocks go forward', '2026-03-29T00:59:59.999Z', '2026-03-29', '00:59'],
    ['the instant at which clocks go forward', '2026-03-29T01:00:00Z', '2026-03-29', '02:00'],
    ['the end of the day on which clocks went forward', '2026-03-29T23:00:00Z', '2026-03-30', '00:00'],
    ['the first half past one of the day clocks go back', '2026-10-25T00:30:00Z', '2026-10-25', '01:30'],
    ['the second half past one of that day', '2026-10-25T01:30:00Z', '2026-10-25', '01:30'],
    ['the last minute of the day before clocks go back', '2026-10-24T22:59:00Z', '2026-10-24', '23:59'],
    ['the last minute of the day on which clocks went back', '2026-10-25T23:59:00Z', '2026-10-25', '23:59'],
  ])('%s: %s is %s at %s', (_, at, day, time) => {
    expect(dateAt(at)).toBe(day);
    expect(timeAt(at)).toBe(time);
  });
});

describe('a time of the clock in London', () => {
  it.each([
    ['2026-07-01', '09:00', '2026-07-01T08:00:00.000Z'],
    ['2026-07-01', '12:00', '2026-07-01T11:00:00.000Z'],
    ['2026-12-29', '09:00', '2026-12-29T09:00:00.000Z'],
    ['2026-12-29', '12:00', '2026-12-29T12:00:00.000Z'],
    ['2026-03-29', '09:00', '2026-03-29T08:00:00.000Z'],
    ['2026-03-28', '09:00', '2026-03-28T09:00:00.000Z'],
    ['2026-10-25', '09:00', '2026-10-25T09:00:00.000Z'],
    ['2026-10-24', '09:00', '2026-10-24T08:00:00.000Z'],
    ['2026-07-01', '00:00', '2026-06-30T23:00:00.000Z'],
    ['2026-07-01', '23:59', '2026-07-01T22:59:00.000Z'],
    ['2026-12-24', '00:00', '2026-12-24T00:00:00.000Z'],
    ['2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '00:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
  ])('%s %s is %s', (day, time, expected) => {
    expect(londonInstant(date(day), time)).toBe(expected);
  });

  it('takes a time that the spring change skips an hour later', () => {
    expect(londonInstant(date('2026-03-29'), '01:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(londonInstant(date('2026-03-29'), '01:30')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('takes the first of a time that the autumn change repeats', () => {
    expect(londonInstant(date('2026-10-25'), '01:00')).toBe('2026-10-25T00:00:00.000Z');
    expect(londonInstant(date('2026-10-25'), '01:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('leads back to the same day and time on every day of 2026, the skipped hour apart', () => {
    const day = fc
      .integer({ min: 0, max: 364 })
      .map((n) => instantOf(Date.UTC(2026, 0, 1 + n, 12)).slice(0, 10));
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(day, minute, (on, minutes) => {
        const hour = String(Math.floor(minutes / 60)).padStart(2, '0');
        fc.pre(!(on === '2026-03-29' && hour === '01'));
        const time = `${hour}:${String(minutes % 60).padStart(2, '0')}`;
        const at = londonInstant(date(on), time);
        expect([londonDateOf(at), londonTimeOf(at)]).toEqual([on, time]);
      }),
    );
  });
});

describe('an instant', () => {
  it('is written in UTC with milliseconds, whatever its offset, so that text order is time order', () => {
    expect(instant('2026-12-23T15:00:00Z')).toBe('2026-12-23T15:00:00.000Z');
    expect(instant('2026-07-01T00:30:00+01:00')).toBe('2026-06-30T23:30:00.000Z');
    expect(instant('2026-06-30T18:30:00.5-05:00')).toBe('2026-06-30T23:30:00.500Z');
  });

  it.each([
    '2026-12-23T15:00:00',
    '2026-12-23',
    'soon',
    '',
    'Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T25:00:00Z',
    '2026-01-01T10:00:00+99:99',
  ])('is not %j', (text) => {
    expect(() => instant(text)).toThrow(RangeError);
  });

  it('is not on a day that does not exist', () => {
    expect(() => instant('2026-02-30T10:00:00Z')).toThrow(RangeError);
  });

  it('is not a date in words', () => {
    expect(() => instant('1 January 2026 Z')).toThrow(RangeError);
  });

  it('moves by minutes over a clock change as by any others', () => {
    expect(addMinutes(instant('2026-03-29T00:59:00Z'), 2)).toBe('2026-03-29T01:01:00.000Z');
    expect(addMinutes(instant('2026-12-31T23:59:30Z'), 1)).toBe('2027-01-01T00:00:30.000Z');
    expect(millisecondsOf(instant('1970-01-01T00:00:01Z'))).toBe(1000);
  });
});
