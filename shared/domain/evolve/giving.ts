import { givingOf } from '../by-hand.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import { contactAfter } from '../contact.ts';
import type { EventOf } from '../events.ts';
import { judgeKept, type Obligation } from '../obligations.ts';
import { owedAtStage } from '../stages.ts';

/** A letter was posted, or a call made: what it told counts as told on that day. */
export function giveNotice(state: Complaint, event: EventOf<'NoticeGiven'>): Complaint {
  const { notice, on, backdated, backdatedProof } = event;
  const giving = givingOf(state, notice) ?? state.obligations.find(({ id }) => id === contactAfter(notice));
  // an extension puts a date off: when it was given is not when the answer was
  const proofs = event.kind === 'extension' ? [] : (giving?.proves ?? []);
  const obligations = state.obligations.map((each) => {
    if (each === giving) return meet(each, on, backdated);
    return proofs.includes(each.id) ? judgeByLetter(each, on, backdatedProof) : each;
  });
  const given = answeredOn({ ...state, obligations }, proofs, on);
  return giving?.whom ? given : { ...given, residentUnreached: false };
}

/** It may have been given before it was owed no longer. */
function meet({ ended: _, ...owed }: Obligation, on: CivilDate, backdated: true | undefined): Obligation {
  return { ...owed, met: { on, ...(backdated && { backdated }), ...judgeKept(owed, on) } };
}

/** What was decided in time and posted late was late; what is open was not met by deciding on it. */
function judgeByLetter(proven: Obligation, on: CivilDate, recordedLate: true | undefined): Obligation {
  const { met } = proven;
  if (!met) return proven;
  const givenOn = on > met.on ? on : met.on;
  const backdated = met.backdated ?? recordedLate;
  return {
    ...proven,
    met: { on: givenOn, ...(backdated && { backdated }), ...judgeKept(proven, givenOn) },
  };
}

/** The day on which an answer was given, which may be later than the date on its letter. */
function answeredOn(state: Complaint, proofs: readonly string[], on: CivilDate): Complaint {
  const { stage1 } = state;
  const isOf = (stage: 1 | 2) => proofs.includes(owedAtStage[stage].response);
  if (stage1?.respondedOn && isOf(1)) return { ...state, stage1: { ...stage1, ...givenLater(stage1, on) } };
  return state.respondedOn && isOf(state.stage) ? { ...state, ...givenLater(state, on) } : state;
}

function givenLater({ respondedOn }: Pick<Complaint, 'respondedOn'>, on: CivilDate) {
  return respondedOn !== undefined && on > respondedOn ? { givenOn: on } : {};
}
