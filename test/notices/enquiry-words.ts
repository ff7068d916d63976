import type { enquiryNoticeKinds } from '../../shared/domain/notices.ts';
import { contact, ombudsman } from './common-words.ts';
import { typed } from './sample-parts.ts';

/** What the reader of each notice about what is no complaint could not do without. */
export const enquiryWords: Record<(typeof enquiryNoticeKinds)[number], string[]> = {
  // Code 1.3 to 1.5
  'service-request-receipt': [
    'You got in touch on Wednesday 16 December 2026.',
    'so we are dealing with it as a request for service',
    'If it is not done by Monday 4 January 2027, somebody will look at it again',
    'Monday 4 January 2027 is 10 working days after Wednesday 16 December 2026, the day you first asked, not counting weekends, Christmas Day (25 December)',
    'You can have this dealt with as a complaint at any time',
    'you do not have to give reasons or use the word “complaint”. Just tell us.',
    'We go on with the work either way.',
    ombudsman,
    ...contact,
  ],
  'service-request-review': [
    'by Monday 4 January 2027',
    'It is 1 working day overdue.',
    'offer them the choice to complain',
    'Wednesday 16 December 2026, the day they first asked',
    'by calendar version 1',
  ],
  // seed 003, 3.3 and 3.4
  'compliment-thanks': [
    'Thank you for what you told us on Wednesday 16 December 2026.',
    'We will pass it on to the person or the team that it is about.',
    ...contact,
  ],
  'compliment-passed-on': ['It is about Leila Haddad.', typed.description, 'on Wednesday 16 December 2026'],
};
