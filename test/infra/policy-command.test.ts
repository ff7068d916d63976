import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { runPolicy } from '../../infra/policy.ts';
import { type JsonPolicy, type JsonVersion, policyOf, spoiltPolicy } from '../support/rules.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'redress-policy-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

function fileOf(content: string): string {
  const file = join(folder, 'policy.json');
  writeFileSync(file, content);
  return file;
}

/** Runs the command within this process. */
function command(...given: string[]) {
  const [out, err] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((spy) =>
    spy.mockReset().mockImplementation(() => {}),
  );
  const linesOf = (spy: typeof out) => spy?.mock.calls.flatMap(([line]) => String(line).split('\n')) ?? [];
  const code = runPolicy(given);
  return { code, out: linesOf(out), err: linesOf(err) };
}

const spoilt = (change: (version: JsonVersion, policy: JsonPolicy) => void) =>
  command(
    fileOf(
      JSON.stringify(
        spoiltPolicy((policy) => {
          if (policy.versions[0]) change(policy.versions[0], policy);
        }),
      ),
    ),
  );

describe('npm run policy, with a policy that is valid', () => {
  it('names the landlord, the version and its date, and ends with 0', () => {
    const { code, out, err } = command(join(root, 'shared/landlords/day-zero/policy.json'));
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out[0]).toBe('day-zero: Larkfield Retirement Homes, from Monday 1 April 2024');
    expect(out.filter((line) => /^[A-Z].*\(\d+\)$/.test(line))).toEqual([
      'Departs from the Code (5)',
      'Does not say what the Code says (6)',
    ]);
    const place = out.indexOf('  6.10 stage2.beforehand');
    expect(out.slice(place, place + 3)).toEqual([
      '  6.10 stage2.beforehand',
      '    policy: It is talked over first, which may delay stage 2.',
      '    Code:   What is not resolved to the resident’s satisfaction goes on to stage 2.',
    ]);
  });

  it('lists apart what is stricter', () => {
    const { out } = command(join(root, 'shared/landlords/counted-from-receipt/policy.json'));
    expect(out.slice(out.indexOf('Stricter than the Code (1)'))).toEqual([
      'Stricter than the Code (1)',
      '  6.3 stage1.response.countedFrom',
      '    policy: The time counts from the day a complaint comes in.',
      '    Code:   The time for the answer counts from the acknowledgement.',
    ]);
  });

  it('says so where there are no departures', () => {
    const { out } = command(join(root, 'shared/landlords/code-2024/policy.json'));
    expect(out.at(-1)).toBe('No departures from the Code');
  });

  it('speaks of every version', () => {
    const policy = structuredClone(policyOf('code-2024'));
    const [first] = policy.versions;
    if (first) policy.versions.push({ ...first, effectiveFrom: '2027-04-01', name: 'Fernworth Group' });
    const { code, out } = command(fileOf(JSON.stringify(policy)));
    expect(code).toBe(0);
    expect(out.filter((line) => line.startsWith('code-2024: '))).toEqual([
      'code-2024: Fernworth Housing Association, from Monday 1 April 2024',
      'code-2024: Fernworth Group, from Thursday 1 April 2027',
    ]);
  });
});

describe('npm run policy, with a policy that is not valid', () => {
  const expected: [line: string, spoil: (version: JsonVersion, policy: JsonPolicy) => void][] = [
    [
      'landlord: expected a kebab-case id, but it is "Day Zero"',
      (_, policy) => Object.assign(policy, { landlord: 'Day Zero' }),
    ],
    [
      'versions: expected a list with at least 1 in it, but it is a list of 0',
      (_, policy) => Object.assign(policy, { versions: [] }),
    ],
    [
      'versions[0].stage1.response.count: expected a whole number of at least 1, but it is 0',
      ({ stage1 }) => Object.assign(stage1.response, { count: 0 }),
    ],
    [
      'versions[0].stage1.response.count: expected a whole number, but it is 2.5',
      ({ stage1 }) => Object.assign(stage1.response, { count: 2.5 }),
    ],
    [
      'versions[0].stage1.response.countedFrom: expected one of "receipt", "acknowledgement", but it is "logging"',
      ({ stage1 }) => Object.assign(stage1.response, { countedFrom: 'logging' }),
    ],
    [
      'versions[0].stage1.response: expected lastDay with every unit but working days, but it is an object',
      ({ stage1 }) => Object.assign(stage1.response, { unit: 'weeks' }),
    ],
    ['versions[0].definition: expected an object, but it is missing', (version) => delete version.definition],
    [
      'versions[0].effectiveFrom: expected a date of the form YYYY-MM-DD that exists, but it is "2024-02-30"',
      (version) => Object.assign(version, { effectiveFrom: '2024-02-30' }),
    ],
    [
      'versions[0].contact.email: expected an email address, but it is "nobody"',
      ({ contact }) => Object.assign(contact, { email: 'nobody' }),
    ],
    [
      'versions[0].name: expected a text that is not empty, but it is ""',
      (version) => Object.assign(version, { name: '' }),
    ],
    [
      'versions[0].name: expected a text, but it is null',
      (version) => Object.assign(version, { name: null }),
    ],
    [
      'versions[0].recipients["senior-lead"]: expected a text, but it is missing',
      ({ recipients }) => delete recipients['senior-lead'],
    ],
    [
      'versions[0].recipients["the mayor"]: expected no field of that name, but it is "a@b.example"',
      ({ recipients }) => Object.assign(recipients, { 'the mayor': 'a@b.example' }),
    ],
    [
      `versions[0].colour: expected no field of that name, but it is "${'a'.repeat(59)}…`,
      (version) => Object.assign(version, { colour: 'a'.repeat(80) }),
    ],
    [
      'versions[0].ladder: expected an object, but it is a list of 2',
      (version) => Object.assign(version, { ladder: [1, 2] }),
    ],
  ];
  it.each(expected)('says %s', (line, spoil) => {
    expect(spoilt(spoil)).toEqual({ code: 1, out: [], err: [line] });
  });

  it('says everything that is wrong, a line for each', () => {
    const { code, err } = spoilt((version) => Object.assign(version, { name: '', nations: [], a: 1, b: 2 }));
    expect(code).toBe(1);
    expect(err).toEqual([
      'versions[0].name: expected a text that is not empty, but it is ""',
      'versions[0].nations: expected a list with at least 1 in it, but it is a list of 0',
      'versions[0].a: expected no field of that name, but it is 1',
      'versions[0].b: expected no field of that name, but it is 2',
    ]);
  });

  it('refuses what is no policy at all', () => {
    expect(command(fileOf('5')).err).toEqual(['the whole policy: expected an object, but it is 5']);
    expect(command(fileOf('{\n  "landlord": "a",\n  versions'))).toMatchObject({
      code: 1,
      err: [expect.stringMatching(/^this is not JSON: .*line 3 column 3/)],
    });
    const nowhere = join(folder, 'nowhere.json');
    expect(command(nowhere)).toMatchObject({
      code: 1,
      err: [expect.stringMatching(`${nowhere}: this cannot be read: ENOENT`)],
    });
    expect(command(folder)).toMatchObject({ code: 1, err: [expect.stringContaining('EISDIR')] });
  });
});

describe('npm run policy, as a command', () => {
  it('says what it takes with --help, and refuses anything else with 2', () => {
    expect(command('--help')).toMatchObject({ code: 0, err: [] });
    expect(command('--help').out).toContain('  npm run policy -- <file>');
    for (const given of [[], ['a.json', 'b.json'], ['--hlep']]) {
      const { code, out, err } = command(...given);
      expect({ code, out }).toEqual({ code: 2, out: [] });
      expect(err).toContain('  npm run policy -- <file>');
    }
  });

  it('ends as a process does, with what is wrong on stderr', () => {
    const file = fileOf(JSON.stringify(spoiltPolicy((policy) => Object.assign(policy, { landlord: '' }))));
    const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/policy.ts', file], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: 'landlord: expected a kebab-case id, but it is ""\n',
    });
  });
});
