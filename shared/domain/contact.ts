import type { Complaint } from './complaint.ts';
import { deriveDeadline, type Start } from './deadline.ts';
import type { Context } from './decision.ts';
import type { EventOf } from './events.ts';

/** A promise stands that the resident does not know of: somebody phones or writes by the next working day, once a notice. */
export function oweContact(
  complaint: Complaint,
  notice: string,
  start: Start,
  { policy, calendar }: Context,
): EventOf<'ContactOwed'> | undefined {
  const id = `contact-${notice}`;
  if (complaint.obligations.some((each) => each.id === id)) return undefined;
  const limit = { unit: 'working-days', count: 1, clause: '6.2', source: 'practice' } as const;
  const deadline = deriveDeadline(start, limit, policy, calendar);
  return { type: 'ContactOwed', notice, obligation: { id, kind: 'contact', projected: false, ...deadline } };
}
