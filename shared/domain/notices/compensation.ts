import { type CivilDate, describeDate } from '../civil-date.ts';
import { type Complaint, openObligation, openResponse } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import { explainDeadline } from '../explain-deadline.ts';
import { sayLength } from '../limit.ts';
import type { NoticeOwed } from '../notices.ts';
import type { PolicyVersion } from '../policy.ts';
import type { TextRef } from '../text.ts';
import { listPromises, refs, sayInterval, tell, toResident } from './parts.ts';

/** Notices of what follows an answer: money, what is done instead of something promised, and how often we write. */

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  trailingZeroDisplay: 'stripIfInteger',
});

/** `£50`, `£1,234.50` */
function sayAmount(pence: number): string {
  return pounds.format(pence / 100);
}

/** What is offered, why, and how soon it is paid once it is accepted (Code 7.1, 7.3). */
export function owedCompensationOffer(
  complaint: Complaint,
  { pence, reason }: EventOf<'CompensationOffered'>,
  { inside }: PolicyVersion,
): NoticeOwed {
  return toResident(`compensation-offer_${complaint.eventCount}`, 'compensation-offer', {
    values: { amount: sayAmount(pence), paidWithin: sayLength(inside.payment) },
    texts: refs({ reason }),
  });
}

export function owedCompensationPaid(complaint: Complaint, pence: number, on: CivilDate): NoticeOwed {
  return toResident(`compensation-paid_${complaint.eventCount}`, 'compensation-paid', {
    values: { paidOn: describeDate(on), amount: sayAmount(pence) },
  });
}

/** Who deals with a claim for personal injury, and when it is with them (seed 003, 6.5). */
export function owedInsurer(
  complaint: Complaint,
  { text: claim, obligation }: EventOf<'HandoverOwed'>,
): NoticeOwed {
  return toResident(`insurer_${complaint.eventCount}`, 'insurer', {
    values: { dueOn: describeDate(obligation.dueOn), explanation: explainDeadline(obligation) },
    texts: refs({ claim }),
  });
}

/** What cannot be done as promised, why, and what is done instead (Code 7.3). */
export function owedActionReplacement(
  complaint: Complaint,
  { description }: { description: TextRef },
  { why, replacement }: EventOf<'ActionReplaced'>,
): NoticeOwed {
  return toResident(`action-replaced_${complaint.eventCount}`, 'action-replaced', {
    values: replacement
      ? { promise: `We will do it by ${describeDate(replacement.obligation.dueOn)}.` }
      : { instead: 'There is nothing that can take its place.', promise: '' },
    texts: refs({ description, why, instead: replacement?.action.description }),
  });
}

/** How often the resident hears from us, and the next dates that follow (Code 5.9, 6.6). */
export function owedUpdatesAgreed(complaint: Complaint, every: number, today: CivilDate): NoticeOwed {
  const promised = [openResponse(complaint), openObligation(complaint, 'update')];
  const owed = promised.filter((each) => each !== undefined);
  return toResident(`updates-agreed_${complaint.eventCount}`, 'updates-agreed', {
    values: { every: sayInterval(every), ...listPromises(owed, today) },
    ...tell(owed),
  });
}
