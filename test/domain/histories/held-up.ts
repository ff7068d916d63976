import type { ComplaintEvent } from '../../../shared/domain/events.ts';

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
        break;
      case 'ComplaintExcluded':
      case 'EscalationRequested':
      case 'EscalationRefused':
        given.clear();
    }
  }
  return new Set(given.values());
}
