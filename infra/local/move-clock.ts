import type { Activity } from './activity.ts';
import type { StackClock } from './clock.ts';
import type { Invoker } from './invoke.ts';
import { soonest, type Timetable } from './timetable.ts';

export interface TimeParts {
  clock: StackClock;
  timetable: Timetable;
  invoker: Pick<Invoker, 'nextRetryAt' | 'runRetriesDue'>;
  activity: Activity;
  /** the earliest instant that something stored waits for */
  findNextDue: () => Promise<number | undefined>;
  /** run every tick instead of skipping those with nothing due */
  everyTick: boolean;
}

/** Drives everything that happens by time, while the clock runs and while it is moved. */
export interface Time {
  /** lets ticks fire as the clock passes them */
  start(): void;
  /** moves the clock forward, doing on the way what falls due, and returns when all is quiet */
  moveTo(instant: number): Promise<void>;
  /** sets the clock without anything happening, for a stack that starts afresh */
  restartAt(instant: number): void;
  stop(): void;
}

/** Where a moving clock stops, and whether rate ticks run there. */
interface Stop {
  at: number;
  which: 'all' | 'crons';
}

function stopAt(at: number | undefined, which: Stop['which']): Stop | undefined {
  return at === undefined ? undefined : { at, which };
}

export class ClockMovedBack extends Error {
  override name = 'ClockMovedBack';
}

const longestTimerMs = 60_000;

export function createTime(parts: TimeParts): Time {
  const { clock, timetable, invoker, activity } = parts;
  /** what falls on this instant and before has been run */
  let doneUpTo = clock.now();
  let timer: NodeJS.Timeout | undefined;
  let moving: Promise<void> = Promise.resolve();

  const runAt = (instant: number, which: 'all' | 'crons' = 'all') => {
    timetable.runAt(instant, which);
    invoker.runRetriesDue();
    doneUpTo = Math.max(doneUpTo, instant);
  };
  /** runs, one after the other, what the running clock has passed since */
  const catchUp = () => {
    const now = clock.now();
    for (let next = timetable.nextAfter(doneUpTo); next !== undefined && next <= now; ) {
      runAt(next);
      next = timetable.nextAfter(doneUpTo);
    }
    invoker.runRetriesDue();
    doneUpTo = Math.max(doneUpTo, now);
  };
  const arm = () => {
    clearTimeout(timer);
    const next = soonest([timetable.nextAfter(clock.now()), invoker.nextRetryAt()]);
    const wait = next === undefined ? longestTimerMs : next - clock.now();
    timer = setTimeout(tick, Math.min(longestTimerMs, Math.max(1, wait)));
  };
  const tick = () => {
    catchUp();
    arm();
  };
  const nextStop = async (): Promise<Stop | undefined> => {
    const retry = invoker.nextRetryAt();
    if (parts.everyTick) return stopAt(soonest([timetable.nextAfter(doneUpTo), retry]), 'all');
    const due = await parts.findNextDue();
    // a tick is skipped only while nothing has come due: the first that does not come before the item
    const dueTick = due === undefined ? undefined : timetable.nextTickAfter(Math.max(due - 1, doneUpTo));
    const at = soonest([timetable.nextCronAfter(doneUpTo), retry, dueTick]);
    return stopAt(at, at !== undefined && due !== undefined && due <= at ? 'all' : 'crons');
  };
  const move = async (target: number) => {
    const start = clock.now();
    if (target < start) throw new ClockMovedBack(explainBackwards(start, target));
    clearTimeout(timer);
    catchUp();
    clock.freezeAt(Math.max(start, doneUpTo));
    let reached = clock.now();
    try {
      await activity.whenQuiet();
      for (let next = await nextStop(); next !== undefined && next.at <= target; next = await nextStop()) {
        const at = Math.max(next.at, doneUpTo);
        clock.freezeAt(at);
        runAt(at, next.which);
        await activity.whenQuiet();
        reached = clock.now();
      }
      reached = target;
      doneUpTo = Math.max(doneUpTo, target);
    } finally {
      clock.runFrom(reached);
      arm();
    }
  };

  return {
    start: arm,
    moveTo: (target) => {
      const moved = moving.then(() => move(target));
      moving = moved.catch(() => {});
      return moved;
    },
    restartAt: (instant) => {
      clock.runFrom(instant);
      doneUpTo = clock.now();
      arm();
    },
    stop: () => clearTimeout(timer),
  };
}

function explainBackwards(from: number, to: number): string {
  const text = (instant: number) => new Date(instant).toISOString();
  return `The clock moves forward only: it stands at ${text(from)} and cannot be set to ${text(to)}.`;
}
