import type { CivilDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { flagBackdated, type Giving, recorded, type StaffAct, whenItHappened } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { owedActionChange, owedActionCompletion } from '../notices/to-resident.ts';
import { isOpen, type Obligation } from '../obligations.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import type { StaffId } from '../staff.ts';
import { cannotBeTold, tellResident } from '../telling.ts';
import type { TextRef } from '../text.ts';
import { tooManyOpen } from './ask.ts';
import { unavailable } from './assign.ts';

/** Promise something that puts things right: it is tracked beyond the answer (Code 6.6). */
export interface AddAction extends StaffAct {
  type: 'AddAction';
  description: TextRef;
  owner: StaffId;
  dueOn: CivilDate;
}

/** Say how an action goes on, or that somebody else does it or on another day. */
export interface UpdateAction extends Giving {
  type: 'UpdateAction';
  action: string;
  note?: TextRef | undefined;
  owner?: StaffId | undefined;
  dueOn?: CivilDate | undefined;
}

export interface CompleteAction extends Giving {
  type: 'CompleteAction';
  action: string;
  evidence: TextRef;
}

export function addAction(complaint: Complaint, command: AddAction, context: Context): Decision {
  const { owner, dueOn } = command;
  const today = londonDateOf(context.now);
  const refused =
    refusedByState(complaint, 'AddAction') ??
    tooManyOpen(complaint) ??
    unavailable(complaint, owner, context) ??
    inPast(dueOn, today);
  if (refused) return refuse(refused);
  return accept([{ type: 'ActionAdded', ...recorded(command), ...newAction(complaint, command, today) }]);
}

/** An action numbered after those that there are, and what is owed of it by the day that was promised. */
export function newAction(
  { actions }: Complaint,
  { description, owner, dueOn }: Pick<AddAction, 'description' | 'owner' | 'dueOn'>,
  promisedOn: CivilDate,
): Pick<EventOf<'ActionAdded'>, 'action' | 'obligation'> {
  const id = `action-${actions.length + 1}`;
  const derivation = { promisedOn, clause: '6.6' };
  return {
    action: { id, description, owner },
    obligation: { id, kind: 'action', projected: false, owner, dueOn, derivation },
  };
}

/** The resident is told of a date that moves once they have been promised it in an answer. */
export function updateAction(complaint: Complaint, command: UpdateAction, context: Context): Decision {
  const found = refusedByState(complaint, 'UpdateAction') ?? openAction(complaint, command.action);
  if ('type' in found) return refuse(found);
  const { action, note, owner, dueOn, alreadyGiven } = command;
  const today = londonDateOf(context.now);
  const moved = moveOf(found.obligation, dueOn, today);
  const promised = isPromised(complaint, found.action) ? moved : undefined;
  const cannot =
    (owner && unavailable(complaint, owner, context)) ??
    (dueOn && inPast(dueOn, today)) ??
    (promised ? cannotBeTold(complaint, command) : undefined);
  if (cannot) return refuse(cannot);
  const event: EventOf<'ActionUpdated'> = {
    type: 'ActionUpdated',
    ...recorded(command),
    ...(alreadyGiven && { alreadyGiven }),
    action,
    ...(note && { note }),
    ...(owner && { owner }),
    ...(moved && { moved }),
  };
  const after = evolve(complaint, event);
  if (!promised) return accept([event]);
  const letter = owedActionChange(after, found.action, promised.deadline, note);
  return accept([event], [tellResident(command, letter)]);
}

/** The new date where it is another one, and whether the one before it had passed. */
function moveOf({ dueOn: was }: Obligation, dueOn: CivilDate | undefined, today: CivilDate) {
  if (dueOn === undefined || dueOn === was) return undefined;
  const deadline = { dueOn, derivation: { promisedOn: today, clause: '6.6' } };
  return { deadline, missed: was < today };
}

export function completeAction(complaint: Complaint, command: CompleteAction, context: Context): Decision {
  const found = refusedByState(complaint, 'CompleteAction') ?? openAction(complaint, command.action);
  if ('type' in found) return refuse(found);
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const { by, action, evidence, alreadyGiven } = command;
  const event: EventOf<'ActionCompleted'> = {
    type: 'ActionCompleted',
    by,
    ...happening,
    ...flagBackdated(happening.on, found.obligation.dueOn, context),
    action,
    evidence,
    ...(alreadyGiven && { alreadyGiven }),
  };
  if (!isPromised(complaint, found.action)) return accept([event]);
  const letter = owedActionCompletion(evolve(complaint, event), found.action, happening.on);
  return accept([event], [tellResident(command, letter)]);
}

/** An action is a promise to the resident once it stands in an answer; one of stage 2 in its own. */
export function isPromised(
  { respondedOn, stage1 }: Complaint,
  { toPromise }: Pick<Complaint['actions'][number], 'toPromise'>,
): boolean {
  return respondedOn !== undefined || (stage1?.respondedOn !== undefined && !toPromise);
}

export function openAction(
  complaint: Complaint,
  id: string,
): { action: Complaint['actions'][number]; obligation: Obligation } | Refusal {
  const action = complaint.actions.find((each) => each.id === id);
  const obligation = complaint.obligations.find((each) => each.id === id);
  if (!action || !obligation) return { type: 'UnknownAction' };
  if (obligation.met) return { type: 'CompletedAlready', on: obligation.met.on };
  return isOpen(obligation) ? { action, obligation } : { type: 'ActionEnded' };
}

export function inPast(dueOn: CivilDate, today: CivilDate): Refusal | undefined {
  return dueOn < today ? { type: 'DateInPast', today } : undefined;
}
