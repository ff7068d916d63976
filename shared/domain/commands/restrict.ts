import type { Role } from '../authorization.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, policyNow, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type Giving, recorded, whenGiven } from '../happening.ts';
import { owedRestriction, owedRestrictionReview } from '../notices/arrangements.ts';
import type { NoticeOwed } from '../notices.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import { lookAgain, openReview, planReview } from '../reviews.ts';
import type { StaffId } from '../staff.ts';
import { cannotBeWritten } from '../telling.ts';
import type { TextRef } from '../text.ts';
import { wayBy } from '../ways.ts';
import { unavailable } from './assign.ts';

/** Limit how a resident reaches us, as a last resort; the complaint is handled all the same (Code 5.14, 5.15). */
export interface RestrictContact extends Giving {
  type: 'RestrictContact';
  /** the roles of whoever decides it: the policy says which rank that takes */
  roles: readonly Role[];
  kind: EventOf<'ContactRestricted'>['kind'];
  /** how we write to the resident from now on, as far as possible as agreed with them */
  method: EventOf<'ContactRestricted'>['method'];
  agreed: boolean;
  /** whom they may speak to, where contact is limited to one person */
  contact?: StaffId | undefined;
  reason: TextRef;
  equalityAct: TextRef;
  reviewOn?: CivilDate | undefined;
}

export interface ReviewRestriction extends Giving {
  type: 'ReviewRestriction';
  roles: readonly Role[];
  restriction: string;
  outcome: 'continues' | 'lifted';
  note: TextRef;
  reviewOn?: CivilDate | undefined;
}

const about = { kind: 'restriction-review' } as const;

export function restrictContact(complaint: Complaint, command: RestrictContact, context: Context): Decision {
  const refused =
    refusedByState(complaint, 'RestrictContact') ??
    lacksRank(command, context) ??
    restrictedAlready(complaint) ??
    lacksContact(complaint, command, context) ??
    lacksDetail(complaint, command);
  if (refused) return refuse(refused);
  const happening = whenGiven(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const restriction = `restriction-${complaint.restrictions.length + 1}`;
  const start = { countedFrom: 'agreement', on: happening.on } as const;
  const review = planReview(complaint, { of: restriction, ...about }, start, command.reviewOn, context);
  if ('refusal' in review) return refuse(review.refusal);
  const { kind, method, contact, agreed, reason, equalityAct, alreadyGiven } = command;
  const event: EventOf<'ContactRestricted'> = {
    type: 'ContactRestricted',
    ...recorded(command),
    ...(alreadyGiven && { alreadyGiven }),
    restriction,
    kind,
    method,
    ...(contact && { contact }),
    agreed,
    reason,
    equalityAct,
    ...review,
  };
  return confirm(complaint, event, (after) => owedRestriction(after, event));
}

/** Whoever may restrict contact may say whether that is still needed. */
export function reviewRestriction(
  complaint: Complaint,
  command: ReviewRestriction,
  context: Context,
): Decision {
  const refused = refusedByState(complaint, 'ReviewRestriction') ?? lacksRank(command, context);
  if (refused) return refuse(refused);
  const { restriction: of, outcome, note, alreadyGiven } = command;
  const restriction = complaint.restrictions.find((each) => each.restriction === of);
  if (!restriction) return refuse({ type: 'UnknownRestriction' });
  const owed = openReview(complaint, of);
  if (!owed) return refuse({ type: 'NotRestricted' });
  const reviewed = lookAgain(complaint, { of, ...about }, owed, command, context);
  if ('refusal' in reviewed) return refuse(reviewed.refusal);
  const event: EventOf<'RestrictionReviewed'> = {
    type: 'RestrictionReviewed',
    ...reviewed,
    ...(alreadyGiven && { alreadyGiven }),
    restriction: of,
    outcome,
    note,
  };
  return confirm(complaint, event, (after) => owedRestrictionReview(after, restriction, event));
}

/** In writing, by the way in which the resident is reached from now on (seed 003). */
function confirm(
  complaint: Complaint,
  event: EventOf<'ContactRestricted' | 'RestrictionReviewed'>,
  write: (after: Complaint) => NoticeOwed,
): Decision {
  const after = evolve(complaint, event);
  const cannot = cannotBeWritten(after, event);
  if (cannot) return refuse(cannot);
  return accept([event], event.alreadyGiven ? [] : [write(after)]);
}

/** A restriction takes the rank that the policy names (seed 003, 4.2). */
function lacksRank({ roles }: Pick<RestrictContact, 'roles'>, context: Context): Refusal | undefined {
  const { approvers, approvedBy } = policyNow(context).restrictions;
  if (approvers.some((role) => roles.includes(role))) return undefined;
  return { type: 'RankNeeded', approvers, approvedBy };
}

function restrictedAlready({ restrictions }: Complaint): Refusal | undefined {
  const inForce = restrictions.find(({ lifted }) => !lifted);
  return inForce && { type: 'RestrictedAlready', restriction: inForce.restriction };
}

/** Nobody is to be written to at no address: what the method takes is found out first, and put right. */
function lacksDetail({ otherWays }: Complaint, { method }: RestrictContact): Refusal | undefined {
  if (method === 'email' || wayBy(method, otherWays)) return undefined;
  return { type: 'MethodImpossible', lacks: takes[method] };
}

const takes = { letter: 'address', phone: 'phone', 'in-person': 'any' } as const;

function lacksContact(
  complaint: Complaint,
  { kind, contact }: RestrictContact,
  context: Context,
): Refusal | undefined {
  if (contact) return unavailable(complaint, contact, context);
  return kind === 'single-contact' ? { type: 'NoContactNamed' } : undefined;
}
