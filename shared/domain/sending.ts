import type { Complaint } from './complaint.ts';
import { isCopyOwed, isOfOneAlone } from './copies.ts';
import { addMinutes, endOfDay, type Instant } from './london-time.ts';
import { isStillOwed } from './notices.ts';
import { type Notice, type NoticeStatus, noticeStatuses } from './stored-notice.ts';
import { isOfEarlierLead } from './telling.ts';

/** Longer than a sender can live, so that two never hold one notice. */
const leaseMinutes = 5;
/**
 * How long SES's event may take to tell what became of an attempt whose answer was lost; four times as long after each
 * further one, so that somebody who does get the mails is not flooded.
 */
const graceMinutes = 15;
const longestGraceMinutes = 4 * 60;
/** 1, 2, 4, 8, then 10 minutes: four hours in all. */
const longestGapMinutes = 10;
const mostRetries = 26;
/** Sent once more where its fate stays unknown, and no oftener: each time somebody may get it twice. */
const mostUnknown = 2;
/** Also where no attempt counted: while the circuit was open SES may have taken each of them. */
const mostAttemptsIfUnknown = 5;
/** So long SES goes on trying to deliver. */
const deliveryMinutes = 14 * 60;
/** Somebody must still have the time to phone or write by the day that hangs on it. */
const dayBeforeMinutes = 24 * 60;
const usualDeliveryMinutes = 60;
/** Whoever waits for a link that long has asked for another. */
const linkMinutes = 60;

/** What a sender who finds a notice does with it now: nothing, record a change, or claim it and send. */
export type SendPlan = { type: 'leave' } | { type: 'record' | 'send'; notice: Notice };

/** @param complaint what the notice is about; a landlord's notice is about none, and owed until it is sent */
export function planSend(notice: Notice, complaint: Complaint | undefined, now: Instant): SendPlan {
  if (!notice.wakeAt || notice.wakeAt > now) return { type: 'leave' };
  if (notice.status !== 'pending') return { type: 'record', notice: afterWaiting(notice, now) };
  if (isLateLink(notice, now) || (complaint && !isOwed(notice, complaint)))
    return { type: 'record', notice: cancel(notice) };
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

/** What becomes of a notice that waited for word in vain. */
function afterWaiting(notice: Notice, now: Instant): Notice {
  switch (notice.status) {
    case 'sending':
      // The lease ran out: the sender died, and whether SES has the mail only its event can tell.
      return awaitEvent(notice, true, now);
    case 'unknown':
      return isUnknownForGood(notice) ? settled(notice, 'given-up') : inLine(notice, now);
    case 'accepted':
      return settled(notice, 'unconfirmed');
    default:
      throw new Error(`notice ${notice.id} is ${notice.status} and waits for nothing`);
  }
}

function isUnknownForGood({ failed, attempts }: Notice): boolean {
  return failed.unknown >= mostUnknown || attempts >= mostAttemptsIfUnknown;
}

function isLateLink({ kind, owedAt }: Notice, now: Instant): boolean {
  return kind === 'access-link' && addMinutes(owedAt, linkMinutes) <= now;
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
  /** surely not sent, worth trying again; `ofMail` where that says nothing of any other mail */
  | { type: 'retry'; error: string; ofMail?: true }
  /** surely not sent, and no other mail would be either: the attempt does not count */
  | { type: 'stop-the-line'; error: string }
  /** surely not sent, and never will be */
  | { type: 'refused'; error: string }
  /** perhaps sent: waits for SES's event before it is sent once more */
  | { type: 'unknown'; error: string };

/**
 * @param counts false where the mail system took no mail at all: the notice keeps its place, and is none the worse for it
 */
export function settleAttempt(notice: Notice, outcome: SendOutcome, now: Instant, counts = true): Notice {
  switch (outcome.type) {
    case 'accepted':
      return { ...taken(notice, now), messageId: outcome.messageId };
    case 'refused':
      return { ...settled(notice, 'refused-by-ses'), lastError: outcome.error };
    case 'unknown':
      return { ...awaitEvent(notice, counts, now), lastError: outcome.error };
    case 'retry':
      if (counts) return { ...tryAgain(notice, now), lastError: outcome.error };
      return { ...unburned(notice, now), lastError: outcome.error };
    case 'stop-the-line':
      return { ...unburned(notice, now), lastError: outcome.error };
  }
}

/** What SES's event says became of a mail. */
export const mailEventOutcomes = [
  'accepted',
  'soft-bounced',
  'delivered',
  'bounced',
  'suppressed',
  'rejected',
  'reported-as-spam',
] as const;
export type MailEventOutcome = (typeof mailEventOutcomes)[number];

/**
 * Events come late, twice and out of order, so a notice only ever moves up in the order of `noticeStatuses`.
 *
 * @param acceptedAt when SES took the mail
 * @returns the notice changed, or undefined where the event brings nothing new
 */
export function applyMailEvent(
  notice: Notice,
  outcome: MailEventOutcome,
  messageId: string,
  acceptedAt: Instant,
): Notice | undefined {
  if (noticeStatuses.indexOf(outcome) <= noticeStatuses.indexOf(notice.status)) return undefined;
  return { ...(outcome === 'accepted' ? taken(notice, acceptedAt) : settled(notice, outcome)), messageId };
}

/** Whether SES is known to have taken it, whatever became of it then. */
export function isTaken({ status }: Notice): boolean {
  return noticeStatuses.indexOf(status) >= noticeStatuses.indexOf('accepted');
}

/** A notice that is not to be sent any more. */
export function cancel(notice: Notice): Notice {
  return settled(notice, 'cancelled');
}

/** A notice to somebody who is not to be mailed: it was owed all the same, so that staff reach them another way. */
export function giveUpReaching(notice: Notice): Notice {
  return settled(notice, 'unreachable');
}

/** A notice that would be one too many. */
export function withhold(notice: Notice): Notice {
  return settled(notice, 'withheld');
}

function settled(notice: Notice, status: NoticeStatus): Notice {
  const { wakeAt: _, ...rest } = notice;
  return { ...rest, status, revision: notice.revision + 1 };
}

/** Of what a resident is told the arrival is waited for. */
function taken(notice: Notice, acceptedAt: Instant): Notice {
  const accepted = settled(notice, 'accepted');
  const isWaitedFor = notice.recipient.type === 'complainant' && notice.kind !== 'access-link';
  return isWaitedFor ? { ...accepted, wakeAt: silentFrom(notice, acceptedAt) } : accepted;
}

/** From when on silence means that nobody may have been reached (platform facts A2). */
function silentFrom({ reason }: Notice, acceptedAt: Instant): Instant {
  const end = addMinutes(acceptedAt, deliveryMinutes);
  const lastMoment = reason && endOfDay(reason.dueOn);
  // By a day that has passed, as an apology names, nobody can be told any more.
  if (!lastMoment || lastMoment <= acceptedAt) return end;
  const dayBefore = addMinutes(lastMoment, -dayBeforeMinutes);
  const soonest = addMinutes(acceptedAt, usualDeliveryMinutes);
  if (dayBefore > end) return end;
  return dayBefore > soonest ? dayBefore : soonest;
}

function awaitEvent(notice: Notice, counts: boolean, now: Instant): Notice {
  const { failed } = notice;
  return {
    ...notice,
    status: 'unknown',
    revision: notice.revision + 1,
    failed: counts ? { ...failed, unknown: failed.unknown + 1 } : failed,
    wakeAt: addMinutes(now, graceAfter(notice.attempts)),
  };
}

/** Back to where it waits to be sent. */
function inLine(notice: Notice, wakeAt: Instant): Notice {
  return { ...notice, status: 'pending', revision: notice.revision + 1, wakeAt };
}

function unburned(notice: Notice, now: Instant): Notice {
  return { ...inLine(notice, now), attempts: notice.attempts - 1 };
}

function tryAgain(notice: Notice, now: Instant): Notice {
  const retry = notice.failed.retry + 1;
  const failed = { ...notice.failed, retry };
  if (retry > mostRetries) return { ...settled(notice, 'given-up'), failed };
  return { ...inLine(notice, addMinutes(now, gapAfter(retry))), failed };
}

function graceAfter(attempts: number): number {
  return Math.min(graceMinutes * 4 ** Math.max(attempts - 1, 0), longestGraceMinutes);
}

function gapAfter(failures: number): number {
  return Math.min(2 ** (failures - 1), longestGapMinutes);
}
