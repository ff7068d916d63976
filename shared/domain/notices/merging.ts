import { type CivilDate, describeDate } from '../civil-date.ts';
import { type Complaint, openAcknowledgement, openResponse } from '../complaint.ts';
import type { NoticeOwed } from '../notices.ts';
import type { TextRef } from '../text.ts';
import { listPromises, toResident } from './parts.ts';

/** Tells whoever made a complaint that it is part of another one now, and what is owed of that one. */
export function owedMerged(
  merged: Complaint,
  into: Complaint,
  reason: TextRef,
  today: CivilDate,
): NoticeOwed {
  const owed = [openAcknowledgement(into), openResponse(into)].filter((each) => each !== undefined);
  return toResident(`merged_${merged.eventCount}`, 'merged', {
    values: {
      into: into.reference,
      receivedOn: describeDate(into.receivedOn),
      ...listPromises(owed, today),
    },
    texts: { reason: reason.id },
  });
}
