import type { CivilDate } from '../civil-date.ts';
import { type Complaint, openObligations } from '../complaint.ts';
import { type Deadline, deriveDeadline } from '../deadline.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { standsAgain } from '../evolve/ending.ts';
import { evolve } from '../evolve.ts';
import { type Giving, type StaffAct, whenItHappened } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { owedToFindOut } from '../missing.ts';
import { owedEnding, owedReopening } from '../notices/endings.ts';
import type { Obligation } from '../obligations.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import type { StaffId } from '../staff.ts';
import { deriveStage, limitsAt } from '../stage-dates.ts';
import { isResponse } from '../stages.ts';
import { tellResident } from '../telling.ts';
import type { TextRef } from '../text.ts';

/** The resident no longer wants the complaint dealt with: said by themself, or told to staff. */
export interface Withdraw {
  type: 'Withdraw';
  by?: StaffId | undefined;
  /** by staff, of a complaint that several make: all of them want it */
  forAll?: true | undefined;
  happenedAt?: StaffAct['happenedAt'];
  alreadyGiven?: Giving['alreadyGiven'];
  reason?: TextRef | undefined;
}

/** Stop work on a complaint, at any stage; the way to the Ombudsman stays open. */
export interface Close extends Giving {
  type: 'Close';
  reason: TextRef;
}

export interface Reopen extends Giving {
  type: 'Reopen';
  reason: TextRef;
}

/** One of several cannot withdraw for all, however they say it: staff who know that all want to record that. */
export function withdraw(complaint: Complaint, command: Withdraw, context: Context): Decision {
  const refused = refusedByState(complaint, 'Withdraw') ?? notForAll(complaint, command);
  if (refused) return refuse(refused);
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const { by, reason, alreadyGiven } = command;
  const event: EventOf<'ComplaintWithdrawn'> = {
    type: 'ComplaintWithdrawn',
    happenedAt: happening.happenedAt,
    ...(by && { by }),
    ...(reason && { reason }),
    ...(alreadyGiven && { alreadyGiven }),
  };
  const after = evolve(complaint, event);
  return accept([event], [tellResident(command, owedEnding(after, 'withdrawal'))]);
}

function notForAll({ madeBy, others }: Complaint, { by, forAll }: Withdraw): Refusal | undefined {
  const present = others.filter(({ left }) => !left).length;
  const isForAll = by !== undefined && forAll === true;
  if (isForAll || (present === 0 && madeBy !== 'group')) return undefined;
  return { type: 'NotForAll', others: present };
}

/** What was promised or not yet read keeps a complaint open (Code 6.6, 6.10). */
export function close(complaint: Complaint, command: Close, context: Context): Decision {
  const refused = refusedByState(complaint, 'Close') ?? stillOwed(complaint);
  if (refused) return refuse(refused);
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const { by, reason, alreadyGiven } = command;
  const event: EventOf<'ComplaintClosed'> = {
    type: 'ComplaintClosed',
    by,
    happenedAt: happening.happenedAt,
    reason,
    ...(alreadyGiven && { alreadyGiven }),
  };
  const after = evolve(complaint, event);
  return accept([event], [tellResident(command, owedEnding(after, 'closure', reason))]);
}

/** Dates that the landlord ended stand again as they were; those that the resident ended are counted from today. */
export function reopen(complaint: Complaint, command: Reopen, context: Context): Decision {
  const refused = refusedByState(complaint, 'Reopen');
  if (refused) return refuse(refused);
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const { by, reason, alreadyGiven } = command;
  const { now, policy, calendar } = context;
  const start = { countedFrom: 'reopening', on: londonDateOf(now) } as const;
  const { stage } = complaint;
  const anew = deriveStage(stage, start, undefined, policy, calendar);
  const response = complaint.acknowledgedAt
    ? deriveDeadline(start, limitsAt(stage, policy).response, policy, calendar)
    : anew.response;
  const renewed = complaint.obligations.filter(endedByResident).map(({ id, kind }) => ({
    obligation: id,
    ...dateOf(isResponse(kind) ? response : anew.acknowledgement),
  }));
  const toFindOut = owedToFindOut(complaint, start, context);
  const event: EventOf<'ComplaintReopened'> = {
    type: 'ComplaintReopened',
    by,
    happenedAt: happening.happenedAt,
    reason,
    renewed,
    ...(toFindOut && { obligation: toFindOut }),
    ...(alreadyGiven && { alreadyGiven }),
  };
  const after = evolve(complaint, event);
  return accept([event], [tellResident(command, owedReopening(after, reason, start.on))]);
}

/** A deadline without what else is known of it but the Code's own date, where that is another one. */
function dateOf({ dueOn, derivation, codeDueOn }: Deadline & { codeDueOn?: CivilDate }) {
  return { deadline: { dueOn, derivation }, ...(codeDueOn && { codeDueOn }) };
}

function endedByResident(obligation: Obligation): boolean {
  return obligation.id === obligation.kind && standsAgain(obligation) && obligation.ended === 'withdrawn';
}

function stillOwed(complaint: Complaint): Refusal | undefined {
  const open = (kind: Obligation['kind']) =>
    openObligations(complaint)
      .filter((each) => each.kind === kind)
      .map(({ id, dueOn }) => ({ id, dueOn }));
  const messages = open('message-triage');
  if (messages.length > 0) return { type: 'MessagesUnread', messages };
  const actions = open('action');
  return actions.length > 0 ? { type: 'ActionsOpen', actions } : undefined;
}
