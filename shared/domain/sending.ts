import * as z from 'zod/mini';
import { civilDateSchema } from './civil-date.ts';
import type { Complaint } from './complaint.ts';
import { isCopyOwed, isOfOneAlone } from './copies.ts';
import type { Failure } from './events.ts';
import { instantSchema } from './instant.ts';
import { addMinutes, type Instant } from './london-time.ts';
import { type NoticeOwner, noticeOwnerSchema } from './notice-owner.ts';
import { isStillOwed, type NoticeOwed, noticeKinds, sendLanes } from './notices.ts';
import { ranks } from './ranks.ts';
import { staffIdSchema } from './staff.ts';
import { isOfEarlierLead } from './telling.ts';

export const noticeStatuses = [
  'pending',
  'sending',
  'unknown',
  'cancelled',
  'unreachable',
  'refused-by-ses',
  'accepted',
  'delivered',
  'bounced',
  'rejected',
  'reported-as-spam',
] as const;
export type NoticeStatus = (typeof noticeStatuses)[number];

/** A notice on its way: pending → sending → accepted → delivered, or where it went instead. */
export const noticeSchema = z.strictObject({
  id: z.string(),
  owner: noticeOwnerSchema,
  kind: z.enum(noticeKinds),
  lane: z.enum(sendLanes),
  recipient: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('complainant') }),
    z.strictObject({ type: z.literal('copied'), party: z.string() }),
    z.strictObject({ type: z.literal('enquirer') }),
    z.strictObject({ type: z.literal('staff'), rank: z.enum(ranks), person: z.optional(staffIdSchema) }),
    z.strictObject({ type: z.literal('contractor'), address: z.string() }),
  ]),
  /** of a letter to the resident: whom it is for, as the complaint counted its parties then */
  party: z.optional(z.int()),
  reason: z.optional(z.strictObject({ obligation: z.string(), dueOn: civilDateSchema })),
  tells: z.optional(z.array(z.strictObject({ obligation: z.string(), dueOn: civilDateSchema }))),
  values: z.record(z.string(), z.string()),
  texts: z.optional(z.record(z.string(), z.string())),
  people: z.optional(z.record(z.string(), staffIdSchema)),
  owedAt: instantSchema,
  status: z.enum(noticeStatuses),
  /** counts every change, so that of two writers one wins */
  revision: z.int(),
  /** how many times it was handed to SES */
  attempts: z.int(),
  /** when somebody must look again; absent where nothing is left to do */
  wakeAt: z.optional(instantSchema),
  messageId: z.optional(z.string()),
  /** hashes of the template and of what is sent, kept before it is sent: it can be printed again and shown to be the same */
  templateHash: z.optional(z.string()),
  contentHash: z.optional(z.string()),
  /** why the last attempt did not succeed: an error's name, never its text */
  lastError: z.optional(z.string()),
});
export type Notice = z.infer<typeof noticeSchema>;

/** Longer than a sender can live, so that two never hold one notice. */
const leaseMinutes = 5;
/**
 * How long SES's event may take to tell what became of an attempt whose answer was lost; four times as long after each
 * further one, so that somebody who does get the mails is not flooded.
 */
const graceMinutes = 15;
const longestGraceMinutes = 24 * 60;
const longestGapMinutes = 10;

/** A notice as it is stored when it becomes owed: to be sent at once. */
export function owe(notice: NoticeOwed, owner: NoticeOwner, now: Instant): Notice {
  return { ...notice, owner, owedAt: now, status: 'pending', revision: 0, attempts: 0, wakeAt: now };
}

/** What a sender who finds a notice does with it now: nothing, record a change, or claim it and send. */
export type SendPlan = { type: 'leave' } | { type: 'record' | 'send'; notice: Notice };

/** @param complaint what the notice is about; a landlord's notice is about none, and owed until it is sent */
export function planSend(notice: Notice, complaint: Complaint | undefined, now: Instant): SendPlan {
  if (!notice.wakeAt || notice.wakeAt > now) return { type: 'leave' };
  // The lease ran out: the sender died, and whether SES has the mail only its event can tell.
  if (notice.status === 'sending') return { type: 'record', notice: awaitEvent(notice, now) };
  if (complaint && !isOwed(notice, complaint)) return { type: 'record', notice: cancel(notice) };
  // Whoever leads now is told by phone or post what was decided, and nothing that was of the one before alone.
  if (complaint && isOfEarlierLead(notice, complaint))
    return { type: 'record', notice: isOfOneAlone(notice) ? cancel(notice) : giveUpReaching(notice) };
  return {
    type: 'send',
    notice: {
      ...notice,
      status: 'sending',
      attempts: notice.attempts + 1,
      revision: notice.revision + 1,
      wakeAt: addMinutes(now, leaseMinutes),
    },
  };
}

function isOwed(notice: Notice, complaint: Complaint): boolean {
  const { recipient } = notice;
  return recipient.type === 'copied'
    ? isCopyOwed(notice, recipient.party, complaint)
    : isStillOwed(notice, complaint);
}

/** How an attempt to send ended, as far as the sender knows. */
export type SendOutcome =
  | { type: 'accepted'; messageId: string }
  /** surely not sent, worth trying again */
  | { type: 'retry'; error: string }
  /** surely not sent, and no other mail would be either: the attempt does not count */
  | { type: 'stop-the-line'; error: string }
  /** surely not sent, and never will be */
  | { type: 'refused'; error: string }
  /** perhaps sent: waits for SES's event before it is sent once more */
  | { type: 'unknown'; error: string };

export function settleAttempt(notice: Notice, outcome: SendOutcome, now: Instant): Notice {
  switch (outcome.type) {
    case 'accepted':
      return { ...settled(notice, 'accepted'), messageId: outcome.messageId };
    case 'refused':
      return { ...settled(notice, 'refused-by-ses'), lastError: outcome.error };
    case 'unknown':
      return { ...awaitEvent(notice, now), lastError: outcome.error };
    case 'retry':
      return again(notice, outcome.error, notice.attempts, gapAfter(notice.attempts), now);
    case 'stop-the-line':
      return again(notice, outcome.error, notice.attempts - 1, 1, now);
  }
}

/** What SES's event says became of a mail. */
export type MailEventOutcome = 'accepted' | 'delivered' | Exclude<Failure, 'refused-by-ses' | 'unreachable'>;

/**
 * Events come late, twice and out of order, so a notice only ever moves up in the order of `noticeStatuses`.
 *
 * @returns the notice changed, or undefined where the event brings nothing new
 */
export function applyMailEvent(
  notice: Notice,
  outcome: MailEventOutcome,
  messageId: string,
): Notice | undefined {
  if (noticeStatuses.indexOf(outcome) <= noticeStatuses.indexOf(notice.status)) return undefined;
  return { ...settled(notice, outcome), messageId };
}

/** A notice that is not to be sent any more. */
export function cancel(notice: Notice): Notice {
  return settled(notice, 'cancelled');
}

/** A notice to somebody who is not to be mailed: it was owed all the same, so that staff reach them another way. */
export function giveUpReaching(notice: Notice): Notice {
  return settled(notice, 'unreachable');
}

function settled(notice: Notice, status: NoticeStatus): Notice {
  const { wakeAt: _, ...rest } = notice;
  return { ...rest, status, revision: notice.revision + 1 };
}

function awaitEvent(notice: Notice, now: Instant): Notice {
  return {
    ...notice,
    status: 'unknown',
    revision: notice.revision + 1,
    wakeAt: addMinutes(now, graceAfter(notice.attempts)),
  };
}

function again(notice: Notice, error: string, attempts: number, minutes: number, now: Instant): Notice {
  return {
    ...notice,
    status: 'pending',
    revision: notice.revision + 1,
    attempts,
    wakeAt: addMinutes(now, minutes),
    lastError: error,
  };
}

function graceAfter(attempts: number): number {
  return Math.min(graceMinutes * 4 ** Math.max(attempts - 1, 0), longestGraceMinutes);
}

/** 1, 2, 4, 8, then 10 minutes. */
function gapAfter(attempts: number): number {
  return Math.min(2 ** Math.max(attempts - 1, 0), longestGapMinutes);
}
