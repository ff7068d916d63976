import { instantOf, millisecondsOf } from '../domain/london-time.ts';
import type { Clock, RandomBytes } from '../ports/clock.ts';
import type { SendSlot } from '../ports/complaint-store.ts';

/** Hands out the mails that may leave in each second, so many and no more; waits where a second has no more of them. */
export type Pace = () => Promise<SendSlot>;

interface PacePorts {
  clock: Clock;
  wait: (milliseconds: number) => Promise<void>;
  randomBytes: RandomBytes;
  /** mails a second */
  rate: number;
}

const secondLength = 1000;

/** Of one sender, which begins each second anywhere: that others send in it too only the claim can tell. */
export function createPace({ clock, wait, randomBytes, rate }: PacePorts): Pace {
  const [low = 0, middle = 0, high = 0] = randomBytes(3);
  const first = (low + 256 * middle + 65_536 * high) % rate;
  let second = 0;
  let number = 0;
  let waiting: Promise<void> | undefined;
  const begin = (next: number) => {
    if (next <= second) return;
    second = next;
    number = 0;
  };
  const nextSecond = async () => {
    const next = second + secondLength;
    await wait(secondLength - (millisecondsOf(clock()) % secondLength));
    // A local clock may be stopped; mail leaves all the same.
    begin(next);
  };
  return async () => {
    for (;;) {
      begin(startOfSecond(millisecondsOf(clock())));
      if (number < rate) return { second: instantOf(second), number: (first + number++) % rate };
      waiting ??= nextSecond().finally(() => {
        waiting = undefined;
      });
      await waiting;
    }
  };
}

function startOfSecond(milliseconds: number): number {
  return milliseconds - (milliseconds % secondLength);
}
