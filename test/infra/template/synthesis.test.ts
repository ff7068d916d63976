import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'redress-synthesis-'));
const first = join(folder, 'first');
const second = join(folder, 'second');
const trial = join(folder, 'trial');
const stacks = ['Redress-Stateful', 'Redress-Stateless'];

async function synthesize(outdir: string, environment: Record<string, string>): Promise<void> {
  await promisify(execFile)(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: outdir, ...environment },
  });
}

const read = (outdir: string, file: string) => readFileSync(join(outdir, file), 'utf8');
const assetsIn = (outdir: string) => readdirSync(outdir).filter((name) => name.startsWith('asset.'));

/** Bundle of a function, found as a deployment finds it: by the hash in the template. */
function bundleOf(name: string, outdir = first): string {
  const { Resources } = JSON.parse(read(outdir, 'Redress-Stateless.template.json'));
  const functions = Object.values(Resources) as {
    Properties?: { FunctionName?: string; Code?: { S3Key: string } };
  }[];
  const found = functions.find(({ Properties }) => Properties?.FunctionName === `redress-${name}`);
  const hash = found?.Properties?.Code?.S3Key.replace('.zip', '');
  return read(outdir, `asset.${hash}/index.js`);
}

beforeAll(async () => {
  const calendarFile = join(folder, 'calendar.json');
  const calendar = read(root, 'shared/calendar/bank-holidays.json');
  writeFileSync(calendarFile, calendar.replaceAll('Boxing Day', 'Trial Day'));
  await Promise.all([
    synthesize(first, { CDK_VALIDATION: 'true' }),
    synthesize(second, { CDK_VALIDATION: 'false' }),
    synthesize(trial, { CDK_VALIDATION: 'false', CDK_CONTEXT_JSON: JSON.stringify({ calendarFile }) }),
  ]);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe('synthesis', () => {
  it('gives the same bytes twice', () => {
    for (const stack of stacks) {
      expect(read(second, `${stack}.template.json`)).toBe(read(first, `${stack}.template.json`));
    }
    expect(assetsIn(second)).toEqual(assetsIn(first));
  });

  it('looks nothing up and names no account, region or folder of this machine', () => {
    expect(JSON.parse(read(first, 'manifest.json')).missing).toBeUndefined();
    for (const stack of stacks) {
      const template = read(first, `${stack}.template.json`);
      expect(template).not.toMatch(/\b\d{12}\b/);
      expect(template).not.toMatch(/\b[a-z]{2}-[a-z]+-\d\b/);
      expect(template).not.toContain(root);
    }
  });

  it('passes the validation of CloudFormation without a finding', () => {
    // a report is there where the validation ran, and names only what found something
    expect(JSON.parse(read(first, 'validation-report.json')).pluginReports).toEqual([]);
    expect(existsSync(join(second, 'validation-report.json'))).toBe(false);
  });

  it('protects the stateful stack alone against termination', () => {
    const { artifacts } = JSON.parse(read(first, 'manifest.json'));
    expect(artifacts['Redress-Stateful'].properties.terminationProtection).toBe(true);
    expect(artifacts['Redress-Stateless'].properties.terminationProtection).toBe(false);
  });

  it('asks for these parameters, with the shipped landlords as default', () => {
    const parameters = stacks.flatMap((stack) =>
      Object.entries(JSON.parse(read(first, `${stack}.template.json`)).Parameters),
    ) as [string, { Default?: string; AllowedPattern?: string; Description: string }][];
    const landlords = readdirSync(join(root, 'shared/landlords')).filter((id) =>
      existsSync(join(root, 'shared/landlords', id, 'policy.json')),
    );
    expect(Object.fromEntries(parameters.map(([name, { Default }]) => [name, Default]))).toEqual({
      Sender: undefined,
      Issuer: undefined,
      Audience: undefined,
      PublicAddress: undefined,
      FeedAddress: 'https://www.gov.uk/bank-holidays.json',
      Landlords: landlords.sort().join(','),
      SendRate: '10',
      DailyQuota: '50000',
    });
    for (const name of ['SendRate', 'DailyQuota']) {
      const [, { AllowedPattern = '' } = {}] = parameters.find(([each]) => each === name) ?? [];
      const allowed = new RegExp(`^(?:${AllowedPattern})$`);
      for (const value of ['1', '14', '9999999']) expect(value).toMatch(allowed);
      for (const value of ['', '0', '-1', '1.5', '010', ' 1', '10000000']) expect(value).not.toMatch(allowed);
    }
    for (const [, { Description }] of parameters) expect(Description).not.toBe('');
  });
});

describe('bundles', () => {
  const names = [
    'resident-api',
    'staff-api',
    'sweep',
    'send-notices',
    'mail-events',
    'publish-events',
    'digest',
  ];

  it.each(names)('of %s contain no date-holidays', (name) => {
    expect(bundleOf(name)).not.toContain('Maundy Thursday');
  });

  it('of calendar-watch contain date-holidays, at most 400 KB in gzip with all it needs', () => {
    expect(bundleOf('calendar-watch')).toContain('Maundy Thursday');
    expect(gzipSync(bundleOf('calendar-watch')).length).toBeLessThanOrEqual(400 * 1024);
  });

  it.each([...names, 'calendar-watch'])(
    'of %s look for credentials where Lambda gives them and nowhere else',
    (name) => {
      expect(bundleOf(name)).not.toContain('AssumeRoleWithWebIdentity');
    },
  );

  it.each(names)('of %s carry nothing that streams events or looks for endpoints', (name) => {
    expect(bundleOf(name)).not.toContain('EventStreamCodec');
    expect(bundleOf(name)).not.toContain('LRUCache');
  });

  // Each carries all rules and all policies, which is most of what is ours in it.
  it.each([
    ['resident-api', 216],
    ['staff-api', 312],
  ] as const)('of %s are at most %i KB in gzip', (name, most) => {
    expect(gzipSync(bundleOf(name)).length).toBeLessThanOrEqual(most * 1024);
  });

  it('of publish-events is at most 160 KB in gzip: it carries no rules', () => {
    expect(gzipSync(bundleOf('publish-events')).length).toBeLessThanOrEqual(160 * 1024);
  });

  it('of the API carry the calendar that the context names in place of ours', () => {
    expect(bundleOf('resident-api')).not.toContain('Trial Day');
    expect(bundleOf('resident-api', trial)).toContain('Trial Day');
  });
});
