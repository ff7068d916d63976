import type { StaffToken } from '../domain/authorization.ts';
import type { Complaint } from '../domain/complaint.ts';
import type { ComplaintEvent } from '../domain/events.ts';
import type { Reference } from '../domain/reference.ts';
import type { Person } from '../domain/staff.ts';
import type { ComplaintStore } from '../ports/complaint-store.ts';
import type { TimelineEntry } from '../ports/timeline.ts';
import { admit } from './admit.ts';

/** What somebody on the staff may know of the other complaints that one names. */
export interface OtherComplaints {
  /** to whoever asks they are as though they did not exist */
  unknown: ReadonlySet<Reference>;
  /** they may not be read, for whatever reason */
  unread: ReadonlySet<Reference>;
  /** they are no part of this one, or no longer */
  apart: ReadonlySet<Reference>;
}

export async function readOthers(
  store: Pick<ComplaintStore, 'loadAll'>,
  asked: { token: StaffToken; reference: Reference },
  people: readonly Person[],
  named: readonly Reference[],
): Promise<OtherComplaints> {
  const found = named.length === 0 ? [] : await store.loadAll([...new Set(named)]);
  const storedOf = new Map(found.map(({ stored }) => [stored.complaint.reference, stored]));
  const those = (is: (reference: Reference) => boolean) => new Set(named.filter(is));
  const admitted = (reference: Reference) =>
    admit(asked.token, 'read-complaint', { stored: storedOf.get(reference), people: [...people] });
  return {
    unknown: those((reference) => {
      const answer = admitted(reference);
      return 'result' in answer && answer.result.type === 'unknown';
    }),
    unread: those((reference) => 'result' in admitted(reference)),
    apart: those((reference) => storedOf.get(reference)?.complaint.mergedInto !== asked.reference),
  };
}

/** The other complaints that a complaint names. */
export function othersOf({ merged, mergedInto, related, raisedIn, issues }: Complaint): Reference[] {
  const found = [...merged, ...related, ...issues].map(({ complaint }) => complaint);
  return [...found, mergedInto, raisedIn].filter((each) => each !== undefined);
}

/** A complaint without a word of those that somebody may not know of. */
export function withoutUnknown(complaint: Complaint, { unknown, unread }: OtherComplaints): Complaint {
  const { merged, mergedInto, related, raisedIn, issues, ...rest } = complaint;
  return {
    ...rest,
    merged: merged.filter((each) => !unknown.has(each.complaint)),
    ...(mergedInto && !unknown.has(mergedInto) && { mergedInto }),
    related: related.filter((each) => !unread.has(each.complaint)),
    ...(raisedIn && !unknown.has(raisedIn) && { raisedIn }),
    issues: issues.filter((each) => !each.complaint || !unknown.has(each.complaint)),
  };
}

/** The other complaint that an event is about, beside its own. */
export function otherIn(event: ComplaintEvent): Reference | undefined {
  switch (event.type) {
    case 'ComplaintMerged':
      return event.merged;
    case 'MergedInto':
      return event.into;
    case 'ComplaintsLinked':
      return event.related;
    case 'IssueRaised':
      return event.complaint;
    case 'ComplaintReceived':
      return event.raisedIn;
    default:
      return undefined;
  }
}

/** Of what somebody may not know: entries by their number, but of the receipt, which every complaint has. */
export function entriesToHide(
  entries: readonly TimelineEntry[],
  { unknown, unread }: OtherComplaints,
): ReadonlySet<number> {
  const hidden = entries.filter(({ event }) => {
    const other = otherIn(event);
    return other && (event.type === 'ComplaintsLinked' ? unread : unknown).has(other);
  });
  return new Set(hidden.map(({ seq }) => seq));
}
