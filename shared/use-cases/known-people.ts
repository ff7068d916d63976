import type { Complaint } from '../domain/complaint.ts';
import type { ResidentRecord } from '../domain/records.ts';
import type { PersonalText } from '../ports/personal-text.ts';
import type { Records } from '../ports/records.ts';
import { residentIdsOf } from './record-ids.ts';

/** Somebody of a complaint, and every record that may be theirs. */
export interface KnownPerson {
  /** `lead`, an other party or `representative` */
  party: string;
  records: readonly string[];
}

/** Whoever leads a complaint, makes it with them or speaks for them, also those who left; the lead has the record named, too. */
export function peopleOf(
  { landlord, resident }: Pick<Complaint, 'landlord' | 'resident'>,
  personal: PersonalText | undefined,
): KnownPerson[] {
  const { complainant, others = [], representative } = personal ?? {};
  const lead = new Set([...(resident ? [resident] : []), ...residentIdsOf(landlord, complainant)]);
  return [
    { party: 'lead', records: [...lead] },
    ...others.map((each) => ({ party: each.party, records: residentIdsOf(landlord, each) })),
    ...(representative
      ? [{ party: 'representative', records: residentIdsOf(landlord, representative) }]
      : []),
  ];
}

/** Whether mail goes to somebody who takes part, or would if nothing but a restriction stood against it, which may be lifted. */
export function isMailed(
  { emailGiven, unsafeToMail, others, representative }: Complaint,
  party: string,
): boolean {
  if (party === 'lead') return emailGiven && !unsafeToMail;
  if (party === 'representative') return representative?.reachableByEmail ?? false;
  return others.some((each) => each.party === party && each.reachableByEmail && !each.left);
}

/** What is known of somebody: of several records that may be theirs, the one that keeps them from mail, or the surest. */
export async function readRecordOf(
  party: string,
  records: Pick<Records, 'readResident'>,
  complaint: Complaint,
  personal: PersonalText | undefined,
): Promise<ResidentRecord | undefined> {
  const { landlord } = complaint;
  const ids = peopleOf(complaint, personal).flatMap((each) => (each.party === party ? each.records : []));
  const read = await Promise.all(ids.map((id) => records.readResident({ landlord, id })));
  const written = read.filter((record) => record !== undefined);
  return written.find(({ safeContact }) => !safeContact.mayBeMailed) ?? written[0];
}
