import type { CivilDate } from '../domain/civil-date.ts';
import { isPromised } from '../domain/commands/action.ts';
import { answeredOn, type Complaint } from '../domain/complaint.ts';
import type { Context } from '../domain/decision.ts';
import { explainDeadline } from '../domain/explain-deadline.ts';
import { londonDateOf } from '../domain/london-time.ts';
import { tasks } from '../domain/notices/tasks.ts';
import { isOpen, type Obligation, type ObligationKind } from '../domain/obligations.ts';
import type { Outcome, Point } from '../domain/points.ts';
import { isProvisional } from '../domain/provisional.ts';
import type { TextRef } from '../domain/text.ts';
import { describeRoutes } from './resident-view-ways.ts';

/** What a resident is promised by a date; whatever else is owed is work among staff. */
const promised: readonly ObligationKind[] = [
  'stage-1-acknowledgement',
  'stage-1-response',
  'stage-2-acknowledgement',
  'stage-2-response',
  'update',
  'action',
  'payment',
  'handover',
  'adjustment-review',
  'restriction-review',
];

/** Reads a text by its name in the complaint. */
export type ReadText = (ref: TextRef) => string;

export function describePromises(complaint: Complaint, today: CivilDate) {
  const actions = complaint.actions.filter((action) => isPromised(complaint, action));
  const told = new Set(actions.map(({ id }) => id));
  return complaint.obligations
    .filter((each) => promised.includes(each.kind) && isOpen(each))
    .filter(({ id, kind }) => kind !== 'action' || told.has(id))
    .map((each) => describePromise(each, today));
}

function describePromise(obligation: Obligation, today: CivilDate) {
  const { kind, dueOn, projected } = obligation;
  return {
    kind,
    what: `We ${tasks[kind].resident}.`,
    dueOn,
    explanation: explainDeadline(obligation),
    ...(projected && { projected }),
    ...(isProvisional(obligation) && { provisional: true as const }),
    ...(dueOn < today && { overdue: true as const }),
  };
}

type Answering = Pick<Complaint, 'acknowledgedAt' | 'respondedOn'>;

export function describeAnswering({ acknowledgedAt, respondedOn }: Answering) {
  return {
    ...(acknowledgedAt && { acknowledgedOn: londonDateOf(acknowledgedAt) }),
    ...(respondedOn && { respondedOn }),
  };
}

/** Of what was prepared, or did not arrive in time to count, residents have not been told; the last that binds us they have. */
export function describeExtension({ stage, extensions }: Complaint, read: ReadText) {
  const given = extensions
    .filter((each) => each.stage === stage)
    .findLast(({ state }) => state === 'effective' || state === 'too-late');
  if (!given) return undefined;
  const { newDueOn, reason, goodReason, state, replaced } = given;
  return {
    newDueOn,
    ...(replaced && { insteadOf: replaced.dueOn }),
    reason: read(reason),
    ...(goodReason && { goodReason: read(goodReason) }),
    givenInTime: state === 'effective',
  };
}

/**
 * How we understand the complaint is told with the acknowledgement, what a stage makes of it only with its answer. That a
 * point is not taken on was told in a letter of its own.
 */
export function describePoints(complaint: Complaint, read: ReadText, context: Context) {
  const { acknowledgedAt, respondedOn, points, stage1 } = complaint;
  const isDefined = acknowledgedAt ?? stage1?.acknowledgedAt;
  return points.flatMap((point) => {
    const { id, definition, outcomeSought, responsible, escalated, excluded } = point;
    if (!isDefined && !excluded) return [];
    const answered = !excluded && (escalated ? respondedOn : answeredOn(complaint));
    const routes = escalated && describeRoutes(point, complaint, context);
    return {
      id,
      definition: read(definition),
      ...(outcomeSought && { outcomeSought: read(outcomeSought) }),
      responsible,
      ...(excluded && { excluded: { on: excluded.on, reasons: read(excluded.reasons) } }),
      ...(escalated && { escalated }),
      ...(answered && describeOutcome(point, read)),
      ...(stage1?.respondedOn && point.stage1 && { stage1: describeOutcome(point.stage1, read) }),
      ...(routes && { ombudsmen: routes }),
    };
  });
}

function describeOutcome({ finding, reasons, remedy }: Omit<Outcome, 'point'> | Point, read: ReadText) {
  return {
    ...(finding && { finding }),
    ...(reasons && { reasons: read(reasons) }),
    ...(remedy && {
      remedy: remedy === 'none' ? 'There is nothing that we need to put right.' : read(remedy),
    }),
  };
}

export function describeActions(complaint: Complaint, read: ReadText) {
  const promised = complaint.actions.filter((action) => isPromised(complaint, action));
  return promised.flatMap(({ id, description }) => {
    const obligation = complaint.obligations.find((each) => each.id === id);
    if (!obligation) return [];
    const { dueOn, met } = obligation;
    const state = met ? 'completed' : isOpen(obligation) ? 'promised' : 'no-longer-owed';
    return [{ description: read(description), dueOn, state, ...(met && { completedOn: met.on }) } as const];
  });
}

/** Somebody owes it to each message to read it; it was read once they said what it is. */
export function describeMessages({ messages }: Complaint, read: ReadText) {
  const theirs = messages.filter(({ ofEarlierLead }) => !ofEarlierLead);
  return theirs.map(({ id, text, sentAt, outcome }) => ({
    id,
    text: read(text),
    sentOn: londonDateOf(sentAt),
    read: outcome !== undefined,
  }));
}
