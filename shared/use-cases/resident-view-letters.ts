import type { Complaint } from '../domain/complaint.ts';
import { londonDateOf } from '../domain/london-time.ts';
import type { NoticeKind } from '../domain/notices.ts';
import type { Notice, NoticeStatus } from '../domain/stored-notice.ts';
import { isOfEarlierLead } from '../domain/telling.ts';

/** Mail to residents; a mail with a link tells nothing about the complaint. */
const letters: Partial<Record<NoticeKind, string>> = {
  receipt: 'We have your complaint.',
  acknowledgement: 'Our acknowledgement of your complaint.',
  clarification: 'Our question about what is not clear to us.',
  extension: 'Why our answer takes longer, and its new date.',
  update: 'An update on how things stand.',
  response: 'Our answer to your complaint.',
  'missed-date-apology': 'Our apology for a date that we missed.',
  'action-changed': 'A change to something that we promised to do.',
  'action-completed': 'Something that we promised to do is done.',
  'action-replaced': 'Something that we promised and cannot do, and what we do instead.',
  withdrawal: 'Your complaint was withdrawn.',
  closure: 'Your complaint was closed.',
  reopening: 'Your complaint was opened again.',
  merged: 'Your complaint is part of another one now.',
  'new-lead': 'That you lead this complaint.',
  'dates-changed': 'Dates of ours that changed with the bank holidays.',
  'escalation-receipt': 'We have your request for stage 2.',
  'escalation-acknowledgement': 'Our acknowledgement of your request for stage 2.',
  'escalation-refusal': 'Why we did not look at your complaint at stage 2.',
  'final-response': 'Our final answer to your complaint.',
  'issue-raised': 'What we do about something else that you told us.',
  exclusion: 'Why we do not take your complaint on.',
  acceptance: 'We take your complaint on after all.',
  'points-excluded': 'Why we do not take a part of your complaint on.',
  'points-accepted': 'We take a part of your complaint on after all.',
  'compensation-offer': 'Money that we offer you.',
  'compensation-paid': 'We have paid what we offered.',
  insurer: 'Your claim goes to our insurer.',
  'handler-change': 'Who deals with your complaint now.',
  'updates-agreed': 'How often we tell you how things stand.',
  'adjustments-agreed': 'What we agreed to make things easier for you.',
  'contact-restriction': 'How we keep in touch with you.',
  'consent-request': 'Our question whether somebody may speak for you.',
};

type LetterState = 'sent' | 'arrived' | 'did-not-arrive';
const letterStates: Partial<Record<NoticeStatus, LetterState>> = {
  'given-up': 'did-not-arrive',
  given: 'sent',
  accepted: 'sent',
  unconfirmed: 'sent',
  'soft-bounced': 'did-not-arrive',
  delivered: 'arrived',
  bounced: 'did-not-arrive',
  suppressed: 'did-not-arrive',
  rejected: 'did-not-arrive',
  'refused-by-ses': 'did-not-arrive',
  'reported-as-spam': 'did-not-arrive',
};

/** What left for the resident, by mail or by hand, oldest first; not what still waits to leave. */
export function describeLetters(notices: readonly Notice[], complaint: Complaint) {
  const inOrder = notices.toSorted((one, other) => (one.owedAt < other.owedAt ? -1 : 1));
  return inOrder.flatMap((notice) => {
    const { kind, recipient, owedAt, status, byHand } = notice;
    const [what, state] = [letters[kind], letterStates[status]];
    if (recipient.type !== 'complainant' || isOfEarlierLead(notice, complaint) || !what || !state) return [];
    return [{ what, on: byHand?.givenOn ?? londonDateOf(owedAt), state }];
  });
}
