import { type Complaint, openObligation } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { ComplaintEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { flagBackdated, type Giving, whenGiven } from '../happening.ts';
import { owedAcknowledgement } from '../notices/to-resident.ts';
import { deriveStage1, stage1StartOf } from '../obligations.ts';
import { refusedByState } from '../permitted.ts';
import type { NewPoint } from '../points.ts';
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
  const floor = { at: complaint.receivedAt, what: 'receipt' } as const;
  const happening = whenGiven(command, context, floor);
  if ('refusal' in happening) return refuse(happening.refusal);
  if (complaint.points.length + points.length === 0) return refuse({ type: 'NothingDefined' });
  if (!alreadyGiven && !complaint.reachableByEmail) return refuse({ type: 'NotReachableByEmail' });

  const events: ComplaintEvent[] = [];
  if (points.length > 0) {
    const added = addPoints(complaint, { type: 'AddPoints', by, happenedAt, points });
    if (added.type === 'Refused') return added;
    events.push(...added.events);
  }
  const { policy, calendar } = context;
  const start = stage1StartOf(complaint.obligations, complaint.receivedAt);
  const { acknowledgement, response } = deriveStage1(start, happening.on, policy, calendar);
  const { projected: _, literalDueOn, ...deadline } = response;
  const owed = openObligation(complaint, 'stage-1-acknowledgement');
  events.push({
    type: 'ComplaintAcknowledged',
    by,
    ...happening,
    ...flagBackdated(happening.on, owed?.dueOn ?? acknowledgement.dueOn, context),
    ...(alreadyGiven && { alreadyGiven }),
    ...(policy.stage1.response.countedFrom === 'acknowledgement' && { response: deadline }),
    ...(literalDueOn && { literalDueOn }),
  });
  const after = events.reduce<Complaint>(evolve, complaint);
  return accept(events, alreadyGiven ? [] : [owedAcknowledgement(after)]);
}
