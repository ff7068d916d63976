import type { Instant } from '../../domain/london-time.ts';
import type { NewAnswer } from '../../ports/complaint-store.ts';
import { toAnswerItem } from './answer-items.ts';
import type { ComplaintsTable } from './complaints-table.ts';
import { toEpochSeconds } from './item.ts';
import type { Write } from './write.ts';

/**
 * Writes all items with the answer to the request that they come of, or none. The answer's own condition is looked at
 * first: it says that the same request is stored already.
 */
export async function writeWithAnswer(
  table: ComplaintsTable,
  writes: Write[],
  answer: NewAnswer | undefined,
  at: Instant,
): Promise<'stored' | 'key-taken' | 'refused'> {
  const failed = await table.write(answer ? [...writes, putAnswer(table, answer, at)] : writes);
  if (failed.includes(writes.length)) return 'key-taken';
  return failed.length === 0 ? 'stored' : 'refused';
}

/** TTL deletes late, so that an expired answer may still be there and counts as absent. */
function putAnswer(table: ComplaintsTable, answer: NewAnswer, at: Instant): Write {
  return table.put(toAnswerItem(answer), 'attribute_not_exists(pk) OR expiresAt < :now', {
    ':now': toEpochSeconds(at),
  });
}
