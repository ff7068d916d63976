import { type Complaint, pointsInPlay } from '../complaint.ts';
import { type EventOf, stageCorrected } from '../events.ts';
import { londonDateOf } from '../london-time.ts';
import { judgeKept, type Obligation } from '../obligations.ts';
import type { Point } from '../points.ts';
import type { StaffId } from '../staff.ts';
import { owedAtStage, type Stage } from '../stages.ts';
import { keepJudgement } from './dates.ts';
import { overtakeExtensions } from './extension.ts';
import { endObligations, meetObligation } from './obligation.ts';

/** How a complaint is acknowledged and answered, at either stage. */

/** Who investigates, decides or approves is kept by stage: nobody decides both (Code 6.13). */
export function decidedBy(state: Complaint, person: StaffId): Complaint {
  const who = state.stage === 1 ? 'decidedStage1' : 'decidedStage2';
  return state[who].includes(person) ? state : { ...state, [who]: [...state[who], person] };
}

export function addPoints(state: Complaint, { points }: EventOf<'PointsAdded'>): Complaint {
  const added = state.stage === 1 ? points : points.map((point) => ({ ...point, escalated: true as const }));
  return { ...state, points: [...state.points, ...added] };
}

export function acknowledge(state: Complaint, event: EventOf<'ComplaintAcknowledged'>): Complaint {
  const owed = owedAtStage[state.stage].acknowledgement;
  const met = meetObligation(state, owed, event.on, event.backdated);
  const acknowledged: Complaint = { ...met, status: 'acknowledged', acknowledgedAt: event.happenedAt };
  return moveResponse(acknowledged, state.stage, event);
}

export function draft(state: Complaint, { by, outcomes }: EventOf<'ResponseDrafted'>): Complaint {
  const authors = new Set([...(state.draft?.by ?? []), by]);
  const points = state.points.map((point) => {
    const outcome = outcomes.find((each) => each.point === point.id);
    if (!outcome) return point;
    const { point: _, ...parts } = outcome;
    return { ...point, ...parts };
  });
  return { ...decidedBy(state, by), points, draft: { by: [...authors] } };
}

/** A draft that somebody with an interest took part in is no answer (Code 5.8): each point wants a new outcome. */
export function dropPartialDraft(state: Complaint): Complaint {
  const { draft, ...rest } = state;
  const isPartial = draft?.by.some((author) => state.conflicts.includes(author)) ?? false;
  if (!isPartial || state.respondedOn) return state;
  const inPlay = pointsInPlay(state);
  const points = state.points.map((point) => (inPlay.includes(point) ? withoutOutcome(point) : point));
  return { ...rest, points };
}

function withoutOutcome({ finding: _, reasons: __, remedy: ___, remedies: ____, ...point }: Point): Point {
  return point;
}

/** An answer at once meets the acknowledgement too; what was asked in order to write it is owed no longer. */
export function respond(state: Complaint, event: EventOf<'ResponseSent'>): Complaint {
  const { on, backdated, happenedAt, learning } = event;
  const owed = owedAtStage[state.stage];
  const acknowledged = state.acknowledgedAt
    ? state
    : meetObligation(state, owed.acknowledgement, on, event.backdatedAcknowledgement);
  const answered = meetObligation(acknowledged, owed.response, on, backdated);
  const rest = endObligations(answered, ['contribution', 'update'], 'answered');
  const givenOn = londonDateOf(happenedAt);
  const { updateEvery: _, ...responded } = overtakeExtensions(rest);
  return {
    ...responded,
    obligations: [...responded.obligations, ...(learning ? [learning] : [])],
    status: 'responded',
    respondedOn: on,
    ...(givenOn !== on && { givenOn }),
    acknowledgedAt: state.acknowledgedAt ?? happenedAt,
  };
}

/** Whether a promise was kept is judged by the corrected date; what was done stays done, and stays flagged. */
export function correctDate(state: Complaint, event: EventOf<'DateCorrected'>): Complaint {
  const stage = stageCorrected(event.what);
  const corrected = putDate(state, event);
  const { acknowledgement: kind } = owedAtStage[stage];
  const { acknowledgement } = event;
  const moved = changeEach(corrected, kind, (each) =>
    judgeAgain({ ...withoutCode(each), ...acknowledgement }),
  );
  // A date that was promised as such stays, and with it the Code's own.
  return keepJudgement(state, event.response ? moveResponse(moved, stage, event) : moved, event);
}

function putDate(state: Complaint, { what, is, on }: EventOf<'DateCorrected'>): Complaint {
  switch (what) {
    case 'received':
      return { ...state, receivedAt: is, receivedOn: on };
    case 'escalation-requested':
      return requestedOn(state, is, on);
    case 'acknowledged':
      return meetOn(acknowledgedAt(state, 1, is), owedAtStage[1].acknowledgement, on);
    case 'escalation-acknowledged':
      return meetOn(acknowledgedAt(state, 2, is), owedAtStage[2].acknowledgement, on);
  }
}

/** A request that came within the landlord's window after all is refused for that no more. */
function requestedOn(
  state: Complaint,
  requestedAt: Complaint['receivedAt'],
  on: Complaint['receivedOn'],
): Complaint {
  if (!state.escalation) return state;
  const { windowEndedOn, ...request } = state.escalation;
  const stillOver = windowEndedOn && on > windowEndedOn;
  const escalation = { ...request, requestedAt, requestedOn: on, ...(stillOver && { windowEndedOn }) };
  return { ...state, escalation };
}

function acknowledgedAt(state: Complaint, stage: Stage, is: Complaint['receivedAt']): Complaint {
  return stage === 1 && state.stage1
    ? { ...state, stage1: { ...state.stage1, acknowledgedAt: is } }
    : { ...state, acknowledgedAt: is };
}

function meetOn(state: Complaint, id: string, on: Complaint['receivedOn']): Complaint {
  const flagged = state.obligations.find((each) => each.id === id)?.met?.backdated;
  return meetObligation(state, id, on, flagged);
}

/** The new date of the answer, if it moves; the Code's own follows from the acknowledgement in any case. */
function moveResponse(
  state: Complaint,
  stage: Stage,
  { response, codeDueOn }: Pick<EventOf<'ComplaintAcknowledged'>, 'response' | 'codeDueOn'>,
): Complaint {
  const acknowledged = stage === state.stage ? state.acknowledgedAt : state.stage1?.acknowledgedAt;
  return changeEach(state, owedAtStage[stage].response, (each) => {
    const projected = acknowledged === undefined && each.projected;
    const moved = { ...withoutCode(each), ...response, projected, ...(codeDueOn && { codeDueOn }) };
    return judgeAgain(moved);
  });
}

function withoutCode({ codeDueOn: _, ...rest }: Obligation): Obligation {
  return rest;
}

/** Whether it was met in time, by the dates that it has now. */
function judgeAgain(obligation: Obligation): Obligation {
  const { met } = obligation;
  return met ? { ...obligation, met: { ...met, ...judgeKept(obligation, met.on) } } : obligation;
}

function changeEach(state: Complaint, id: string, change: (each: Obligation) => Obligation): Complaint {
  const obligations = state.obligations.map((each) => (each.id === id ? change(each) : each));
  return { ...state, obligations };
}
