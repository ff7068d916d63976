import { describe, expect, it } from 'vitest';
import { readRecurrence } from '../../../infra/local/schedules.ts';

function occurrences(expression: string, timeZone: string, from: string, count: number): string[] {
  const { nextAfter } = readRecurrence(expression, timeZone, 'Schedule Test');
  const found: string[] = [];
  for (let at = Date.parse(from); found.length < count; ) {
    const next = nextAfter(at);
    if (next === undefined) break;
    found.push(new Date(next).toISOString().slice(0, 16));
    at = next;
  }
  return found;
}

describe('a rate', () => {
  it('ticks on multiples of itself since the epoch, whenever the stack was started', () => {
    expect(occurrences('rate(5 minutes)', 'UTC', '2026-12-23T15:02:17.250Z', 3)).toEqual([
      '2026-12-23T15:05',
      '2026-12-23T15:10',
      '2026-12-23T15:15',
    ]);
  });

  it('ticks again only after the instant asked about', () => {
    expect(occurrences('rate(1 hour)', 'UTC', '2026-12-23T15:00:00Z', 1)).toEqual(['2026-12-23T16:00']);
  });

  it.each(['rate(1 minutes)', 'rate(5 minute)', 'rate(0 minutes)', 'rate(5 weeks)', 'rate(1.5 hours)'])(
    'is refused when AWS would refuse it: %s',
    (expression) => {
      expect(() => readRecurrence(expression, 'UTC', 'Rule R')).toThrow(/^Rule R runs by rate/);
    },
  );
});

describe('a cron expression in London', () => {
  it('keeps its local hour over the change to summer time', () => {
    expect(occurrences('cron(0 7 * * ? *)', 'Europe/London', '2026-03-27T12:00:00Z', 3)).toEqual([
      '2026-03-28T07:00',
      '2026-03-29T06:00',
      '2026-03-30T06:00',
    ]);
  });

  it('keeps its local hour over the change to winter time', () => {
    expect(occurrences('cron(0 7 * * ? *)', 'Europe/London', '2026-10-24T00:00:00Z', 3)).toEqual([
      '2026-10-24T06:00',
      '2026-10-25T07:00',
      '2026-10-26T07:00',
    ]);
  });

  it('skips a local time that the change to summer time leaves out', () => {
    expect(occurrences('cron(30 1 * * ? *)', 'Europe/London', '2026-03-28T00:00:00Z', 3)).toEqual([
      '2026-03-28T01:30',
      '2026-03-30T00:30',
      '2026-03-31T00:30',
    ]);
  });

  it('runs once at a local time that the change to winter time brings twice', () => {
    expect(occurrences('cron(30 1 * * ? *)', 'Europe/London', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]);
  });

  it('goes on after the repeated hour when asked in the middle of it', () => {
    expect(occurrences('cron(0/30 * * * ? *)', 'Europe/London', '2026-10-25T00:45:00Z', 2)).toEqual([
      '2026-10-25T02:00',
      '2026-10-25T02:30',
    ]);
  });

  it('counts days of the week as AWS does, from Sunday as 1', () => {
    expect(occurrences('cron(0 8 ? * 2-6 *)', 'Europe/London', '2026-12-18T12:00:00Z', 2)).toEqual([
      '2026-12-21T08:00',
      '2026-12-22T08:00',
    ]);
    expect(occurrences('cron(0 8 ? * SUN *)', 'UTC', '2026-12-18T12:00:00Z', 1)).toEqual([
      '2026-12-20T08:00',
    ]);
  });

  it('ends with its last year', () => {
    expect(occurrences('cron(0 8 1 1 ? 2026)', 'UTC', '2025-12-18T12:00:00Z', 3)).toEqual([
      '2026-01-01T08:00',
    ]);
  });
});

describe('an expression that cannot be expressed exactly', () => {
  it.each([
    'cron(0 7 * * *)',
    'cron(0 7 * * * *)',
    'cron(0 7 ? * ? *)',
    'cron(0 7 L * ? *)',
    'cron(0 7 15W * ? *)',
    'cron(0 7 ? * 6#3 *)',
    'cron(? 7 * * ? *)',
    'cron(61 7 * * ? *)',
    'at(2026-12-23T15:00:00)',
    'every day',
  ])('stops the start: %s', (expression) => {
    expect(() => readRecurrence(expression, 'UTC', 'Schedule S')).toThrow(/^Schedule S runs by .+\.$/);
  });

  it('stops the start when its time zone is unknown', () => {
    expect(() => readRecurrence('cron(0 7 * * ? *)', 'Europe/Atlantis', 'Schedule S')).toThrow(
      'Schedule S has the time zone Europe/Atlantis, which is unknown.',
    );
  });
});
