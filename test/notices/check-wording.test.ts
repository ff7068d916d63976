import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkWordings, sayProblems } from '../../infra/notices/check-wordings.ts';
import { type NoticeKind, noticeKinds } from '../../shared/domain/notices.ts';
import { checkWording } from '../../shared/notices/check-wording.ts';
import { templates } from '../../shared/notices/templates.ts';
import { wordingRule } from '../../shared/notices/wording-rules.ts';
import { valuesOf } from './compose-sample.ts';
import { sampleNotices } from './sample-notices.ts';

const root = join(import.meta.dirname, '../..');

/** What every notice of its sort can say. */
const common = [
  'reference',
  'ombudsman',
  'ombudsmanRight',
  'landlordName',
  'landlordEmail',
  'landlordPhone',
  'landlordAddress',
];

it('every wording that ships can be used', () => {
  expect(sayProblems(checkWordings(root))).toBe('');
});

describe('the rule of', () => {
  it.each(noticeKinds)('the %s knows the values that notices give, and no other', (kind) => {
    const ofKind = sampleNotices.filter((each) => each.kind === kind);
    const given = ofKind.flatMap((each) =>
      Object.keys(valuesOf(each)).map((name) => name.replace(/\.\d+\./, '.')),
    );
    const own = wordingRule(kind).placeholders.filter((name) => !common.includes(name));
    expect(own.toSorted()).toEqual([...new Set(given)].toSorted());
  });

  it.each(noticeKinds)('the %s misses each thing that is left out', (kind) => {
    for (const { says, what } of wordingRule(kind).mandatory) {
      const template = templates[kind];
      const without =
        typeof says === 'string'
          ? template.replaceAll(`{{${says}}}`, '')
          : template.replaceAll(/\s+/g, ' ').replaceAll(new RegExp(says.source, 'gi'), '');
      const missed = checkWording(kind, without).map(({ problem }) => problem);
      expect(missed.filter((problem) => problem.startsWith(`It does not say ${what};`))).toHaveLength(1);
    }
  });
});

/** A default wording with one thing in it changed, and what is said of it. */
const spoilt: [string, NoticeKind, string, string, number, string][] = [
  ['an unknown placeholder', 'receipt', '{{receivedOn}}', '{{recievedOn}}', 5, 'There is no {{recievedOn}}'],
  ['no Ombudsman', 'extension', 'charge: {{ombudsman}}', 'charge', 23, 'the Code, 6.5, wants it said'],
  ['no new date', 'extension', '{{newDueOn}}', 'soon', 23, 'It does not say the new date; the Code, 6.4'],
  ['no stage', 'response', 'stage 1', 'the first stage', 45, 'the stage that it was answered at (a)'],
  ['a picture', 'receipt', 'Hello,', '![Us](https://us.example/a.png)', 3, 'A notice has no pictures.'],
  ['a link', 'receipt', 'Hello,', '[Read](https://us.example)', 3, 'A notice has no links.'],
  ['an address', 'receipt', 'Hello,', 'See www.us.example', 3, 'A notice has no links of its own.'],
  ['HTML', 'receipt', 'Hello,', '<img src="x">', 3, 'There is HTML in it.'],
  ['a numbered list', 'receipt', 'Hello,', '1. Hello', 3, 'Only headings'],
  ['a table', 'receipt', 'Hello,', '| a | b |\n|---|---|\n| 1 | 2 |', 3, 'Only headings'],
  ['no heading', 'receipt', '# We have', 'We have', 1, 'The subject is missing.'],
  ['two subjects', 'receipt', '## What happens', '# What happens', 9, 'There is one subject only.'],
  ['no reference in it', 'receipt', 'complaint {{reference}}\n', 'complaint\n', 1, 'does not quote {{ref'],
  ['typed words in it', 'response', '# Our', '# {{respondedOn}}', 1, '{{respondedOn}} cannot stand in'],
  ['a misspelt part', 'response', '{{#points}}', '{{#point}}', 9, 'There is no repeated part {{#point}}'],
  ['an open part', 'response', '{{/points}}\n', '\n', 23, '{{#actions}} begins before {{/points}}.'],
  ['a part closed only', 'update', '{{#promises}}\n', '\n', 17, '{{/promises}} closes nothing.'],
  ['a value outside its part', 'response', 'Hello,', '{{points.finding}}', 3, 'can only stand between'],
  ['spaces in brackets', 'receipt', '{{receivedOn}}', '{{ receivedOn }}', 5, 'A placeholder is written'],
];

describe('a wording', () => {
  it.each(spoilt)('with %s is refused (%s)', (_, kind, is, becomes, line, says) => {
    const template = templates[kind];
    const after = template.replace(is, becomes);
    expect(after).not.toBe(template);
    const found = checkWording(kind, kind === 'response' ? after.replaceAll(is, becomes) : after);
    expect(found.map((each) => `${each.line}: ${each.problem}`).join('\n')).toContain(`${line}: `);
    expect(found.filter((each) => each.line === line && each.problem.includes(says))).not.toEqual([]);
  });

  it('in another language is held to what must stand in it, and to no English words', () => {
    const foreign = templates.response.replaceAll(/stage [12]|You do not have to tell us why/gi, '…');
    expect(checkWording('response', foreign, false)).toEqual([]);
    expect(checkWording('response', foreign.replace('{{window}}', ''), false)).toHaveLength(1);
  });
});

describe('a landlord’s folder', () => {
  const copy = mkdtempSync(join(tmpdir(), 'redress-wording-'));
  cpSync(join(root, 'shared/notices'), join(copy, 'shared/notices'), { recursive: true });
  const folder = join(copy, 'shared/landlords/day-zero/notices');
  mkdirSync(folder, { recursive: true });
  afterAll(() => rmSync(copy, { recursive: true }));

  it.each([
    ['reciept.md', templates.receipt, 1, 'There is no notice called reciept.'],
    ['receipt.xx.md', templates.receipt, 1, 'xx is no language that is offered.'],
    ['receipt.txt', templates.receipt, 1, 'Name the file after its notice'],
    [
      'receipt.md',
      templates.receipt.replace(
        'Hello,',
        'Notwithstanding aforementioned correspondence, organisational prioritisation necessitates considerable administrative deliberation.',
      ),
      3,
      'It is too hard to read: grade ',
    ],
    [
      'receipt.md',
      templates.receipt.replace('Hello,', `Please ${'wait for us and '.repeat(7)}read this.`),
      3,
      'This sentence has 31 words of its own',
    ],
  ])('that has %s is refused with file and line', (name, text, line, says) => {
    writeFileSync(join(folder, name), text);
    const said = sayProblems(checkWordings(copy));
    rmSync(join(folder, name));
    expect(said).toContain(`shared/landlords/day-zero/notices/${name}:${line}: ${says}`);
  });

  it('is read by the generator before it is deployed', () => {
    writeFileSync(join(folder, 'receipt.md'), templates.receipt);
    expect(sayProblems(checkWordings(copy))).toBe(
      'shared/notices/wordings.ts:1: It does not list the wordings that there are. Run npm run notices -- <landlord> without --check: it writes the list.',
    );
  });
});
