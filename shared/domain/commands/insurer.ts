import type { Complaint } from '../complaint.ts';
import { deriveDeadline } from '../deadline.ts';
import { accept, type Context, calendarOf, type Decision, policyNow, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { flagBackdated, type Giving, recorded, type StaffAct, whenItHappened } from '../happening.ts';
import { owedInsurer } from '../notices/compensation.ts';
import type { Obligation } from '../obligations.ts';
import { refusedByState } from '../permitted.ts';
import { isMailed } from '../telling.ts';
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
  const policy = policyNow(context);
  const handover = `handover-${complaint.handovers.length + 1}`;
  const start = { countedFrom: 'claim', on: happening.on } as const;
  const obligation: Obligation = {
    id: handover,
    kind: 'handover',
    projected: false,
    ...deriveDeadline(start, policy.inside.handover, policy, calendarOf(context, policy)),
  };
  const event: EventOf<'HandoverOwed'> = {
    type: 'HandoverOwed',
    ...recorded(command),
    ...(alreadyGiven && { alreadyGiven }),
    handover,
    to: policy.compensation.personalInjury,
    text: claim,
    obligation,
  };
  const tell = isMailed(complaint, command);
  return accept([event], tell ? [owedInsurer(evolve(complaint, event), event)] : []);
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
