import type { Complaint } from './complaint.ts';
import type { Giving } from './happening.ts';
import type { Refusal } from './refusals.ts';

/** Why something cannot be told to the resident as it was asked: whoever is not to be emailed is told by hand. */
export function cannotBeTold(
  { reachableByEmail }: Pick<Complaint, 'reachableByEmail'>,
  { alreadyGiven }: Pick<Giving, 'alreadyGiven'>,
): Refusal | undefined {
  return alreadyGiven || reachableByEmail ? undefined : { type: 'NotReachableByEmail' };
}

/** As `cannotBeTold`, of what the Code wants in writing: refusals, more time and answers (2.4, 6.5, 6.9, 6.19; seed 001). */
export function cannotBeWritten(
  complaint: Pick<Complaint, 'reachableByEmail'>,
  giving: Pick<Giving, 'alreadyGiven'>,
): Refusal | undefined {
  const byPhone = giving.alreadyGiven?.how === 'phone';
  return cannotBeTold(complaint, giving) ?? (byPhone ? { type: 'NotInWriting', how: 'phone' } : undefined);
}

/** Whether news are mailed, of which nobody is refused: whoever was told already, or is not to be mailed, is not. */
export function isMailed(
  { reachableByEmail }: Pick<Complaint, 'reachableByEmail'>,
  { alreadyGiven }: Pick<Giving, 'alreadyGiven'>,
): boolean {
  return reachableByEmail && !alreadyGiven;
}
