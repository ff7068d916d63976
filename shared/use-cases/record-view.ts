import type { Complaint } from '../domain/complaint.ts';
import type { ResidentRecord } from '../domain/records.ts';
import type { PersonalText } from '../ports/personal-text.ts';
import type { SeenRecord } from './keep-records.ts';
import { peopleOf } from './known-people.ts';
import { describeRedress } from './staff-view-redress.ts';
import type { Suggestion } from './suggest-duplicates.ts';

/** The records that a complaint belongs to, and what whoever makes contact has to know of its resident. */
export function describeRecords(
  complaint: Complaint,
  personal: PersonalText | undefined,
  record: ResidentRecord | undefined,
) {
  const { resident, property, unsafeToMail } = complaint;
  const people = peopleOf(complaint, personal).filter(({ records }) => records.length > 0);
  return {
    ...(resident && { resident }),
    ...(property && { property }),
    ...(unsafeToMail && { unsafeToMail }),
    knownBy: people.map(({ party, records }) => ({ party, residents: [...records] })),
    ...(record && { record: describeKnown(record) }),
  };
}

function describeKnown({ id: resident, safeContact, adjustments, disabilities }: ResidentRecord) {
  return { resident, safeContact, adjustments, disabilities };
}

/** A record in the words of the API, with what holds on its complaints. */
export function describeRecord<Kept extends object>({ record, complaints }: SeenRecord<Kept>) {
  return {
    ...record,
    complaints: complaints.map(({ stored: { complaint }, texts }) => {
      const { reference, stage, status, receivedOn, category } = complaint;
      const { adjustments, restrictions } = describeRedress(complaint, texts);
      return {
        ...{ reference, stage, status, receivedOn },
        ...(category && { category }),
        adjustments: adjustments.filter(({ ended }) => !ended),
        restrictions: restrictions.filter(({ lifted }) => !lifted),
      };
    }),
  };
}

export function describeDuplicates(suggestions: readonly Suggestion[]) {
  return suggestions.map(({ complaint: { reference, stage, status, receivedOn }, same, excerpt }) => ({
    ...{ reference, stage, status, receivedOn },
    same,
    excerpt,
  }));
}
