import type { CivilDate } from '../domain/civil-date.ts';
import type { Complaint } from '../domain/complaint.ts';
import { explainDeadline } from '../domain/explain-deadline.ts';
import type { Extension } from '../domain/extension.ts';
import { londonDateOf } from '../domain/london-time.ts';
import type { NoticeKind } from '../domain/notices.ts';
import { isOpen, type Obligation, type ObligationKind } from '../domain/obligations.ts';
import type { Point } from '../domain/points.ts';
import { isProvisional } from '../domain/provisional.ts';
import type { Notice, NoticeStatus } from '../domain/sending.ts';
import type { TextRef } from '../domain/text.ts';

/** What a resident is promised by a date; whatever else is owed is work among staff. */
const promises = {
  'stage-1-acknowledgement': 'We acknowledge your complaint.',
  'stage-1-response': 'We answer your complaint.',
  update: 'We tell you how things stand.',
  action: 'We complete what we promised to do.',
} as const satisfies Partial<Record<ObligationKind, string>>;
type PromiseKind = keyof typeof promises;

/** Mail to residents; a mail with a link tells nothing about the complaint. */
const letters: Partial<Record<NoticeKind, string>> = {
  receipt: 'We have your complaint.',
  acknowledgement: 'Our acknowledgement of your complaint.',
  extension: 'Why our answer takes longer, and its new date.',
  update: 'An update on how things stand.',
  response: 'Our answer to your complaint.',
  'missed-date-apology': 'Our apology for a date that we missed.',
  'action-changed': 'A change to something that we promised to do.',
  'action-completed': 'Something that we promised to do is done.',
  withdrawal: 'Your complaint was withdrawn.',
  closure: 'Your complaint was closed.',
  reopening: 'Your complaint was opened again.',
  'dates-changed': 'Dates of ours that changed with the bank holidays.',
};

type LetterState = 'sent' | 'arrived' | 'did-not-arrive';
const letterStates: Partial<Record<NoticeStatus, LetterState>> = {
  accepted: 'sent',
  delivered: 'arrived',
  bounced: 'did-not-arrive',
  rejected: 'did-not-arrive',
  'refused-by-ses': 'did-not-arrive',
  'reported-as-spam': 'did-not-arrive',
};

/** Reads a text by its name in the complaint. */
export type ReadText = (ref: TextRef) => string;

/** Actions are worked out with the answer, and promised by it. */
export function describePromise(
  obligation: Obligation,
  today: CivilDate,
  respondedOn: CivilDate | undefined,
) {
  const { kind, dueOn, projected } = obligation;
  if (!isPromise(kind) || !isOpen(obligation)) return [];
  if (kind === 'action' && !respondedOn) return [];
  const described = { kind, what: promises[kind], dueOn, explanation: explainDeadline(obligation) };
  return [
    {
      ...described,
      ...(projected && { projected }),
      ...(isProvisional(obligation) && { provisional: true as const }),
      ...(dueOn < today && { overdue: true as const }),
    },
  ];
}

function isPromise(kind: ObligationKind): kind is PromiseKind {
  return Object.hasOwn(promises, kind);
}

/** Of what was prepared, or did not arrive in time to count, residents have not been told; the last that binds us they have. */
export function describeExtension(extensions: readonly Extension[], read: ReadText) {
  const given = extensions.findLast(({ state }) => state === 'effective' || state === 'too-late');
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

/** How we understand the complaint is told with the acknowledgement, what we make of it only with the answer. */
export function describePoints(complaint: Complaint, read: ReadText) {
  const { acknowledgedAt, respondedOn, points } = complaint;
  if (!acknowledgedAt) return [];
  return points.map((point) => ({
    definition: read(point.definition),
    ...(point.outcomeSought && { outcomeSought: read(point.outcomeSought) }),
    responsible: point.responsible,
    ...(respondedOn && describeOutcome(point, read)),
  }));
}

function describeOutcome({ finding, reasons, remedy }: Point, read: ReadText) {
  return {
    ...(finding && { finding }),
    ...(reasons && { reasons: read(reasons) }),
    ...(remedy && {
      remedy: remedy === 'none' ? 'There is nothing that we need to put right.' : read(remedy),
    }),
  };
}

export function describeActions({ actions, obligations, respondedOn }: Complaint, read: ReadText) {
  if (!respondedOn) return [];
  return actions.flatMap(({ id, description }) => {
    const obligation = obligations.find((each) => each.id === id);
    if (!obligation) return [];
    const { dueOn, met } = obligation;
    const state = met ? 'completed' : isOpen(obligation) ? 'promised' : 'no-longer-owed';
    return [{ description: read(description), dueOn, state, ...(met && { completedOn: met.on }) } as const];
  });
}

/** Somebody owes it to each message to read it, which tells when it came; it was read once they said what it is. */
export function describeMessages({ messages, obligations }: Complaint, read: ReadText) {
  return messages.map(({ id, text, outcome }) => {
    const derivation = obligations.find((each) => each.id === id)?.derivation;
    return {
      id,
      text: read(text),
      ...(derivation && 'startOn' in derivation && { sentOn: derivation.startOn }),
      read: outcome !== undefined,
    };
  });
}

/** What left for the resident, oldest first; not what still waits to leave. */
export function describeLetters(notices: readonly Notice[]) {
  const inOrder = notices.toSorted((one, other) => (one.owedAt < other.owedAt ? -1 : 1));
  return inOrder.flatMap(({ kind, recipient, owedAt, status }) => {
    const [what, state] = [letters[kind], letterStates[status]];
    if (recipient.type !== 'complainant' || !what || !state) return [];
    return [{ what, on: londonDateOf(owedAt), state }];
  });
}
