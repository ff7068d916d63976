import type { CivilDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, policyNow, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import {
  type Floor,
  flagBackdated,
  type Happening,
  recorded,
  type StaffAct,
  whenItHappened,
} from '../happening.ts';
import { londonDateOf, londonInstant } from '../london-time.ts';
import type { Obligation } from '../obligations.ts';
import { ombudsmanInForce } from '../ombudsman.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import type { TextRef } from '../text.ts';
import { inPast } from './action.ts';
import { unknownOmbudsman } from './escalate.ts';

/** An Ombudsman asks for something before they determine, by a date of their own (seed 003, 5.3). */
export interface RecordOmbudsmanRequest extends StaffAct {
  type: 'RecordOmbudsmanRequest';
  ombudsman: string;
  text: TextRef;
  dueOn: CivilDate;
}

export interface AnswerOmbudsman extends StaffAct {
  type: 'AnswerOmbudsman';
  request: string;
  evidence: TextRef;
}

/** Record what an Ombudsman found of each point, and what they order and recommend. */
export interface RecordDetermination extends StaffAct {
  type: 'RecordDetermination';
  ombudsman: string;
  findings: EventOf<'OmbudsmanDetermined'>['findings'];
  note?: TextRef | undefined;
  orders: readonly { binding: boolean; description: TextRef; dueOn: CivilDate }[];
}

export interface MeetOrder extends StaffAct {
  type: 'MeetOrder';
  order: string;
  evidence: TextRef;
}

/** An Ombudsman asks whenever they want, also about what was closed, withdrawn or not taken on. */
export function recordOmbudsmanRequest(
  complaint: Complaint,
  command: RecordOmbudsmanRequest,
  context: Context,
): Decision {
  const { ombudsman, text, dueOn } = command;
  const on = londonDateOf(command.happenedAt ?? context.now);
  const refused =
    refusedByState(complaint, 'RecordOmbudsmanRequest') ??
    unknownOmbudsman(command, context) ??
    inPast(dueOn, on);
  if (refused) return refuse(refused);
  const request = `request-${complaint.ombudsmanRequests.length + 1}`;
  const obligation: Obligation = {
    id: request,
    kind: 'ombudsman-request',
    projected: false,
    ...setBy(ombudsman, on, dueOn, context),
  };
  return accept([{ type: 'OmbudsmanAsked', ...recorded(command), request, ombudsman, text, obligation }]);
}

export function answerOmbudsman(complaint: Complaint, command: AnswerOmbudsman, context: Context): Decision {
  const { by, request, evidence } = command;
  const refused = refusedByState(complaint, 'AnswerOmbudsman');
  if (refused) return refuse(refused);
  const owed = complaint.obligations.find(({ id, kind }) => kind === 'ombudsman-request' && id === request);
  if (!owed) return refuse({ type: 'UnknownRequest' });
  if (owed.met) return refuse({ type: 'RequestAnsweredAlready', on: owed.met.on });
  const done = whenDone(owed, command, context);
  if ('refusal' in done) return refuse(done.refusal);
  return accept([{ type: 'OmbudsmanAnswered', by, ...done, request, evidence }]);
}

/** Each order and recommendation is owed by its own date, and somebody of rank answers for it (seed 003, 5.7). */
export function recordDetermination(
  complaint: Complaint,
  command: RecordDetermination,
  context: Context,
): Decision {
  const { by, ombudsman, findings, note } = command;
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const { on } = happening;
  const passed = command.orders.find(({ dueOn }) => dueOn < on);
  const refused =
    refusedByState(complaint, 'RecordDetermination') ??
    unknownOmbudsman(command, context) ??
    notThere(complaint, findings) ??
    (passed && inPast(passed.dueOn, on));
  if (refused) return refuse(refused);
  const orders = command.orders.map(({ binding, description, dueOn }, index) => {
    const order = `order-${complaint.orders.length + index + 1}`;
    const deadline = setBy(ombudsman, on, dueOn, context);
    return {
      order: { order, binding, description },
      obligation: { id: order, kind: 'ombudsman-order' as const, projected: false, ...deadline },
    };
  });
  return accept([
    { type: 'OmbudsmanDetermined', by, ...happening, ombudsman, findings, ...(note && { note }), orders },
  ]);
}

export function meetOrder(complaint: Complaint, command: MeetOrder, context: Context): Decision {
  const { by, order, evidence } = command;
  const refused = refusedByState(complaint, 'MeetOrder');
  if (refused) return refuse(refused);
  const owed = complaint.obligations.find(({ id, kind }) => kind === 'ombudsman-order' && id === order);
  if (!owed) return refuse({ type: 'UnknownOrder' });
  if (owed.met) return refuse({ type: 'OrderMetAlready', on: owed.met.on });
  const done = whenDone(owed, command, context);
  if ('refusal' in done) return refuse(done.refusal);
  return accept([{ type: 'OrderMet', by, ...done, order, evidence }]);
}

/** The Ombudsman's own date, and the rank that answers for it by the policy of today. */
function setBy(
  ombudsman: string,
  on: CivilDate,
  dueOn: CivilDate,
  context: Context,
): Pick<Obligation, 'ownerRank' | 'dueOn' | 'derivation'> {
  const { owner } = policyNow(context).ombudsmanOrders;
  const { name } = ombudsmanInForce(context.ombudsmen, ombudsman, on);
  return {
    ...(owner !== 'handler' && { ownerRank: owner }),
    dueOn,
    derivation: { promisedOn: on, clause: 'ombudsman', setBy: name },
  };
}

/** Complaint handling is judged too, and is no point of the complaint. */
function notThere({ points }: Complaint, findings: RecordDetermination['findings']): Refusal | undefined {
  const known = [...points.map(({ id }) => id), 'complaint-handling'];
  const unknown = findings.find(({ point }) => !known.includes(point));
  return unknown && { type: 'UnknownPoint', point: unknown.point, known };
}

function whenDone(
  owed: Obligation,
  command: StaffAct,
  context: Context,
): (Happening & { backdated?: true }) | { refusal: Refusal } {
  const happening = whenItHappened(command, context, floorOf(owed));
  if ('refusal' in happening) return happening;
  return { ...happening, ...flagBackdated(happening.on, owed.dueOn, context) };
}

function floorOf({ derivation }: Obligation): Floor | undefined {
  return 'promisedOn' in derivation
    ? { at: londonInstant(derivation.promisedOn, '00:00'), what: 'ombudsman' }
    : undefined;
}
