import type { Complaint } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import { dropPartialDraft } from './answer.ts';
import { obeyMethod } from './arrangements.ts';
import { stop } from './ending.ts';
import { knowWhatIsMissing } from './intake.ts';

/** Complaints that become one, and complaints that are only seen together. */

export type MergingEvent = EventOf<'ComplaintMerged' | 'MergedInto' | 'ComplaintsLinked'>;

export function evolveMerging(state: Complaint, event: MergingEvent): Complaint {
  switch (event.type) {
    case 'ComplaintMerged':
      return merge(state, event);
    case 'MergedInto':
      return { ...stop(state, 'merged', event.on), mergedInto: event.into };
    case 'ComplaintsLinked': {
      const { related: complaint, because } = event;
      return { ...state, related: [...state.related, { complaint, because }] };
    }
  }
}

/**
 * What was known of the other is known of this one; whoever may not handle the other does not handle this one (Code 5.8).
 * People who join see nothing of what the others were written until somebody records that they may.
 */
function merge(state: Complaint, event: EventOf<'ComplaintMerged'>): Complaint {
  const { handler, ...rest } = state;
  const joined = event.joined.map((each) => ({ ...each, copies: 'none' as const }));
  const staffComplainedAbout = union(state.staffComplainedAbout, event.staffComplainedAbout);
  const conflicts = union(state.conflicts, event.conflicts);
  const mayHandle = handler && !staffComplainedAbout.includes(handler) && !conflicts.includes(handler);
  const before = state.merged.filter(({ complaint }) => complaint !== event.merged);
  const merged = {
    ...rest,
    ...(mayHandle && { handler }),
    merged: [...before, { complaint: event.merged, words: event.texts }],
    others: [...state.others.map((each) => ({ ...each, ...reachOf(event, each.party) })), ...joined],
    madeBy: joined.length > 0 && state.madeBy === 'individual' ? 'joint' : state.madeBy,
    hazards: union(state.hazards, event.hazards),
    vulnerabilities: union(state.vulnerabilities, event.vulnerabilities),
    staffComplainedAbout,
    conflicts,
  };
  return dropPartialDraft(knowPeople(merged, event));
}

/** Of people who made both the other may have said more: how they are reached, and who speaks for them. */
function knowPeople(before: Complaint, event: EventOf<'ComplaintMerged'>): Complaint {
  const { unsafeToMail, representative, missing, obligation, on } = event;
  const { phoneAgreed: agreedBefore, ...state } = before;
  const lead = reachOf(event, 'lead');
  const { reachableByEmail: emailGiven = state.emailGiven, otherWays = state.otherWays } = lead ?? {};
  const phoneAgreed = lead ? lead.phoneAgreed : agreedBefore;
  const known = obeyMethod({
    ...state,
    emailGiven,
    otherWays,
    ...(phoneAgreed && { phoneAgreed }),
    ...(unsafeToMail && { unsafeToMail }),
    ...(representative && { representative }),
  });
  return missing ? knowWhatIsMissing(known, missing, obligation, on) : known;
}

function reachOf({ met = [] }: EventOf<'ComplaintMerged'>, party: string) {
  return met.find((each) => each.party === party);
}

function union<Each>(some: readonly Each[], others: readonly Each[]): Each[] {
  return [...new Set([...some, ...others])];
}
