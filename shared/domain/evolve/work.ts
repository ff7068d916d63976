import type { Complaint } from '../complaint.ts';
import { contactAfter, putsQuestion } from '../contact.ts';
import type { EventOf } from '../events.ts';
import { isOpen, type Obligation } from '../obligations.ts';
import type { StaffId } from '../staff.ts';
import { changeObligation, endContacts, endObligations, meetObligation, owe } from './obligation.ts';

/** How the work behind an answer goes on: who does it, what was asked and answered, what was promised. */

export function handOver(state: Complaint, from: StaffId, to: StaffId): Complaint {
  return {
    ...state,
    ...(state.handler === from && { handler: to }),
    ...(state.stage1?.handler === from && { stage1: { ...state.stage1, handler: to } }),
    restrictions: state.restrictions.map((each) =>
      each.contact === from && !each.lifted ? { ...each, contact: to } : each,
    ),
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

/** What is met by reaching somebody: what is named, or all that did not arrive. Talk about repairs tells nobody a decision. */
export function contactsMet({ obligations }: Complaint, named: string | undefined): Obligation[] {
  return obligations.filter(({ id, kind, whom, gives, ...each }) => {
    const isMeant = named ? id === named : !whom && !gives;
    return kind === 'contact' && isOpen(each) && isMeant;
  });
}

/** Whoever speaks with the resident has told them all that did not arrive; with somebody else, what was owed to them. */
export function noteReached(state: Complaint, { on, obligation }: EventOf<'ContactNoted'>): Complaint {
  const open = contactsMet(state, obligation);
  const met = open.reduce<Complaint>((each, { id }) => meetObligation(each, id, on), state);
  return obligation && open.every(({ whom }) => whom)
    ? met
    : { ...met, residentUnreached: false, discussed: true };
}

/** Whoever was to phone or write because a notice seemed lost need not where it has arrived after all. */
export function noteDelivered(state: Complaint, { notice, to }: EventOf<'NoticeDelivered'>): Complaint {
  const reached = to ? state : { ...state, residentUnreached: false };
  return endContacts(reached, (id) => id === contactAfter(notice), 'arrived');
}

export function answerQuestion(state: Complaint, event: EventOf<'QuestionAnswered'>): Complaint {
  const { question, answer, on } = event;
  const questions = state.questions.map((each) => (each.id === question ? { ...each, answer } : each));
  const answered = meetObligation({ ...state, questions }, question, on);
  return endContacts(answered, (id) => putsQuestion(id, contactAfter(question)), 'answered');
}

export function triage(
  state: Complaint,
  { message, outcome, on, backdated }: EventOf<'MessageTriaged'>,
): Complaint {
  const messages = state.messages.map((each) => (each.id === message ? { ...each, outcome } : each));
  return meetObligation({ ...state, messages }, message, on, backdated);
}

/** What is added while stage 2 works out its answer is promised by that. */
export function addAction(state: Complaint, { action, obligation }: EventOf<'ActionAdded'>): Complaint {
  const toPromise = state.stage === 2 && !state.respondedOn;
  const added = { ...action, ...(toPromise && { toPromise }) };
  return owe({ ...state, actions: [...state.actions, added] }, obligation);
}

/** What is said of an action at stage 2 is what its answer needs. */
function changeAction(
  { toAnswer, ...action }: Complaint['actions'][number],
  { owner, note }: Pick<EventOf<'ActionUpdated'>, 'owner' | 'note'>,
): Complaint['actions'][number] {
  return {
    ...action,
    ...(owner && { owner }),
    ...(note && { note }),
    ...(toAnswer && !note && { toAnswer }),
  };
}

export function updateAction(state: Complaint, event: EventOf<'ActionUpdated'>): Complaint {
  const { action, owner, moved } = event;
  const actions = state.actions.map((each) =>
    each.id === action ? changeAction(each, { owner, note: event.note }) : each,
  );
  const obligation = state.obligations.find(({ id }) => id === action);
  const missed = moved?.missed && obligation ? [...(obligation.missed ?? []), obligation.dueOn] : undefined;
  return changeObligation({ ...state, actions }, action, {
    ...(owner && { owner }),
    ...moved?.deadline,
    ...(missed && { missed }),
  });
}

export function completeAction(
  state: Complaint,
  { action, on, backdated }: EventOf<'ActionCompleted'>,
): Complaint {
  return endUpdates(meetObligation(state, action, on, backdated));
}

/** What takes the place of something that no answer has promised yet is not promised either. */
export function replaceAction(
  state: Complaint,
  { action, why, missed, replacement }: EventOf<'ActionReplaced'>,
): Complaint {
  const { toPromise } = state.actions.find(({ id }) => id === action) ?? {};
  const actions = state.actions.map((each) =>
    each.id === action ? { ...changeAction(each, { note: why }), replaced: true as const } : each,
  );
  const owed = state.obligations.find(({ id }) => id === action);
  const dates = missed && owed ? { missed: [...(owed.missed ?? []), owed.dueOn] } : {};
  const ended = changeObligation({ ...state, actions }, action, { ended: 'replaced', ...dates });
  if (!replacement) return endUpdates(ended);
  const instead = { ...replacement.action, ...(toPromise && { toPromise }) };
  return owe({ ...ended, actions: [...actions, instead] }, replacement.obligation);
}

/** Updates after the answer are about what is still to be done, so that the last of it ends them (Code 6.6). */
function endUpdates(state: Complaint): Complaint {
  const goesOn = state.obligations.some((each) => each.kind === 'action' && isOpen(each));
  if (state.status !== 'responded' || goesOn) return state;
  const { updateEvery: _, ...rest } = endObligations(state, ['update'], 'answered');
  return rest;
}
