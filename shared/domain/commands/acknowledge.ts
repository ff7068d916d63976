import { type Complaint, openAcknowledgement } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { ComplaintEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { flagBackdated, type Giving, whenGiven } from '../happening.ts';
import { owedEscalationAcknowledgement } from '../notices/escalation.ts';
import { owedAcknowledgement } from '../notices/to-resident.ts';
import { refusedByState } from '../permitted.ts';
import type { NewPoint } from '../points.ts';
import { deriveStage, limitsAt, stageStartOf } from '../stage-dates.ts';
import { floorOfStage } from '../stage-floor.ts';
import { cannotBeTold, tellResident } from '../telling.ts';
import { addPoints } from './add-points.ts';

/**
 * Tell the resident how the complaint is understood, what they want, and what the landlord is not responsible for
 * (Code 5.6, 5.7, 6.2). May be given on the phone.
 */
export interface Acknowledge extends Giving {
  type: 'Acknowledge';
  /** the points that are not defined yet; may be none where they all are */
  points: readonly NewPoint[];
}

/** Its day starts the clock of the answer where the policy counts from it, and never pushes it back (Code 6.3). */
export function acknowledge(complaint: Complaint, command: Acknowledge, context: Context): Decision {
  const { by, happenedAt, points, alreadyGiven } = command;
  const refused = refusedByState(complaint, 'Acknowledge');
  if (refused) return refuse(refused);
  const happening = whenGiven(command, context, floorOfStage(complaint));
  if ('refusal' in happening) return refuse(happening.refusal);
  if (complaint.points.length + points.length === 0) return refuse({ type: 'NothingDefined' });
  const cannot = cannotBeTold(complaint, command);
  if (cannot) return refuse(cannot);

  const events: ComplaintEvent[] = [];
  if (points.length > 0) {
    const added = addPoints(complaint, { type: 'AddPoints', by, happenedAt, points }, context);
    if (added.type === 'Refused') return added;
    events.push(...added.events);
  }
  const { policy, calendar } = context;
  const { stage, obligations, receivedAt, escalation } = complaint;
  const start = stageStartOf(stage, obligations, receivedAt, escalation?.requestedAt);
  const { acknowledgement, response } = deriveStage(stage, start, happening.on, policy, calendar);
  const { projected: _, codeDueOn, ...deadline } = response;
  const owed = openAcknowledgement(complaint);
  events.push({
    type: 'ComplaintAcknowledged',
    ...(stage === 2 && { stage }),
    by,
    ...happening,
    ...flagBackdated(happening.on, owed?.dueOn ?? acknowledgement.dueOn, context),
    ...(alreadyGiven && { alreadyGiven }),
    ...(limitsAt(stage, policy).response.countedFrom === 'acknowledgement' && { response: deadline }),
    ...(codeDueOn && { codeDueOn }),
  });
  const owedNotice = stage === 1 ? owedAcknowledgement : owedEscalationAcknowledgement;
  const after = events.reduce<Complaint>(evolve, complaint);
  return accept(events, [tellResident(command, owedNotice(after))]);
}
