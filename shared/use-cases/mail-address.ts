import type { Complaint } from '../domain/complaint.ts';
import { mayBeCopied } from '../domain/copies.ts';
import { type Instant, londonDateOf } from '../domain/london-time.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import { type Person, whoActsFor } from '../domain/staff.ts';
import type { ComplaintStore, NoticeBundle } from '../ports/complaint-store.ts';
import type { Named } from './named-in-notice.ts';

type Store = Pick<ComplaintStore, 'readNamed'>;

/** Where mail to the resident may go, if anywhere. */
export function residentAddress({
  stored,
  personal,
}: Pick<NoticeBundle, 'stored' | 'personal'>): string | undefined {
  return stored?.complaint.reachableByEmail ? personal?.complainant?.email : undefined;
}

/** Where a copy may go, if anywhere: to somebody who gave an address and may still be told of the complaint. */
export function copyAddress(
  { stored, personal }: Pick<NoticeBundle, 'stored' | 'personal'>,
  party: string,
): string | undefined {
  if (!stored || !mayBeCopied(stored.complaint, party)) return undefined;
  if (party === 'representative') return personal?.representative?.email;
  return personal?.others?.find((each) => each.party === party)?.email;
}

/** Where mail to whoever sent what is no complaint may go, if anywhere. */
export function enquirerAddress({ enquiry }: Pick<NoticeBundle, 'enquiry'>): string | undefined {
  return enquiry?.enquiry.reachableByEmail ? enquiry.personal?.enquirer?.email : undefined;
}

/** What a person on the staff is mailed about. */
type About = Pick<Complaint, 'reference' | 'landlord'> & {
  staffComplainedAbout?: Complaint['staffComplainedAbout'] | undefined;
};

/** Where a notice goes, if anywhere, by who is there to read it on that day. */
export async function addressOf(
  store: Store,
  { notice, stored, personal, enquiry }: NoticeBundle,
  policy: PolicyVersion,
  { textOf, people }: Named,
  now: Instant,
): Promise<string | undefined> {
  const { recipient } = notice;
  switch (recipient.type) {
    case 'complainant':
      return residentAddress({ stored, personal });
    case 'copied':
      return copyAddress({ stored, personal }, recipient.party);
    case 'enquirer':
      return enquirerAddress({ enquiry });
    case 'contractor':
      return textOf(recipient.address);
    case 'staff': {
      const person = people.find(({ id }) => id === recipient.person);
      const about = stored?.complaint ?? enquiry?.enquiry;
      const acting = person && about && (await findActing(store, about, person, now));
      return acting?.email ?? policy.recipients[recipient.rank];
    }
  }
}

/** Whoever acts for a person on that day and may be told. Their cover is read only where they are not there. */
async function findActing(
  store: Store,
  about: About,
  person: Person,
  now: Instant,
): Promise<Person | undefined> {
  const today = londonDateOf(now);
  let acting = whoActsFor([person], person.id, today);
  if (!acting && person.cover) {
    const { people } = await store.readNamed(about.reference, { texts: [], people: [person.cover] });
    acting = whoActsFor([person, ...people], person.id, today);
  }
  return acting && mayBeTold(acting, about) ? acting : undefined;
}

/** A mail about a complaint goes to nobody whom it is about, nor to anybody who does not serve its landlord. */
function mayBeTold({ id, landlords }: Person, { landlord, staffComplainedAbout = [] }: About): boolean {
  return landlords.includes(landlord) && !staffComplainedAbout.includes(id);
}
