import type { CivilDate } from './civil-date.ts';
import type { Complaint } from './complaint.ts';
import type { DigestLine } from './digest-lines.ts';
import { isOpen, type Obligation } from './obligations.ts';
import type { Rank } from './ranks.ts';
import type { StaffId } from './staff.ts';
import type { WayByHand } from './ways.ts';

/** Of notices to residents. */
export const residentNoticeKinds = [
  'receipt',
  'acknowledgement',
  'clarification',
  'extension',
  'update',
  'response',
  'missed-date-apology',
  'action-changed',
  'action-completed',
  'withdrawal',
  'closure',
  'reopening',
  'dates-changed',
  'escalation-receipt',
  'escalation-acknowledgement',
  'escalation-refusal',
  'final-response',
  'issue-raised',
  'exclusion',
  'acceptance',
  'handler-change',
  'compensation-offer',
  'compensation-paid',
  'insurer',
  'action-replaced',
  'updates-agreed',
  'adjustments-agreed',
  'contact-restriction',
  'consent-request',
  'points-excluded',
  'points-accepted',
  'merged',
  'new-lead',
  'access-link',
] as const;

/** They meet no obligation, and a person’s acknowledgement follows: by email, or not at all. */
const kindsByEmailOnly = ['receipt', 'escalation-receipt', 'access-link'] as const;

/** Of notices to residents that can wait to be posted, or to be told in a call. */
export const kindsByHand = residentNoticeKinds.filter(
  (kind): kind is Exclude<(typeof residentNoticeKinds)[number], (typeof kindsByEmailOnly)[number]> =>
    !kindsByEmailOnly.some((each) => each === kind),
);

/** Of notices about a complaint. */
export const complaintNoticeKinds = [
  ...residentNoticeKinds,
  'alert',
  'reviewer-needed',
  'assignment',
  'extension-problem',
  'resident-message',
  'question',
  'urgent-complaint',
] as const;

/** Of notices to a landlord about what it counts its dates by. */
export const landlordNoticeKinds = [
  'calendar-feed-unusable',
  'calendar-difference',
  'calendar-version-added',
  'calendar-horizon',
] as const;

/** Of notices about what reached a landlord and is no complaint. */
export const enquiryNoticeKinds = [
  'service-request-receipt',
  'service-request-review',
  'compliment-thanks',
  'compliment-passed-on',
] as const;

/** Of notices to one of the staff about everything that is theirs to do. */
const staffNoticeKinds = ['digest'] as const;

export const noticeKinds = [
  ...complaintNoticeKinds,
  ...landlordNoticeKinds,
  ...enquiryNoticeKinds,
  ...staffNoticeKinds,
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Mail that the Code or a promise asks for leaves before everything else. */
export const sendLanes = ['statutory', 'routine'] as const;
export type SendLane = (typeof sendLanes)[number];

/**
 * The resident; a person on the staff, or where nobody of that id can be mailed whoever holds the rank when the notice is
 * sent; or somebody outside, whose address is kept with the texts.
 */
export type Recipient =
  | { type: 'complainant' }
  /** whoever gets copies: `representative`, or an other party of the complaint */
  | { type: 'copied'; party: string }
  /** whoever sent what is no complaint */
  | { type: 'enquirer' }
  | { type: 'staff'; rank: Rank; person?: StaffId | undefined }
  | { type: 'contractor'; address: string };

/** A message owed to somebody, decided and not yet sent. */
export interface NoticeOwed {
  /** unique within its owner and made from what the notice is about: owing it twice is owing it once */
  id: string;
  kind: NoticeKind;
  lane: SendLane;
  recipient: Recipient;
  /** the resident was told in another way already, or is not told at all: only its copies go out */
  unmailed?: true | undefined;
  /** how it is given where not by email: by whom and by when says the obligation that comes with it */
  byHand?: { way: WayByHand; landlord: string; dueOn: CivilDate; obligation: string } | undefined;
  /** of a digest: what it lists */
  lines?: DigestLine[] | undefined;
  /** the notice is cancelled where this obligation is no longer open with this due date when it is to be sent */
  reason?: { obligation: string; dueOn: CivilDate } | undefined;
  /** of a reminder: working days from that date, so that a later one takes its place */
  rung?: number | undefined;
  /** the dates that it tells its reader, by what is due */
  tells?: { obligation: string; dueOn: CivilDate }[] | undefined;
  /** named values for its template; no personal text, which is added when it is written out */
  values: Record<string, string>;
  /** ids of texts that stand for named values; `points.0.reasons` is a value of the first of a repeated part */
  texts?: Record<string, string> | undefined;
  /** people whose names stand for named values */
  people?: Record<string, StaffId> | undefined;
}

/** A notice as people read it. */
export interface RenderedNotice {
  subject: string;
  text: string;
  html: string;
}

/**
 * Whether what the notice is about still holds; one whose reason is gone is cancelled instead of sent. One that waits for
 * a hand is owed as long as the obligation to give it is.
 */
export function isStillOwed(
  notice: Pick<NoticeOwed, 'id' | 'kind' | 'byHand' | 'reason' | 'rung' | 'recipient'>,
  complaint: Complaint,
): boolean {
  const { id, kind, byHand } = notice;
  if (byHand) return complaint.obligations.some((each) => each.id === byHand.obligation && isOpen(each));
  const isBeingGiven = complaint.extensions.some(
    ({ notice, state }) => notice === id && state === 'requested',
  );
  if (kind === 'extension' && !isBeingGiven) return false;
  if (kind === 'consent-request' && complaint.representative?.request !== id) return false;
  return holdsStill(notice, complaint);
}

/** Whether what a notice is owed for is still open, and has the date that it had then, or missed it. */
export function holdsStill(
  notice: Pick<NoticeOwed, 'kind' | 'reason' | 'rung' | 'recipient'>,
  complaint: Complaint,
): boolean {
  const { reason } = notice;
  if (!reason) return true;
  const about = complaint.obligations.find((each) => each.id === reason.obligation);
  if (!about || !isOpen(about) || isSuperseded(notice, about, reason.dueOn)) return false;
  return about.dueOn === reason.dueOn || (about.missed ?? []).includes(reason.dueOn);
}

/**
 * Of reminders that could not leave, as in an outage of the mail system, the newest speaks: of alerts the newest to that
 * rank, and of a question put again, which is chased at every rung, simply the newest.
 */
function isSuperseded(
  { kind, recipient, rung }: Pick<NoticeOwed, 'kind' | 'recipient' | 'rung'>,
  { alerted }: Obligation,
  dueOn: CivilDate,
): boolean {
  const given = alerted?.find((each) => each.dueOn === dueOn);
  if (!given || rung === undefined) return false;
  const heard =
    kind === 'alert' && recipient.type === 'staff' ? given.heard[recipient.rank] : given.workingDays;
  return heard !== undefined && heard > rung;
}
