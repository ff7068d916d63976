import type { CivilDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import { isOpen, type Obligation, type ObligationKind, obligationKinds } from '../obligations.ts';
import { overtakeExtensions } from './extension.ts';
import { changeObligation, endObligations } from './obligation.ts';

/** A resident's message is read whatever becomes of the complaint: it may ask for stage 2 (Code 6.10). */
const outliving: readonly ObligationKind[] = ['message-triage'];
const ending = obligationKinds.filter((kind) => !outliving.includes(kind));

/** A date that had passed unkept stays missed, whatever is counted anew should the complaint be reopened. */
export function stop(state: Complaint, why: 'withdrawn' | 'closed', on: CivilDate): Complaint {
  const obligations = state.obligations.map((each) =>
    isOpen(each) && each.id === each.kind && each.dueOn < on && why === 'withdrawn'
      ? { ...each, missed: [...(each.missed ?? []), each.dueOn] }
      : each,
  );
  return { ...overtakeExtensions(endObligations({ ...state, obligations }, ending, why)), status: why };
}

/**
 * A date that the landlord ended itself stands again; one that the resident ended is counted anew, as the event says.
 * Questions are asked again where they are still wanted.
 */
export function reopen(state: Complaint, { renewed }: EventOf<'ComplaintReopened'>): Complaint {
  const standing = state.obligations.map((each) => (standsAgain(each) ? withoutEnd(each) : each));
  const again = renewed.reduce<Complaint>(
    (each, { obligation, deadline }) => changeObligation(each, obligation, deadline),
    { ...state, obligations: standing },
  );
  return { ...again, status: statusBefore(again) };
}

/** What was owed when the complaint stopped and is owed once it goes on. */
export function standsAgain({ kind, ended }: Obligation): boolean {
  const kinds: readonly ObligationKind[] = ['stage-1-acknowledgement', 'stage-1-response', 'action'];
  return kinds.includes(kind) && (ended === 'withdrawn' || ended === 'closed');
}

function withoutEnd({ ended: _, ...rest }: Obligation): Obligation {
  return rest;
}

function statusBefore(state: Complaint): Complaint['status'] {
  if (state.respondedOn) return 'responded';
  return state.acknowledgedAt ? 'acknowledged' : 'received';
}
