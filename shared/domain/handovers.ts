import type { Complaint } from './complaint.ts';
import { type Deadline, deriveDeadline, type Start } from './deadline.ts';
import { type Context, calendarOf, policyNow } from './decision.ts';
import type { HandoverTo } from './exclusion-parts.ts';
import type { Obligation } from './obligations.ts';

/** Danger to a child or an adult is passed on at once (seed 000); whatever else is for others, in the landlord's time. */
export function isAtOnce(to: HandoverTo): boolean {
  return to === 'safeguarding';
}

/** What is owed until somebody else has what is theirs to deal with. */
export function obligeHandover(
  { handovers }: Pick<Complaint, 'handovers'>,
  to: HandoverTo,
  start: Start,
  context: Context,
): Obligation {
  const policy = policyNow(context);
  const { handover } = policy.inside;
  const deadline: Deadline = isAtOnce(to)
    ? { dueOn: start.on, derivation: { promisedOn: start.on, clause: handover.clause } }
    : deriveDeadline(start, handover, policy, calendarOf(context, policy));
  return { id: `handover-${handovers.length + 1}`, kind: 'handover', projected: false, ...deadline };
}
