import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const staleness = (file: string) => `${file} is stale: run "npm run generate" and keep what it writes.\n`;
const written = 'docs/openapi.json\ndocs/procedure.md\ndocs/event-types.md\n';
/** Whatever the generator reads. */
const parts = [
  'package.json',
  'shared',
  'docs',
  'infra/event-types.ts',
  'infra/generate.ts',
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

  it.each([
    ['docs/openapi.json', 'Make a complaint', 'Make a Complaint'],
    ['docs/procedure.md', 'Close it', 'close it'],
    ['docs/event-types.md', 'staff id', 'staff Id'],
  ])('--check fails where one character of %s differs, and leaves it as it is', (file, is, becomes) => {
    const fresh = readFileSync(join(copy, file), 'utf8');
    const changed = fresh.replace(is, becomes);
    expect(changed).not.toBe(fresh);
    writeFileSync(join(copy, file), changed);
    expect(generate(copy, '--check')).toEqual({ status: 1, out: '', err: staleness(file) });
    expect(readFileSync(join(copy, file), 'utf8')).toBe(changed);
  });

  it('--check fails where files are missing, and names each', () => {
    rmSync(join(copy, 'docs'), { recursive: true });
    const err = ['docs/openapi.json', 'docs/procedure.md', 'docs/event-types.md'].map(staleness).join('');
    expect(generate(copy, '--check')).toEqual({ status: 1, out: '', err });
  });

  it.each([
    [
      'shared/contracts/routes/residents.ts',
      "'Make a complaint'",
      "'Tell us what is wrong'",
      'docs/openapi.json',
    ],
    ['shared/domain/moves.ts', 'reopen it first.', 'first reopen it.', 'docs/procedure.md'],
    [
      'shared/contracts/published-events/parts.ts',
      "'kind of obligation'",
      "'what is owed'",
      'docs/event-types.md',
    ],
  ])(
    '--check fails where %s has moved on, until the files are written again',
    (source, is, becomes, file) => {
      const before = readFileSync(join(copy, source), 'utf8');
      const after = before.replace(is, becomes);
      expect(after).not.toBe(before);
      writeFileSync(join(copy, source), after);
      expect(generate(copy, '--check')).toEqual({ status: 1, out: '', err: staleness(file) });
      expect(generate(copy)).toEqual({ status: 0, out: written, err: '' });
      expect(generate(copy, '--check').status).toBe(0);
      expect(readFileSync(join(copy, file), 'utf8')).toContain(becomes.replaceAll("'", ''));
    },
  );

  it('writes the same bytes each time, for the version in package.json', () => {
    const files = written
      .trim()
      .split('\n')
      .map((file) => join(copy, file));
    const [openApi = '', ...pages] = files.map((file) => readFileSync(file, 'utf8'));
    expect(generate(copy).status).toBe(0);
    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual([openApi, ...pages]);
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
