import { describe, expect, it } from 'vitest';
import { languages } from '../../shared/domain/languages.ts';
import { composeNotice } from '../../shared/notices/compose.ts';
import { isRightToLeft, offerInterpreter } from '../../shared/notices/languages.ts';
import { templates } from '../../shared/notices/templates.ts';
import { wordingOf, writeDate } from '../../shared/notices/wording.ts';
import { sample } from '../support/complaints.ts';
import { versionOf } from '../support/rules.ts';
import { ombudsmen, valuesOf } from './compose-sample.ts';
import { noticeOf } from './sample-notices.ts';

const about = { reference: sample, ombudsmen };
const receipt = { kind: 'receipt', values: valuesOf(noticeOf('receipt')) } as const;

describe('the wording of', () => {
  it.each([
    [
      'a landlord that has none of its own',
      'six-month-limit',
      undefined,
      '# We have your complaint',
      undefined,
    ],
    ['a landlord in a language that it has', 'code-2024', 'cy', '# Mae eich cwyn', 'cy'],
    ['another landlord in that language', 'day-zero', 'cy', '# We have your complaint', undefined],
    ['a language that is not offered', 'code-2024', 'xx', '# We have your complaint', undefined],
    ['English by its code', 'code-2024', 'en', '# We have your complaint', undefined],
  ])('%s', (_, landlord, asked, begins, language) => {
    const found = wordingOf('receipt', landlord, asked);
    expect([found.template.startsWith(begins), found.language]).toEqual([true, language]);
  });

  it('a landlord is its own where no wording is in the language', () => {
    expect(wordingOf('acknowledgement', 'day-zero', 'pl').template).toContain('come and see you at home');
    expect(wordingOf('acknowledgement', 'code-2024', 'pl').template).toBe(templates.acknowledgement);
  });
});

describe('a notice to somebody who reads another language', () => {
  it('has the dates in it, where there is a wording', () => {
    const { subject, text, html } = composeNotice(receipt, versionOf('code-2024'), {
      ...about,
      language: 'cy',
    });
    expect(subject).toBe('Mae eich cwyn wedi ein cyrraedd 10000-0000Y');
    expect(text).toContain('Erbyn dydd Llun, 4 Ionawr 2027 byddwn yn ysgrifennu atoch');
    expect(text).not.toContain('interpreter');
    expect(html).toContain('<html lang="cy"');
  });

  it('otherwise begins with how to get an interpreter, in it', () => {
    const { text, html } = composeNotice(receipt, versionOf('day-zero'), { ...about, language: 'pl' });
    expect(text.split('\n')[0]).toBe(
      'Ta wiadomość dotyczy Pani lub Pana skargi. Prosimy zadzwonić pod numer 01632 960101 i poprosić o tłumacza.',
    );
    expect(text).toContain('We received your complaint on Wednesday 23 December 2026.');
    expect(html).toContain('<p lang="pl">Ta wiadomość');
    expect(html).toContain('<html lang="en-GB"');
  });

  it('keeps a number whole among words from right to left', () => {
    const { html } = composeNotice(receipt, versionOf('day-zero'), { ...about, language: 'ur' });
    expect(html).toContain('<p lang="ur" dir="rtl">');
    expect(html).toContain('\u206601632 960101\u2069');
    expect(languages.filter(isRightToLeft)).toEqual(['ar', 'fa', 'ur']);
  });

  it.each(languages)('is told the number in %s', (language) => {
    expect(offerInterpreter(language, '01632 960101')).toContain('01632 960101');
  });
});

describe('a date in another language', () => {
  it.each([
    ['Monday 4 January 2027', 'cy', 'dydd Llun, 4 Ionawr 2027'],
    ['Thursday 14 January 2027', 'pl', 'czwartek, 14 stycznia 2027'],
    ['Monday 4 January 2027', 'fa', 'دوشنبه 4 ژانویهٔ 2027'],
  ] as const)('%s is in %s %s', (date, language, is) => {
    expect(writeDate(date, language)).toBe(is);
  });

  it('leaves whatever is more than a date as it was typed', () => {
    expect(writeDate('It broke on Monday 4 January 2027.', 'cy')).toBe('It broke on Monday 4 January 2027.');
  });
});
