import * as z from 'zod/mini';
import type { Instant } from '../../domain/london-time.ts';
import type { IdempotencyKey, NewAnswer, StoredAnswer } from '../../ports/complaint-store.ts';
import { type Item, type Key, schemaVersion, toEpochSeconds } from './item.ts';

/** What the answer to a request looks like in the table, both ways. */

const answerItem = z.object({
  schemaVersion: z.literal(schemaVersion),
  requestHash: z.string(),
  status: z.int(),
  body: z.string(),
  expiresAt: z.int(),
});

export function answerKey({ scope, key }: IdempotencyKey): Key {
  return { pk: `IDEMPOTENCY#${scope}#${key}`, sk: 'RESULT' };
}

export function toAnswerItem({ requestHash, status, body, expiresAt, ...key }: NewAnswer): Item {
  return {
    ...answerKey(key),
    schemaVersion,
    requestHash,
    status,
    body,
    expiresAt: toEpochSeconds(expiresAt),
  };
}

/** @returns undefined where the answer has expired: TTL deletes late */
export function fromAnswerItem(item: Item, now: Instant): StoredAnswer | undefined {
  const { requestHash, status, body, expiresAt } = answerItem.parse(item);
  return expiresAt < toEpochSeconds(now) ? undefined : { requestHash, status, body };
}
