import { mayDo, type StaffToken } from '../domain/authorization.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import type { Complaint } from '../domain/complaint.ts';
import { isOfOneAlone } from '../domain/copies.ts';
import { londonDateOf } from '../domain/london-time.ts';
import { isByHand, owedByHand } from '../domain/notice-by-hand.ts';
import type { RenderedNotice } from '../domain/notices.ts';
import type { Reference } from '../domain/reference.ts';
import type { Notice } from '../domain/stored-notice.ts';
import { isOfEarlierLead } from '../domain/telling.ts';
import type { WayByHand } from '../domain/ways.ts';
import type { Clock } from '../ports/clock.ts';
import type { ComplaintStore, NoticeBundle } from '../ports/complaint-store.ts';
import type { Records } from '../ports/records.ts';
import { addresseeOf, noteSafeContact } from './addressee.ts';
import { admitToLandlord, type LandlordAdmission, type NotAdmittedToLandlord } from './admit-to-landlord.ts';
import { readRecordOf } from './known-people.ts';
import { letterNamed } from './letter-name.ts';
import type { Rules } from './rules.ts';
import { wayOf, writeByHand } from './write-by-hand.ts';

export type ReadLetterPorts = LandlordAdmission & {
  store: Pick<ComplaintStore, 'loadNotice' | 'readNamed'>;
  records: Pick<Records, 'readResident'>;
  rules: Rules;
  clock: Clock;
};

/** A letter to print, or the script of a call. */
export interface Letter {
  type: 'found';
  reference: Reference;
  notice: Notice;
  way: WayByHand;
  content: RenderedNotice;
  /** by when it is to be given; absent where nobody is to give it */
  postBy: CivilDate | undefined;
  postedOn: CivilDate | undefined;
  /** of a letter that was posted: whether it reads as it did then */
  sameAsPosted: boolean | undefined;
  /** what to mind when making contact with whom it is for */
  safeContact: string | undefined;
}

/**
 * What a letter says, to print it, or to print it again; or what to say in a call. A notice that went by mail and did not
 * arrive is printed as a letter.
 *
 * @throws Error where it cannot be written: a text was erased
 */
export async function readLetter(
  ports: ReadLetterPorts,
  token: StaffToken,
  { landlord, name }: { landlord: string; name: string },
): Promise<Letter | { type: 'unknown' } | { type: 'refused'; refusal: NotAdmittedToLandlord }> {
  const admitted = await admitToLandlord(ports, token, 'read-letters', landlord);
  if ('refusal' in admitted) return { type: 'refused', refusal: admitted.refusal };
  const key = letterNamed(name);
  const bundle = key && (await ports.store.loadNotice(key));
  const complaint = bundle?.stored?.complaint;
  if (!key || !complaint || complaint.landlord !== landlord || !isLetter(bundle.notice, complaint))
    return { type: 'unknown' };
  if (!mayDo(admitted.staff, 'read-complaint', complaint).allowed) return { type: 'unknown' };
  return { type: 'found', reference: key.reference, ...(await write(ports, bundle, complaint)) };
}

type Written = Omit<Letter, 'type' | 'reference'>;

async function write(
  { store, rules, records, clock }: ReadLetterPorts,
  bundle: NoticeBundle,
  complaint: Complaint,
): Promise<Written> {
  const now = clock();
  const { notice, personal } = bundle;
  const way = wayOf(notice);
  const postedOn = isByHand(notice) ? notice.byHand.givenOn : undefined;
  const postBy = owedByHand(notice, complaint)?.dueOn;
  const to = addresseeOf(notice, complaint, personal);
  const record = await readRecordOf(to.party, records, complaint, personal);
  const date = postedOn ?? londonDateOf(now);
  const safeContact = noteSafeContact(to, record);
  const occasion = { date, postBy, safeContact, voicemail: record?.safeContact.voicemail };
  const { shown, hashes } = await writeByHand({ store, rules }, bundle, now, occasion);
  const isPosted = way === 'letter' && postedOn !== undefined;
  const sameAsPosted = isPosted ? hashes.contentHash === notice.contentHash : undefined;
  return { notice, way, content: shown, postBy, postedOn, sameAsPosted, safeContact };
}

/**
 * What goes to a resident, or in copy to somebody; a link is of no use on paper. What the lead before was told is not
 * printed with the name of the next, who is told only what waits for it and was not of the one before alone.
 */
export function isLetter(notice: Notice, complaint: Complaint): boolean {
  const { kind, recipient, status } = notice;
  if (isOfEarlierLead(notice, complaint) && (isOfOneAlone(notice) || status !== 'by-hand')) return false;
  return (recipient.type === 'complainant' || recipient.type === 'copied') && kind !== 'access-link';
}
