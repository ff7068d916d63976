import { describeDate } from '../civil-date.ts';
import { explainDeadline } from '../explain-deadline.ts';
import type { Rung } from '../ladder.ts';
import { londonDateOf } from '../london-time.ts';
import { describePosition } from '../notices/automatic.ts';
import type { NoticeOwed } from '../notices.ts';
import type { EnquiryContext } from './decision.ts';
import { type Enquiry, type Praised, type Review, versionOf, waitsForComplaint } from './enquiry.ts';

/** Notices about what is no complaint. */

/** Says what we take it for and by when somebody looks at it again, and that it can be made a complaint (Code 1.3, 1.4). */
export function owedRequestReceipt({ receivedOn, review }: Enquiry): NoticeOwed {
  if (!review) throw new Error('a service request is looked at again on some day');
  return {
    id: 'service-request-receipt',
    kind: 'service-request-receipt',
    lane: 'statutory',
    recipient: { type: 'enquirer' },
    values: {
      receivedOn: describeDate(receivedOn),
      reviewDueOn: describeDate(review.dueOn),
      explanation: explainDeadline(review),
    },
  };
}

export function owedThanks({ receivedOn }: Enquiry): NoticeOwed {
  return {
    id: 'compliment-thanks',
    kind: 'compliment-thanks',
    lane: 'routine',
    recipient: { type: 'enquirer' },
    values: { receivedOn: describeDate(receivedOn) },
  };
}

/** In the words of whoever gave it, to the person, or to whoever leads the team. */
export function owedPraise(enquiry: Enquiry, to: Praised): NoticeOwed {
  const person = 'person' in to ? to.person : undefined;
  return {
    id: `compliment-passed-on_${versionOf(enquiry)}`,
    kind: 'compliment-passed-on',
    lane: 'routine',
    recipient: { type: 'staff', rank: 'team-leader', ...(person && { person }) },
    values: {
      receivedOn: describeDate(enquiry.receivedOn),
      ...('team' in to && { praised: `the team ${to.team}` }),
    },
    texts: { words: 'description' },
    ...(person && { people: { praised: person } }),
  };
}

/** What a reminder is about: it is cancelled once the request was looked at. */
const reviewReason = 'review';

export function owedReviewAlerts(
  { handler }: Enquiry,
  review: Review,
  { workingDays, to }: Rung,
  { now, calendar }: EnquiryContext,
): NoticeOwed[] {
  const { dueOn } = review;
  return to.map((rank) => ({
    id: `service-request-review_${dueOn}_${workingDays}_${rank}`,
    kind: 'service-request-review',
    lane: 'routine',
    recipient: { type: 'staff', rank, ...(rank === 'handler' && handler && { person: handler }) },
    reason: { obligation: reviewReason, dueOn },
    values: {
      task: waitsForComplaint({ review })
        ? 'make it a complaint, which they chose'
        : 'look at a service request again',
      position: describePosition(dueOn, londonDateOf(now), calendar),
      dueOn: describeDate(dueOn),
      explanation: explainDeadline(review, 'staff'),
      rank: rank.replace('-', ' '),
    },
  }));
}

/** Whether what the notice is about still holds; one whose reason is gone is cancelled instead of sent. */
export function isStillOwedOf(
  { reason }: Pick<NoticeOwed, 'reason'>,
  { status, review }: Pick<Enquiry, 'status' | 'review'>,
): boolean {
  return reason?.obligation !== reviewReason || (status === 'open' && review?.dueOn === reason.dueOn);
}
