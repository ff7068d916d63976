import type { CivilDate } from '../civil-date.ts';
import { type Complaint, openAcknowledgement, openObligation, openResponse } from '../complaint.ts';
import type { NoticeOwed } from '../notices.ts';
import type { Representative } from '../parties.ts';
import type { TextRef } from '../text.ts';
import { listPromises, refs, tell, toResident } from './parts.ts';

const spokenAs: Record<Representative['capacity'], string> = {
  'family-or-friend': 'as family or a friend',
  advocate: 'as an advocate',
  solicitor: 'as a solicitor',
  mp: 'as a member of parliament',
  councillor: 'as a councillor',
  other: 'on your behalf',
};

/** Asks the person whether somebody may speak for them (Code 3.6). */
export function owedConsentRequest(complaint: Complaint, speaker: TextRef | undefined): NoticeOwed {
  const { capacity, request } = complaint.representative ?? {};
  if (!capacity || !request) throw new Error(`complaint ${complaint.reference} asks for no consent`);
  return toResident(request, 'consent-request', {
    values: { capacity: spokenAs[capacity], ...(!speaker && { speaker: 'We do not have their name.' }) },
    texts: refs({ speaker }),
  });
}

/** Tells somebody that they lead the complaint from now on, and what is promised. */
export function owedNewLead(complaint: Complaint, today: CivilDate): NoticeOwed {
  const promised = [
    openAcknowledgement(complaint),
    openResponse(complaint),
    openObligation(complaint, 'update'),
  ];
  const owed = promised.filter((each) => each !== undefined);
  return toResident(`new-lead_${complaint.eventCount}`, 'new-lead', {
    values: listPromises(owed, today),
    ...tell(owed),
  });
}
