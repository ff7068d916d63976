import type { Complaint } from './complaint.ts';
import type { Giving } from './happening.ts';
import type { NoticeOwed } from './notices.ts';
import type { Refusal } from './refusals.ts';

/** Who complains without a name is told nothing: what the landlord owes is met by recording it (seed 000). */
export function isAnonymous({ madeBy }: Pick<Complaint, 'madeBy'>): boolean {
  return madeBy === 'anonymous';
}

/** Why something cannot be told to the resident as it was asked: whoever is not to be emailed is told by hand. */
export function cannotBeTold(
  complaint: Pick<Complaint, 'madeBy' | 'reachableByEmail'>,
  { alreadyGiven }: Pick<Giving, 'alreadyGiven'>,
): Refusal | undefined {
  if (alreadyGiven || complaint.reachableByEmail || isAnonymous(complaint)) return undefined;
  return { type: 'NotReachableByEmail' };
}

/** As `cannotBeTold`, of what the Code wants in writing: refusals, more time and answers (2.4, 6.5, 6.9, 6.19; seed 001). */
export function cannotBeWritten(
  complaint: Pick<Complaint, 'madeBy' | 'reachableByEmail'>,
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

/** A letter that says what was done: whoever gets copies gets them too where the resident is not mailed (Code 3.6). */
export function tellResident(
  complaint: Parameters<typeof isMailed>[0],
  giving: Parameters<typeof isMailed>[1],
  letter: NoticeOwed,
): NoticeOwed {
  return isMailed(complaint, giving) ? letter : { ...letter, unmailed: true };
}

/** Whether a letter was for somebody who led the complaint before: nobody who came after gets or sees it. */
export function isOfEarlierLead(
  { party }: { party?: number | undefined },
  { ledSince }: Pick<Complaint, 'ledSince'>,
): boolean {
  return party !== undefined && ledSince !== undefined && party < ledSince;
}
