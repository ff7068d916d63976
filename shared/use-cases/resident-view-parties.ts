import type { Complaint } from '../domain/complaint.ts';
import type { PersonalText } from '../ports/personal-text.ts';

const noLongerKept = 'This name is no longer kept.';

/** Who makes the complaint and who hears of it, without the addresses and numbers of anybody else. */
export function describeParties(complaint: Complaint, personal: PersonalText | undefined) {
  const { madeBy, others, representative, standing, tenure, missing } = complaint;
  const safeContact = personal?.complainant?.safeContact;
  return {
    madeBy,
    others: others.flatMap(({ party, left }) => {
      const person = personal?.others?.find((each) => each.party === party);
      if (personal && !person) return [];
      return [{ name: person?.name ?? noLongerKept, ...(left && { left }) }];
    }),
    ...(representative && {
      representative: {
        name: personal?.representative?.name ?? noLongerKept,
        capacity: representative.capacity,
        consent: representative.consent,
        copies: representative.copies,
      },
    }),
    ...(standing && { standing }),
    ...(tenure && { tenure }),
    ...(safeContact && { safeContact }),
    missing,
  };
}
