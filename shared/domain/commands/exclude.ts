import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type Floor, type Giving, whenGiven, whenItHappened } from '../happening.ts';
import { londonInstant } from '../london-time.ts';
import { owedAcceptance, owedExclusion } from '../notices/ombudsman.ts';
import { refusedByState } from '../permitted.ts';
import { deriveStage, type StageDates } from '../stage-dates.ts';
import { floorOfStage } from '../stage-floor.ts';
import { owedAtStage } from '../stages.ts';
import { cannotBeWritten, isMailed } from '../telling.ts';
import type { TextRef } from '../text.ts';
import { unknownOmbudsman } from './escalate.ts';

/** Do not take a complaint on, for a ground of the landlord's own list, with reasons and the right to the Ombudsman (Code 2.2, 2.4). */
export interface Exclude extends Giving {
  type: 'Exclude';
  /** id of an exclusion of the policy */
  ground: string;
  reasons: TextRef;
}

/** Take on what was excluded: because an Ombudsman says so (Code 2.4), or because the landlord thought better of it. */
export interface AcceptAfterAll extends Giving {
  type: 'AcceptAfterAll';
  ombudsman?: string | undefined;
  reason: TextRef;
}

/** No ground but those that the policy publishes turns anybody away, and the reasons are given in writing. */
export function exclude(complaint: Complaint, command: Exclude, context: Context): Decision {
  const { by, ground, reasons, alreadyGiven } = command;
  const refused = refusedByState(complaint, 'Exclude');
  if (refused) return refuse(refused);
  const { exclusions } = context.policy;
  const exclusion = exclusions.find(({ id }) => id === ground);
  if (!exclusion) return refuse({ type: 'UnknownGround', known: exclusions.map(({ id }) => id) });
  const happening = whenGiven(command, context, floorOfStage(complaint));
  if ('refusal' in happening) return refuse(happening.refusal);
  const unwritten = cannotBeWritten(complaint, command);
  if (unwritten) return refuse(unwritten);
  const event: EventOf<'ComplaintExcluded'> = {
    type: 'ComplaintExcluded',
    by,
    ...happening,
    ...(alreadyGiven && { alreadyGiven }),
    ground,
    reasons,
  };
  const after = evolve(complaint, event);
  return accept([event], alreadyGiven ? [] : [owedExclusion(after, exclusion, reasons)]);
}

/** The clocks of stage 1 start anew on that day: what was not taken on had none. */
export function acceptAfterAll(complaint: Complaint, command: AcceptAfterAll, context: Context): Decision {
  const { by, ombudsman, reason, alreadyGiven } = command;
  const refused = refusedByState(complaint, 'AcceptAfterAll') ?? unknownOmbudsman(command, context);
  if (refused) return refuse(refused);
  const happening = whenItHappened(command, context, floorOf(complaint));
  if ('refusal' in happening) return refuse(happening.refusal);
  const start = { countedFrom: 'acceptance', on: happening.on } as const;
  const dates = deriveStage(1, start, undefined, context.policy, context.calendar);
  const event: EventOf<'ComplaintAccepted'> = {
    type: 'ComplaintAccepted',
    by,
    ...happening,
    ...(alreadyGiven && { alreadyGiven }),
    ...(ombudsman && { ombudsman }),
    reason,
    renewed: [renewalOf('acknowledgement', dates), renewalOf('response', dates)],
  };
  const after = evolve(complaint, event);
  return accept([event], isMailed(complaint, command) ? [owedAcceptance(after, reason)] : []);
}

function floorOf({ exclusion }: Complaint): Floor | undefined {
  return exclusion && { at: londonInstant(exclusion.on, '00:00'), what: 'exclusion' };
}

function renewalOf(
  what: 'acknowledgement' | 'response',
  dates: StageDates,
): EventOf<'ComplaintAccepted'>['renewed'][number] {
  const { dueOn, derivation, codeDueOn } = dates[what];
  const deadline = { dueOn, derivation };
  return { obligation: owedAtStage[1][what], deadline, ...(codeDueOn && { codeDueOn }) };
}
