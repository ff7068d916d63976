import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { ComplaintEvent } from '../../../shared/domain/events.ts';

/**
 * What a complaint owes, told a second time and without looking at its obligations: from its status, its actions and its
 * messages, and from what has happened to it.
 */
export function dutiesOwed(complaint: Complaint, events: readonly ComplaintEvent[]): string[] {
  const { status, actions, messages } = complaint;
  const completed = new Set(events.map((event) => event.type === 'ActionCompleted' && event.action));
  const stopped = status === 'closed' || status === 'withdrawn';
  return [
    ...(status === 'received' ? ['stage-1-acknowledgement', 'stage-1-response'] : []),
    ...(status === 'acknowledged' ? ['stage-1-response'] : []),
    ...actions.filter(({ id }) => !stopped && !completed.has(id)).map(({ id }) => id),
    ...messages.filter(({ outcome }) => outcome === undefined).map(({ id }) => id),
    ...passing(events),
  ].sort();
}

/** Questions, updates and contacts: owed until what they ask for, or until what they were wanted for is over. */
function passing(events: readonly ComplaintEvent[]): string[] {
  let questions: string[] = [];
  let updates: string[] = [];
  let contacts: string[] = [];
  for (const event of events) {
    switch (event.type) {
      case 'QuestionAsked':
        questions.push(event.question);
        break;
      case 'QuestionAnswered':
        questions = questions.filter((each) => each !== event.question);
        break;
      case 'ExtensionTookEffect':
      case 'ExtensionCameTooLate':
        if (event.update) updates.push(event.update.id);
        break;
      case 'UpdateGiven':
        updates = event.next ? [event.next.id] : [];
        break;
      case 'ContactOwed':
        contacts.push(event.obligation.id);
        break;
      case 'ContactNoted':
        if (event.reached) contacts = [];
        break;
      case 'ResponseSent':
        questions = [];
        updates = [];
        break;
      case 'ComplaintClosed':
      case 'ComplaintWithdrawn':
        questions = [];
        updates = [];
        contacts = [];
    }
  }
  return [...questions, ...updates, ...contacts];
}

/** Due dates of the answer that an extension holds up: on its way, or kept. No apology is owed for them. */
export function datesHeldUp(events: readonly ComplaintEvent[]): Set<string> {
  const given = new Map<string, string>();
  const kept = new Set<string>();
  const extended = new Map<string, string>();
  for (const event of events) {
    switch (event.type) {
      case 'ExtensionRequested':
        given.set(event.extension, event.extends);
        extended.set(event.extension, event.extends);
        break;
      case 'ExtensionTookEffect':
        // One that was taken for too late may be proved to have been in time.
        given.set(event.extension, extended.get(event.extension) ?? '');
        kept.add(event.extension);
        break;
      case 'ExtensionNotReached':
      case 'ExtensionCameTooLate':
        given.delete(event.extension);
        kept.delete(event.extension);
        break;
      case 'ComplaintClosed':
      case 'ComplaintWithdrawn':
        for (const id of given.keys()) if (!kept.has(id)) given.delete(id);
        break;
      case 'ComplaintReopened':
        // A date that is counted anew is another promise, even where it falls on the same day.
        if (event.renewed.length > 0) given.clear();
    }
  }
  return new Set(given.values());
}
