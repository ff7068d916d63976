import type { CivilDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import type { NoticeKind } from '../notices.ts';
import { isOpen, type Obligation, type ObligationKind, obligationKinds } from '../obligations.ts';
import { isAcknowledgement, isResponse } from '../stages.ts';
import { overtakeExtensions } from './extension.ts';
import { changeObligation, endObligations, owe } from './obligation.ts';

/**
 * A resident's message is read whatever becomes of the complaint: it may ask for stage 2 (Code 6.10). What the Ombudsman
 * asked for or ordered, what was promised to be paid or passed on, and what helps the resident outlive it too.
 */
const outliving: readonly ObligationKind[] = [
  'message-triage',
  'ombudsman-request',
  'ombudsman-order',
  'payment',
  'handover',
  'learning',
  'adjustment-review',
  'restriction-review',
];
const ending = obligationKinds.filter((kind) => !outliving.includes(kind));

/** A date that had passed unkept stays missed, whatever is counted anew should the complaint go on. */
export function stop(
  state: Complaint,
  why: 'withdrawn' | 'closed' | 'excluded' | 'merged',
  on: CivilDate,
): Complaint {
  const obligations = state.obligations.map((each) =>
    isOpen(each) && each.id === each.kind && each.dueOn < on && why !== 'closed'
      ? { ...each, missed: [...(each.missed ?? []), each.dueOn] }
      : each,
  );
  const stopped = keepLetters(state, endObligations({ ...state, obligations }, ending, why));
  return { ...overtakeExtensions(keepPromises(state, stopped)), status: why };
}

/** What is of no use to anybody once the complaint has ended: dates, and what is done about them. */
const ofNoUse: readonly string[] = [
  'extension',
  'update',
  'updates-agreed',
  'clarification',
  'dates-changed',
  'missed-date-apology',
  'reopening',
] satisfies NoticeKind[];

/** What waits to be posted, or told, is owed all the same: mail would have gone, and it may prove what was in time. */
function keepLetters({ obligations: before }: Complaint, after: Complaint): Complaint {
  const obligations = after.obligations.map((each, index) => {
    const was = before[index];
    return was && isOpen(was) && was.gives && !ofNoUse.includes(was.gives.kind) ? was : each;
  });
  return { ...after, obligations };
}

/** What stage 1 promised in its answer is done whatever becomes of the request for stage 2 (Code 6.6). */
function keepPromises(before: Complaint, after: Complaint): Complaint {
  if (!before.stage1?.respondedOn) return after;
  const promised = before.actions.filter(({ toPromise }) => !toPromise).map(({ id }) => id);
  const obligations = after.obligations.map((each) =>
    promised.includes(each.id) ? (before.obligations.find(({ id }) => id === each.id) ?? each) : each,
  );
  return { ...after, obligations };
}

/**
 * A date that the landlord ended itself stands again; one that the resident ended is counted anew, as the event says.
 * Questions are asked again where they are still wanted.
 */
export function reopen(state: Complaint, { renewed, obligation }: EventOf<'ComplaintReopened'>): Complaint {
  const again = renewed.reduce<Complaint>(
    (each, { obligation, deadline, codeDueOn }) =>
      changeObligation(each, obligation, { ...deadline, codeDueOn }),
    standAgain(state),
  );
  const { mergedInto: _, ...rest } = again;
  const reopened: Complaint = { ...rest, status: statusBefore(again) };
  return obligation ? owe(reopened, obligation) : reopened;
}

/** What had ended with the complaint is owed again as it was. */
export function standAgain(state: Complaint): Complaint {
  const obligations = state.obligations.map((each) => (standsAgain(each) ? withoutEnd(each) : each));
  return { ...state, obligations };
}

/** What was owed when the complaint stopped and is owed once it goes on. */
export function standsAgain({ kind, ended }: Obligation): boolean {
  return (
    (isAcknowledgement(kind) || isResponse(kind) || kind === 'action') &&
    (ended === 'withdrawn' || ended === 'closed' || ended === 'excluded' || ended === 'merged')
  );
}

function withoutEnd({ ended: _, ...rest }: Obligation): Obligation {
  return rest;
}

function statusBefore(state: Complaint): Complaint['status'] {
  if (state.respondedOn) return 'responded';
  return state.acknowledgedAt ? 'acknowledged' : 'received';
}
