import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../shared/domain/civil-date.ts';
import { composeNotice } from '../../shared/notices/compose.ts';
import { composeCall } from '../../shared/notices/compose-call.ts';
import { composeLetter } from '../../shared/notices/compose-letter.ts';
import { renderNotice } from '../../shared/notices/render.ts';
import { sample } from '../support/complaints.ts';
import { ombudsmen, policy, valuesOf } from './compose-sample.ts';
import { fullestOfEachKind } from './sample-notices.ts';

const checker = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // what mail programs leave of a page is what stands on the body
    'no-inline-style': 'off',
    // a title is as long as the heading that it repeats
    'long-title': 'off',
  },
});

function problemsOf(html: string): string[] {
  const { results } = checker.validateStringSync(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, message }) => `${line} ${ruleId}: ${message}`),
  );
}

const to = {
  name: 'Miriam <Whitlock> & "Son"',
  address: 'Flat 12, 3 Mill Lane, Hexbridge, HX4 2QT',
  date: civilDate('2027-01-12'),
  postBy: civilDate('2027-01-13'),
  phone: '01632 960123',
  safeContact: 'Only <before> 12 & never on Fridays',
  language: 'pl',
};

describe('the page of every notice', () => {
  it.each(fullestOfEachKind().map((notice) => [notice.kind, notice] as const))(
    '%s is valid HTML',
    (_, notice) => {
      const worded = { kind: notice.kind, values: valuesOf(notice) };
      const about = { reference: sample, ombudsmen };
      const forms = {
        mail: composeNotice(worded, policy, about),
        largePrint: composeNotice(worded, policy, { ...about, isLargePrint: true, language: 'ur' }),
        letter: composeLetter(worded, policy, about, to),
        call: composeCall(worded, policy, about, to),
      };
      const problems = Object.entries(forms).map(([form, { html }]) => [form, problemsOf(html)]);
      expect(problems).toEqual(Object.keys(forms).map((form) => [form, []]));
    },
  );

  it('is found wrong where it is', () => {
    const { html } = renderNotice('# A\n\nB', {});
    expect(problemsOf(html)).toEqual([]);
    expect(problemsOf(html.replace('<p>B</p>', '<p>B<img src="x"></p></div>'))).not.toEqual([]);
  });
});

describe('a page', () => {
  const { html } = renderNotice('# About {{reference}}\n\nPhone {{landlordPhone}}.', {
    reference: '10000-0000Y',
    landlordPhone: '01632 960101',
  });

  it('brings all that it shows with it, and nothing that runs', () => {
    expect(html).not.toMatch(
      /https?:|url\(|@import|@font-face|<(?:img|script|link|iframe|svg|form)\b|\son\w+=/,
    );
  });

  it('is right in the light and in the dark, as mail programs ask for it and as browsers do', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('<meta name="supported-color-schemes" content="light dark">');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
  });

  it('keeps its size and width where a mail program drops every style sheet', () => {
    const [, style] = /<body style="([^"]*)">/.exec(html.replace(/<style>[\s\S]*?<\/style>/g, '')) ?? [];
    expect(style).toContain('font: 1.125rem/1.5');
    expect(style).toContain('max-width');
  });

  it('never splits what is copied down or dialled', () => {
    const values = {
      reference: '10000-0000Y',
      landlordAddress: '1 Row, Hexbridge HX4 2QT',
      ombudsman: 'us, 0300 111 3000',
    };
    const { html: whole } = renderNotice('# A {{reference}}\n\n{{landlordAddress}}; {{ombudsman}}', values);
    expect(whole).toContain('<h1>A <span class="whole">10000-0000Y</span></h1>');
    expect(whole).toContain(
      '<p>1 Row, Hexbridge <span class="whole">HX4 2QT</span>; us, <span class="whole">0300 111 3000</span></p>',
    );
  });

  it('in large print has 18 points, and nothing in italics', () => {
    const large = renderNotice('# A\n\n*really*', {}, { isLargePrint: true }).html;
    expect(large).toContain('font: 1.5rem/1.5');
    expect(large).toContain('em { font-style: normal; }');
  });

  it('says what language it is in, and from which side that is read', () => {
    const form = { language: 'ur', isRightToLeft: true } as const;
    expect(renderNotice('# A', {}, form).html).toContain('<html lang="ur" dir="rtl">');
    expect(renderNotice('# A', {}).html).toContain('<html lang="en-GB">');
  });

  it('opens with a paragraph in another language, marked as such', () => {
    const form = { opening: { language: 'ar', isRightToLeft: true, text: 'a < b' } } as const;
    const { text, html: opened } = renderNotice('# A\n\nHello,', {}, form);
    expect(text).toBe('a < b\n\nHello,\n');
    expect(opened).toContain('<h1>A</h1>\n<p lang="ar" dir="rtl">a &lt; b</p>\n<p>Hello,</p>');
  });
});

describe('a repeated part', () => {
  const points = { 'points.0.a': '1', 'points.0.b': '2', 'points.1.a': '3', 'points.1.b': '' };
  const template = '# A\n\n{{#points}}\n\nA {{points.a}}\n\n{{points.b}}\n\n{{/points}}\n\nEnd';

  it('is one element, so that no page ends within it', () => {
    expect(renderNotice(template, points).html).toContain(
      '<h1>A</h1>\n<div class="part">\n<p>A 1</p>\n<p>2</p>\n</div>\n<div class="part">\n<p>A 3</p>\n</div>\n<p>End</p>',
    );
  });

  it('of a paragraph is as it is', () => {
    const one = '# A\n\n{{#points}}\n\n{{points.a}}\n\n{{/points}}';
    expect(renderNotice(one, points).html).toContain('<h1>A</h1>\n<p>1</p>\n<p>3</p>');
  });

  it('of items makes one list', () => {
    const list = '# A\n\n{{#points}}\n\n- {{points.a}}\n\n{{/points}}';
    expect(renderNotice(list, points).html.match(/<ul>/g)).toHaveLength(1);
    expect(renderNotice(list, points).text).toBe('- 1\n- 3\n');
  });
});
