import type { DigestReader } from '../domain/digest.ts';
import type { DigestLine } from '../domain/digest-lines.ts';
import { type Instant, londonDateOf } from '../domain/london-time.ts';
import { owedDigest } from '../domain/notices/digest.ts';
import { type Notice, owe } from '../domain/stored-notice.ts';
import type { ComplaintStore } from '../ports/complaint-store.ts';

/**
 * Owes a digest to whoever reads it. Where they have one of that morning already, what could not be looked at then comes
 * in another: a complaint that they were told of is not told again, nor anything where there was too much to list.
 */
export async function oweDigest(
  store: Pick<ComplaintStore, 'oweAlone' | 'readNotice'>,
  reader: DigestReader,
  lines: readonly DigestLine[],
  now: Instant,
): Promise<'stored' | 'there-already'> {
  let left = lines;
  for (let part = 1; left.length > 0; part++) {
    const { owner, notice } = owedDigest(reader, left, londonDateOf(now), part);
    if ((await store.oweAlone(owe(notice, owner, now))) === 'stored') return 'stored';
    left = notToldIn(await store.readNotice({ owner, id: notice.id }), left);
  }
  return 'there-already';
}

function notToldIn(digest: Notice | undefined, lines: readonly DigestLine[]): readonly DigestLine[] {
  if (digest?.values.beyond) return [];
  const told = new Set(digest?.lines?.map(({ reference }) => reference));
  return lines.filter(({ reference }) => !told.has(reference));
}
