import { describe, expect, it } from 'vitest';
import { type NoticeKind, noticeKinds } from '../../shared/domain/notices.ts';
import { calendarWords } from './calendar-words.ts';
import { contact, disagree, ombudsman } from './common-words.ts';
import { compose, link, readPage } from './compose-sample.ts';
import { digestWords } from './digest-notice.ts';
import { enquiryWords } from './enquiry-words.ts';
import { joinedLives } from './joined-lives.ts';
import { joinedWords } from './joined-words.ts';
import { laterLives } from './later-lives.ts';
import { laterWords } from './later-words.ts';
import { lives, noticeOf, sampleNotices } from './sample-notices.ts';
import { typed } from './sample-parts.ts';

/** What the Code makes mandatory, or what the reader could not do without. */
const mandatory: Record<NoticeKind, string[]> = {
  ...laterWords,
  ...joinedWords,
  ...calendarWords,
  ...enquiryWords,
  digest: digestWords,
  receipt: ['By Monday 4 January 2027', 'By Monday 18 January 2027', ombudsman, ...contact],
  // Code 5.6, 5.7, 6.2
  acknowledgement: [
    `Your complaint: ${typed.lift}`,
    `What you want to happen: ${typed['working lift']}`,
    `Your complaint: ${typed.kerb}`,
    'What you want to happen: You have not told us yet.',
    'We are not responsible for this. We will tell you who is.',
    'We will answer your complaint by Thursday 14 January 2027.',
    'is 10 working days after Wednesday 30 December 2026, the day we acknowledged your complaint',
    ombudsman,
    ...contact,
  ],
  // Code 6.4, 6.5
  extension: [
    'We promised to answer your complaint by Thursday 14 January 2027.',
    'We will now answer by Tuesday 2 February 2027.',
    'Tuesday 2 February 2027 is 13 working days after Thursday 14 January 2027, the date we had given before',
    typed['waiting for parts'],
    typed['parts from abroad'],
    'Until then we will tell you how things stand every 5 working days.',
    disagree,
    ombudsman,
    ...contact,
  ],
  // Code 5.6
  clarification: [
    'We want to be sure that we understand your complaint',
    typed['question to resident'],
    'We will answer your complaint by Thursday 14 January 2027.',
    'Our dates stay the same',
    ombudsman,
    ...contact,
  ],
  update: [
    typed['how it stands'],
    'We will answer your complaint by Tuesday 2 February 2027.',
    'Tuesday 2 February 2027 is 13 working days after',
    'We will tell you how things stand by Wednesday 27 January 2027.',
    'Wednesday 27 January 2027 is 5 working days after',
    ombudsman,
  ],
  // Code 6.9 (a) to (g), 6.12
  response: [
    'our answer at stage 1',
    `Your complaint: ${typed.lift}`,
    'Our decision: We uphold this. That means that we agree with you.',
    `Our reasons: ${typed['lift reasons']}`,
    `How we put it right: ${typed['lift remedy']}`,
    `Your complaint: ${typed.kerb}`,
    'Our decision: We do not uphold this. That means that we do not agree with you.',
    `Our reasons: ${typed['kerb reasons']}`,
    'How we put it right: There is nothing that we need to put right.',
    `What we will do: ${typed.payment}`,
    'By when: Tuesday 26 January 2027',
    'You can ask us to look at all of your complaint again, or at a part of it. This is stage 2.',
    'You do not have to tell us why.',
    ombudsman,
    ...contact,
  ],
  'missed-date-apology': [
    'We are sorry.',
    'by Thursday 14 January 2027, and we did not',
    'somebody senior has been told',
    ombudsman,
  ],
  'action-changed': [
    typed.payment,
    'We will now do it by Friday 29 January 2027.',
    typed['payment note'],
    disagree,
    ombudsman,
  ],
  'action-completed': [typed.payment, 'We finished it on Wednesday 27 January 2027.', ombudsman],
  withdrawal: [
    'You can ask us to open your complaint again.',
    'You can still go to the Ombudsman.',
    ombudsman,
    ...contact,
  ],
  closure: [
    typed['reason to close'],
    'You can ask us to open your complaint again.',
    'you can ask for stage 2, and you do not have to tell us why',
    'You can still go to the Ombudsman.',
    ombudsman,
    ...contact,
  ],
  reopening: [typed['reason to reopen'], ombudsman, ...contact],
  'dates-changed': [
    'Monday 19 September 2022 is now a bank holiday (Bank Holiday for the State Funeral of Queen Elizabeth II), so it is not a working day.',
    'The date that we gave you before was Tuesday 20 September 2022.',
    'Wednesday 21 September 2022 is 5 working days after Tuesday 13 September 2022, the day we received',
    'The date that we gave you before was Tuesday 4 October 2022.',
    'Wednesday 5 October 2022 is 10 working days after Wednesday 21 September 2022, the last day for our',
    ombudsman,
    ...contact,
  ],
  'access-link': [
    link,
    'works once, and only for ten minutes',
    'If you did not ask for it',
    ...contact.slice(0, 1),
  ],
  alert: [
    'Get the answer that was asked for by Thursday 7 January 2027.',
    'Thursday 7 January 2027 is 3 working days after Monday 4 January 2027',
    'by calendar version 1',
  ],
  assignment: [
    'Monday 4 January 2027 is 5 working days after',
    'Monday 18 January 2027 is 10 working days after',
    'by calendar version 1',
  ],
  'extension-problem': [
    'Give it again in writing before the end of Thursday 14 January 2027, or answer by then.',
    'Thursday 14 January 2027 is 10 working days after Wednesday 30 December 2026',
    'by calendar version 1',
  ],
  'resident-message': [
    'Read the message by Wednesday 3 February 2027',
    'Wednesday 3 February 2027 is 2 working days after Monday 1 February 2027, the day the message came',
    'by calendar version 1',
    'request for stage 2',
  ],
  question: [
    typed['question to engineer'],
    'by Thursday 7 January 2027',
    'Thursday 7 January 2027 is 3 working days after Monday 4 January 2027, the day the question was asked',
    link,
  ],
};

describe('what must be said', () => {
  it.each(noticeKinds)('is in the text and on the page of the %s', (kind) => {
    const { text, html } = compose(noticeOf(kind));
    const page = readPage(html);
    expect(mandatory[kind].filter((words) => !text.includes(words))).toEqual([]);
    expect(mandatory[kind].filter((words) => !page.includes(words))).toEqual([]);
  });

  it('of a reopening are the dates that stand again', () => {
    const { text } = compose(noticeOf('reopening', lives.withdrawn));
    expect(text).toContain(
      'Wednesday 6 January 2027 is 5 working days after Tuesday 29 December 2026, the day we opened',
    );
    expect(text).toContain('Wednesday 20 January 2027 is 10 working days after');
  });

  it('where an extension came too late is the date that binds us now', () => {
    const { text } = compose(noticeOf('missed-date-apology', lives.extendedInVain));
    expect(text).toContain(
      'and we did not. We are sorry.\n\nWe now promise to do so by Thursday 28 January 2027.\n\nThursday 28 January 2027 is 10 working days after',
    );
  });

  it('of a request for stage 2 that came late is by when residents are normally asked to tell', () => {
    const { text } = compose(noticeOf('escalation-receipt', laterLives.refused));
    expect(text).toContain(
      'You asked after Tuesday 9 February 2027, the day by which we normally ask people to tell us. We will first look at whether you had a reason to wait.',
    );
    expect(text).toContain('we will tell you whether we look at your complaint again, and why.');
    expect(text).not.toContain('either way');
  });

  it('of something that was raised in time is that it becomes part of the complaint', () => {
    const { text } = compose(noticeOf('issue-raised', laterLives.merged));
    expect(text).toContain(
      'We look into it as a part of this complaint.\n\nWe will answer it with the rest of your complaint by Thursday 14 January 2027. Thursday',
    );
  });

  it('of a complaint that nobody handles is why, and what is owed next', () => {
    const { subject, text } = compose(noticeOf('reviewer-needed', joinedLives.withoutHandler));
    expect(subject).toBe('Complaint 10000-0000Y needs another handler');
    expect(text).toContain('Whoever handled it has an interest in it, or it is about them');
    expect(text).toContain('Send the stage 1 response: Thursday 14 January 2027 is 10 working days after');
  });

  it('is not said where there is nothing to say', () => {
    const extension = compose(noticeOf('extension', lives.extendedInVain)).text;
    expect(extension).toContain(`${typed['waiting for parts']}\n\nIf you do not agree`);
    expect(extension).toContain('New Year’s Day (1 January).\n\nWhy we need more time');
    const response = compose(noticeOf('response', lives.answeredWithoutActions)).text;
    expect(response).not.toContain('What is still to be done');
    expect(response).toContain('If you are not happy with this answer');
  });

  it.each(['resident-message', 'assignment', 'alert', 'extension-problem', 'access-link'] as const)(
    'never repeats in the %s what was typed',
    (kind) => {
      for (const notice of sampleNotices.filter((each) => each.kind === kind)) {
        expect(notice.texts).toBeUndefined();
        const { text } = compose(notice);
        expect(Object.values(typed).filter((words) => text.includes(words))).toEqual([]);
      }
    },
  );

  it('in the access link is nothing about anybody but the reference', () => {
    const { values, texts } = noticeOf('access-link');
    expect({ values, texts }).toEqual({ values: {}, texts: undefined });
  });
});
