import type { Instant } from '../../domain/london-time.ts';
import type { NewAnswer, UnsafeToEmail } from '../../ports/complaint-store.ts';
import { toAnswerItem } from './answer-items.ts';
import type { ComplaintsTable } from './complaints-table.ts';
import { toEpochSeconds } from './item.ts';
import { checkSafe } from './record-items.ts';
import type { Write } from './write.ts';

/**
 * As `writeWithAnswer`, while none of these records says that mail is unsafe; which do is told where nothing else failed.
 *
 * @param whileSafe ids of records of people
 */
export async function writeWhileSafe(
  table: ComplaintsTable,
  { landlord, whileSafe }: { landlord: string; whileSafe: readonly string[] },
  writes: Write[],
  answer: NewAnswer | undefined,
  at: Instant,
): Promise<'stored' | 'key-taken' | 'refused' | UnsafeToEmail> {
  const all = answer ? [...writes, putAnswer(table, answer, at)] : writes;
  const records = [...new Set(whileSafe)];
  const checks = records.map((id) => checkSafe(table, { landlord, id }));
  const failed = await table.write([...all, ...checks]);
  if (answer && failed.includes(writes.length)) return 'key-taken';
  if (failed.length === 0) return 'stored';
  if (failed.some((index) => index < all.length)) return 'refused';
  return { unsafe: records.filter((_, index) => failed.includes(all.length + index)) };
}

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
  const outcome = await writeWhileSafe(table, { landlord: '', whileSafe: [] }, writes, answer, at);
  return typeof outcome === 'object' ? 'refused' : outcome;
}

/** TTL deletes late, so that an expired answer may still be there and counts as absent. */
function putAnswer(table: ComplaintsTable, answer: NewAnswer, at: Instant): Write {
  return table.put(toAnswerItem(answer), 'attribute_not_exists(pk) OR expiresAt < :now', {
    ':now': toEpochSeconds(at),
  });
}
