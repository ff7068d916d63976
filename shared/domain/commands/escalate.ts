import type { CivilDate } from '../civil-date.ts';
import { type Complaint, pointsInPlay } from '../complaint.ts';
import { accept, type Context, calendarOf, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type Floor, type Happening, type StaffAct, whenItHappened } from '../happening.ts';
import { londonInstant } from '../london-time.ts';
import { owedEscalationReceipt, owedReviewerNeeded } from '../notices/escalation.ts';
import { refusedByState } from '../permitted.ts';
import { policyInForce } from '../policy.ts';
import type { Refusal } from '../refusals.ts';
import type { StaffId } from '../staff.ts';
import { oweStage } from '../stage-dates.ts';
import { owedAtStage } from '../stages.ts';
import { tellResident } from '../telling.ts';
import type { TextRef } from '../text.ts';
import { lastDayToEscalate } from '../window.ts';

/** Ask for stage 2, for all of the complaint or some points: said by the resident themself, or told to staff (Code 6.10). */
export interface Escalate {
  type: 'Escalate';
  by?: StaffId | undefined;
  happenedAt?: StaffAct['happenedAt'];
  /** the points that go to stage 2; all of them, where it is left out, and where stage 1 answered none of them */
  points?: readonly string[] | undefined;
  /** asked for where the policy asks, and never needed (Code 6.12) */
  reasons?: TextRef | undefined;
  /** the message that asked for it */
  message?: string | undefined;
  /** the Ombudsman who says that it is to be taken on, after a refusal */
  ombudsman?: string | undefined;
}

/**
 * A request is a request, with reasons or without, within the landlord's window or after it: whether it is refused is a
 * judgement that somebody makes and gives reasons for (Code 5.11, 6.12). The clocks of stage 2 run under the policy of
 * the day.
 */
export function escalate(complaint: Complaint, command: Escalate, context: Context): Decision {
  const refused = refusedByState(complaint, 'Escalate');
  if (refused) return refuse(refused);
  const happening = whenItHappened(command, context, floorOf(complaint));
  if ('refusal' in happening) return refuse(happening.refusal);
  const cannot =
    notYet(complaint, happening.on) ?? notThere(complaint, command) ?? unknownOmbudsman(command, context);
  if (cannot) return refuse(cannot);

  const event = requestOf(complaint, command, happening, context);
  const after = evolve(complaint, event);
  const policy = policyInForce(context.versions, happening.on);
  return accept(
    [event],
    [tellResident({}, owedEscalationReceipt(after, event, policy)), ...owedReviewerNeeded(after)],
  );
}

function requestOf(
  complaint: Complaint,
  { by, points, reasons, message, ombudsman }: Escalate,
  { happenedAt, on }: Happening,
  context: Context,
): EventOf<'EscalationRequested'> {
  const policy = policyInForce(context.versions, on);
  const start = { countedFrom: 'escalation-request', on, at: happenedAt } as const;
  const lastDay = lastDayToEscalate(complaint, context);
  return {
    type: 'EscalationRequested',
    ...(by && { by }),
    happenedAt,
    on,
    points: [...((complaint.respondedOn && points) ?? pointsInPlay(complaint).map(({ id }) => id))],
    ...(reasons && { reasons }),
    ...(message && { message }),
    ...(lastDay && on > lastDay && { windowEndedOn: lastDay }),
    ...(ombudsman && { ombudsman }),
    policyEffectiveFrom: policy.effectiveFrom as CivilDate,
    obligations: oweStage(2, start, policy, calendarOf(context, policy)),
  };
}

/** A refusal answered whatever had been asked until then. */
function floorOf({ respondedOn, receivedAt, escalationsRefused }: Complaint): Floor {
  const refused = escalationsRefused.at(-1);
  if (refused) return { at: londonInstant(refused.on, '00:00'), what: 'refusal' };
  return respondedOn
    ? { at: londonInstant(respondedOn, '00:00'), what: 'answer' }
    : { at: receivedAt, what: 'receipt' };
}

/** Before its answer is late stage 1 has its time; after that nobody has to wait for it. */
function notYet({ respondedOn, status, obligations }: Complaint, on: CivilDate): Refusal | undefined {
  if (respondedOn || status === 'closed') return undefined;
  const response = obligations.find(({ kind }) => kind === owedAtStage[1].response);
  return response && on <= response.dueOn && !response.missed?.length
    ? { type: 'Stage1NotLate', dueOn: response.dueOn }
    : undefined;
}

/** What was not taken on has no answer to look at again; its way is to the Ombudsman (Code 2.4). */
function notThere(complaint: Complaint, { points }: Escalate): Refusal | undefined {
  if (points === undefined) return undefined;
  if (points.length === 0) return { type: 'NothingEscalated' };
  const excluded = complaint.points.find((point) => point.excluded && points.includes(point.id));
  if (excluded) return { type: 'PointExcludedAlready', point: excluded.id };
  const ids = pointsInPlay(complaint).map(({ id }) => id);
  const unknown = points.find((point) => !ids.includes(point));
  return unknown ? { type: 'UnknownPoint', point: unknown, known: ids } : undefined;
}

/** An Ombudsman who is named is one of those whom the landlord answers to. */
export function unknownOmbudsman(
  { ombudsman }: Pick<Escalate, 'ombudsman'>,
  { policy }: Context,
): Refusal | undefined {
  return ombudsman && !policy.ombudsmen.includes(ombudsman)
    ? { type: 'UnknownOmbudsman', ombudsman, known: policy.ombudsmen }
    : undefined;
}
