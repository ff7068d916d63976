import type { NoticeKind } from '../../shared/domain/notices.ts';
import { referenceNumber } from '../support/complaints.ts';
import { contact, ombudsman } from './common-words.ts';
import { typed } from './sample-parts.ts';

/** What nobody could do without whose complaint is dealt with as another, or who must act today. */
export const joinedWords: Record<
  Extract<NoticeKind, 'merged' | 'new-lead' | 'urgent-complaint'>,
  string[]
> = {
  merged: [
    `Please quote ${referenceNumber(2)} from now on.`,
    typed['same lift'],
    'we keep every word that you wrote',
    'We count from Wednesday 23 December 2026',
    'We will acknowledge your complaint by Monday 4 January 2027.',
    'Monday 4 January 2027 is 5 working days after',
    'We will answer your complaint by Monday 18 January 2027.',
    'Monday 18 January 2027 is 10 working days after',
    'Tell us if you would rather have your complaint dealt with by itself',
    'We can write to you in large print, in another format or in another language.',
    ombudsman,
    ...contact,
  ],
  'new-lead': [
    'You lead it now.',
    'We will answer your complaint by ',
    'stays between them and us',
    'Tell us if you do not want to lead it',
    ombudsman,
    ...contact,
  ],
  'urgent-complaint': [
    'We wrote it down on Thursday 24 December 2026',
    'Gas. Check now that the gas emergency service was called: 0800 111 999.',
    'Damp and mould. Have it looked at today. What is an emergency is made safe within 24 hours, on any day.',
    'Safeguarding. Tell whoever answers for safeguarding today.',
    'Think of who lives there: a child under 5, a disability.',
  ],
};
