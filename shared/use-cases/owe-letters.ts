import type { Complaint } from '../domain/complaint.ts';
import type { Instant } from '../domain/london-time.ts';
import type { NoticeOwed } from '../domain/notices.ts';
import { type Notice, owe } from '../domain/stored-notice.ts';

/** What a complaint owes, as it is stored: letters to the resident are for whoever the complaint is of by then. */
export function oweOf(
  { reference, party }: Pick<Complaint, 'reference' | 'party'>,
  notices: readonly NoticeOwed[],
  now: Instant,
): Notice[] {
  return notices.map((each) => ({
    ...owe(each, { type: 'complaint', reference }, now),
    ...(each.recipient.type === 'complainant' && { party }),
  }));
}
