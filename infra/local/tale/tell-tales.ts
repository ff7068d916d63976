import type { LocalStack } from '../stack.ts';
import { SharedClock } from './shared-clock.ts';
import { type Told, tellTale } from './tale.ts';

/**
 * Tells the tales of several landlords, which happen at the same time on one stack: the first as it happens, each other as
 * a whole once those before it are told.
 */
export async function tellTales(
  landlords: readonly string[],
  stack: LocalStack,
  say: (line: string) => void,
): Promise<Told[]> {
  const clock = new SharedClock(stack, landlords.length);
  const tales = landlords.map((landlord, position) => {
    const lines: string[] = [];
    const keep = (line: string) => lines.push(line);
    return { lines, told: tellTale(landlord, stack, clock, position === 0 ? say : keep) };
  });
  const all = Promise.all(tales.map(({ told }) => told));
  for (const { lines, told } of tales) {
    await Promise.race([told, all]);
    for (const line of lines) say(line);
  }
  return all;
}
