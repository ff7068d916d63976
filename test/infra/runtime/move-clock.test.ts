import { afterEach, describe, expect, it, vi } from 'vitest';
import { createActivity } from '../../../infra/local/activity.ts';
import { createStackClock } from '../../../infra/local/clock.ts';
import { createTime, type Time } from '../../../infra/local/move-clock.ts';
import { createTimetable } from '../../../infra/local/timetable.ts';
import { start } from './fixtures/functions.ts';

const minute = 60_000;
const times: Time[] = [];
afterEach(() => {
  for (const time of times.splice(0)) time.stop();
});

/** Two rates, a daily schedule, and things stored that wait: `sweep` takes up what is due, which makes mail to send. */
function setUp(waiting: number[], everyTick = false) {
  const clock = createStackClock(start);
  const activity = createActivity();
  const ran: string[] = [];
  const mail: string[] = [];
  let wakes = [...waiting];
  let toSend: number[] = [];
  const at = () => new Date(clock.now()).toISOString().slice(5, 16);
  const work: Record<string, () => void> = {
    sweep: () => {
      const due = wakes.filter((instant) => instant <= clock.now());
      wakes = wakes.filter((instant) => instant > clock.now());
      toSend.push(...due.map(() => clock.now() + 90_000));
    },
    send: () => {
      const due = toSend.filter((instant) => instant <= clock.now());
      toSend = toSend.filter((instant) => instant > clock.now());
      mail.push(...due.map(at));
    },
    daily: () => {},
  };
  const run = (name: string) => {
    ran.push(`${name} ${at()}`);
    activity.track(Promise.resolve().then(work[name]));
  };
  const rule = (name: string, schedule: string) => ({
    logicalId: name,
    name,
    arn: name,
    schedule,
    bus: 'default',
    pattern: undefined,
    enabled: true,
    targets: [],
  });
  const daily = {
    logicalId: 'daily',
    name: 'daily',
    targetArn: '',
    roleArn: '',
    input: undefined,
    enabled: true,
  };
  const timetable = createTimetable(
    {
      rules: [rule('sweep', 'rate(5 minutes)'), rule('send', 'rate(1 minute)')],
      schedules: [{ ...daily, expression: 'cron(0 7 * * ? *)', timeZone: 'Europe/London' }],
    },
    { deliver: () => {}, tick: ({ name }) => run(name), runSchedule: ({ name }) => run(name) },
  );
  const retries: number[] = [];
  const time = createTime({
    clock,
    timetable,
    activity,
    everyTick,
    invoker: {
      nextRetryAt: () => retries[0],
      runRetriesDue: () => {
        while (retries[0] !== undefined && retries[0] <= clock.now()) {
          retries.shift();
          ran.push(`retry ${at()}`);
        }
      },
    },
    findNextDue: async () => [...wakes, ...toSend].sort((a, b) => a - b)[0],
  });
  times.push(time);
  return { clock, time, ran, mail, retries };
}

describe('moving the clock', () => {
  it('runs schedules, and ticks only while something is due', async () => {
    const { time, ran, mail } = setUp([start + 7 * minute + 1]);
    await time.moveTo(start + 24 * 60 * minute);
    expect(ran).toEqual([
      'send 12-23T15:08',
      'send 12-23T15:09',
      'sweep 12-23T15:10',
      'send 12-23T15:10',
      'send 12-23T15:12',
      'daily 12-24T07:00',
    ]);
    expect(mail).toEqual(['12-23T15:12']);
  });

  it('gives the same mail at the same minutes when it runs every tick', async () => {
    const waiting = [0, 1, 4.5, 5, 61, 61, 600, 1439.999].map((after) => start + after * minute);
    const jumping = setUp(waiting);
    const ticking = setUp(waiting, true);
    await jumping.time.moveTo(start + 24 * 60 * minute);
    await ticking.time.moveTo(start + 24 * 60 * minute);
    expect(jumping.mail).toEqual(ticking.mail);
    expect(jumping.mail).toHaveLength(8 - 1);
    expect(jumping.ran.length).toBeLessThan(ticking.ran.length / 20);
  });

  it('stands at the target afterwards and runs on', async () => {
    const { time, clock } = setUp([]);
    const target = start + 3 * minute;
    await time.moveTo(target);
    expect(clock.now()).toBeGreaterThanOrEqual(target);
    expect(clock.now()).toBeLessThan(target + 5_000);
    expect(clock.setting()).toHaveProperty('aheadBy');
  });

  it('refuses to go back and names both instants', async () => {
    const { time, clock } = setUp([]);
    clock.freezeAt(start);
    await expect(time.moveTo(start - 1)).rejects.toThrow(
      'The clock moves forward only: it stands at 2026-12-23T15:00:00.000Z and cannot be set to 2026-12-23T14:59:59.999Z.',
    );
  });

  it('stops for the retries of asynchronous invocations', async () => {
    const { time, ran, retries } = setUp([]);
    retries.push(start + 30_500);
    await time.moveTo(start + 2 * minute);
    expect(ran).toEqual(['retry 12-23T15:00']);
  });

  it('takes moves that are asked for at once one after the other', async () => {
    const { time, clock } = setUp([]);
    await Promise.all([time.moveTo(start + minute), time.moveTo(start + 2 * minute)]);
    expect(clock.now()).toBeGreaterThanOrEqual(start + 2 * minute);
  });

  it('lets ticks fire while the clock runs', async () => {
    const { time, ran, clock } = setUp([]);
    time.restartAt(start + 2 * minute - 30);
    // on a busy machine the timer fires when it can
    await vi.waitFor(() => expect(ran).toEqual(['send 12-23T15:02']), { timeout: 10_000 });
    expect(clock.now()).toBeGreaterThan(start + 2 * minute);
  });
});
