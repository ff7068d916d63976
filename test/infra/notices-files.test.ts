import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { casesFor } from '../../infra/notices/cases.ts';
import { checkWordings, sayProblems } from '../../infra/notices/check-wordings.ts';
import { differencesOf } from '../../infra/notices/differences.ts';
import { listedIn, listWordings } from '../../infra/notices/list-wordings.ts';
import { readWordingFiles } from '../../infra/notices/wording-files.ts';
import { checkWording } from '../../shared/notices/check-wording.ts';
import { readNotice, renderNotice } from '../../shared/notices/render.ts';

const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'redress-files-'));
afterAll(() => rmSync(copy, { recursive: true }));
const folder = join(copy, 'shared/landlords/day-zero/notices');
const receipt = readFileSync(join(root, 'shared/notices/receipt.md'), 'utf8');

beforeEach(() => {
  rmSync(join(copy, 'shared'), { recursive: true, force: true });
  cpSync(join(root, 'shared/notices'), join(copy, 'shared/notices'), { recursive: true });
  mkdirSync(folder, { recursive: true });
});

/** What is wrong once a file is there; that it is listed goes without saying. */
function problemsWith(name: string, content: string | Buffer): string[] {
  writeFileSync(join(folder, name), content);
  writeFileSync(join(copy, listedIn), listWordings(readWordingFiles(copy).files));
  return sayProblems(checkWordings(copy))
    .split('\n')
    .filter((line) => line.includes(name));
}

describe('a file that Notepad saved', () => {
  it('can be used with its mark and its ends of lines', () => {
    expect(problemsWith('receipt.md', `\uFEFF${receipt.replaceAll('\n', '\r\n')}`)).toEqual([]);
  });

  it('says the same as any other', () => {
    const template = '# A\n\n{{#points}}\n\n- {{points.what}}\n\n{{/points}}\n\nB\n';
    const values = { 'points.0.what': 'one\r\nmore', 'points.1.what': 'two' };
    expect(renderNotice(`\uFEFF${template.replaceAll('\n', '\r\n')}`, values)).toEqual(
      renderNotice(template, values),
    );
  });

  it.each(['latin1', 'utf16le'] as const)('is refused in %s, in which letters are lost', (encoding) => {
    const content = Buffer.from(`\uFEFF${receipt.replace('Hello,', 'Hello café,')}`, encoding);
    expect(problemsWith('receipt.md', content)).toEqual([
      expect.stringMatching(/receipt\.md:\d+: A character cannot be read\. .* UTF-8\.$/),
    ]);
  });
});

describe('a misspelt name', () => {
  const said = (kind: 'receipt' | 'response', text: string) =>
    checkWording(kind, text).map(({ line, problem }) => `${line}: ${problem}`);

  it('is the one thing that is said of it', () => {
    expect(said('receipt', receipt.replaceAll('{{reference}}', '{{refrence}}'))).toEqual([
      '1: There is no {{refrence}} in this notice. Write {{reference}} if you mean that. It stands in line 5 too.',
    ]);
  });

  it.each([
    ['recievedOn', 'receivedOn', 'Write {{receivedOn}} if you mean that.'],
    ['landlordname', 'landlordName', 'Write {{landlordName}} if you mean that.'],
    ['weather', 'receivedOn', 'Use one of these: {{'],
  ])('%s is told what may be meant', (written, instead, says) => {
    const [first] = said('receipt', receipt.replaceAll(`{{${instead}}}`, `{{${written}}}`));
    expect(first).toContain(`There is no {{${written}}} in this notice. ${says}`);
  });

  it('of a repeated part does not spoil what stands in it', () => {
    const response = readFileSync(join(root, 'shared/notices/response.md'), 'utf8');
    expect(said('response', response.replace('{{#points}}', '{{#point}}'))).toEqual([
      expect.stringContaining('There is no repeated part {{#point}} in this notice.'),
    ]);
  });
});

describe('a file that was deleted', () => {
  it('is taken off the list by the command that shows the notices', () => {
    problemsWith('receipt.md', receipt);
    rmSync(join(folder, 'receipt.md'));
    expect(sayProblems(checkWordings(copy))).toContain('Run npm run notices -- <landlord> without --check');
  });

  it('is wanted back where everybody uses it', () => {
    rmSync(join(copy, 'shared/notices/receipt.md'));
    expect(sayProblems(checkWordings(copy))).toContain(
      'shared/notices/receipt.md:1: The usual wording is not there. Put the file back.',
    );
  });
});

it('there is a case for every language that a notice is worded in', () => {
  const ofExtension = (languages: 'pl'[]) =>
    casesFor('day-zero', (kind) => (kind === 'extension' ? languages : [])).filter(
      ({ kind }) => kind === 'extension',
    );
  const [first] = ofExtension([]);
  expect(ofExtension(['pl']).slice(ofExtension([]).length)).toEqual([
    {
      ...first,
      suffix: 'pl',
      name: 'to somebody who reads Polish',
      about: { ...first?.about, language: 'pl' },
    },
  ]);
  const inWelsh = casesFor('code-2024').filter(({ about }) => about?.language === 'cy');
  expect(inWelsh.map(({ kind }) => kind)).toEqual(['receipt']);
});

it('differences far from each other have a gap between them', () => {
  const lines = (first: string, last: string) => ['0', first, ...'2345678'.split(''), last, 'e'].join('\n');
  const texts = differencesOf(lines('a', 'b'), lines('A', 'B')).map(({ text }) => text);
  expect(texts.join(' ')).toBe('0 a A 2 3 … 7 8 b B e');
  expect(differencesOf('1\n2\n3\n4\n5\n6', '1\n2\n3\nX\n5\n6').at(0)?.text).toBe('…');
});

it('what belongs together on a page is not parted at the end of a line', () => {
  const { text, body } = readNotice('# A\n\nAt stage 2, {{when}}\n', {
    when: 'Monday 2 February 2027, Unit D',
  });
  expect(body).toContain('<p>At stage&nbsp;2, Monday 2&nbsp;February 2027, Unit&nbsp;D</p>');
  expect(text).toBe('At stage 2, Monday 2 February 2027, Unit D\n');
});
