import type { CivilDate } from './civil-date.ts';
import type { Complaint } from './complaint.ts';
import { deriveDeadline } from './deadline.ts';
import { type Context, calendarOf, policyNow } from './decision.ts';
import { flagBackdated, type Happening, type StaffAct, whenItHappened } from './happening.ts';
import { londonDateOf } from './london-time.ts';
import { isOpen, type Obligation } from './obligations.ts';
import type { Refusal } from './refusals.ts';
import type { StaffId } from './staff.ts';

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

/** What staff say who look at one again. */
interface Review extends StaffAct {
  outcome: 'continues' | 'ends' | 'lifted';
  reviewOn?: CivilDate | undefined;
}

/** When it was looked at again, and the review that follows where it continues. */
export function lookAgain(
  complaint: Complaint,
  about: { of: string; kind: ReviewKind },
  { dueOn }: Pick<Obligation, 'dueOn'>,
  command: Review,
  context: Context,
): (Happening & { by: StaffId; backdated?: true; next?: Obligation }) | { refusal: Refusal } {
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return happening;
  const { by, outcome, reviewOn } = command;
  const reviewed = { by, ...happening, ...flagBackdated(happening.on, dueOn, context) };
  if (outcome !== 'continues') return reviewed;
  const start = { countedFrom: 'review', on: happening.on } as const;
  const next = planReview(complaint, about, start, reviewOn, context);
  return 'refusal' in next ? next : { ...reviewed, next: next.obligation };
}

/** The review that is owed of an adjustment or restriction which stands. */
export function openReview(complaint: Complaint, of: string): Obligation | undefined {
  return reviewsOf(complaint, of).find(isOpen);
}

function reviewsOf({ obligations }: Complaint, of: string): Obligation[] {
  return obligations.filter(({ id }) => id.startsWith(`${of}-review-`));
}
