import { instantOf } from '../../../shared/domain/london-time.ts';
import type { LocalStack } from '../stack.ts';

/** Somebody who waits for a time. */
interface Waiting {
  to: string;
  go: () => void;
  fail: (error: unknown) => void;
}

/**
 * One stack has one clock. It moves once everybody who tells a tale on it waits for a later time, and then no further than
 * the first of them wants.
 */
export class SharedClock {
  readonly #stack: Pick<LocalStack, 'now' | 'moveClock'>;
  #tellers: number;
  #waiting: Waiting[] = [];

  constructor(stack: Pick<LocalStack, 'now' | 'moveClock'>, tellers: number) {
    this.#stack = stack;
    this.#tellers = tellers;
  }

  until(to: string): Promise<void> {
    return new Promise((go, fail) => {
      this.#waiting.push({ to, go, fail });
      this.#moveIfAllWait();
    });
  }

  /** a tale that has ended holds up nobody */
  leave(): void {
    this.#tellers -= 1;
    this.#moveIfAllWait();
  }

  #moveIfAllWait(): void {
    const [first] = this.#waiting.map(({ to }) => to).sort();
    if (first === undefined || this.#waiting.length < this.#tellers) return;
    this.#move(first).then(
      () => this.#release(first),
      (error: unknown) => {
        for (const { fail } of this.#waiting.splice(0)) fail(error);
      },
    );
  }

  async #move(to: string): Promise<void> {
    if (to > instantOf(this.#stack.now())) await this.#stack.moveClock(to);
  }

  #release(to: string): void {
    const [due, later] = [
      this.#waiting.filter((each) => each.to <= to),
      this.#waiting.filter((each) => each.to > to),
    ];
    this.#waiting = later;
    for (const { go } of due) go();
  }
}
