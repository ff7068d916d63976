import type { CivilDate } from './civil-date.ts';
import type { Complaint } from './complaint.ts';
import { deriveDeadline } from './deadline.ts';
import { type Context, calendarOf, policyNow } from './decision.ts';
import { londonDateOf } from './london-time.ts';
import { isOpen, type Obligation } from './obligations.ts';
import type { Refusal } from './refusals.ts';

/** Adjustments and restrictions of contact are looked at again for as long as they stand (Code 5.10, 5.14). */

type ReviewKind = 'adjustment-review' | 'restriction-review';

/** From what the next review is counted: the agreement, or the review before it. */
interface ReviewStart {
  countedFrom: 'agreement' | 'review';
  on: CivilDate;
}

const limits = {
  'adjustment-review': 'adjustmentReview',
  'restriction-review': 'restrictionReview',
} as const;

/**
 * The next review of an adjustment or restriction, each under an id of its own.
 *
 * @param reviewOn the day that was promised for it; without, it is counted as the policy in force says
 */
export function planReview(
  complaint: Complaint,
  { of, kind }: { of: string; kind: ReviewKind },
  start: ReviewStart,
  reviewOn: CivilDate | undefined,
  context: Context,
): { obligation: Obligation } | { refusal: Refusal } {
  const policy = policyNow(context);
  const limit = policy.inside[limits[kind]];
  const today = londonDateOf(context.now);
  if (reviewOn && reviewOn < today) return { refusal: { type: 'DateInPast', today } };
  const deadline = reviewOn
    ? { dueOn: reviewOn, derivation: { promisedOn: today, clause: limit.clause } }
    : deriveDeadline(start, limit, policy, calendarOf(context, policy));
  const id = `${of}-review-${reviewsOf(complaint, of).length + 1}`;
  return { obligation: { id, kind, projected: false, ...deadline } };
}

/** The review that is owed of an adjustment or restriction which stands. */
export function openReview(complaint: Complaint, of: string): Obligation | undefined {
  return reviewsOf(complaint, of).find(isOpen);
}

function reviewsOf({ obligations }: Complaint, of: string): Obligation[] {
  return obligations.filter(({ id }) => id.startsWith(`${of}-review-`));
}
