import type { Complaint } from '../domain/complaint.ts';
import type { PersonalText } from '../ports/personal-text.ts';
import { erased, putTexts, type Texts } from './staff-view-texts.ts';

/** The people of a complaint, as staff see them. */
export function describeParties(complaint: Complaint, personal: PersonalText | undefined, texts: Texts) {
  const { madeBy, representative, standing, tenure, tenancyEndedOn, chosenOn, missing } = complaint;
  return {
    madeBy,
    ...(personal?.complainant && { complainant: personal.complainant }),
    others: describeOthers(complaint, personal),
    ...(representative && { representative: describeSpeaker(representative, personal, texts) }),
    ...(standing && { standing }),
    ...(tenure && { tenure }),
    ...(tenancyEndedOn && { tenancyEndedOn }),
    ...(chosenOn && { chosenOn }),
    missing,
  };
}

/** Whoever leads by now is no other any more. */
function describeOthers({ others }: Complaint, personal: PersonalText | undefined) {
  return others.flatMap(({ party, copies, left }) => {
    const person = personal?.others?.find((each) => each.party === party);
    if (personal && !person) return [];
    return [{ name: erased, ...person, party, copies, ...(left && { left }) }];
  });
}

/** What staff wrote down at the start stands until something newer was put on record. */
function describeSpeaker(
  { capacity, consent, copies, evidence: recorded }: NonNullable<Complaint['representative']>,
  personal: PersonalText | undefined,
  texts: Texts,
) {
  const { name = erased, email, phone, relationship, evidence: logged } = personal?.representative ?? {};
  const evidence = recorded ? putTexts(recorded, texts) : logged;
  return {
    name,
    ...(email && { email }),
    ...(phone && { phone }),
    ...(relationship && { relationship }),
    capacity,
    consent,
    ...(evidence && { evidence }),
    copies,
  };
}
