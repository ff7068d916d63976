import type { Complaint } from './complaint.ts';
import type { Giving } from './happening.ts';
import type { NoticeKind, NoticeOwed } from './notices.ts';
import type { Refusal } from './refusals.ts';
import { isPhoneAgreed, wayTo } from './ways.ts';

/** Who complains without a name is told nothing: what the landlord owes is met by recording it (seed 000). */
export function isAnonymous({ madeBy }: Pick<Complaint, 'madeBy'>): boolean {
  return madeBy === 'anonymous';
}

type Reached = Parameters<typeof wayTo>[0] & Pick<Complaint, 'madeBy'>;

/** Why something cannot be told to the resident: no way is known, and nobody has told them by hand. */
export function cannotBeTold(
  complaint: Reached,
  { alreadyGiven }: Pick<Giving, 'alreadyGiven'>,
): Refusal | undefined {
  if (alreadyGiven || wayTo(complaint) || isAnonymous(complaint)) return undefined;
  return { type: 'NotReachable' };
}

/**
 * As `cannotBeTold`, of what the Code wants in writing: refusals, more time and answers (2.4, 6.5, 6.9, 6.19; seed 001). A
 * call counts as that for whoever is reached by phone, as they asked or as was laid down (Code 3.1, 5.10).
 */
export function cannotBeWritten(
  complaint: Reached,
  { alreadyGiven }: Pick<Giving, 'alreadyGiven'>,
): Refusal | undefined {
  const cannot = cannotBeTold(complaint, { alreadyGiven });
  if (cannot || (!alreadyGiven && isAnonymous(complaint))) return cannot;
  const way = wayTo(complaint);
  const how = alreadyGiven?.how ?? way;
  if (how !== 'phone') return undefined;
  if (way !== 'phone') return { type: 'NotInWriting', how };
  return isPhoneAgreed(complaint) ? undefined : { type: 'PhoneNotAgreed' };
}

/** Whether there is a way in which the resident can be told what the Code wants in writing. */
export function canBeWrittenTo(complaint: Parameters<typeof wayTo>[0]): boolean {
  const way = wayTo(complaint);
  return way === 'phone' ? isPhoneAgreed(complaint) : way !== undefined;
}

const inWriting: readonly NoticeKind[] = [
  'extension',
  'response',
  'final-response',
  'exclusion',
  'points-excluded',
  'escalation-refusal',
  'contact-restriction',
];

/** Whether the resident can be told something of this kind. */
export function canBeToldOf(
  { kind }: Pick<NoticeOwed, 'kind'>,
  complaint: Parameters<typeof wayTo>[0],
): boolean {
  return inWriting.includes(kind) ? canBeWrittenTo(complaint) : wayTo(complaint) !== undefined;
}

/** Whether news are told, of which nobody is refused: whoever was told already, or can be told in no way, is not. */
export function isTold(
  complaint: Parameters<typeof wayTo>[0],
  { alreadyGiven }: Pick<Giving, 'alreadyGiven'>,
): boolean {
  return !alreadyGiven && wayTo(complaint) !== undefined;
}

/** A letter that says what was done: whoever gets copies gets them too where the resident was told already (Code 3.6). */
export function tellResident({ alreadyGiven }: Pick<Giving, 'alreadyGiven'>, letter: NoticeOwed): NoticeOwed {
  return alreadyGiven ? { ...letter, unmailed: true } : letter;
}

/** Whether a letter was for somebody who led the complaint before: nobody who came after gets or sees it. */
export function isOfEarlierLead(
  { party }: { party?: number | undefined },
  { ledSince }: Pick<Complaint, 'ledSince'>,
): boolean {
  return party !== undefined && ledSince !== undefined && party < ledSince;
}
