import type { Complaint } from './complaint.ts';
import type { Extension } from './extension.ts';
import { isStillOwed, type NoticeKind, type NoticeOwed } from './notices.ts';
import type { CopiesOf, OtherParty, Representative } from './parties.ts';
import type { PolicyVersion } from './policy.ts';
import { isAnonymous } from './telling.ts';

/** Who else gets our letters to the resident, and which (Code 3.6; seed 004). */

const answers: readonly NoticeKind[] = [
  'response',
  'final-response',
  'exclusion',
  'points-excluded',
  'escalation-refusal',
];
/**
 * A way in is nobody else's, whoever speaks for somebody is not asked whether they may, and what makes it easier for a
 * person to complain, or how they may reach us, is of that person alone.
 */
const ofOneAlone: readonly NoticeKind[] = [
  'access-link',
  'consent-request',
  'adjustments-agreed',
  'contact-restriction',
];

/** Whether a letter answers the complaint, or refuses it in whole or in part. */
export function isAnswer({ kind }: Pick<NoticeOwed, 'kind'>): boolean {
  return answers.includes(kind);
}

/** Whether a letter is nobody's but the one's it was written to. */
export function isOfOneAlone({ kind }: Pick<NoticeOwed, 'kind'>): boolean {
  return ofOneAlone.includes(kind);
}

/** What a representative gets who may get anything, until the person says what they want (seed 004). */
export function usualCopies(
  { consent }: Pick<Representative, 'consent'>,
  { representatives }: PolicyVersion,
): CopiesOf {
  return consent === 'given' && representatives.copyOfAnswer === 'unless-told-otherwise' ? 'answers' : 'none';
}

type Parties = Pick<Complaint, 'others' | 'representative' | 'standing'>;

/** Whether somebody may be told of the complaint: a representative with consent, and whoever still makes it. */
export function mayBeCopied({ others, representative }: Parties, party: string): boolean {
  if (party === 'representative') return representative?.consent === 'given';
  return others.some((each) => each.party === party && !each.left);
}

/** Whoever speaks for the person, or complains with whoever leads. */
export function findParty(
  { others, representative }: Pick<Complaint, 'others' | 'representative'>,
  party: string,
): Representative | OtherParty | undefined {
  return party === 'representative' ? representative : others.find((each) => each.party === party);
}

/** Whether a letter of this kind is copied to somebody, as things stand. */
export function isCopiedTo(complaint: Parties, party: string, kind: NoticeKind): boolean {
  const entitled = findParty(complaint, party);
  if (!entitled?.reachableByEmail || !mayBeCopied(complaint, party)) return false;
  if (entitled.copies === 'none' || isOfOneAlone({ kind })) return false;
  return entitled.copies === 'letters' || isAnswer({ kind });
}

/**
 * Every notice as it goes out: to nobody where nobody is to be told, and each to the resident followed by its copies,
 * which promise nothing.
 */
export function sendOut(complaint: Complaint, notices: readonly NoticeOwed[]): NoticeOwed[] {
  if (isAnonymous(complaint)) return notices.filter(({ recipient }) => recipient.type !== 'complainant');
  const parties = ['representative', ...complaint.others.map(({ party }) => party)];
  return notices.flatMap(({ unmailed, ...notice }) => {
    if (notice.recipient.type !== 'complainant') return [notice];
    const copied = parties.filter((party) => isCopiedTo(complaint, party, notice.kind));
    return [...(unmailed ? [] : [notice]), ...copied.map((party) => copyOf(notice, party))];
  });
}

/** An extension is copied once it is being given, and after. */
const given: readonly Extension['state'][] = ['requested', 'effective', 'too-late'];

/** Whether a copy is still to be sent: whoever left, or may no longer be told, gets none that waits. */
export function isCopyOwed(
  { id, kind, reason, recipient }: Pick<NoticeOwed, 'id' | 'kind' | 'reason' | 'recipient'>,
  party: string,
  complaint: Complaint,
): boolean {
  if (!isCopiedTo(complaint, party, kind)) return false;
  if (kind !== 'extension') return isStillOwed({ id, kind, reason, recipient }, complaint);
  const original = id.slice(0, id.lastIndexOf(copyMark));
  return complaint.extensions.some(({ extension, state }) => extension === original && given.includes(state));
}

const copyMark = '_copy_';

/** Once the resident was given an extension its date is another, and the copy is owed all the same. */
function copyOf({ tells: _, reason, ...notice }: NoticeOwed, party: string): NoticeOwed {
  return {
    ...notice,
    ...(reason && notice.kind !== 'extension' && { reason }),
    id: `${notice.id}${copyMark}${party}`,
    recipient: { type: 'copied', party },
  };
}
