import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const configuration = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const folders = ['shared', 'functions', 'infra', 'test'];

/** A file that breaks one rule: where it stands and what it imports. */
interface Offence {
  rule: string;
  file: string;
  imports: string;
  /** a cycle is told once, of the file in it that comes first */
  named?: false;
}

const offences: Offence[] = [
  // no-cycles and no-unresolved
  { rule: 'no-cycles', file: 'shared/domain/offence-egg.ts', imports: './offence-hen.ts' },
  { rule: 'no-cycles', file: 'shared/domain/offence-hen.ts', imports: './offence-egg.ts', named: false },
  { rule: 'no-unresolved', file: 'test/offence-lost.ts', imports: './nowhere.ts' },
  // what each folder may import
  { rule: 'domain-is-pure', file: 'shared/domain/offence-node.ts', imports: 'node:crypto' },
  { rule: 'domain-is-pure', file: 'shared/domain/offence-port.ts', imports: '../ports/clock.ts' },
  { rule: 'domain-is-pure', file: 'shared/domain/offence-package.ts', imports: 'canonicalize' },
  {
    rule: 'domain-is-pure',
    file: 'shared/domain/commands/offence-up.ts',
    imports: '../../contracts/names.ts',
  },
  { rule: 'calendar', file: 'shared/calendar/offence-port.ts', imports: '../ports/clock.ts' },
  { rule: 'calendar', file: 'shared/calendar/offence-node.ts', imports: 'node:fs' },
  { rule: 'calendar', file: 'shared/calendar/offence-package.ts', imports: 'canonicalize' },
  { rule: 'contracts', file: 'shared/contracts/offence.ts', imports: '../use-cases/rules.ts' },
  { rule: 'ports', file: 'shared/ports/offence.ts', imports: '../contracts/names.ts' },
  { rule: 'notices', file: 'shared/notices/offence.ts', imports: '../ports/mail-sender.ts' },
  { rule: 'notices', file: 'shared/notices/offence-policy.ts', imports: '../landlords/landlords.ts' },
  { rule: 'landlords', file: 'shared/landlords/offence.ts', imports: '../calendar/calendar.ts' },
  { rule: 'use-cases', file: 'shared/use-cases/offence-adapter.ts', imports: '../adapters/ses/errors.ts' },
  { rule: 'use-cases', file: 'shared/use-cases/offence-sdk.ts', imports: '@aws-sdk/client-ses' },
  { rule: 'use-cases', file: 'shared/use-cases/offence-node.ts', imports: 'node:fs' },
  { rule: 'adapters', file: 'shared/adapters/offence.ts', imports: '../use-cases/rules.ts' },
  {
    rule: 'handlers-translate',
    file: 'functions/offence-one/handler.ts',
    imports: '../../shared/adapters/ses/errors.ts',
  },
  {
    rule: 'handlers-translate',
    file: 'functions/offence-two/handler.ts',
    imports: '@aws-sdk/client-dynamodb',
  },
  { rule: 'handlers-translate', file: 'functions/offence-three/handler.ts', imports: 'node:fs' },
  // whatever stands beside the handler is held to the same
  {
    rule: 'handlers-translate',
    file: 'functions/staff-api/offence.ts',
    imports: '../../shared/adapters/dynamodb/client.ts',
  },
  {
    rule: 'handlers-translate',
    file: 'functions/resident-api/offence.ts',
    imports: '../staff-api/requests.ts',
  },
  { rule: 'handlers-translate', file: 'functions/sweep/deep/offence.ts', imports: '@aws-sdk/client-ses' },
  { rule: 'handlers-translate', file: 'functions/mail-events/offence.ts', imports: './index.ts' },
  { rule: 'entry-points-wire', file: 'functions/offence-four/index.ts', imports: '../../infra/app.ts' },
  { rule: 'infra', file: 'infra/offence.ts', imports: '../shared/domain/policy.ts' },
  // what nothing that is deployed may import
  {
    rule: 'product-imports-no-test-or-local-stack',
    file: 'functions/middleware/offence.ts',
    imports: '../../infra/local/stack-error.ts',
  },
  {
    rule: 'product-imports-no-test-or-local-stack',
    file: 'functions/middleware/offence-test.ts',
    imports: '../../test/offended.ts',
  },
  { rule: 'local-stack-imports-no-test', file: 'infra/local/offence.ts', imports: '../../test/offended.ts' },
  {
    rule: 'memory-twins-are-for-tests',
    file: 'functions/middleware/offence-memory.ts',
    imports: '../../shared/ports/memory/complaint-store.ts',
  },
];

const nameOf = (text: string, typeOnly: boolean) =>
  typeOnly ? text.replace('offence', 'offence-type') : text;

/** Writes each offence twice: importing a value, and importing only its type. */
function offend(folder: string): string[] {
  return offences.flatMap(({ rule, file, imports, named = true }) =>
    [false, true].flatMap((typeOnly) => {
      const path = join(folder, nameOf(file, typeOnly));
      mkdirSync(dirname(path), { recursive: true });
      const statement = typeOnly ? 'import type * as offended' : 'import * as offended';
      const use = typeOnly ? 'export type Used = typeof offended;' : 'export const used = offended;';
      writeFileSync(path, `${statement} from '${nameOf(imports, typeOnly)}';\n${use}\n`);
      return named ? [`${rule}: ${nameOf(file, typeOnly)}`] : [];
    }),
  );
}

interface Violation {
  from: string;
  rule: { name: string };
}

/** Runs what `npm run check:dependencies` runs, on a copy of the project. */
async function violationsIn(folder: string): Promise<string[]> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const options = ['--config', '.dependency-cruiser.cjs', '--preserve-symlinks', '--output-type', 'json'];
  const { stdout } = await run(process.execPath, [program, ...options, ...folders], {
    cwd: folder,
    maxBuffer: 100_000_000,
  }).catch((error) => error);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[]; totalCruised: number } };
  expect(summary.totalCruised).toBeGreaterThan(100);
  return [...new Set(summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`))].sort();
}

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'redress-dependencies-'));
  for (const name of [...folders, 'tsconfig.json', 'package.json', 'cdk.json', '.dependency-cruiser.cjs'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'test/offended.ts'), 'export const innocent = true;\n');
});
afterAll(() => rmSync(copy, { recursive: true }));

describe('the dependency rules', () => {
  it('pass the project as it is', async () => {
    expect(await violationsIn(copy)).toEqual([]);
  });

  it('each find who breaks it, by a value or by a type alone, and accuse nobody else', async () => {
    const expected = offend(copy);
    expect(await violationsIn(copy)).toEqual(expected.sort());
  });

  it('are each broken here on purpose', () => {
    const rules: { name: string }[] = configuration.forbidden;
    const broken = new Set(offences.map(({ rule }) => rule));
    expect(rules.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });
});
