import type { CivilDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { flagBackdated, type Giving, recorded, type StaffAct, whenItHappened } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { owedActionChange, owedActionCompletion } from '../notices/to-resident.ts';
import type { Obligation } from '../obligations.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import type { StaffId } from '../staff.ts';
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
  const { description, owner, dueOn } = command;
  const today = londonDateOf(context.now);
  const refused =
    refusedByState(complaint, 'AddAction') ??
    tooManyOpen(complaint) ??
    unavailable(complaint, owner, context) ??
    inPast(dueOn, today);
  if (refused) return refuse(refused);
  const id = `action-${complaint.actions.length + 1}`;
  const obligation: Obligation = {
    id,
    kind: 'action',
    projected: false,
    owner,
    dueOn,
    derivation: { promisedOn: today, clause: '6.6' },
  };
  return accept([
    { type: 'ActionAdded', ...recorded(command), action: { id, description, owner }, obligation },
  ]);
}

/** The resident is told of a date that moves once they have been promised it in an answer. */
export function updateAction(complaint: Complaint, command: UpdateAction, context: Context): Decision {
  const found = refusedByState(complaint, 'UpdateAction') ?? openAction(complaint, command.action);
  if ('type' in found) return refuse(found);
  const { action, note, owner, dueOn, alreadyGiven } = command;
  const today = londonDateOf(context.now);
  const moved = moveOf(found.obligation, dueOn, today);
  const promised = complaint.respondedOn ? moved : undefined;
  const cannot =
    (owner && unavailable(complaint, owner, context)) ??
    (dueOn && inPast(dueOn, today)) ??
    (promised ? unreachable(complaint, command) : undefined);
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
  if (!promised || alreadyGiven) return accept([event]);
  return accept([event], [owedActionChange(after, found.action, promised.deadline, note)]);
}

/** The new date where it is another one, and whether the one before it had passed. */
function moveOf({ dueOn: was }: Obligation, dueOn: CivilDate | undefined, today: CivilDate) {
  if (dueOn === undefined || dueOn === was) return undefined;
  const deadline = { dueOn, derivation: { promisedOn: today, clause: '6.6' } };
  return { deadline, missed: was < today };
}

/** Whoever is not to be emailed is told by hand, and the proof of it recorded. */
function unreachable({ reachableByEmail }: Complaint, { alreadyGiven }: Giving): Refusal | undefined {
  return reachableByEmail || alreadyGiven ? undefined : { type: 'NotReachableByEmail' };
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
  const tell = !alreadyGiven && isPromisedToResident(complaint);
  const after = evolve(complaint, event);
  return accept([event], tell ? [owedActionCompletion(after, found.action, happening.on)] : []);
}

/** An action is a promise to the resident once it stands in an answer, and is told of by mail where they get mail. */
function isPromisedToResident({ respondedOn, reachableByEmail }: Complaint): boolean {
  return respondedOn !== undefined && reachableByEmail;
}

function openAction(
  complaint: Complaint,
  id: string,
): { action: Complaint['actions'][number]; obligation: Obligation } | Refusal {
  const action = complaint.actions.find((each) => each.id === id);
  const obligation = complaint.obligations.find((each) => each.id === id);
  if (!action || !obligation) return { type: 'UnknownAction' };
  return obligation.met ? { type: 'CompletedAlready', on: obligation.met.on } : { action, obligation };
}

function inPast(dueOn: CivilDate, today: CivilDate): Refusal | undefined {
  return dueOn < today ? { type: 'DateInPast', today } : undefined;
}
