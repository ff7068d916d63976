import { isGivenByHand, oweByHand } from './by-hand.ts';
import type { Complaint } from './complaint.ts';
import type { Context } from './decision.ts';
import type { EventOf } from './events.ts';
import type { Extension } from './extension.ts';
import { isStillOwed, type NoticeKind, type NoticeOwed } from './notices.ts';
import type { CopiesOf, OtherParty, Representative } from './parties.ts';
import type { PolicyVersion } from './policy.ts';
import { isAnonymous } from './telling.ts';
import { type Way, wayTo } from './ways.ts';

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
export function isAnswer({ kind }: { kind: string }): boolean {
  return answers.some((each) => each === kind);
}

/** Whether a letter is nobody's but the one's it was written to. */
export function isOfOneAlone({ kind }: { kind: string }): boolean {
  return ofOneAlone.some((each) => each === kind);
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

/** A copy is something to read: nobody is rung up with one. */
function wayToParty(
  { reachableByEmail, otherWays = [] }: Pick<OtherParty, 'reachableByEmail' | 'otherWays'>,
  kind: NoticeKind,
): 'email' | 'letter' | undefined {
  if (reachableByEmail) return 'email';
  return otherWays.includes('letter') && isGivenByHand({ kind }) ? 'letter' : undefined;
}

/** Whether a letter of this kind is copied to somebody, as things stand: by mail, or by post to whom mail does not reach. */
export function isCopiedTo(complaint: Parties, party: string, kind: NoticeKind): boolean {
  const entitled = findParty(complaint, party);
  if (!entitled || !wayToParty(entitled, kind) || !mayBeCopied(complaint, party)) return false;
  if (entitled.copies === 'none' || isOfOneAlone({ kind })) return false;
  return entitled.copies === 'letters' || isAnswer({ kind });
}

/** What goes out by mail, and what waits for a hand with the obligation to give it. */
export interface SentOut {
  notices: NoticeOwed[];
  events: EventOf<'ContactOwed'>[];
}

/** Before and after what notices tell of; nothing before its receipt. */
interface States {
  before: Complaint | undefined;
  after: Complaint;
}

/**
 * Every notice as it goes out: to nobody where nobody is to be told, and each to the resident by their way followed by its
 * copies, which promise nothing.
 */
export function sendOut(states: States, notices: readonly NoticeOwed[], context: Context): SentOut {
  const { after } = states;
  const parties = ['representative', ...after.others.map(({ party }) => party)];
  const addressed = notices.flatMap(({ unmailed, ...notice }) => {
    if (notice.recipient.type !== 'complainant') return [notice];
    if (isAnonymous(after)) return [];
    const copied = parties.filter((party) => isCopiedTo(after, party, notice.kind));
    return [...(unmailed ? [] : [notice]), ...copied.map((party) => copyOf(notice, party))];
  });
  return sendAgain(states, addressed, context);
}

/** Notices to whom they are addressed, by the way in which each is reached now; those who are reached in no way get none. */
export function sendAgain(states: States, notices: readonly NoticeOwed[], context: Context): SentOut {
  const sent: SentOut = { notices: [], events: [] };
  for (const notice of notices) {
    const way = wayOf(notice, states.after);
    if (way === 'email') sent.notices.push(notice);
    if (way === undefined || way === 'email' || !isGivenByHand(notice)) continue;
    const whom = notice.recipient.type === 'copied' ? 'copied' : undefined;
    const given = oweByHand(notice, way, states, context, whom);
    sent.notices.push(given.notice);
    sent.events.push(given.event);
  }
  return sent;
}

/** Staff, and whoever else we write to, have addresses of their own. */
function wayOf({ recipient, kind }: NoticeOwed, complaint: Complaint): Way | undefined {
  if (recipient.type === 'complainant') return wayTo(complaint);
  if (recipient.type !== 'copied') return 'email';
  const entitled = findParty(complaint, recipient.party);
  return entitled && wayToParty(entitled, kind);
}

/** As which party of the complaint somebody is told something; nobody is who is no party. */
export function toldAsParty({ recipient }: Pick<NoticeOwed, 'recipient'>): string | undefined {
  if (recipient.type === 'complainant') return 'lead';
  return recipient.type === 'copied' ? recipient.party : undefined;
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

/** Whom a copy is for, by its id. */
export function partyOfCopy(id: string): string {
  return id.slice(id.lastIndexOf(copyMark) + copyMark.length);
}

/** Once the resident was given an extension its date is another, and the copy is owed all the same. */
function copyOf({ tells: _, reason, ...notice }: NoticeOwed, party: string): NoticeOwed {
  return {
    ...notice,
    ...(reason && notice.kind !== 'extension' && { reason }),
    id: `${notice.id}${copyMark}${party}`,
    recipient: { type: 'copied', party },
  };
}
