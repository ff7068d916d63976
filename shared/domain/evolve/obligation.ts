import type { CivilDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import { isOpen, judgeKept, type Obligation, type ObligationKind } from '../obligations.ts';

/** How what is owed changes, one obligation at a time. */

export function owe(state: Complaint, obligation: Obligation): Complaint {
  if (state.obligations.some(({ id }) => id === obligation.id)) {
    throw new Error(`complaint ${state.reference} has an obligation ${obligation.id} already`);
  }
  return { ...state, obligations: [...state.obligations, obligation] };
}

function find({ obligations }: Complaint, id: string): Obligation | undefined {
  return obligations.find((each) => each.id === id);
}

export function changeObligation(state: Complaint, id: string, change: Partial<Obligation>): Complaint {
  if (!find(state, id)) {
    throw new Error(`complaint ${state.reference} has no obligation ${id}`);
  }
  const obligations = state.obligations.map((each) =>
    each.id === id ? withoutAbsent({ ...each, ...change }) : each,
  );
  return { ...state, obligations };
}

/** Stored items and events name nothing that is not there. */
function withoutAbsent({ codeDueOn, ...rest }: Obligation): Obligation {
  return codeDueOn ? { ...rest, codeDueOn } : rest;
}

export function meetObligation(
  state: Complaint,
  id: string,
  on: CivilDate,
  backdated?: true | undefined,
): Complaint {
  const owed = find(state, id);
  if (!owed) throw new Error(`complaint ${state.reference} has no obligation ${id}`);
  return changeObligation(state, id, {
    met: { on, ...(backdated && { backdated }), ...judgeKept(owed, on) },
  });
}

export function endObligations(
  state: Complaint,
  kinds: readonly ObligationKind[],
  why: NonNullable<Obligation['ended']>,
): Complaint {
  const obligations = state.obligations.map((each) =>
    isOpen(each) && kinds.includes(each.kind) ? { ...each, ended: why } : each,
  );
  return { ...state, obligations };
}

/** Nobody need phone or write any more because of a notice. */
export function endContacts(
  state: Complaint,
  isMeant: (obligation: string) => boolean,
  why: NonNullable<Obligation['ended']>,
): Complaint {
  const obligations = state.obligations.map((each) =>
    isOpen(each) && each.kind === 'contact' && isMeant(each.id) ? { ...each, ended: why } : each,
  );
  return { ...state, obligations };
}

export function evolveObligation(
  state: Complaint,
  event: EventOf<'AlertGiven' | 'MissedDateApologised' | 'ContactOwed'>,
): Complaint {
  switch (event.type) {
    case 'AlertGiven':
      return noteAlert(state, event);
    case 'MissedDateApologised': {
      const before = find(state, event.obligation)?.apologisedFor ?? [];
      return changeObligation(state, event.obligation, { apologisedFor: [...before, event.dueOn] });
    }
    case 'ContactOwed':
      return oweAgain(state, event.obligation);
  }
}

function noteAlert(
  state: Complaint,
  { obligation, dueOn, workingDays, to }: EventOf<'AlertGiven'>,
): Complaint {
  const { alerted = [] } = find(state, obligation) ?? {};
  const before = alerted.find((each) => each.dueOn === dueOn);
  const heard = { ...before?.heard, ...Object.fromEntries(to.map((rank) => [rank, workingDays])) };
  const others = alerted.filter((each) => each !== before);
  return changeObligation(state, obligation, { alerted: [...others, { dueOn, workingDays, heard }] });
}

/** It may be owed already from an earlier failure: a date of it that had passed by this one stays missed. */
function oweAgain(state: Complaint, contact: Obligation): Complaint {
  const before = find(state, contact.id);
  if (!before) return owe(state, contact);
  const { ended, ...kept } = before;
  const { derivation } = contact;
  const isMissed = !ended && 'startOn' in derivation && before.dueOn < derivation.startOn;
  const again = { ...kept, ...contact, ...(isMissed && { missed: [...(kept.missed ?? []), before.dueOn] }) };
  const obligations = state.obligations.map((each) => (each === before ? again : each));
  return { ...state, obligations };
}
