import type { CivilDate } from '../civil-date.ts';
import { type ClockStart, deriveDeadline } from '../deadline.ts';
import { climbLadder } from '../ladder.ts';
import { type Instant, londonDateOf } from '../london-time.ts';
import type { StaffId } from '../staff.ts';
import {
  accept,
  type EnquiryAccepted,
  type EnquiryContext,
  type EnquiryDecision,
  refuse,
  refusedByKind,
} from './decision.ts';
import {
  type Choice,
  changed,
  type Enquiry,
  type Happened,
  type Review,
  waitsForComplaint,
} from './enquiry.ts';
import { owedReviewAlerts } from './notices.ts';

/** Somebody looked at a service request again (Code 1.4). */
export interface ReviewRequest {
  type: 'ReviewRequest';
  by: StaffId;
  outcome: 'resolved' | 'still-open';
  /** id of the text */
  note?: string | undefined;
}

export function planReview(
  countedFrom: Extract<ClockStart, 'first-contact' | 'review'>,
  on: CivilDate,
  { policy, calendar }: EnquiryContext,
): Review {
  return deriveDeadline({ countedFrom, on }, policy.inside.serviceRequestReview, policy, calendar);
}

/** Another date than the one there was: what was reminded of stays on record, so that no reminder comes twice. */
export function reviewAgain(enquiry: Enquiry, context: EnquiryContext): Review {
  return { ...planReview('review', londonDateOf(context.now), context), ...remindedOf(enquiry) };
}

/** Whoever chose to complain is not kept waiting: it becomes a complaint by the next working day (Code 1.3). */
function planConversion(enquiry: Enquiry, on: CivilDate, { policy, calendar }: EnquiryContext): Review {
  const limit = { unit: 'working-days', count: 1, clause: '1.3', source: 'practice' } as const;
  const start = { countedFrom: 'choice-to-complain', on } as const;
  return { ...deriveDeadline(start, limit, policy, calendar), ...remindedOf(enquiry) };
}

function remindedOf({ review }: Enquiry): Pick<Review, 'alerted'> {
  return review?.alerted ? { alerted: review.alerted } : {};
}

/** An enquiry whose maker was given the choice: it waits for a complaint where they took it; otherwise all is as before. */
export function withChoice(
  { review, ...enquiry }: Enquiry,
  choice: Choice,
  context: EnquiryContext,
): Enquiry {
  const { kind, complaints } = enquiry;
  const before = { ...enquiry, ...(review && { review }), choice };
  if (choice.answer === 'complain' && complaints.length === 0)
    return { ...before, status: 'open', review: planConversion(before, choice.offeredOn, context) };
  if (!waitsForComplaint(before)) return before;
  return kind === 'service-request'
    ? { ...before, review: reviewAgain(before, context) }
    : { ...enquiry, choice, status: 'acknowledged' };
}

/** One that is still open is looked at again later. */
export function review(enquiry: Enquiry, command: ReviewRequest, context: EnquiryContext): EnquiryDecision {
  const refused = refusedByKind(enquiry, 'service-request', { whileOpen: true });
  if (refused) return refuse(refused);
  if (waitsForComplaint(enquiry)) return refuse({ type: 'ChoseToComplain' });
  const { by, outcome, note } = command;
  const said = { what: 'reviewed', at: context.now, by, outcome, ...(note && { note }) } as const;
  if (outcome === 'resolved') {
    const { review: _, ...rest } = enquiry;
    return accept(changed(rest, said, { status: 'resolved' }));
  }
  const next = reviewAgain(enquiry, context);
  return accept(changed(enquiry, { ...said, nextReviewOn: next.dueOn }, { review: next }));
}

/** Tells those whom the ladder names that a review nears or is overdue; after an outage the newest rung alone. */
export function remind(enquiry: Enquiry, context: EnquiryContext): EnquiryAccepted {
  const rung = climb(enquiry, context)?.passed.at(-1);
  const { review, history } = enquiry;
  if (!rung || !review) return accept(enquiry);
  const { dueOn, alerted = [] } = review;
  const { workingDays, to } = rung;
  const entry: Happened = { what: 'reminded', at: context.now, dueOn, workingDays, to: [...to] };
  const given = [...alerted.filter((each) => each.dueOn !== dueOn), { dueOn, workingDays }];
  return accept(
    { ...enquiry, review: { ...review, alerted: given }, history: [...history, entry] },
    owedReviewAlerts(enquiry, review, rung, context),
  );
}

/** The next instant at which time alone changes something; undefined where nothing is left to wait for. */
export function nextReminder(enquiry: Enquiry, context: EnquiryContext): Instant | undefined {
  const climbed = climb(enquiry, context);
  return (climbed?.passed[0] ?? climbed?.next)?.at;
}

function climb({ status, review }: Enquiry, { policy, calendar, now }: EnquiryContext) {
  return review && status === 'open' ? climbLadder(review, policy, calendar, now) : undefined;
}
