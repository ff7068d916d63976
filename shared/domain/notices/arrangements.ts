import { describeDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import { explainDeadline } from '../explain-deadline.ts';
import { sayLength } from '../limit.ts';
import type { NoticeOwed } from '../notices.ts';
import type { Obligation } from '../obligations.ts';
import type { TextRef } from '../text.ts';
import { refs, tell, toResident } from './parts.ts';

/** Notices by which a resident has in writing what makes it easier for them to complain, and how they reach us. */

type Adjustment = Complaint['adjustments'][number];
type Restriction = Complaint['restrictions'][number];

const helps: Record<Adjustment['kind'], string> = {
  'more-time': 'More time for you',
  'large-print': 'Letters in large print',
  audio: 'Recordings that you can listen to',
  'other-language': 'Letters in your language',
  translator: 'Somebody who translates for you',
  'accessible-meeting': 'Meetings that you can get to and take part in',
  other: 'Something else that helps you',
};

export function owedAdjustment(complaint: Complaint, agreed: EventOf<'AdjustmentAgreed'>): NoticeOwed {
  const decision = 'We have agreed this with you for your complaint:';
  return writeAdjustment(complaint, agreed, { decision, note: agreed.note, review: agreed.obligation });
}

export function owedAdjustmentReview(
  complaint: Complaint,
  adjustment: Adjustment,
  { note, next }: EventOf<'AdjustmentReviewed'>,
): NoticeOwed {
  const outcome = next ? 'This stays as it is:' : 'This is no longer in place from now on:';
  const decision = `We have looked again at what we agreed with you for your complaint. ${outcome}`;
  return writeAdjustment(complaint, adjustment, { decision, note, review: next });
}

function writeAdjustment(
  complaint: Complaint,
  { kind, workingDays }: Pick<Adjustment, 'kind' | 'workingDays'>,
  { decision, note, review }: Outcome,
): NoticeOwed {
  return toResident(`adjustments-agreed_${complaint.eventCount}`, 'adjustments-agreed', {
    values: {
      decision,
      what: helps[kind],
      moreTime: workingDays && review ? describeMoreTime(workingDays) : '',
      review: review
        ? `By ${describeDate(review.dueOn)} we will look again with you at whether this still helps. ${explainDeadline(review)}`
        : '',
    },
    texts: refs({ note }),
    ...tell(review ? [review] : []),
  });
}

function describeMoreTime(workingDays: number): string {
  const days = sayLength({ unit: 'working-days', count: workingDays });
  return `Wherever we give you a time limit you have ${days} more. The dates that we promised you stay the same.`;
}

/** How we write to somebody, and how somebody reaches us who has only that way left. */
const ways: Record<Restriction['method'], { ours: string; theirs: string }> = {
  email: { ours: 'write to you by email', theirs: 'write to us by email' },
  letter: { ours: 'write to you by letter', theirs: 'write to us by letter' },
  phone: { ours: 'phone you', theirs: 'phone us' },
  'in-person': { ours: 'speak to you in person', theirs: 'speak to us in person' },
};

/** Confirms the method, and says why, how the Equality Act was had regard to, and when it is looked at again (Code 5.14, 5.15). */
export function owedRestriction(complaint: Complaint, restricted: EventOf<'ContactRestricted'>): NoticeOwed {
  const decision = restricted.agreed
    ? 'We have agreed with you how we keep in touch from now on.'
    : 'From now on we limit how you can reach us about your complaint. We do this only as a last resort.';
  const { reason, obligation } = restricted;
  return writeRestriction(complaint, restricted, { decision, note: reason, review: obligation });
}

export function owedRestrictionReview(
  complaint: Complaint,
  restriction: Restriction,
  { note, next }: EventOf<'RestrictionReviewed'>,
): NoticeOwed {
  const outcome = next ? 'It stays as it is for now.' : 'There are no limits any more.';
  const decision = `We have looked again at how you can reach us about your complaint. ${outcome}`;
  return writeRestriction(complaint, restriction, { decision, note, review: next });
}

const objecting =
  'Tell us, or ask somebody to tell us for you. Tell us too if this is hard for you, so that we can find another way. You can also take this to the Ombudsman now.';

function writeRestriction(
  complaint: Complaint,
  { kind, method, contact, equalityAct }: Omit<Restriction, 'restriction'>,
  { decision, note, review }: Outcome,
): NoticeOwed {
  const { ours, theirs } = ways[method];
  const only = kind === 'single-medium' ? `, and ask you to ${theirs}` : '';
  const owed = toResident(`contact-restriction_${complaint.eventCount}`, 'contact-restriction', {
    values: {
      decision,
      method: review ? `We will ${ours}${only}.` : '',
      review: review ? `We will look at this again by ${describeDate(review.dueOn)}.` : '',
      disagree: review ? objecting : '',
      ...(!review && { equalityAct: '' }),
    },
    texts: refs({ reason: note, equalityAct: review && equalityAct }),
    ...tell(review ? [review] : []),
  });
  return review && contact ? { ...owed, people: { 'contacts.0.name': contact } } : owed;
}

/** What was decided, why or in which words, and the next review where it stands. */
interface Outcome {
  decision: string;
  note: TextRef;
  review: Obligation | undefined;
}
