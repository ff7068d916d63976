import type { Complaint } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import { isOpen } from '../obligations.ts';
import type { StaffId } from '../staff.ts';
import { changeObligation, meetObligation, owe } from './obligation.ts';

/** How the work behind an answer goes on: who does it, what was asked and answered, what was promised. */

export function handOver(state: Complaint, from: StaffId, to: StaffId): Complaint {
  return {
    ...state,
    ...(state.handler === from && { handler: to }),
    obligations: state.obligations.map((each) =>
      isOpen(each) && each.owner === from ? { ...each, owner: to } : each,
    ),
    actions: state.actions.map((each) => (each.owner === from ? { ...each, owner: to } : each)),
    questions: state.questions.map((each) =>
      !each.answer && 'staff' in each.asked && each.asked.staff === from
        ? { ...each, asked: { staff: to } }
        : each,
    ),
  };
}

export function correctSubjects(state: Complaint, { is }: EventOf<'SubjectsCorrected'>): Complaint {
  const { handler, ...rest } = state;
  const keeps = handler !== undefined && !is.includes(handler);
  return { ...rest, ...(keeps && { handler }), staffComplainedAbout: is };
}

export function giveUpdate(state: Complaint, { on, backdated, next }: EventOf<'UpdateGiven'>): Complaint {
  const open = state.obligations.find((each) => each.kind === 'update' && isOpen(each));
  const met = open ? meetObligation(state, open.id, on, backdated) : state;
  return next ? owe(met, next) : met;
}

export function noteReached(state: Complaint, { on }: EventOf<'ContactNoted'>): Complaint {
  const open = state.obligations.filter((each) => each.kind === 'contact' && isOpen(each));
  return open.reduce<Complaint>((each, { id }) => meetObligation(each, id, on), {
    ...state,
    residentUnreached: false,
  });
}

export function answerQuestion(state: Complaint, event: EventOf<'QuestionAnswered'>): Complaint {
  const { question, answer, on } = event;
  const questions = state.questions.map((each) => (each.id === question ? { ...each, answer } : each));
  return meetObligation({ ...state, questions }, question, on);
}

export function triage(
  state: Complaint,
  { message, outcome, on, backdated }: EventOf<'MessageTriaged'>,
): Complaint {
  const messages = state.messages.map((each) => (each.id === message ? { ...each, outcome } : each));
  return meetObligation({ ...state, messages }, message, on, backdated);
}

export function updateAction(state: Complaint, event: EventOf<'ActionUpdated'>): Complaint {
  const { action, owner, moved } = event;
  const actions = state.actions.map((each) => (each.id === action && owner ? { ...each, owner } : each));
  const obligation = state.obligations.find(({ id }) => id === action);
  const missed = moved?.missed && obligation ? [...(obligation.missed ?? []), obligation.dueOn] : undefined;
  return changeObligation({ ...state, actions }, action, {
    ...(owner && { owner }),
    ...moved?.deadline,
    ...(missed && { missed }),
  });
}
