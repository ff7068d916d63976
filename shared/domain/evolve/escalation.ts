import { type Complaint, openObligation } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import { isOpen } from '../obligations.ts';
import type { Point } from '../points.ts';
import { owedAtStage } from '../stages.ts';
import { overtakeExtensions } from './extension.ts';
import { endObligations, meetObligation } from './obligation.ts';

/** How a complaint goes to stage 2, and comes back from there where that is refused. */

export function evolveEscalation(
  state: Complaint,
  event: EventOf<'EscalationRequested' | 'EscalationRefused' | 'IssueRaised'>,
): Complaint {
  switch (event.type) {
    case 'EscalationRequested':
      return goToStage2(state, event);
    case 'EscalationRefused':
      return returnToStage1(state, event);
    case 'IssueRaised': {
      const { issue, complaint, because } = event;
      const raised = { issue, ...(complaint && { complaint }), ...(because && { because }) };
      return { ...state, issues: [...state.issues, raised] };
    }
  }
}

type Answering = Omit<NonNullable<Complaint['stage1']>, 'status'>;

/** What a stage leaves behind of its own work; the rest of the complaint goes on. */
function divide(state: Complaint): { answering: Answering; rest: Complaint } {
  const {
    acknowledgedAt,
    respondedOn,
    givenOn,
    handler,
    draft,
    reviewedBy,
    discussed,
    updateEvery,
    ...rest
  } = state;
  const answering = {
    acknowledgedAt,
    respondedOn,
    givenOn,
    handler,
    draft,
    reviewedBy,
    discussed,
    updateEvery,
  };
  return { answering: present(answering), rest };
}

function present<Parts extends object>(parts: Parts): Parts {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Parts;
}

/** Whoever handled stage 1 investigated it. Stage 2 answers what stage 1 had not, whose date stays missed. */
function goToStage2(state: Complaint, event: EventOf<'EscalationRequested'>): Complaint {
  const { happenedAt, on, reasons, windowEndedOn, ombudsman, policyEffectiveFrom } = event;
  const { answering, rest } = divide(overtakeExtensions(leaveUnanswered(state)));
  const { handler } = answering;
  const investigated = handler && !state.decidedStage1.includes(handler) ? [handler] : [];
  const earlier = rest.obligations.filter(({ id }) => !event.obligations.some((each) => each.id === id));
  return {
    ...rest,
    stage: 2,
    status: 'received',
    stage1: { ...answering, status: state.status },
    decidedStage1: [...state.decidedStage1, ...investigated],
    escalation: {
      requestedAt: happenedAt,
      requestedOn: on,
      ...(reasons && { reasons }),
      ...(windowEndedOn && { windowEndedOn }),
      ...(ombudsman && { ombudsman }),
      policyEffectiveFrom,
    },
    points: state.points.map((point) =>
      event.points.includes(point.id) ? escalatePoint(point, state.respondedOn !== undefined) : point,
    ),
    actions: state.actions.map((action) =>
      state.obligations.some((each) => each.id === action.id && isOpen(each))
        ? { ...action, toAnswer: true as const }
        : action,
    ),
    obligations: [...earlier, ...event.obligations],
  };
}

/** Whatever stage 1 still owed, or had owed when it was closed, is not owed again whatever becomes of stage 2. */
function leaveUnanswered(state: Complaint): Complaint {
  const { acknowledgement, response } = owedAtStage[1];
  const obligations = state.obligations.map((each) => {
    if (each.met || (each.kind !== acknowledgement && each.kind !== response)) return each;
    const unkept = each.kind === response && isOpen(each);
    const missed = unkept && { missed: [...(each.missed ?? []), each.dueOn] };
    return { ...each, ended: 'escalated' as const, ...missed };
  });
  return endObligations({ ...state, obligations }, ['contribution', 'update'], 'answered');
}

function escalatePoint({ finding, reasons, remedy, remedies, ...point }: Point, answered: boolean): Point {
  const outcome = present({ finding, reasons, remedy, remedies });
  return { ...point, escalated: true, ...(answered && { stage1: outcome }) };
}

/**
 * The refusal answers the request, so that its acknowledgement is met; the answer of stage 1 is the last again. What was
 * promised meanwhile keeps open what was closed before (Code 6.6). Whoever handled stage 1 has it again, unless it is
 * about them by now, or they have an interest in it (Code 5.8).
 */
function returnToStage1(state: Complaint, event: EventOf<'EscalationRefused'>): Complaint {
  const { on, backdated, ground, reasons } = event;
  const { acknowledgement, response } = owedAtStage[2];
  const met = meetObligation(state, acknowledgement, on, backdated);
  const refused = endObligations(met, [response, 'contribution', 'update'], 'refused');
  const { rest } = divide(overtakeExtensions(refused));
  const { stage1, escalation: _, ...others } = rest;
  if (!stage1) throw new Error(`complaint ${state.reference} was not at stage 1 before`);
  const { handler, updateEvery: _agreed, ...left } = stage1;
  const mayHandle =
    handler && !state.staffComplainedAbout.includes(handler) && !state.conflicts.includes(handler);
  return {
    ...others,
    ...left,
    ...(mayHandle && { handler }),
    ...(openObligation(refused, 'action') && { status: 'responded' as const }),
    stage: 1,
    escalationsRefused: [...state.escalationsRefused, { on, ground, reasons }],
    points: state.points.map(returnPoint),
    actions: state.actions.map(({ toAnswer, toPromise, ...action }) => action),
  };
}

function returnPoint({ escalated, stage1, ...point }: Point): Point {
  if (!stage1) return point;
  const { finding, reasons, remedy, remedies, ...rest } = point;
  return { ...rest, ...stage1 };
}
