import { type Instant, londonDateOf } from '../domain/london-time.ts';
import type { landlordNoticeKinds } from '../domain/notices.ts';
import { owe } from '../domain/stored-notice.ts';
import type { ComplaintStore } from '../ports/complaint-store.ts';

/** What a landlord's manager is told of the calendar. */
export interface News {
  kind: (typeof landlordNoticeKinds)[number];
  id: string;
  values: Record<string, string>;
  /** whether it is told again on each later day */
  daily?: boolean;
}

/**
 * Owes a landlord's manager a notice, once, or where it is told daily once a day.
 *
 * @returns whether it became owed by this
 */
export async function oweManager(
  store: Pick<ComplaintStore, 'readNotice' | 'oweAlone'>,
  landlord: string,
  { id, daily = false, ...news }: News,
  now: Instant,
): Promise<boolean> {
  const owner = { type: 'landlord', landlord } as const;
  const today = londonDateOf(now);
  const first = await store.readNotice({ owner, id });
  if (first && (!daily || londonDateOf(first.owedAt) === today)) return false;
  const notice = {
    ...news,
    id: first ? `${id}_${today}` : id,
    lane: 'routine',
    recipient: { type: 'staff', rank: 'manager' },
  } as const;
  return (await store.oweAlone(owe(notice, owner, now))) === 'stored';
}
