import { describe, expect, it } from 'vitest';
import { inParallel } from '../../shared/use-cases/in-parallel.ts';

describe('work on several items at once', () => {
  it('that fails for one takes no further items, and tells so once those begun are finished', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const finished: number[] = [];
    const working = inParallel(2, [1, 2, 3, 4], async (item) => {
      if (item === 1) throw new Error('no answer');
      await promise;
      finished.push(item);
      return 'go-on';
    });
    let hasEnded = false;
    const ended = working.catch((error: Error) => {
      hasEnded = true;
      return error.message;
    });
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    expect(hasEnded).toBe(false);
    resolve();
    expect(await ended).toBe('no answer');
    expect(finished).toEqual([2]);
  });
});
