import { createHash } from 'node:crypto';
import type { Complaint } from '../domain/complaint.ts';
import { type Instant, londonDateOf } from '../domain/london-time.ts';
import { capsOf, type MailCap } from '../domain/mail-caps.ts';
import type { NoticeBundle } from '../ports/complaint-store.ts';

/**
 * The counts that a notice must fit in. It is counted when it is first claimed: what is written out then stays with it,
 * however often it is tried.
 *
 * @param dailyQuota mails that the account may send in 24 hours
 */
export function capsFor(
  { notice, stored, enquiry }: NoticeBundle,
  address: string,
  dailyQuota: number,
  now: Instant,
): MailCap[] {
  const { kind, contentHash } = notice;
  const subject = stored?.complaint ?? enquiry?.enquiry;
  if (!subject || contentHash) return [];
  const { landlord, reference, channel, loggedBy } = subject;
  // what staff log or import may have come by a form too: theirs, or one before this
  const byPublicForm = channel === 'web-form' && !loggedBy;
  const acknowledged = stored ? wasAcknowledged(stored.complaint) : false;
  const countable = { kind, landlord, reference, byPublicForm, acknowledged };
  return capsOf(countable, address, londonDateOf(now), dailyQuota, hash);
}

function wasAcknowledged({ stage1, status }: Complaint): boolean {
  return stage1 !== undefined || status !== 'received';
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
