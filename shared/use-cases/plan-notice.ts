import { findParty, isAnswer } from '../domain/copies.ts';
import { isStillOwedOf } from '../domain/enquiries/notices.ts';
import type { Instant } from '../domain/london-time.ts';
import { cancel, giveUpReaching, planSend, type SendPlan } from '../domain/sending.ts';
import type { NoticeBundle } from '../ports/complaint-store.ts';
import { copyAddress, enquirerAddress, residentAddress } from './mail-address.ts';

/**
 * A notice to a resident who may no longer be mailed is given up, and staff owe them a call or a letter; so is the copy of an
 * answer for somebody whom post reaches. Any other copy for somebody who may not be mailed, or gave no address, is
 * cancelled, and so is a link to a complaint that does not exist: anybody can ask for one.
 *
 * @throws Error where any other notice of a complaint is without it
 */
export function planNotice(bundle: NoticeBundle, now: Instant): SendPlan {
  const { notice, stored, enquiry } = bundle;
  const { owner } = notice;
  if (owner.type === 'complaint' && !stored) {
    if (notice.kind !== 'access-link') throw new Error(`complaint ${owner.reference} does not exist`);
    const due = notice.wakeAt !== undefined && notice.wakeAt <= now;
    return due ? { type: 'record', notice: cancel(notice) } : { type: 'leave' };
  }
  const plan = planSend(notice, stored?.complaint, now);
  if (plan.type === 'send' && enquiry && !isStillOwedOf(notice, enquiry.enquiry))
    return { type: 'record', notice: cancel(notice) };
  if (plan.type !== 'send' || isReachable(bundle)) return plan;
  return { type: 'record', notice: isToldOtherwise(bundle) ? giveUpReaching(notice) : cancel(notice) };
}

function isToldOtherwise({ notice: { kind, recipient }, stored }: NoticeBundle): boolean {
  if (recipient.type === 'complainant') return kind !== 'access-link';
  if (recipient.type !== 'copied' || !stored || !isAnswer({ kind })) return false;
  const { reachableByEmail, otherWays = [] } = findParty(stored.complaint, recipient.party) ?? {};
  return !reachableByEmail && otherWays.includes('letter');
}

function isReachable({ notice: { recipient }, stored, personal, enquiry }: NoticeBundle): boolean {
  if (recipient.type === 'enquirer') return enquirerAddress({ enquiry }) !== undefined;
  if (recipient.type === 'copied') return copyAddress({ stored, personal }, recipient.party) !== undefined;
  return recipient.type !== 'complainant' || residentAddress({ stored, personal }) !== undefined;
}
