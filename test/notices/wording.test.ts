import { describe, expect, it } from 'vitest';
import {
  complaintNoticeKinds,
  enquiryNoticeKinds,
  landlordNoticeKinds,
  noticeKinds,
} from '../../shared/domain/notices.ts';
import { placeholdersOf } from '../../shared/notices/render.ts';
import { templates } from '../../shared/notices/templates.ts';
import { compose, link, readPage, valuesOf } from './compose-sample.ts';
import { noticeOf, sampleNotices } from './sample-notices.ts';
import { typed } from './sample-parts.ts';

const common = [
  'reference',
  'landlordName',
  'landlordEmail',
  'landlordPhone',
  'landlordAddress',
  'ombudsman',
  'ombudsmanRight',
];

/** What a template calls the values of a repeated part: `points.0.definition` is `points.definition`. */
function named(value: string): string {
  return value.replace(/\.\d+\./, '.');
}

const tagsOf = (html: string) => html.match(/<[^>]*>/g) ?? [];

const samples = sampleNotices.map((notice) => [notice.id, notice] as const);

describe('the wording that ships', () => {
  it('is tried with notices of every kind', () => {
    expect(noticeKinds.filter((kind) => !sampleNotices.some((each) => each.kind === kind))).toEqual([]);
  });

  it.each(samples)('of %s asks for nothing that it is not given, and leaves no marker', (_, notice) => {
    const { subject, text, html } = compose(notice);
    expect(`${subject}\n${text}\n${html}`).not.toMatch(/\{\{|\}\}|undefined|\[object/);
  });

  it.each(samples)('of %s uses every value that is given', (_, notice) => {
    const asked = placeholdersOf(templates[notice.kind]);
    expect(Object.keys(valuesOf(notice)).filter((name) => !asked.includes(named(name)))).toEqual([]);
    const { subject, text, html } = compose(notice);
    for (const value of Object.values(valuesOf(notice))) {
      expect(`${subject}\n${text}`).toContain(value);
      expect(readPage(html)).toContain(value);
    }
  });

  it.each(noticeKinds)('of the %s names no value that no notice gives', (kind) => {
    const ofKind = sampleNotices.filter((each) => each.kind === kind);
    const given = new Set(ofKind.flatMap((each) => Object.keys(valuesOf(each)).map(named)));
    const asked = placeholdersOf(templates[kind]);
    expect(asked.filter((name) => !given.has(name) && !common.includes(name))).toEqual([]);
  });

  it.each([...complaintNoticeKinds, ...enquiryNoticeKinds])(
    'of the %s quotes the reference in its subject, and nothing that was typed',
    (kind) => {
      const { subject } = compose(noticeOf(kind));
      expect(subject).toContain('10000-0000Y');
      expect(Object.values(typed).filter((words) => subject.includes(words))).toEqual([]);
    },
  );

  it.each(landlordNoticeKinds)('of the %s asks for nothing of a complaint', (kind) => {
    const ofComplaint = ['reference', 'ombudsman', 'ombudsmanRight'];
    expect(placeholdersOf(templates[kind]).filter((name) => ofComplaint.includes(name))).toEqual([]);
  });

  it.each(noticeKinds)('of the %s shows no image and follows nobody', (kind) => {
    expect(templates[kind]).not.toMatch(/!\[|\]\(|<|https?:/);
    const pieces = compose(noticeOf(kind)).html.replaceAll(`<a href="${link}">${link}</a>`, '');
    expect(pieces).not.toMatch(/<(img|a|script|link|iframe)\b|https?:/);
  });

  it('holds a link in two kinds only, to be opened by whoever gets them', () => {
    expect(noticeKinds.filter((kind) => templates[kind].includes('{{link}}'))).toEqual([
      'access-link',
      'question',
    ]);
  });
});

describe('what people typed', () => {
  const nasty = `<script>alert(1)</script>\n# heading\n\n[x](javascript:alert(1)) {{link}} {{points.0.reasons}} {{#points}}
- item`;
  const spoilt = Object.fromEntries(Object.keys(typed).map((id) => [id, nasty]));
  const withTexts = samples.filter(([, { texts }]) => texts !== undefined);

  it.each(withTexts)('stays words in %s', (_, notice) => {
    const { subject, text, html } = compose(notice, spoilt);
    expect(subject).toBe(compose(notice).subject);
    const times = Object.keys(notice.texts ?? {}).length;
    expect(text.split(nasty)).toHaveLength(times + 1);
    expect(readPage(html).split(nasty)).toHaveLength(times + 1);
    expect(tagsOf(html.replaceAll('<br>', ''))).toEqual(tagsOf(compose(notice).html));
  });
});
