import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EscalationRefusalGround } from '../events/escalation.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { flagBackdated, type Giving, whenGiven } from '../happening.ts';
import { owedEscalationRefusal } from '../notices/escalation.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import { floorOfStage } from '../stage-floor.ts';
import { owedAtStage } from '../stages.ts';
import { cannotBeWritten, tellResident } from '../telling.ts';
import type { TextRef } from '../text.ts';
import { lastDayToEscalate } from '../window.ts';

/** Refuse stage 2 with valid reasons and the right to the Ombudsman, within the time for its acknowledgement (Code 5.11). */
export interface RefuseEscalation extends Giving {
  type: 'RefuseEscalation';
  ground: EscalationRefusalGround;
  reasons: TextRef;
}

/** Nobody is refused who still waits for stage 1, whom an Ombudsman sends, or for a window that was not over. */
export function refuseEscalation(
  complaint: Complaint,
  command: RefuseEscalation,
  context: Context,
): Decision {
  const { by, ground, reasons, alreadyGiven } = command;
  const refused = refusedByState(complaint, 'RefuseEscalation') ?? groundless(complaint, ground, context);
  if (refused) return refuse(refused);
  const happening = whenGiven(command, context, floorOfStage(complaint));
  if ('refusal' in happening) return refuse(happening.refusal);
  const cannot = cannotBeWritten(complaint, command);
  if (cannot) return refuse(cannot);
  const due = complaint.obligations.find(({ kind }) => kind === owedAtStage[2].acknowledgement)?.dueOn;
  const event: EventOf<'EscalationRefused'> = {
    type: 'EscalationRefused',
    by,
    ...happening,
    ...(due && flagBackdated(happening.on, due, context)),
    ...(alreadyGiven && { alreadyGiven }),
    ground,
    reasons,
  };
  const after = evolve(complaint, event);
  return accept([event], [tellResident(command, owedEscalationRefusal(after, event))]);
}

function groundless(
  complaint: Complaint,
  ground: EscalationRefusalGround,
  context: Context,
): Refusal | undefined {
  const { escalation, stage1 } = complaint;
  if (!stage1?.respondedOn) return { type: 'RefusedUnanswered' };
  if (escalation?.ombudsman) return { type: 'OmbudsmanDecided', ombudsman: escalation.ombudsman };
  if (ground !== 'after-window' || escalation?.windowEndedOn) return undefined;
  const { respondedOn, givenOn } = stage1;
  const answered = { respondedOn, givenOn, adjustments: complaint.adjustments };
  return { type: 'WindowNotOver', lastDay: lastDayToEscalate(answered, context) };
}
