import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type Floor, type Giving, whenItHappened } from '../happening.ts';
import { londonDateOf, londonInstant } from '../london-time.ts';
import { owedToFindOut } from '../missing.ts';
import { owedExclusion } from '../notices/exclusion.ts';
import { owedAcceptance } from '../notices/ombudsman.ts';
import { overruled } from '../overruled.ts';
import { refusedByState } from '../permitted.ts';
import { deriveStage, type StageDates } from '../stage-dates.ts';
import { owedAtStage } from '../stages.ts';
import { tellResident } from '../telling.ts';
import type { TextRef } from '../text.ts';
import { unknownOmbudsman } from './escalate.ts';
import { type Exclusion, handOverExcluded, judgeExclusion } from './exclusion.ts';

/** Do not take a complaint on, for a ground of the landlord's own list, with reasons and the right to the Ombudsman (Code 2.2, 2.4). */
export interface Exclude extends Exclusion {
  type: 'Exclude';
}

/** Take on what was excluded: because an Ombudsman says so (Code 2.4), or because the landlord thought better of it. */
export interface AcceptAfterAll extends Giving {
  type: 'AcceptAfterAll';
  ombudsman?: string | undefined;
  reason: TextRef;
}

/** What somebody else deals with is passed on to them, whether or not the resident can be mailed. */
export function exclude(complaint: Complaint, command: Exclude, context: Context): Decision {
  const { by, alreadyGiven } = command;
  const refused = refusedByState(complaint, 'Exclude') ?? overruled(complaint, command);
  if (refused) return refuse(refused);
  const judged = judgeExclusion(complaint, command, context);
  if ('refusal' in judged) return refuse(judged.refusal);
  const { ground, happening, said } = judged;
  const event: EventOf<'ComplaintExcluded'> = {
    type: 'ComplaintExcluded',
    by,
    ...happening,
    ...(alreadyGiven && { alreadyGiven }),
    ...said,
  };
  const { events, passedOn } = handOverExcluded(complaint, ground, happening, command, context);
  const notice = owedExclusion(evolve(complaint, event), ground, said, passedOn);
  return accept([event, ...events], [tellResident(command, notice)]);
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
  const toFindOut = owedToFindOut(complaint, start, context);
  const event: EventOf<'ComplaintAccepted'> = {
    type: 'ComplaintAccepted',
    by,
    ...happening,
    ...(alreadyGiven && { alreadyGiven }),
    ...(ombudsman && { ombudsman }),
    reason,
    renewed: [renewalOf('acknowledgement', dates), renewalOf('response', dates)],
    ...(toFindOut && { obligation: toFindOut }),
  };
  const after = evolve(complaint, event);
  return accept([event], [tellResident(command, owedAcceptance(after, reason, londonDateOf(context.now)))]);
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
