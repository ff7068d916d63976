import { createHash } from 'node:crypto';
import { type Instant, londonDateOf } from '../domain/london-time.ts';
import { type NoticeOwner, nameOwner } from '../domain/notice-owner.ts';
import { type PolicyVersion, policyInForce } from '../domain/policy.ts';
import { mayLackOmbudsman } from '../domain/standing.ts';
import type { Notice } from '../domain/stored-notice.ts';
import { composeNotice } from '../notices/compose.ts';
import { templates } from '../notices/templates.ts';
import type { Link } from '../ports/access.ts';
import type { ComplaintStore, NoticeBundle } from '../ports/complaint-store.ts';
import type { Mail } from '../ports/mail-sender.ts';
import { addressOf } from './mail-address.ts';
import { type MintLinkPorts, mintLink } from './mail-link.ts';
import { type Named, readNamed } from './named-in-notice.ts';
import { ombudsmenOf, policyOf, type Rules } from './rules.ts';

export interface WriteMailPorts extends MintLinkPorts {
  store: Pick<ComplaintStore, 'readNamed'>;
  rules: Rules;
}

export interface WrittenMail {
  mail: Mail;
  /** what is kept of its content: no credential, so that it can be printed again and compared */
  hashes: Required<Pick<Notice, 'templateHash' | 'contentHash'>>;
  link: Link | undefined;
}

/** What stands in the place of a link wherever the content is kept or printed again. */
const linkStandIn = '[link]';

/**
 * Writes a notice out with the texts that it names, for whoever is there to read it on that day: about a complaint by
 * the policy that the complaint keeps, otherwise by the landlord's policy of the day.
 *
 * @throws Error where it cannot be written: a text was erased, or a recipient has no address
 */
export async function writeMail(
  ports: WriteMailPorts,
  bundle: NoticeBundle,
  now: Instant,
): Promise<WrittenMail> {
  const { notice, stored, enquiry } = bundle;
  const { id, owner, kind } = notice;
  const policy = policyFor(ports.rules, bundle, now);
  const named = await readNamed(ports.store, bundle);
  const to = await addressOf(ports.store, bundle, policy, named, now);
  if (!to) throw new Error(`notice ${id} of ${nameOwner(owner)} has no address to go to`);
  const values = valuesOf(notice, named);
  const subject = stored?.complaint ?? enquiry?.enquiry;
  const about = subject && {
    reference: subject.reference,
    ombudsmen: ombudsmenOf(ports.rules, policy, londonDateOf(now)),
    mayLackOmbudsman: stored ? mayLackOmbudsman(stored.complaint, policy) : false,
    isCopy: notice.recipient.type === 'copied',
  };
  const compose = (link: string | undefined) =>
    composeNotice({ kind, values: link === undefined ? values : { ...values, link } }, policy, about);
  const minted = stored && mintLink(ports, notice, stored.complaint, now);
  const kept = compose(minted && linkStandIn);
  return {
    mail: {
      fromName: policy.name,
      to,
      replyTo: policy.contact.email,
      content: minted ? compose(minted.address) : kept,
      tags: { ...tagOf(owner), notice: id, attempt: String(notice.attempts) },
    },
    hashes: {
      templateHash: hash(templates[kind]),
      contentHash: hash(`${kept.subject}\n${kept.text}\n${kept.html}`),
    },
    link: minted?.link,
  };
}

function policyFor(rules: Rules, { notice, stored, enquiry }: NoticeBundle, now: Instant): PolicyVersion {
  if (stored) return policyOf(rules, stored.complaint);
  const { owner } = notice;
  const landlord = owner.type === 'landlord' ? owner.landlord : enquiry?.enquiry.landlord;
  const policy = landlord === undefined ? undefined : rules.policies.get(landlord);
  if (!policy) throw new Error(`notice ${notice.id}: no policy of ${nameOwner(owner)} ships`);
  return policyInForce(policy, londonDateOf(now));
}

function valuesOf({ values, texts = {}, people = {} }: Notice, named: Named): Record<string, string> {
  const written = { ...values };
  for (const [name, id] of Object.entries(texts)) written[name] = named.textOf(id);
  for (const [name, id] of Object.entries(people))
    written[name] = named.people.find((person) => person.id === id)?.name ?? 'our complaints team';
  return written;
}

/** The tag by which the mail system's events find the notice's owner again. */
function tagOf(owner: NoticeOwner): Record<string, string> {
  switch (owner.type) {
    case 'complaint':
      return { complaint: owner.reference };
    case 'enquiry':
      return { enquiry: owner.reference };
    case 'landlord':
      return { landlord: owner.landlord };
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
