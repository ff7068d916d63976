import type { Deadline } from './deadline.ts';

/**
 * Whether a date may still move because the bank holidays that far ahead are not published. One that was put off does
 * not: the day itself was promised.
 */
export function isProvisional({ derivation }: Pick<Deadline, 'derivation'>): boolean {
  if ('promisedOn' in derivation) return false;
  return derivation.beyondHorizon && derivation.countedFrom !== 'original-due-date';
}
