import type { Complaint } from '../complaint.ts';
import { type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { recorded, type StaffAct, whenItHappened } from '../happening.ts';
import { refusedByState } from '../permitted.ts';
import type { Reference } from '../reference.ts';
import type { Refusal } from '../refusals.ts';
import type { TextRef } from '../text.ts';

/** Show that this complaint and another have to do with each other; each goes its own way. */
export interface Link extends StaffAct {
  type: 'Link';
  other: Reference;
  /** kept with this one */
  because: TextRef;
  /** the same, kept with the other */
  otherBecause: TextRef;
}

export function link(complaint: Complaint, command: Link, context: Context): Decision {
  const found = refusedByState(complaint, 'Link') ?? otherOf(complaint, context);
  if ('type' in found) return refuse(found);
  const { other } = found;
  if (complaint.related.some((each) => each.complaint === other.reference))
    return refuse({ type: 'LinkedAlready' });
  const happening = whenItHappened(command, context, { at: other.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const linked = (related: Reference, because: TextRef): EventOf<'ComplaintsLinked'> => ({
    type: 'ComplaintsLinked',
    ...recorded(command),
    on: happening.on,
    related,
    because,
  });
  return {
    type: 'Accepted',
    events: [linked(other.reference, command.because)],
    notices: [],
    other: { events: [linked(complaint.reference, command.otherBecause)], notices: [] },
  };
}

/** The other complaint that a command names, or why it cannot be that one. */
export function otherOf(
  complaint: Pick<Complaint, 'reference' | 'landlord'>,
  { other }: Context,
): { other: Complaint } | Refusal {
  if (!other) return { type: 'UnknownOther' };
  if (other.reference === complaint.reference) return { type: 'SameComplaint' };
  return other.landlord === complaint.landlord ? { other } : { type: 'OtherLandlord' };
}
