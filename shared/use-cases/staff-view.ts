import type { Complaint } from '../domain/complaint.ts';
import { datesGivenBy } from '../domain/dates-given.ts';
import type { ComplaintEvent } from '../domain/events.ts';
import { explainDeadline } from '../domain/explain-deadline.ts';
import { explainRecount } from '../domain/explain-recount.ts';
import { isOpen, type Obligation } from '../domain/obligations.ts';
import { isProvisional } from '../domain/provisional.ts';
import type { TextRef } from '../domain/text.ts';
import type { Actor, TimelineEntry } from '../ports/timeline.ts';
import type { WholeComplaint } from './read-complaint.ts';
import { findBrokenEntry } from './timeline.ts';

/** Complaints in the words of the API, as staff see them: texts in their places, dates explained. */

type Texts = ReadonlyMap<string, string>;

/** A text that was erased leaves its place. */
const erased = '[erased]';
const read = (texts: Texts, ref: TextRef) => texts.get(ref.id) ?? erased;

export function describeObligation(obligation: Obligation) {
  const { id, kind, dueOn, projected, literalDueOn, owner, missed, met } = obligation;
  return {
    id,
    kind,
    dueOn,
    explanation: explainDeadline(obligation, 'staff'),
    state: met ? ('met' as const) : isOpen(obligation) ? ('open' as const) : ('ended' as const),
    ...(projected && { projected: true as const }),
    ...(isProvisional(obligation) && { provisional: true as const }),
    ...(literalDueOn && { literalDueOn }),
    ...(owner && { owner }),
    ...(missed?.length && { missed }),
    ...(met && { metOn: met.on }),
    ...(met?.backdated && { backdated: true as const }),
  };
}

export function describeChange({ reference, revision, status, obligations }: Complaint) {
  return { reference, version: revision, status, obligations: obligations.map(describeObligation) };
}

export function describeForStaff({ stored, personal, texts }: WholeComplaint) {
  const { complaint } = stored;
  const { landlord, channel, receivedAt, stage, handler, team, staffComplainedAbout, respondedOn } =
    complaint;
  return {
    ...describeChange(complaint),
    landlord,
    channel,
    receivedAt,
    stage,
    ...(handler && { handler }),
    ...(team && { team }),
    staffComplainedAbout,
    ...(personal?.complainant && { complainant: personal.complainant }),
    ...(personal?.representative && { representative: personal.representative }),
    description: personal?.description ?? erased,
    ...(personal?.desiredOutcome && { desiredOutcome: personal.desiredOutcome }),
    ...(personal?.adjustments && { adjustments: personal.adjustments }),
    residentUnreached: complaint.residentUnreached,
    points: complaint.points.map((point) => describePoint(point, texts)),
    ...describeDraft(complaint, texts),
    ...(respondedOn && { respondedOn }),
    extensions: complaint.extensions.map(
      ({ extension: id, state, newDueOn, reason, by, extends: extended }) => ({
        id,
        state,
        extends: extended,
        newDueOn,
        reason: read(texts, reason),
        by,
      }),
    ),
    actions: complaint.actions.map((action) => describeAction(action, complaint, texts)),
    questions: complaint.questions.map(({ id, asked, text, answer }) => ({
      id,
      asked: 'staff' in asked ? asked.staff : read(texts, asked.contractor),
      question: read(texts, text),
      ...(answer && { answer: read(texts, answer) }),
    })),
    messages: complaint.messages.map(({ id, text, outcome }) => ({
      id,
      text: read(texts, text),
      ...(outcome && { outcome }),
    })),
  };
}

function describePoint(point: Complaint['points'][number], texts: Texts) {
  const { id, definition, outcomeSought, responsible, finding, reasons, remedy } = point;
  return {
    id,
    definition: read(texts, definition),
    ...(outcomeSought && { outcomeSought: read(texts, outcomeSought) }),
    responsible,
    ...(finding && { finding }),
    ...(reasons && { reasons: read(texts, reasons) }),
    ...(remedy && { remedy: remedy === 'none' ? '' : read(texts, remedy) }),
  };
}

function describeDraft({ draft }: Complaint, texts: Texts) {
  if (!draft) return {};
  const { by, approvedBy, returned } = draft;
  return {
    draft: {
      by,
      ...(approvedBy && { approvedBy }),
      ...(returned && { returned: read(texts, returned) }),
    },
  };
}

function describeAction(
  { id, description, owner }: Complaint['actions'][number],
  { obligations }: Complaint,
  texts: Texts,
) {
  const obligation = obligations.find((each) => each.id === id);
  if (!obligation) throw new Error(`the action ${id} has no obligation`);
  const { dueOn, met } = obligation;
  return {
    id,
    description: read(texts, description),
    owner,
    dueOn,
    ...(met && { completedOn: met.on }),
  };
}

export function describeTimeline(reference: string, entries: readonly TimelineEntry[], texts: Texts) {
  const acknowledged = entries.find(({ event }) => acknowledging.includes(event.type))?.seq ?? Infinity;
  return {
    reference,
    entries: entries.map(({ seq, at, actor, event, hash }) => {
      const { type, ...data } = event;
      return {
        seq,
        at,
        actor: nameActor(actor),
        type,
        facts: putTexts(data, texts) as Record<string, unknown>,
        ...explainDates(event, seq < acknowledged),
        hash,
      };
    }),
    intact: findBrokenEntry(entries) === undefined,
  };
}

/** An answer at once acknowledges the complaint too. */
const acknowledging: readonly ComplaintEvent['type'][] = ['ComplaintAcknowledged', 'ResponseSent'];

/** @param projected until the complaint is acknowledged, when a date that is counted from the last day for that may still come forward */
function explainDates(event: ComplaintEvent, projected: boolean) {
  const explanations = datesGivenBy(event).map(({ obligation, deadline, was }) => ({
    obligation,
    dueOn: deadline.dueOn,
    ...(was && { was }),
    explanation: explainDeadline({ ...deadline, projected }, 'staff'),
  }));
  return {
    ...(explanations.length > 0 && { explanations }),
    ...(event.type === 'DatesRecounted' && { reasons: explainRecount(event) }),
  };
}

function nameActor(actor: Actor): string {
  if (actor.type === 'staff') return actor.id;
  return actor.type === 'contributor' ? `contributor to ${actor.question}` : actor.type;
}

/** Puts each text in the place where an event names it. */
function putTexts(value: unknown, texts: Texts): unknown {
  if (Array.isArray(value)) return value.map((each) => putTexts(each, texts));
  if (typeof value !== 'object' || value === null) return value;
  if ('id' in value && 'hash' in value) return read(texts, value as TextRef);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, putTexts(each, texts)]));
}
