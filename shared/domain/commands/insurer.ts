import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { obligeHandover } from '../handovers.ts';
import { flagBackdated, type Giving, recorded, type StaffAct, whenItHappened } from '../happening.ts';
import { owedInsurer } from '../notices/compensation.ts';
import { refusedByState } from '../permitted.ts';
import { tellResident } from '../telling.ts';
import type { TextRef } from '../text.ts';

/**
 * Pass a claim for personal injury on to the insurer; the complaint itself goes on (seed 003, 6.5). It happened when the
 * claim was made.
 */
export interface ReferToInsurer extends Giving {
  type: 'ReferToInsurer';
  claim: TextRef;
}

export interface CompleteHandover extends StaffAct {
  type: 'CompleteHandover';
  handover: string;
  evidence: TextRef;
}

/** The claim is passed on whether or not the resident can be told by mail that it is. */
export function referToInsurer(complaint: Complaint, command: ReferToInsurer, context: Context): Decision {
  const refused = refusedByState(complaint, 'ReferToInsurer');
  if (refused) return refuse(refused);
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const { claim, alreadyGiven } = command;
  const to = context.policy.compensation.personalInjury;
  const obligation = obligeHandover(complaint, to, { countedFrom: 'claim', on: happening.on }, context);
  const event: EventOf<'HandoverOwed'> = {
    type: 'HandoverOwed',
    ...recorded(command),
    ...(alreadyGiven && { alreadyGiven }),
    handover: obligation.id,
    to,
    text: claim,
    obligation,
  };
  const letter = owedInsurer(evolve(complaint, event), event);
  return accept([event], [tellResident(command, letter)]);
}

export function completeHandover(
  complaint: Complaint,
  command: CompleteHandover,
  context: Context,
): Decision {
  const refused = refusedByState(complaint, 'CompleteHandover');
  if (refused) return refuse(refused);
  const { by, handover, evidence } = command;
  const owed = complaint.obligations.find(({ id, kind }) => id === handover && kind === 'handover');
  if (!owed) return refuse({ type: 'UnknownHandover' });
  if (owed.met) return refuse({ type: 'HandedOverAlready', on: owed.met.on });
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  return accept([
    {
      type: 'HandoverCompleted',
      by,
      ...happening,
      ...flagBackdated(happening.on, owed.dueOn, context),
      handover,
      evidence,
    },
  ]);
}
