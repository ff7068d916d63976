import { describe, expect, it } from 'vitest';
import { civilDate } from '../../shared/domain/civil-date.ts';
import { composeLetter } from '../../shared/notices/compose-letter.ts';
import { sample } from '../support/complaints.ts';
import { ombudsmen, policy, readPage } from './compose-sample.ts';

const paid = {
  kind: 'compensation-paid',
  values: { paidOn: 'Friday 8 January 2027', amount: '£100.00' },
} as const;
const about = { reference: sample, ombudsmen };
const to = {
  name: 'Miriam Whitlock',
  address: '3 Mill Lane, Hexbridge, HX4 2QT',
  date: civilDate('2027-01-12'),
};

function addressOn(address: string): string[] {
  const { html } = composeLetter(paid, policy, about, { ...to, address });
  const [, block = ''] = /<p class="window">([\s\S]*?)<\/p>/.exec(html) ?? [];
  return readPage(block).split('\n');
}

describe('a letter', () => {
  it('reads as plain text with its sender, its reader, its day and its reference', () => {
    const { subject, text } = composeLetter(paid, policy, about, to);
    expect(subject).toContain('10000-0000Y');
    expect(text.slice(0, text.indexOf(subject))).toBe(`Larkfield Retirement Homes
Larkfield House
1 Orchard Row
Thornbury Vale TV1 1AA
01632 960101
complaints@larkfield-homes.example

Miriam Whitlock
3 Mill Lane
Hexbridge
HX4 2QT

Tuesday 12 January 2027
Our reference: 10000-0000Y

`);
    expect(text).toContain(`${subject}\n${'-'.repeat(subject.length)}\n\nHello,`);
    expect(text.endsWith('Larkfield Retirement Homes\n')).toBe(true);
  });

  it('of nothing with a reference has none', () => {
    const { text, html } = composeLetter(
      { kind: 'calendar-horizon', values: { horizon: 'Sunday 31 December 2028', summary: '' } },
      policy,
      undefined,
      to,
    );
    expect(`${text}${html}`).not.toContain('Our reference');
    expect(html).toContain('content: "Page " counter(page)');
  });

  it('tells whoever prints it by when to post it, and is otherwise the same', () => {
    const posted = composeLetter(paid, policy, about, to);
    const waiting = composeLetter(paid, policy, about, { ...to, postBy: civilDate('2027-01-13') });
    expect(waiting.html).toContain('Post it by Wednesday 13 January 2027, before the last collection.');
    expect(waiting.html.replace(/<aside[\s\S]*<\/aside>\n/, '')).toBe(posted.html);
    expect(waiting.text).toBe(posted.text);
  });

  it('in large print is large on all its pages', () => {
    const { html } = composeLetter(paid, policy, { ...about, isLargePrint: true }, to);
    expect(html).toContain('<div class="sheet large">');
    expect(html).toContain('counter(pages); font: 18pt Arial');
    expect(composeLetter(paid, policy, about, to).html).not.toContain('sheet large');
  });

  it('keeps typed words words', () => {
    const { html } = composeLetter(paid, policy, about, {
      ...to,
      name: '<b>Ann</b>',
      address: '</p><script>',
    });
    expect(html).toContain('<span>&lt;b&gt;Ann&lt;/b&gt;</span>');
    expect(html).not.toMatch(/<b>|<script>/);
  });
});

describe('the address in the window', () => {
  it.each([
    ['on one line', '3 Mill Lane, Hexbridge, HX4 2QT'],
    ['on several', '3 Mill Lane\r\nHexbridge\nHX4 2QT'],
    ['with commas at its line ends', '3 Mill Lane,\nHexbridge,\n\nHX4 2QT '],
  ])('that was typed %s has a line for each part', (_, address) => {
    expect(addressOn(address)).toEqual(['Miriam Whitlock', '3 Mill Lane', 'Hexbridge', 'HX4 2QT']);
  });

  it('never has more lines than a window shows, and keeps town and postcode apart', () => {
    expect(addressOn('Flat 12, Larkfield Court, Block A, 3 Mill Lane, Old Town, Hexbridge, HX4 2QT')).toEqual(
      [
        'Miriam Whitlock',
        'Flat 12, Larkfield Court, Block A',
        '3 Mill Lane',
        'Old Town',
        'Hexbridge',
        'HX4 2QT',
      ],
    );
  });
});
