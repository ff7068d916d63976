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

export function evolveObligation(
  state: Complaint,
  event: EventOf<'AlertGiven' | 'MissedDateApologised' | 'ContactOwed'>,
): Complaint {
  switch (event.type) {
    case 'AlertGiven': {
      const { dueOn, workingDays } = event;
      const others = find(state, event.obligation)?.alerted?.filter((each) => each.dueOn !== dueOn) ?? [];
      return changeObligation(state, event.obligation, { alerted: [...others, { dueOn, workingDays }] });
    }
    case 'MissedDateApologised': {
      const before = find(state, event.obligation)?.apologisedFor ?? [];
      return changeObligation(state, event.obligation, { apologisedFor: [...before, event.dueOn] });
    }
    case 'ContactOwed':
      return owe(state, event.obligation);
  }
}
