import type { CivilDate } from '../civil-date.ts';
import { type Complaint, openAcknowledgement, openResponse, pointsInPlay } from '../complaint.ts';
import { deriveDeadline } from '../deadline.ts';
import { accept, type Context, calendarOf, type Decision, policyNow, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { flagBackdated, type Giving, type Happening, whenGiven } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { owedFinalResponse } from '../notices/final-response.ts';
import { owedResponse } from '../notices/to-resident.ts';
import { isOpen, type Obligation } from '../obligations.ts';
import { refusedByState } from '../permitted.ts';
import { missingParts } from '../points.ts';
import type { Refusal } from '../refusals.ts';
import { limitsAt } from '../stage-dates.ts';
import { floorOfAnswer } from '../stage-floor.ts';
import { cannotBeWritten, tellResident } from '../telling.ts';
import type { TextRef } from '../text.ts';

/** Give the answer of a stage: every point with finding, reasons and remedy (Code 6.7, 6.9, 6.19), in writing. */
export interface Respond extends Giving {
  type: 'Respond';
  /** the date on the letter, which is the date of the response; the day it is given, where it is left out */
  datedOn?: CivilDate | undefined;
  /** why nobody spoke with the resident before, where the policy wants that (seed 002) */
  notDiscussed?: TextRef | undefined;
}

export function respond(complaint: Complaint, command: Respond, context: Context): Decision {
  const { by, alreadyGiven, notDiscussed } = command;
  const refused = refusedByState(complaint, 'Respond');
  if (refused) return refuse(refused);
  const happening = whenGiven(command, context, floorOfAnswer(complaint));
  if ('refusal' in happening) return refuse(happening.refusal);
  const cannot = notReady(complaint, command, context) ?? cannotBeWritten(complaint, command);
  if (cannot) return refuse(cannot);
  const on = dateOfLetter(complaint, command, happening);
  if (typeof on === 'object') return refuse(on);

  const due = openResponse(complaint)?.dueOn;
  const acknowledgementDue = openAcknowledgement(complaint)?.dueOn;
  const acknowledgement = acknowledgementDue ? flagBackdated(on, acknowledgementDue, context) : {};
  const learning = owedLearning(complaint, on, context);
  const sent: EventOf<'ResponseSent'> = {
    type: 'ResponseSent',
    ...(complaint.stage === 2 && { stage: complaint.stage }),
    by,
    happenedAt: happening.happenedAt,
    on,
    ...(due && flagBackdated(on, due, context)),
    ...(acknowledgement.backdated && { backdatedAcknowledgement: true as const }),
    ...(alreadyGiven && { alreadyGiven }),
    ...(notDiscussed && { notDiscussed }),
    ...(learning && { learning }),
  };
  const after = evolve(complaint, sent);
  const letter = complaint.stage === 1 ? owedResponse : owedFinalResponse;
  return accept([sent], [tellResident(command, letter(after, on, context))]);
}

function notReady(complaint: Complaint, { notDiscussed }: Respond, { policy }: Context): Refusal | undefined {
  const { stage, draft, discussed } = complaint;
  const points = pointsInPlay(complaint);
  if (points.length === 0) return { type: 'NothingDefined' };
  const missing = missingParts(points);
  if (missing.length > 0) return { type: 'PointsIncomplete', missing };
  const { review, discussion } = limitsAt(stage, policy);
  if (review === 'before' && !draft?.approvedBy) return { type: 'NotApproved', authors: draft?.by ?? [] };
  if (discussion && !discussed && !notDiscussed) return { type: 'DiscussFirst' };
  const actions = unansweredActions(complaint);
  return actions.length > 0 ? { type: 'ActionsUnanswered', actions } : undefined;
}

/** At stage 2 it is checked what became of each action that stage 1 promised and that was open then (Code 6.17; seed 004). */
export function unansweredActions({ actions, obligations }: Complaint): string[] {
  return actions.flatMap(({ id, toAnswer }) => {
    const owed = obligations.find((each) => each.id === id);
    return toAnswer && owed && isOpen(owed) ? [id] : [];
  });
}

/** Where something was upheld, somebody records what is learnt from it; that is owed after the answer and never before (Code 9.1; seed 003). */
function owedLearning(complaint: Complaint, on: CivilDate, context: Context): Obligation | undefined {
  const policy = policyNow(context);
  const limit = policy.inside.learning;
  const upheld = pointsInPlay(complaint).some(({ finding }) => finding !== 'not-upheld');
  if (!limit || !upheld) return undefined;
  const deadline = deriveDeadline({ countedFrom: 'answer', on }, limit, policy, calendarOf(context, policy));
  const number = complaint.obligations.filter(({ kind }) => kind === 'learning').length + 1;
  return { id: `learning-${number}`, kind: 'learning', projected: false, ...deadline };
}

/** What we send ourselves is dated the day it is sent; a letter may be dated before it is handed over. */
function dateOfLetter(
  complaint: Complaint,
  { datedOn, alreadyGiven }: Respond,
  { on }: Happening,
): CivilDate | Refusal {
  const notBefore = alreadyGiven ? londonDateOf(floorOfAnswer(complaint).at) : on;
  const date = datedOn ?? on;
  if (date < notBefore || date > on) return { type: 'LetterDateImpossible', notBefore, notAfter: on };
  return date;
}
