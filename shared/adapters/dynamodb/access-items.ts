import * as z from 'zod/mini';
import { instantSchema } from '../../domain/instant.ts';
import { type Instant, millisecondsOf } from '../../domain/london-time.ts';
import { referenceSchema } from '../../domain/reference.ts';
import { staffIdSchema } from '../../domain/staff.ts';
import type { Link, LinkSubject, Redeemed, Session } from '../../ports/access.ts';

/** What links and sessions look like in the table, both ways: hashes of tokens, never a token. */

type Item = Record<string, unknown>;

const schemaVersion = 1;

export const linkKey = (hash: string) => ({ pk: `LINK#${hash}`, sk: 'LINK' });
export const sessionKey = (hash: string) => ({ pk: `SESSION#${hash}`, sk: 'SESSION' });

export function toLinkItem(link: Link): Item {
  return { ...linkKey(link.hash), schemaVersion, ...link, expiresAt: deletionAfter(link.validUntil) };
}

const common = {
  schemaVersion: z.literal(schemaVersion),
  complaint: referenceSchema,
  party: z.int(),
  validUntil: instantSchema,
};
const linkItem = z.object({
  ...common,
  purpose: z.enum(['resident', 'contribution']),
  question: z.optional(z.string()),
  asked: z.optional(staffIdSchema),
});

export function fromLinkItem(item: Item): LinkSubject & Pick<Link, 'purpose' | 'validUntil'> {
  const { schemaVersion: _, ...link } = linkItem.parse(item);
  return link;
}

const redeemedItem = z.object({ ...linkItem.shape, usedAt: instantSchema });

export function fromRedeemedItem(item: Item): Redeemed {
  const { complaint, party, question, asked, usedAt } = redeemedItem.parse(item);
  return {
    complaint,
    party,
    ...(question !== undefined && { question }),
    ...(asked !== undefined && { asked }),
    since: usedAt,
  };
}

export function toSessionItem(session: Session): Item {
  return {
    ...sessionKey(session.hash),
    schemaVersion,
    ...session,
    expiresAt: deletionAfter(session.validUntil),
  };
}

const sessionItem = z.object(common);

export function fromSessionItem(item: Item): Omit<Session, 'hash'> {
  const { complaint, party, validUntil } = sessionItem.parse(item);
  return { complaint, party, validUntil };
}

/** In seconds, the unit of DynamoDB's time to live; never before the instant itself. */
function deletionAfter(at: Instant): number {
  return Math.ceil(millisecondsOf(at) / 1000);
}
