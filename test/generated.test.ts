import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const staleness = (file: string) => `${file} is stale: run "npm run generate" and keep what it writes.\n`;
const texts = readdirSync(join(root, 'docs/notices/text')).map((name) => `docs/notices/text/${name}`);
const inDocs = ['docs/openapi.json', 'docs/procedure.md', 'docs/event-types.md'];
const written = ['shared/notices/wordings.ts', ...inDocs, ...texts.sort()]
  .map((file) => `${file}\n`)
  .join('');
/** Whatever the generator reads. */
const parts = [
  'package.json',
  'shared',
  'docs',
  'infra/event-types.ts',
  'infra/generate.ts',
  'infra/notices',
  'infra/openapi.ts',
  'infra/openapi-schemas.ts',
  'infra/procedure.ts',
];

function generate(folder: string, ...given: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/generate.ts', ...given], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

it('the generated files are fresh', () => {
  expect(generate(root, '--check')).toEqual({ status: 0, out: '', err: '' });
});

describe('in a copy of the project', () => {
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'redress-generated-'));
    for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  /** The file with other words in it, which it must have had. */
  function spoil(file: string, is: string, becomes: string): string {
    const fresh = readFileSync(join(copy, file), 'utf8');
    const changed = fresh.replace(is, becomes);
    expect(changed).not.toBe(fresh);
    writeFileSync(join(copy, file), changed);
    return changed;
  }

  it('--check fails where one character differs, names the file, and leaves it as it is', () => {
    const spoilt = [
      ['docs/openapi.json', 'Make a complaint', 'Make a Complaint'],
      ['docs/procedure.md', 'Close it', 'close it'],
      ['docs/event-types.md', 'staff id', 'staff Id'],
      ['docs/notices/text/extension.txt', 'We need more time', 'We need mere time'],
    ] as const;
    const changed = spoilt.map(([file, is, becomes]) => spoil(file, is, becomes));
    const err = spoilt.map(([file]) => staleness(file)).join('');
    expect(generate(copy, '--check')).toEqual({ status: 1, out: '', err });
    expect(spoilt.map(([file]) => readFileSync(join(copy, file), 'utf8'))).toEqual(changed);
  });

  it('--check fails where files are missing, and names each', () => {
    rmSync(join(copy, 'docs'), { recursive: true });
    const err = [...inDocs, ...texts].map(staleness).join('');
    expect(generate(copy, '--check')).toEqual({ status: 1, out: '', err });
  });

  it('--check fails where what they are made from has moved on, until the files are written again', () => {
    const moved = [
      [
        'shared/contracts/routes/residents.ts',
        'Make a complaint',
        'Tell us what is wrong',
        'docs/openapi.json',
      ],
      ['shared/domain/moves.ts', 'reopen it first.', 'first reopen it.', 'docs/procedure.md'],
      [
        'shared/contracts/published-events/parts.ts',
        'kind of obligation',
        'what is owed',
        'docs/event-types.md',
      ],
    ] as const;
    for (const [source, is, becomes] of moved) spoil(source, is, becomes);
    const err = moved.map(([, , , file]) => staleness(file)).join('');
    expect(generate(copy, '--check')).toEqual({ status: 1, out: '', err });
    expect(generate(copy)).toEqual({ status: 0, out: written, err: '' });
    expect(generate(copy, '--check').status).toBe(0);
    for (const [, , becomes, file] of moved)
      expect(readFileSync(join(copy, file), 'utf8')).toContain(becomes);
  });

  it('lists wordings before it imports them, so that one which was removed keeps nothing from being written', () => {
    const own = join(copy, 'shared/landlords/day-zero/notices/acknowledgement.md');
    rmSync(own);
    expect(generate(copy, '--check')).toEqual({
      status: 1,
      out: '',
      err: staleness('shared/notices/wordings.ts'),
    });
    expect(generate(copy).status).toBe(0);
    expect(readFileSync(join(copy, 'shared/notices/wordings.ts'), 'utf8')).not.toContain('day-zero');
  });

  it('writes the same bytes each time, for the version in package.json', () => {
    const files = written
      .trim()
      .split('\n')
      .map((file) => join(copy, file));
    const [list = '', openApi = '', ...pages] = files.map((file) => readFileSync(file, 'utf8'));
    expect(generate(copy).status).toBe(0);
    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual([list, openApi, ...pages]);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(JSON.parse(openApi).info.version).toBe(version);
  });
});

describe('the generator', () => {
  it('says what it does with --help, and does nothing', () => {
    const { status, out } = generate(root, '--help');
    expect(status).toBe(0);
    expect(out).toContain('--check');
  });

  it('refuses an option that it does not know', () => {
    const { status, err } = generate(root, '--chekc');
    expect(status).toBe(2);
    expect(err).toContain('--chekc');
    expect(err).toContain('--check');
  });
});
