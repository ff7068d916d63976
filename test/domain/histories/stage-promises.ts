import type { Complaint } from '../../../shared/domain/complaint.ts';
import { decide } from '../../../shared/domain/decide.ts';
import { londonDateOf } from '../../../shared/domain/london-time.ts';
import { textRef } from '../../support/complaints.ts';
import { type Dated, owedBy } from './ledger.ts';
import type { Step } from './lived.ts';
import { inForceOn } from './policies.ts';

/** What must hold of a step that goes beyond the first answer. */

const outsideOfStages: readonly Dated['kind'][] = [
  'contribution',
  'message-triage',
  'payment',
  'handover',
  'learning',
  'adjustment-review',
  'restriction-review',
];

/** Every clock that starts outside of the stages runs under the version of the day. */
export function startsUnderPresent({ decision, context: { now, versions } }: Step): boolean {
  if (decision.type === 'Refused') return true;
  const present = inForceOn(versions, londonDateOf(now));
  const under = ({ derivation }: Dated) =>
    'policy' in derivation ? derivation.policy.effectiveFrom : present;
  return decision.events
    .flatMap(owedBy)
    .every((each) => !outsideOfStages.includes(each.kind) || under(each) === present);
}

/** From the request on stage 2 has both its dates, until they are met or no longer owed. */
export function hasBothDates(_: Step, { stage, obligations }: Complaint): boolean {
  const kinds = obligations.map(({ kind }) => kind);
  return stage === 1 || (kinds.includes('stage-2-acknowledgement') && kinds.includes('stage-2-response'));
}

/** A request for stage 2 is decided in the same way with reasons and without. */
export function asksForNoReasons({ before, command, context, decision }: Step): boolean {
  if (command.type !== 'Escalate') return true;
  const { reasons, ...without } = command;
  const other = decide(before, reasons ? without : { ...without, reasons: textRef(1) }, context);
  if (decision.type === 'Accepted' || other.type === 'Accepted') return decision.type === other.type;
  return JSON.stringify(decision.refusal) === JSON.stringify(other.refusal);
}

/** What is to be learnt is owed with an answer, and never before one. */
export function learnsAfterwards({ decision }: Step): boolean {
  if (decision.type === 'Refused') return true;
  return decision.events.every(
    (event) => event.type === 'ResponseSent' || owedBy(event).every(({ kind }) => kind !== 'learning'),
  );
}

/** A complaint that was not taken on owes nothing of its stage. */
export function owesNothingExcluded(_: Step, { status, obligations }: Complaint): boolean {
  return (
    status !== 'excluded' ||
    obligations.every(({ kind, met, ended }) => !kind.startsWith('stage-') || met || ended)
  );
}
