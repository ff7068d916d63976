import { datesGivenBy } from '../domain/dates-given.ts';
import type { ComplaintEvent } from '../domain/events.ts';
import { explainDeadline } from '../domain/explain-deadline.ts';
import { explainRecount } from '../domain/explain-recount.ts';
import { owedAtStage } from '../domain/stages.ts';
import type { Actor, TimelineEntry } from '../ports/timeline.ts';
import { putTexts, type Texts, textsIn } from './staff-view-texts.ts';
import { findBrokenEntry } from './timeline.ts';

/** What happened to a complaint in the words of the API: texts in their places, dates explained. */

/** @param hidden numbers of the entries of which whoever reads them may not know */
export function describeTimeline(
  reference: string,
  entries: readonly TimelineEntry[],
  texts: Texts,
  hidden: ReadonlySet<number> = new Set(),
) {
  const shown = textsWithout(
    entries.filter(({ seq }) => hidden.has(seq)),
    texts,
  );
  const described = entries.map(({ seq, at, actor, event, hash }) => {
    const { type, ...data } = event;
    return {
      seq,
      at,
      actor: nameActor(actor),
      type,
      facts: putTexts<Record<string, unknown>>(data, shown),
      ...explainDates(event, entries.slice(0, seq)),
      hash,
    };
  });
  return {
    reference,
    entries: described.flatMap((each) => (hidden.has(each.seq) ? withoutOther(each) : [each])),
    intact: findBrokenEntry(entries) === undefined,
  };
}

/** Another entry may give the same reason: a receipt that is corrected by a merger. */
function textsWithout(hidden: readonly TimelineEntry[], texts: Texts): Texts {
  const ids = hidden.flatMap(({ event }) => textsIn(event));
  return ids.length === 0 ? texts : new Map([...texts].filter(([id]) => !ids.includes(id)));
}

/** Every complaint begins with its receipt: of that only the other complaint is left out. */
function withoutOther<Entry extends { type: string; facts: Record<string, unknown> }>(entry: Entry): Entry[] {
  if (entry.type !== 'ComplaintReceived') return [];
  const { raisedIn: _, ...facts } = entry.facts;
  return [{ ...entry, facts }];
}

/** @param until the entries up to this one */
function explainDates(event: ComplaintEvent, until: readonly TimelineEntry[]) {
  const explanations = datesGivenBy(event).map(({ obligation, deadline, was }) => ({
    obligation,
    dueOn: deadline.dueOn,
    ...(was && { was }),
    explanation: explainDeadline({ ...deadline, projected: !isAcknowledged(obligation, until) }, 'staff'),
  }));
  return {
    ...(explanations.length > 0 && { explanations }),
    ...(event.type === 'DatesRecounted' && { reasons: explainRecount(event) }),
  };
}

/** An answer at once acknowledges too. */
const acknowledging: readonly ComplaintEvent['type'][] = ['ComplaintAcknowledged', 'ResponseSent'];

/** Until its stage is acknowledged, a date that is counted from the last day for that may still come forward. */
function isAcknowledged(obligation: string, until: readonly TimelineEntry[]): boolean {
  const begins = obligation === owedAtStage[2].response ? 'EscalationRequested' : 'ComplaintAccepted';
  const start = until.findLastIndex(({ event }) => event.type === begins);
  return until.slice(Math.max(start, 0)).some(({ event }) => acknowledging.includes(event.type));
}

function nameActor(actor: Actor): string {
  if (actor.type === 'staff') return actor.id;
  return actor.type === 'contributor' ? `contributor to ${actor.question}` : actor.type;
}
