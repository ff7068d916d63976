import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectStatus, type StaffClient } from '../../infra/local/staff-client.ts';
import bundled from '../../shared/calendar/bank-holidays.json' with { type: 'json' };
import { type JourneyStack, startJourneyStack } from '../support/local-stack.ts';
import { gatherStaff } from '../support/staff-journey.ts';

const manager = 'customer.manager@larkfield-homes.example';
const whole = JSON.stringify(bundled);
const newYear = JSON.stringify(bundled['england-and-wales'].events.find(({ date }) => date === '2027-01-01'));
const sunday = newYear.replace('2027-01-01', '2027-01-03');

let stack: JourneyStack;
let administrator: StaffClient;
beforeAll(async () => {
  stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z' });
  administrator = (await gatherStaff(stack)).ian;
});
afterAll(() => stack?.stop());

async function serve(body: string | undefined): Promise<void> {
  const request = body === undefined ? { method: 'DELETE' } : { method: 'PUT', body };
  expect((await stack.request('/_local/bank-holidays', request)).status).toBe(200);
}

const mailsOn = (day: string) =>
  stack.mails().filter(({ at, to }) => at.startsWith(day) && to.includes(manager));

describe('the calendar watch', () => {
  it('writes to nobody while the feed says what we count by, and costs one query a day', async () => {
    await stack.moveClock('2026-12-24T12:00:00Z');
    expect(stack.mails()).toEqual([]);
    expect(stack.operationsOf('calendar-watch')).toEqual(['Query']);
  });

  it.each([
    ['is no JSON', '2026-12-25', '<html><title>Sorry</title></html>', 'The feed is not JSON'],
    ['has another shape', '2026-12-26', '{"england-and-wales": []}', 'England and Wales is not an object.'],
    ['is cut off', '2026-12-27', whole.slice(0, whole.length / 2), 'The feed breaks off after'],
    ['has a day twice', '2026-12-28', whole.replace(newYear, `${newYear},${newYear}`), 'is there twice.'],
    ['has a Sunday', '2026-12-29', whole.replace(newYear, sunday), '2027-01-03 is a Sunday.'],
    ['is unreachable', '2026-12-30', undefined, 'The feed answered with status 503.'],
  ])(
    'tells a manager once why a feed cannot be used that %s, and proposes nothing',
    async (_, day, feed, why) => {
      await serve(feed);
      await stack.moveClock(`${day}T12:00:00Z`);
      expect(mailsOn(day).map(({ at, subject }) => [at.slice(11, 16), subject])).toEqual([
        ['06:01', 'Bank holidays: today’s list from GOV.UK could not be used'],
      ]);
      expect(mailsOn(day)[0]?.text).toContain(why);
      const { newest, proposal } = await expectStatus(
        await administrator.get('/staff/calendar/versions'),
        200,
      );
      expect([newest, proposal]).toEqual([1, undefined]);
    },
  );

  it('falls silent when the feed can be used again', async () => {
    await serve(whole);
    await stack.moveClock('2026-12-31T12:00:00Z');
    expect(mailsOn('2026-12-31')).toEqual([]);
  });
});
