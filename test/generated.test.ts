import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const stale = 'docs/openapi.json is stale: run "npm run generate" and keep what it writes.\n';

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
  let openApi: string;
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'redress-generated-'));
    openApi = join(copy, 'docs/openapi.json');
    for (const part of ['package.json', 'shared', 'docs', 'infra/generate.ts', 'infra/openapi.ts'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  it('--check fails where one character differs, names the file and the command, and leaves it as it is', () => {
    const changed = readFileSync(openApi, 'utf8').replace('Make a complaint', 'Make a Complaint');
    writeFileSync(openApi, changed);
    expect(generate(copy, '--check')).toEqual({ status: 1, out: '', err: stale });
    expect(readFileSync(openApi, 'utf8')).toBe(changed);
  });

  it('--check fails where a file is missing', () => {
    rmSync(openApi);
    expect(generate(copy, '--check')).toEqual({ status: 1, out: '', err: stale });
  });

  it('--check fails where the contracts have moved on, until the files are written again', () => {
    const contract = join(copy, 'shared/contracts/routes.ts');
    writeFileSync(
      contract,
      readFileSync(contract, 'utf8').replace("'Make a complaint'", "'Tell us what is wrong'"),
    );
    expect(generate(copy, '--check')).toEqual({ status: 1, out: '', err: stale });
    expect(generate(copy)).toEqual({ status: 0, out: 'docs/openapi.json\n', err: '' });
    expect(generate(copy, '--check').status).toBe(0);
    expect(readFileSync(openApi, 'utf8')).toContain('"summary": "Tell us what is wrong"');
  });

  it('writes the same bytes each time, for the version in package.json', () => {
    const before = readFileSync(openApi, 'utf8');
    expect(generate(copy).status).toBe(0);
    expect(readFileSync(openApi, 'utf8')).toBe(before);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(JSON.parse(before).info.version).toBe(version);
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
