import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createCalendarWatch } from '../../functions/calendar-watch/handler.ts';
import { buildCalendar, bundledHolidays } from '../../shared/calendar/calendar.ts';
import type { FeedReading } from '../../shared/use-cases/watch-calendar.ts';
import { catchOutput } from '../support/caught-output.ts';
import { World } from '../support/world.ts';

const why = 'The feed answered with status 503.';
const context = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 300_000 } as Context;

/** What the function writes in one run, and whether the run ended well. */
async function run(feed: FeedReading, served: string[] = ['day-zero']) {
  const { ports, clock } = new World('2026-12-24T06:00:00Z');
  const handler = createCalendarWatch({
    ...ports,
    clock,
    bundled: bundledHolidays,
    build: buildCalendar,
    readFeed: async () => feed,
    secondOpinion: async () => [],
    served: new Set(served),
  });
  const { value: ended, written } = await catchOutput(async () =>
    handler({}, context).then(
      () => 'well',
      () => 'in an error',
    ),
  );
  const lines = written.trim().split('\n');
  return { ended, lines: lines.map((line) => JSON.parse(line)) };
}

const metric = (name: string) => ({
  _aws: {
    Timestamp: Date.parse('2026-12-24T06:00:00Z'),
    CloudWatchMetrics: [
      { Namespace: 'Redress', Dimensions: [['function']], Metrics: [{ Name: name, Unit: 'Count' }] },
    ],
  },
  function: 'calendar-watch',
  [name]: 1,
});
const watched = { level: 'info', message: 'calendar-watched', version: 1, changes: 0, told: 0, failed: 0 };

describe('a run of the calendar watch', () => {
  it('that finds nothing says so and beats', async () => {
    const { ended, lines } = await run({ type: 'usable', holidays: bundledHolidays });
    expect(ended).toBe('well');
    expect(lines).toEqual([{ ...watched, feed: 'usable' }, metric('Heartbeat')]);
  });

  it('with a feed that cannot be used says why and has the alarm ring, and beats all the same', async () => {
    const { ended, lines } = await run({ type: 'unusable', why });
    expect(ended).toBe('well');
    expect(lines).toEqual([
      { level: 'info', message: 'calendar-feed-unusable', why },
      metric('FeedUnusable'),
      { ...watched, told: 1, feed: 'unusable' },
      metric('Heartbeat'),
    ]);
  });

  it('that could not tell somebody names the landlord, tells the others, and ends in an error without a beat', async () => {
    const { ended, lines } = await run({ type: 'unusable', why }, ['gone', 'day-zero']);
    expect(ended).toBe('in an error');
    expect(lines).toMatchObject([
      { level: 'error', message: 'manager-not-told', landlord: 'gone', error: 'Error' },
      { message: 'calendar-feed-unusable' },
      { FeedUnusable: 1 },
      { message: 'calendar-watched', told: 1, failed: 1 },
      { level: 'error', message: 'invocation-failed', request: 'request-1' },
    ]);
  });
});
