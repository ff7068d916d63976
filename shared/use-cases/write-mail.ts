import { createHash } from 'node:crypto';
import type { Instant } from '../domain/london-time.ts';
import { type NoticeOwner, nameOwner } from '../domain/notice-owner.ts';
import type { RenderedNotice } from '../domain/notices.ts';
import type { Notice } from '../domain/stored-notice.ts';
import { composeNotice } from '../notices/compose.ts';
import { wordingOf } from '../notices/wording.ts';
import type { Link } from '../ports/access.ts';
import type { NoticeBundle } from '../ports/complaint-store.ts';
import type { Mail } from '../ports/mail-sender.ts';
import { addressOf } from './mail-address.ts';
import { type MintLinkPorts, mintLink } from './mail-link.ts';
import { type NoticePartsPorts, readNoticeParts } from './notice-parts.ts';

export type WriteMailPorts = MintLinkPorts & NoticePartsPorts;

export interface WrittenMail {
  mail: Mail;
  /** what is kept of its content: no credential, so that it can be printed again and compared */
  hashes: Required<Pick<Notice, 'templateHash' | 'contentHash'>>;
  link: Link | undefined;
}

/** What stands in the place of a link wherever the content is kept or printed again. */
const linkStandIn = '[link]';

/**
 * Writes a notice out as a mail, with the texts that it names.
 *
 * @throws Error where it cannot be written: a text was erased, or a recipient has no address
 */
export async function writeMail(
  ports: WriteMailPorts,
  bundle: NoticeBundle,
  now: Instant,
): Promise<WrittenMail> {
  const { notice, stored } = bundle;
  const { id, owner, kind } = notice;
  const { policy, values, about, named } = await readNoticeParts(ports, bundle, now);
  const to = await addressOf(ports.store, bundle, policy, named, now);
  if (!to) throw new Error(`notice ${id} of ${nameOwner(owner)} has no address to go to`);
  const compose = (link: string | undefined) =>
    composeNotice({ kind, values: link === undefined ? values : { ...values, link } }, policy, about);
  const minted = stored && mintLink(ports, notice, stored.complaint, now);
  const kept = compose(minted && linkStandIn);
  const { template } = wordingOf(kind, policy.landlord, about?.language);
  return {
    mail: {
      fromName: policy.name,
      to,
      replyTo: policy.contact.email,
      content: minted ? compose(minted.address) : kept,
      tags: { ...tagOf(owner), notice: id, attempt: String(notice.attempts) },
    },
    hashes: { templateHash: hashOfText(template), contentHash: hashOf(kept) },
    link: minted?.link,
  };
}

/** The tag by which the mail system's events find the notice's owner again. */
export function tagOf(owner: NoticeOwner): Record<string, string> {
  switch (owner.type) {
    case 'complaint':
      return { complaint: owner.reference };
    case 'enquiry':
      return { enquiry: owner.reference };
    case 'landlord':
      return { landlord: owner.landlord };
    case 'staff':
      // an id may hold what no tag may
      return { staff: Buffer.from(owner.person).toString('base64url') };
  }
}

/** What vouches for the content of a notice that was sent or posted. */
export function hashOf({ subject, text, html }: RenderedNotice): string {
  return hashOfText(`${subject}\n${text}\n${html}`);
}

export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
