import type { CivilDate } from './civil-date.ts';
import { type Complaint, openObligations } from './complaint.ts';
import { isOfOneAlone } from './copies.ts';
import type { Obligation } from './obligations.ts';
import { cancel } from './sending.ts';
import type { Notice } from './stored-notice.ts';
import { isOfEarlierLead } from './telling.ts';

/** Letters that somebody posts and calls that somebody makes (Code 3.2), as they are stored. */

type ByHand = Notice & { byHand: NonNullable<Notice['byHand']> };

/** Whether a notice goes out by somebody’s hand, whatever became of it. */
export function isByHand(notice: Notice): notice is ByHand {
  return notice.byHand !== undefined;
}

/**
 * What is met by giving a notice that waits for somebody’s hand.
 *
 * @returns undefined where nobody is to give it any more, or it was of somebody alone who led the complaint before
 */
export function owedByHand(notice: Notice, complaint: Complaint): Obligation | undefined {
  if (!isByHand(notice) || notice.status !== 'by-hand') return undefined;
  if (isOfEarlierLead(notice, complaint) && isOfOneAlone(notice)) return undefined;
  return openObligations(complaint).find(({ id }) => id === notice.byHand.obligation);
}

/** Whether it can still be learnt of a notice that it was given: one that was given up may have been given before. */
function isUndecided({ status }: Notice): boolean {
  return status === 'by-hand' || status === 'cancelled';
}

/** A notice that was posted, or told in a call, on a day; undefined where that is known already. */
export function giveByHand(notice: Notice, givenOn: CivilDate): Notice | undefined {
  if (!isByHand(notice) || !isUndecided(notice)) return undefined;
  const byHand = { ...notice.byHand, givenOn };
  return { ...notice, status: 'given', revision: notice.revision + 1, byHand };
}

/** A notice that nobody is to give any more; undefined where it waits for nobody’s hand. */
export function giveUpByHand(notice: Notice): Notice | undefined {
  return notice.status === 'by-hand' ? cancel(notice) : undefined;
}
