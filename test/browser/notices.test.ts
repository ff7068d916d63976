import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../infra/notices/browser.ts';
import { civilDate } from '../../shared/domain/civil-date.ts';
import type { NoticeOwed } from '../../shared/domain/notices.ts';
import { composeNotice } from '../../shared/notices/compose.ts';
import { composeCall } from '../../shared/notices/compose-call.ts';
import { composeLetter } from '../../shared/notices/compose-letter.ts';
import { link, ombudsmen, policy, valuesOf } from '../notices/compose-sample.ts';
import { fullestOfEachKind, noticeOf } from '../notices/sample-notices.ts';
import { sample } from '../support/complaints.ts';

/** Contrast of 7 to 1 (WCAG 1.4.6), which axe does not ask for by itself. */
const enhanced = { resultTypes: ['violations'], rules: { 'color-contrast-enhanced': { enabled: true } } };
const contrastAlone = { runOnly: ['color-contrast-enhanced', 'color-contrast'], ...enhanced };

const about = { reference: sample, ombudsmen };
const to = {
  name: 'Miriam Whitlock',
  address: 'Flat 12, Larkfield Court, Block A, 3 Mill Lane, Old Town, Hexbridge, HX4 2QT',
  date: civilDate('2027-01-12'),
  postBy: civilDate('2027-01-13'),
  phone: '01632 960123',
  safeContact: 'Only between 10 and 12.',
  language: 'pl',
};
const kinds = fullestOfEachKind().map((notice) => [notice.kind, notice] as const);
const worded = (notice: NoticeOwed) => ({ kind: notice.kind, values: valuesOf(notice) });

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.setContent('<p></p>');
  await page.evaluate(axe.source);
});
afterAll(() => browser?.close());

async function show(html: string, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme, media: 'screen' });
  await page.setContent(html);
}

async function violations(options: object = enhanced): Promise<string[]> {
  const found: { id: string; nodes: { html: string; failureSummary: string }[] }[] = await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return found.map(({ id, nodes: [first] }) => `${id}: ${first?.html} ${first?.failureSummary}`);
}

/** By how much the page is wider than the window, in pixels. */
function overflow(rootSize = '100%'): Promise<number> {
  return page.evaluate(`(() => {
    const root = document.documentElement;
    root.style.fontSize = '${rootSize}';
    const wider = root.scrollWidth - root.clientWidth;
    root.style.fontSize = '';
    return wider;
  })()`);
}

describe('every notice', () => {
  it.each(kinds)(
    '%s: no barrier in light, dark, large print and letter, at 320 pixels too',
    async (_, notice) => {
      const mail = composeNotice(worded(notice), policy, about).html;
      const large = composeNotice(worded(notice), policy, { ...about, isLargePrint: true }).html;
      const letter = composeLetter(worded(notice), policy, about, to).html;
      const found: { mail?: unknown; large?: unknown; letter?: unknown; dark?: unknown } = {};
      for (const [form, html] of [
        ['mail', mail],
        ['large', large],
        ['letter', letter],
      ] as const) {
        await show(html);
        // of large print the letters alone differ
        found[form] = [...(form === 'large' ? [] : await violations()), await overflow()];
      }
      await show(mail, 'dark');
      found.dark = [...(await violations(contrastAlone)), await overflow('200%')];
      expect(found).toEqual({ mail: [0], large: [0], letter: [0], dark: [0] });
    },
  );

  it.each(['light', 'dark'] as const)('has a script with no barrier (%s)', async (scheme) => {
    await show(composeCall(worded(noticeOf('response')), policy, about, to).html, scheme);
    expect([...(await violations()), await overflow()]).toEqual([0]);
  });

  it('is looked at by a tool that finds what is wrong', async () => {
    const { html } = composeNotice(worded(noticeOf('receipt')), policy, about);
    await show(html.replace('color: #1b1b1b', 'color: #707070').replace('lang="en-GB"', ''));
    expect((await violations()).map((each) => each.split(':')[0])).toEqual(
      expect.arrayContaining(['color-contrast-enhanced', 'html-has-lang']),
    );
    await show(html.replace('<main>', '<main style="width: 400px">'));
    expect(await overflow()).toBeGreaterThan(0);
  });
});

describe('the link in a notice', () => {
  it.each(['light', 'dark'] as const)('shows where the keyboard is (%s)', async (scheme) => {
    await show(composeNotice(worded(noticeOf('access-link')), policy, about).html, scheme);
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(
      '(({ href }, { outlineStyle, outlineWidth }) => ({ href, outlineStyle, outlineWidth }))(document.activeElement, getComputedStyle(document.activeElement))',
    );
    expect(focused).toEqual({ href: link, outlineStyle: 'solid', outlineWidth: '3px' });
  });
});

describe('a printed letter', () => {
  /** Where something stands on the sheet, in millimetres from its top and left edges, the margin above it counted. */
  async function placeOf(
    selector: string,
  ): Promise<{ top: number; bottom: number; left: number; right: number }> {
    return page.evaluate(`(() => {
      const { top, bottom, left, right } = document.querySelector('${selector}').getBoundingClientRect();
      const mm = (pixels) => Math.round((pixels * 25.4) / 96);
      return { top: mm(top) + 20, bottom: mm(bottom) + 20, left: mm(left), right: mm(right) };
    })()`);
  }

  it.each([false, true])(
    'has its address in the window, and is A4 (large print: %s)',
    async (isLargePrint) => {
      const letter = composeLetter(worded(noticeOf('response')), policy, { ...about, isLargePrint }, to);
      await page.setViewportSize({ width: 794, height: 1123 });
      await show(letter.html);
      await page.emulateMedia({ media: 'print' });
      expect(await placeOf('.window')).toEqual({ top: 45, bottom: 75, left: 20, right: 104 });
      const first = await placeOf('.window span:first-child');
      expect(first.top).toBeGreaterThanOrEqual(45);
      expect((await placeOf('.window span:last-child')).bottom).toBe(75);
      expect((await placeOf('.sender')).left).toBeGreaterThan(104);
      expect((await placeOf('h1')).top).toBeGreaterThan(75);
      expect((await placeOf('.for-staff')).right).toBe(0);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/MediaBox ?\[0 0 (\d+)[\d.]* (\d+)/)?.slice(1)).toEqual(['594', '841']);
    },
  );
});
