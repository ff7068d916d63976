import type { CivilDate } from './civil-date.ts';
import type { Complaint } from './complaint.ts';
import { deriveDeadline, type Start } from './deadline.ts';
import type { Context } from './decision.ts';
import type { EventOf } from './events.ts';
import { isOpen, type Obligation } from './obligations.ts';

/** The obligation that stands in for a notice which did not arrive. */
export function contactAfter(notice: string): string {
  return `contact-${notice}`;
}

/** Whether a notice puts a question: its id begins with the question's. */
export function putsQuestion(notice: string, question: string): boolean {
  return notice.startsWith(`${question}_`);
}

/** What a contact is owed no longer for, though it was not met, and is owed again for if the notice is lost after all. */
const mayReturn: readonly Obligation['ended'][] = [
  'arrived',
  'replaced',
  'closed',
  'withdrawn',
  'excluded',
  'merged',
];

/**
 * A promise stands that its reader does not know of: somebody phones or writes by the next working day, once a notice.
 * It counts from the failure that the notice is left with, in whatever order several of them become known.
 *
 * @param whom who was not reached, where that is not the resident
 */
export function oweContact(
  complaint: Complaint,
  notice: string,
  start: Start,
  { policy, calendar }: Context,
  whom?: Obligation['whom'],
): EventOf<'ContactOwed'> | undefined {
  const id = contactAfter(notice);
  const before = complaint.obligations.find((each) => each.id === id);
  if (before && !isOwedFrom(before, start.on)) return undefined;
  const limit = { unit: 'working-days', count: 1, clause: '6.2', source: 'practice' } as const;
  const deadline = deriveDeadline(start, limit, policy, calendar);
  const contact = { id, kind: 'contact', projected: false, ...(whom && { whom }), ...deadline } as const;
  return { type: 'ContactOwed', notice, obligation: contact };
}

/** Whether a contact that was owed before is owed anew from a day on. */
function isOwedFrom(before: Obligation, on: CivilDate): boolean {
  if (!isOpen(before)) return mayReturn.includes(before.ended);
  return !('startOn' in before.derivation) || before.derivation.startOn !== on;
}
