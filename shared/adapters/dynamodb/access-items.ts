import * as z from 'zod/mini';
import { instantSchema } from '../../domain/instant.ts';
import { type Instant, millisecondsOf } from '../../domain/london-time.ts';
import { referenceSchema } from '../../domain/reference.ts';
import type { Link, LinkSubject, Redeemed, Session } from '../../ports/access.ts';

/** What links and sessions look like in the table, both ways: hashes of tokens, never a token. */

type Item = Record<string, unknown>;

const schemaVersion = 1;

export const linkKey = (hash: string) => ({ pk: `LINK#${hash}`, sk: 'LINK' });
export const sessionKey = (hash: string) => ({ pk: `SESSION#${hash}`, sk: 'SESSION' });

export function toLinkItem(link: Link): Item {
  return { ...linkKey(link.hash), schemaVersion, ...link, expiresAt: deletionAfter(link.validUntil) };
}

const versioned = { schemaVersion: z.literal(schemaVersion), validUntil: instantSchema };
const linkItem = z.object({
  ...versioned,
  purpose: z.enum(['resident', 'contribution']),
  complaint: referenceSchema,
  question: z.optional(z.string()),
});

export function fromLinkItem(item: Item): LinkSubject & Pick<Link, 'purpose' | 'validUntil'> {
  const { schemaVersion: _, ...link } = linkItem.parse(item);
  return link;
}

const redeemedItem = z.object({ ...linkItem.shape, usedAt: instantSchema });

export function fromRedeemedItem(item: Item): Redeemed {
  const { complaint, question, usedAt } = redeemedItem.parse(item);
  return { complaint, ...(question !== undefined && { question }), since: usedAt };
}

export function toSessionItem(session: Session): Item {
  return {
    ...sessionKey(session.hash),
    schemaVersion,
    ...session,
    expiresAt: deletionAfter(session.validUntil),
  };
}

const sessionItem = z.object({ ...versioned, complaint: referenceSchema });

export function fromSessionItem(item: Item): Pick<Session, 'complaint' | 'validUntil'> {
  const { complaint, validUntil } = sessionItem.parse(item);
  return { complaint, validUntil };
}

/** In seconds, the unit of DynamoDB's time to live; never before the instant itself. */
function deletionAfter(at: Instant): number {
  return Math.ceil(millisecondsOf(at) / 1000);
}
