import type { Complaint } from '../complaint.ts';
import { contactAfter } from '../contact.ts';
import type { Deadline } from '../deadline.ts';
import type { EventOf } from '../events.ts';
import type { Extension, ExtensionRequest } from '../extension.ts';
import { judgeKept, type Obligation } from '../obligations.ts';
import { owedAtStage } from '../stages.ts';
import { changeObligation, endContacts, owe } from './obligation.ts';

/** How an extension is prepared, given, and kept or not (Code 6.4). */
export function evolveExtension(
  state: Complaint,
  event: EventOf<
    | 'ExtensionPrepared'
    | 'ExtensionRequested'
    | 'ExtensionTookEffect'
    | 'ExtensionNotReached'
    | 'ExtensionCameTooLate'
    | 'ExtensionLapsed'
  >,
): Complaint {
  switch (event.type) {
    case 'ExtensionPrepared':
      return add(state, { ...requestIn(event), by: event.by, stage: state.stage, state: 'prepared' });
    case 'ExtensionRequested': {
      const { by, notice, happenedAt: requestedAt } = event;
      const requested = { ...requestIn(event), by, stage: state.stage, state: 'requested' } as const;
      return add(state, { ...requested, requestedAt, ...(notice && { notice }) });
    }
    case 'ExtensionTookEffect':
      return promise(state, event.extension, event.deadline, event.update, 'effective');
    case 'ExtensionNotReached':
      return returnToFormerDate(state, event.extension);
    case 'ExtensionCameTooLate':
      return promise(state, event.extension, event.deadline, event.update, 'too-late');
    case 'ExtensionLapsed':
      return change(state, event.extension, { state: 'overtaken' });
  }
}

export function overtakeExtensions(state: Complaint): Complaint {
  const pending: readonly Extension['state'][] = ['prepared', 'requested', 'not-reached'];
  const extensions = state.extensions.map((each) =>
    pending.includes(each.state) ? { ...each, state: 'overtaken' as const } : each,
  );
  return { ...state, extensions };
}

/** Names exactly what was asked for, without what else the event says. */
function requestIn(event: ExtensionRequest): ExtensionRequest {
  const { extension, extends: extended, newDueOn, reason, goodReason, updateEvery, residentAgreed } = event;
  return {
    extension,
    extends: extended,
    newDueOn,
    reason,
    ...(goodReason && { goodReason }),
    ...(updateEvery && { updateEvery }),
    ...(residentAgreed !== undefined && { residentAgreed }),
  };
}

/** A new one takes the place of whatever was prepared, or did not arrive, before it. */
function add(state: Complaint, extension: Extension): Complaint {
  const { extensions } = overtakeExtensions(state);
  const others = extensions.filter((each) => each.extension !== extension.extension);
  return { ...state, extensions: [...others, extension] };
}

function promise(
  state: Complaint,
  id: string,
  deadline: Deadline,
  update: Obligation | undefined,
  stands: 'effective' | 'too-late',
): Complaint {
  const response = responseOf(state);
  const extension = extensionOf(state, id);
  const { dueOn, derivation, codeDueOn } = response;
  const replaced = extension.replaced ?? { dueOn, derivation, ...(codeDueOn && { codeDueOn }) };
  const others = response.missed?.filter((date) => date !== replaced.dueOn);
  const missed = stands === 'too-late' ? [...(others ?? []), replaced.dueOn] : others;
  const moved = judgeAgain(
    changeObligation(state, response.id, {
      ...deadline,
      projected: false,
      ...codeDateOf(response, deadline, stands),
      ...(missed && { missed }),
    }),
    response.id,
  );
  const kept = change(moved, id, { state: stands, replaced });
  const { updateEvery } = extension;
  const updating = updateEvery && !response.met ? { ...kept, updateEvery } : kept;
  return update ? owe(updating, update) : updating;
}

/** Where the answer has been given since: it was in time by the date that counts after all. */
function judgeAgain(state: Complaint, id: string): Complaint {
  const obligations = state.obligations.map((each) =>
    each.id === id && each.met ? { ...each, met: { ...each.met, ...judgeKept(each, each.met.on) } } : each,
  );
  return { ...state, obligations };
}

/** What was put off in time is put off by the Code too; otherwise its own date stays, if that was another one. */
function codeDateOf(
  { codeDueOn }: Obligation,
  { dueOn }: Deadline,
  stands: 'effective' | 'too-late',
): Pick<Obligation, 'codeDueOn'> {
  return stands === 'effective' && codeDueOn && codeDueOn <= dueOn ? { codeDueOn: undefined } : {};
}

/** It is to be given again in writing, which takes the place of a call. */
function returnToFormerDate(state: Complaint, id: string): Complaint {
  const { replaced, notice } = extensionOf(state, id);
  const back = replaced ? changeObligation(state, responseOf(state).id, replaced) : state;
  const uncalled = notice ? endContacts(back, (each) => each === contactAfter(notice), 'replaced') : back;
  return change(uncalled, id, { state: 'not-reached' });
}

function change(state: Complaint, id: string, changed: Partial<Extension>): Complaint {
  const extensions = state.extensions.map((each) => (each.extension === id ? { ...each, ...changed } : each));
  return { ...state, extensions };
}

function extensionOf(state: Complaint, id: string): Extension {
  const found = state.extensions.find(({ extension }) => extension === id);
  if (!found) throw new Error(`complaint ${state.reference} has no extension ${id}`);
  return found;
}

function responseOf(state: Complaint): Obligation {
  const found = state.obligations.find(({ kind }) => kind === owedAtStage[state.stage].response);
  if (!found) throw new Error(`complaint ${state.reference} owes no response`);
  return found;
}
