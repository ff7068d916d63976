import { createHash } from 'node:crypto';
import type { Complaint } from '../domain/complaint.ts';
import { addMinutes, type Instant, londonDateOf } from '../domain/london-time.ts';
import type { NoticeKind } from '../domain/notices.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import type { Notice } from '../domain/sending.ts';
import { type Person, whoActsFor } from '../domain/staff.ts';
import { composeNotice } from '../notices/compose.ts';
import { templates } from '../notices/templates.ts';
import type { Link } from '../ports/access.ts';
import type { RandomBytes } from '../ports/clock.ts';
import type { ComplaintStore, NoticeBundle, StoredComplaint } from '../ports/complaint-store.ts';
import type { Mail } from '../ports/mail-sender.ts';
import { ombudsmenOf, policyOf, type Rules } from './rules.ts';
import { hashToken, newToken } from './tokens.ts';

export interface WriteMailPorts {
  store: Pick<ComplaintStore, 'readNamed'>;
  rules: Rules;
  randomBytes: RandomBytes;
  /** address of the pages that links lead to, without a slash at its end */
  linkBase: string;
}

export interface WrittenMail {
  mail: Mail;
  /** what is kept of its content: no credential, so that it can be printed again and compared */
  hashes: Required<Pick<Notice, 'templateHash' | 'contentHash'>>;
  link: Link | undefined;
}

type Named = Awaited<ReturnType<ComplaintStore['readNamed']>>;

/** What stands in the place of a link wherever the content is kept or printed again. */
const linkStandIn = '[link]';

const linkKinds: Partial<
  Record<NoticeKind, { purpose: Link['purpose']; path: string; validMinutes: number }>
> = {
  'access-link': { purpose: 'resident', path: 'follow', validMinutes: 10 },
  question: { purpose: 'contribution', path: 'answer', validMinutes: 30 * 24 * 60 },
};

/** Where mail to the resident may go, if anywhere. */
export function residentAddress({
  stored,
  personal,
}: Pick<NoticeBundle, 'stored' | 'personal'>): string | undefined {
  return stored?.complaint.reachableByEmail ? personal?.complainant?.email : undefined;
}

/**
 * Writes a notice out with the texts that it names, for whoever is there to read it on that day.
 *
 * @throws Error where it cannot be written: a text was erased, or a recipient has no address
 */
export async function writeMail(
  ports: WriteMailPorts,
  bundle: { notice: Notice; stored: StoredComplaint; personal: NoticeBundle['personal'] },
  now: Instant,
): Promise<WrittenMail> {
  const { notice, stored } = bundle;
  const policy = policyOf(ports.rules, stored.complaint);
  const named = await readNamed(ports, notice);
  const to = await addressOf(ports, bundle, policy, named, now);
  if (!to) throw new Error(`notice ${notice.id} of complaint ${notice.complaint} has no address to go to`);
  const values = { ...notice.values };
  for (const [name, id] of Object.entries(notice.texts ?? {})) values[name] = textOf(notice, named, id);
  for (const [name, id] of Object.entries(notice.people ?? {}))
    values[name] = named.people.find((person) => person.id === id)?.name ?? 'our complaints team';
  const ombudsmen = ombudsmenOf(ports.rules, policy, londonDateOf(now));
  const compose = (link: string | undefined) =>
    composeNotice(
      { kind: notice.kind, values: link === undefined ? values : { ...values, link } },
      notice.complaint,
      policy,
      ombudsmen,
    );
  const minted = mintLink(ports, notice, stored.complaint, now);
  const kept = compose(minted && linkStandIn);
  return {
    mail: {
      fromName: policy.name,
      to,
      replyTo: policy.contact.email,
      content: minted ? compose(minted.address) : kept,
      tags: { complaint: notice.complaint, notice: notice.id, attempt: String(notice.attempts) },
    },
    hashes: {
      templateHash: hash(templates[notice.kind]),
      contentHash: hash(`${kept.subject}\n${kept.text}\n${kept.html}`),
    },
    link: minted?.link,
  };
}

async function readNamed({ store }: WriteMailPorts, notice: Notice): Promise<Named> {
  const { complaint, recipient } = notice;
  const ids = Object.values(notice.texts ?? {});
  if (recipient.type === 'contractor') ids.push(recipient.address);
  const people = Object.values(notice.people ?? {});
  if (recipient.type === 'staff' && recipient.person) people.push(recipient.person);
  if (ids.length === 0 && people.length === 0) return { texts: new Map(), people: [] };
  return store.readNamed(complaint, { texts: ids, people });
}

async function addressOf(
  ports: WriteMailPorts,
  {
    notice,
    stored,
    personal,
  }: { notice: Notice; stored: StoredComplaint; personal: NoticeBundle['personal'] },
  policy: PolicyVersion,
  named: Named,
  now: Instant,
): Promise<string | undefined> {
  const { complaint, recipient } = notice;
  switch (recipient.type) {
    case 'complainant':
      return residentAddress({ stored, personal });
    case 'contractor':
      return textOf(notice, named, recipient.address);
    case 'staff': {
      const person = named.people.find(({ id }) => id === recipient.person);
      const acting = person && (await findActing(ports, complaint, person, now));
      const mayKnow = acting && mayBeTold(acting, stored.complaint);
      return mayKnow ? acting.email : policy.recipients[recipient.rank];
    }
  }
}

/** A mail about a complaint goes to nobody whom it is about, nor to anybody who does not serve its landlord. */
function mayBeTold({ id, landlords }: Person, { landlord, staffComplainedAbout }: Complaint): boolean {
  return landlords.includes(landlord) && !staffComplainedAbout.includes(id);
}

/** The cover is read only where the person is not there. */
async function findActing(
  { store }: WriteMailPorts,
  complaint: Notice['complaint'],
  person: Person,
  now: Instant,
): Promise<Person | undefined> {
  const today = londonDateOf(now);
  const acting = whoActsFor([person], person.id, today);
  if (acting || !person.cover) return acting;
  const { people } = await store.readNamed(complaint, { texts: [], people: [person.cover] });
  return whoActsFor([person, ...people], person.id, today);
}

function mintLink(
  { randomBytes, linkBase }: WriteMailPorts,
  notice: Notice,
  { party }: Complaint,
  now: Instant,
): { link: Link; address: string } | undefined {
  const kind = linkKinds[notice.kind];
  if (!kind) return undefined;
  const { purpose, path, validMinutes } = kind;
  const question = purpose === 'contribution' ? notice.reason?.obligation : undefined;
  if (purpose === 'contribution' && !question)
    throw new Error(`notice ${notice.id} of complaint ${notice.complaint} asks no question`);
  const { recipient } = notice;
  const asked = question && recipient.type === 'staff' ? recipient.person : undefined;
  const token = newToken(randomBytes);
  return {
    address: `${linkBase}/${path}#${token}`,
    link: {
      hash: hashToken(token),
      purpose,
      complaint: notice.complaint,
      party,
      ...(question && { question }),
      ...(asked && { asked }),
      validUntil: addMinutes(now, validMinutes),
    },
  };
}

function textOf({ id, complaint }: Notice, { texts }: Named, text: string): string {
  const found = texts.get(text);
  if (found === undefined)
    throw new Error(`text ${text}, which notice ${id} of complaint ${complaint} names, is not there`);
  return found;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
