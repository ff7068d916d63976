import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { runNotices } from '../../infra/notices.ts';
import { noticeKinds } from '../../shared/domain/notices.ts';

const base = mkdtempSync(join(tmpdir(), 'redress-bench-'));
const folder = join(base, 'day-zero');
afterAll(() => rmSync(base, { recursive: true }));
beforeEach(() => rmSync(folder, { recursive: true, force: true }));

async function bench(given: string[], stop = new AbortController()) {
  let out = '';
  let err = '';
  const code = await runNotices(given, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
    stop: stop.signal,
  });
  return { code, out, err };
}

const run = (...more: string[]) => bench(['day-zero', '--out', folder, ...more]);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('the wording bench', () => {
  it('writes every kind of notice in each form, and marks what the landlord words itself', async () => {
    const { code, out, err } = await run();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('acknowledgement, acknowledgement-2, acknowledgement-3');
    expect(noticeKinds.filter((kind) => !existsSync(join(folder, `${kind}.html`)))).toEqual([]);
    expect(read('response.letter.html')).toContain('Amira Khan');
    expect(read('response.call.html')).toContain('01632 960455');
    expect(existsSync(join(folder, 'receipt.letter.html'))).toBe(false);
    const index = read('index.html');
    expect(index).toContain('<del><span class="hidden">Left out: </span>- Subject: How we understand');
    expect(index).toContain('<ins><span class="hidden">Put in: </span>+ Subject: We are looking into');
    const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(index);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });

  it('shows what changed since the last run, and leaves nothing else behind', async () => {
    await run();
    writeFileSync(join(folder, 'update.txt'), read('update.txt').replace('how things stand', 'the news'));
    const { out } = await run();
    expect(out).toContain('1 changed since the last run: update.\n');
    expect(read('index.html')).toContain('- This is the news with your complaint:');
    expect(readdirSync(base)).toEqual(['day-zero']);
  });

  it('stops when it is told to, and leaves what was there', async () => {
    await run();
    const before = read('index.html');
    const stop = new AbortController();
    stop.abort();
    const { code, err } = await bench(['day-zero', '--out', folder], stop);
    expect({ code, err }).toEqual({
      code: 130,
      err: '\nIt was stopped. What was there before is as it was.\n',
    });
    expect(read('index.html')).toBe(before);
    expect(readdirSync(base)).toEqual(['day-zero']);
  });

  it('overwrites no folder but its own', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    const { code, err } = await run();
    expect(code).toBe(1);
    expect(err).toContain('holds other things, which would be lost. Name another folder with --out.');
    expect(readdirSync(folder)).toEqual(['mine.txt']);
  });

  it.each([
    ['a file', 'taken.txt', 'taken.txt is a file. Name a folder with --out.\n'],
    [
      'a folder in a file',
      'taken.txt/day-zero',
      'taken.txt/day-zero cannot be written: a part of that path is a file.\n',
    ],
  ])('says why it cannot write to %s', async (_, place, says) => {
    writeFileSync(join(base, 'taken.txt'), '');
    const { code, out, err } = await bench(['day-zero', '--out', join(base, place)]);
    rmSync(join(base, 'taken.txt'));
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: join(base, says) });
  });

  it('says where to find the page, and where to change each wording', async () => {
    const { out } = await run();
    expect(out).toMatch(/^\d+ cases, 3 in your own wording: acknowledgement, /);
    expect(out).toContain(`\nOpen file://${folder}/index.html\n`);
    const index = read('index.html');
    expect(index).toContain(
      'which you can change in <code>shared/landlords/day-zero/notices/acknowledgement.md',
    );
    expect(index).toContain(
      'copy <code>shared/notices/extension.md</code> to <code>shared/landlords/day-zero/notices</code>',
    );
    expect(index).toContain('>update: usual<');
  });

  it.each([
    [[], 'Name one landlord: code-2024, '],
    [['nobody'], 'There is no landlord nobody. There are code-2024, '],
    [['day-zero', '--chekc'], 'There is no option --chekc. There is --check. See'],
    [['day-zero', '-o'], 'There is no option -o. See'],
    [['day-zero', '--out'], 'Name a folder after --out. See'],
    [['day-zero', '--out='], 'Name a folder after --out. See'],
    [['day-zero', '--out', '--check'], 'Name a folder after --out. See'],
    [['day-zero', '--check=no'], '--check stands alone. Leave out what follows it. See'],
    [['day-zero', '--check', '--pictures'], '--pictures cannot go with --check. Leave one out. See'],
  ])('refuses %j', async (given, says) => {
    const { code, out, err } = await bench(given);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err).toContain('npm run notices -- --help');
  });

  it('only says with --check whether every wording can be used', async () => {
    expect(await run('--check')).toEqual({ code: 0, out: 'Every wording can be used.\n', err: '' });
    expect(existsSync(folder)).toBe(false);
  });
});
