import type { Complaint } from '../domain/complaint.ts';
import type { ReadText } from './resident-view-parts.ts';

/** What residents asked for and were offered beside an answer, and how they are reached. */

export function describeEscalation({ escalation, escalationsRefused, exclusion }: Complaint, read: ReadText) {
  return {
    ...(escalation && {
      escalation: {
        requestedOn: escalation.requestedOn,
        ...(escalation.reasons && { reasons: read(escalation.reasons) }),
      },
    }),
    escalationsRefused: escalationsRefused.map(({ on, reasons }) => ({ on, reasons: read(reasons) })),
    ...(exclusion && { exclusion: { on: exclusion.on, reasons: read(exclusion.reasons) } }),
  };
}

export function describeIssues({ issues }: Complaint, read: ReadText) {
  return issues.map(({ issue, complaint }) => ({ issue: read(issue), ...(complaint && { complaint }) }));
}

export function describeOffers({ offers }: Complaint, read: ReadText) {
  return offers.map(({ offer: id, pence, reason, state }) => ({ id, pence, reason: read(reason), state }));
}

/** What holds now; a disability is on record for us, and repeated to nobody. */
export function describeArrangements({ adjustments, restrictions }: Complaint, read: ReadText) {
  return {
    adjustments: adjustments
      .filter(({ ended }) => !ended)
      .map(({ kind, note, workingDays }) => ({
        kind,
        note: read(note),
        ...(workingDays && { workingDays }),
      })),
    restrictions: restrictions
      .filter(({ lifted }) => !lifted)
      .map(({ kind, method, agreed, reason }) => ({ kind, method, agreed, reason: read(reason) })),
  };
}
