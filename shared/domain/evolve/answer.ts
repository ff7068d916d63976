import type { Complaint } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import type { StaffId } from '../staff.ts';
import { keepJudgement } from './dates.ts';
import { overtakeExtensions } from './extension.ts';
import { changeObligation, endObligations, meetObligation } from './obligation.ts';

/** How a complaint is acknowledged and answered. */

export function decidedBy(state: Complaint, person: StaffId): Complaint {
  if (state.decidedStage1.includes(person)) return state;
  return { ...state, decidedStage1: [...state.decidedStage1, person] };
}

export function acknowledge(state: Complaint, event: EventOf<'ComplaintAcknowledged'>): Complaint {
  const met = meetObligation(state, 'stage-1-acknowledgement', event.on, event.backdated);
  return moveResponse({ ...met, status: 'acknowledged', acknowledgedAt: event.happenedAt }, event);
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

/** An answer at once meets the acknowledgement too; what was asked in order to write it is owed no longer. */
export function respond(state: Complaint, event: EventOf<'ResponseSent'>): Complaint {
  const { on, backdated, by, happenedAt } = event;
  const acknowledged = state.acknowledgedAt
    ? state
    : meetObligation(state, 'stage-1-acknowledgement', on, event.backdatedAcknowledgement);
  const answered = meetObligation(acknowledged, 'stage-1-response', on, backdated);
  const rest = endObligations(answered, ['contribution', 'update'], 'answered');
  return {
    ...overtakeExtensions(decidedBy(rest, by)),
    status: 'responded',
    respondedOn: on,
    acknowledgedAt: state.acknowledgedAt ?? happenedAt,
  };
}

/** Whether a promise was kept is judged by the corrected date; what was done stays done, and stays flagged. */
export function correctDate(state: Complaint, event: EventOf<'DateCorrected'>): Complaint {
  const corrected =
    event.what === 'received'
      ? { ...state, receivedAt: event.is, receivedOn: event.on }
      : correctAcknowledgement(state, event);
  const acknowledgement = changeObligation(corrected, 'stage-1-acknowledgement', event.acknowledgement);
  const moved = moveResponse(acknowledgement, event);
  return keepJudgement(state, moved, event);
}

function correctAcknowledgement(state: Complaint, { is, on }: EventOf<'DateCorrected'>): Complaint {
  const flagged = state.obligations.find(({ id }) => id === 'stage-1-acknowledgement')?.met?.backdated;
  return meetObligation({ ...state, acknowledgedAt: is }, 'stage-1-acknowledgement', on, flagged);
}

function moveResponse(
  state: Complaint,
  { response, literalDueOn }: Pick<EventOf<'ComplaintAcknowledged'>, 'response' | 'literalDueOn'>,
): Complaint {
  if (!response) return state;
  const obligations = state.obligations.map((each) => {
    if (each.id !== 'stage-1-response') return each;
    const { literalDueOn: _, ...rest } = each;
    const projected = state.acknowledgedAt === undefined && each.projected;
    return { ...rest, ...response, projected, ...(literalDueOn && { literalDueOn }) };
  });
  return { ...state, obligations };
}
