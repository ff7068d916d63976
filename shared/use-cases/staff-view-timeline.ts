import { datesGivenBy } from '../domain/dates-given.ts';
import type { ComplaintEvent } from '../domain/events.ts';
import { explainDeadline } from '../domain/explain-deadline.ts';
import { explainRecount } from '../domain/explain-recount.ts';
import { owedAtStage } from '../domain/stages.ts';
import type { Actor, TimelineEntry } from '../ports/timeline.ts';
import { putTexts, type Texts } from './staff-view-texts.ts';
import { findBrokenEntry } from './timeline.ts';

/** What happened to a complaint in the words of the API: texts in their places, dates explained. */

export function describeTimeline(reference: string, entries: readonly TimelineEntry[], texts: Texts) {
  return {
    reference,
    entries: entries.map(({ seq, at, actor, event, hash }) => {
      const { type, ...data } = event;
      return {
        seq,
        at,
        actor: nameActor(actor),
        type,
        facts: putTexts<Record<string, unknown>>(data, texts),
        ...explainDates(event, entries.slice(0, seq)),
        hash,
      };
    }),
    intact: findBrokenEntry(entries) === undefined,
  };
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
