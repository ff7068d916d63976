import type { CivilDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type Giving, recorded, whenItHappened } from '../happening.ts';
import { owedAdjustment, owedAdjustmentReview } from '../notices/arrangements.ts';
import type { NoticeOwed } from '../notices.ts';
import { refusedByState } from '../permitted.ts';
import { lookAgain, openReview, planReview } from '../reviews.ts';
import { isTold } from '../telling.ts';
import type { TextRef } from '../text.ts';
import { tooManyOpen } from './ask.ts';

/** Agree what helps the resident to complain; it is on record and looked at again (Code 5.10). */
export interface AgreeAdjustment extends Giving {
  type: 'AgreeAdjustment';
  kind: EventOf<'AdjustmentAgreed'>['kind'];
  note: TextRef;
  /** of more time: working days more than anybody has */
  workingDays?: number | undefined;
  disability?: TextRef | undefined;
  /** when it is looked at again; as the policy says, where it is left out */
  reviewOn?: CivilDate | undefined;
}

export interface ReviewAdjustment extends Giving {
  type: 'ReviewAdjustment';
  adjustment: string;
  outcome: 'continues' | 'ends';
  note: TextRef;
  reviewOn?: CivilDate | undefined;
}

const about = { kind: 'adjustment-review' } as const;

/** More time is the resident's: no date of the landlord's moves by it (seed 003). */
export function agreeAdjustment(complaint: Complaint, command: AgreeAdjustment, context: Context): Decision {
  const refused = refusedByState(complaint, 'AgreeAdjustment') ?? tooManyOpen(complaint);
  if (refused) return refuse(refused);
  const { kind, note, workingDays, disability, reviewOn, alreadyGiven } = command;
  const isMoreTime = kind === 'more-time';
  if (isMoreTime && !workingDays) return refuse({ type: 'NoMoreTimeNamed' });
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const adjustment = `adjustment-${complaint.adjustments.length + 1}`;
  const start = { countedFrom: 'agreement', on: happening.on } as const;
  const review = planReview(complaint, { of: adjustment, ...about }, start, reviewOn, context);
  if ('refusal' in review) return refuse(review.refusal);
  const event: EventOf<'AdjustmentAgreed'> = {
    type: 'AdjustmentAgreed',
    ...recorded(command),
    ...(alreadyGiven && { alreadyGiven }),
    adjustment,
    kind,
    note,
    ...(isMoreTime && { workingDays }),
    ...(disability && { disability }),
    ...review,
  };
  return inform(complaint, event, (after) => owedAdjustment(after, event));
}

export function reviewAdjustment(
  complaint: Complaint,
  command: ReviewAdjustment,
  context: Context,
): Decision {
  const refused = refusedByState(complaint, 'ReviewAdjustment');
  if (refused) return refuse(refused);
  const { adjustment: of, outcome, note, alreadyGiven } = command;
  const adjustment = complaint.adjustments.find((each) => each.adjustment === of);
  if (!adjustment) return refuse({ type: 'UnknownAdjustment' });
  const owed = openReview(complaint, of);
  if (!owed) return refuse({ type: 'AdjustmentEnded' });
  const reviewed = lookAgain(complaint, { of, ...about }, owed, command, context);
  if ('refusal' in reviewed) return refuse(reviewed.refusal);
  const event: EventOf<'AdjustmentReviewed'> = {
    type: 'AdjustmentReviewed',
    ...reviewed,
    ...(alreadyGiven && { alreadyGiven }),
    adjustment: of,
    outcome,
    note,
  };
  return inform(complaint, event, (after) => owedAdjustmentReview(after, adjustment, event));
}

/** It was agreed with the resident, so that whoever is not mailed knows of it all the same. */
function inform(
  complaint: Complaint,
  event: EventOf<'AdjustmentAgreed' | 'AdjustmentReviewed'>,
  write: (after: Complaint) => NoticeOwed,
): Decision {
  return accept([event], isTold(complaint, event) ? [write(evolve(complaint, event))] : []);
}
