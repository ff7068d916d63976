import type { Enquiry, Happened, Praised } from '../domain/enquiries/enquiry.ts';
import { explainDeadline } from '../domain/explain-deadline.ts';
import type { WholeEnquiry } from './read-enquiries.ts';

/** What staff read of an enquiry, with the words that are kept apart put in their places. */
export function describeEnquiry({ enquiry, personal, texts }: WholeEnquiry) {
  const { reference, revision, landlord, kind, channel, receivedAt, loggedAt, status } = enquiry;
  const { handler, team, area, choice, review, passedTo, complaints, history } = enquiry;
  return {
    ...{ reference, version: revision, landlord, kind, channel, receivedAt, loggedAt, status },
    ...{ handler, team, area, choice, complaints },
    complainant: personal?.enquirer,
    text: personal?.description,
    about: personal?.about,
    ...(review && { review: { dueOn: review.dueOn, explanation: explainDeadline(review, 'staff') } }),
    ...(passedTo && { passedTo: nameOf(passedTo.to) }),
    history: history.map((entry) => describeEntry(entry, texts)),
  };
}

/** What a change leaves. */
export function describeEnquiryChange({ reference, revision, status, review }: Enquiry) {
  return { reference, version: revision, status, reviewDueOn: review?.dueOn };
}

function nameOf(praised: Praised): string {
  return 'person' in praised ? praised.person : praised.team;
}

function describeEntry(entry: Happened, texts: ReadonlyMap<string, string>) {
  const { at, what } = entry;
  switch (entry.what) {
    case 'logged':
      return { at, by: entry.by ?? 'resident', what };
    case 'choice-offered':
      return { at, by: entry.by, what, answer: entry.answer, offeredOn: entry.offeredOn };
    case 'reviewed': {
      const { by, outcome, nextReviewOn, note } = entry;
      return { at, by, what, outcome, nextReviewOn, note: note && texts.get(note) };
    }
    case 'converted':
      return { at, by: entry.by, what, complaint: entry.complaint, filedWrongly: entry.filedWrongly };
    case 'passed-on':
      return { at, by: entry.by, what, passedTo: nameOf(entry.to) };
    case 'reminded':
      return { at, by: 'clock', what };
  }
}
