import type { Complaint } from '../domain/complaint.ts';
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

/** Where a notice goes, if anywhere, by who is there to read it on that day. */
export async function addressOf(
  store: Store,
  { notice, stored, personal }: NoticeBundle,
  policy: PolicyVersion,
  { textOf, people }: Named,
  now: Instant,
): Promise<string | undefined> {
  const { recipient } = notice;
  switch (recipient.type) {
    case 'complainant':
      return residentAddress({ stored, personal });
    case 'contractor':
      return textOf(recipient.address);
    case 'staff': {
      const person = people.find(({ id }) => id === recipient.person);
      const acting = person && stored && (await findActing(store, stored.complaint, person, now));
      return acting?.email ?? policy.recipients[recipient.rank];
    }
  }
}

/** Whoever acts for a person on that day and may be told. Their cover is read only where they are not there. */
async function findActing(
  store: Store,
  complaint: Complaint,
  person: Person,
  now: Instant,
): Promise<Person | undefined> {
  const today = londonDateOf(now);
  let acting = whoActsFor([person], person.id, today);
  if (!acting && person.cover) {
    const { people } = await store.readNamed(complaint.reference, { texts: [], people: [person.cover] });
    acting = whoActsFor([person, ...people], person.id, today);
  }
  return acting && mayBeTold(acting, complaint) ? acting : undefined;
}

/** A mail about a complaint goes to nobody whom it is about, nor to anybody who does not serve its landlord. */
function mayBeTold({ id, landlords }: Person, { landlord, staffComplainedAbout }: Complaint): boolean {
  return landlords.includes(landlord) && !staffComplainedAbout.includes(id);
}
