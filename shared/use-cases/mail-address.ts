import type { Complaint } from '../domain/complaint.ts';
import { findParty, mayBeCopied } from '../domain/copies.ts';
import { type Instant, londonDateOf } from '../domain/london-time.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import type { Reference } from '../domain/reference.ts';
import { mayBeTold, type Person, whoActsFor } from '../domain/staff.ts';
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

/** Where a copy may go, if anywhere: to somebody who is safely mailed and may still be told of the complaint. */
export function copyAddress(
  { stored, personal }: Pick<NoticeBundle, 'stored' | 'personal'>,
  party: string,
): string | undefined {
  if (!stored || !mayBeCopied(stored.complaint, party)) return undefined;
  if (!findParty(stored.complaint, party)?.reachableByEmail) return undefined;
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
      // of a digest each line was looked at for its reader, and they have one landlord in common at least
      const about = stored?.complaint ?? enquiry?.enquiry ?? notice.lines?.[0];
      const acting = person && about && (await findActing(store, about, person, now));
      return acting?.email ?? policy.recipients[recipient.rank];
    }
  }
}

/** Whoever acts for a person on that day and may be told. */
async function findActing(
  store: Store,
  about: About,
  person: Person,
  now: Instant,
): Promise<Person | undefined> {
  const acting = await readActing(store, about.reference, person, now);
  return acting && mayBeTold(acting, about) ? acting : undefined;
}

/**
 * Whoever acts for a person on that day. Their cover is read only where they are not there.
 *
 * @param complaint any that the person is mailed about
 */
export async function readActing(
  store: Store,
  complaint: Reference,
  person: Person,
  now: Instant,
): Promise<Person | undefined> {
  const today = londonDateOf(now);
  const acting = whoActsFor([person], person.id, today);
  if (acting || !person.cover) return acting;
  const { people } = await store.readNamed(complaint, { texts: [], people: [person.cover] });
  return whoActsFor([person, ...people], person.id, today);
}
