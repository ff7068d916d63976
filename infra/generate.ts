import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildEventTypes } from './event-types.ts';
import { buildOpenApi } from './openapi.ts';
import { buildProcedure } from './procedure.ts';

interface GeneratedFile {
  /** from the root of the project */
  path: string;
  content: string;
}

const root = join(import.meta.dirname, '..');

const help = `node infra/generate.ts            writes every generated file
node infra/generate.ts --check    writes nothing; fails where a generated file is stale`;

/** Every file that is made from the code, in full. */
function generateFiles(): GeneratedFile[] {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return [
    { path: 'docs/openapi.json', content: `${JSON.stringify(buildOpenApi(version), undefined, 2)}\n` },
    { path: 'docs/procedure.md', content: buildProcedure() },
    { path: 'docs/event-types.md', content: buildEventTypes() },
  ];
}

function isStale({ path, content }: GeneratedFile): boolean {
  return readIfThere(join(root, path)) !== content;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function writeFiles(files: GeneratedFile[]): void {
  for (const { path, content } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    console.log(path);
  }
}

/** @returns the exit code */
function run(given: string[]): number {
  let options: { check?: boolean; help?: boolean };
  try {
    const known = { check: { type: 'boolean' }, help: { type: 'boolean' } } as const;
    options = parseArgs({ args: given, options: known }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help}`);
    return 2;
  }
  if (options.help) {
    console.log(help);
    return 0;
  }
  const files = generateFiles();
  if (!options.check) {
    writeFiles(files);
    return 0;
  }
  const stale = files.filter(isStale);
  for (const { path } of stale) {
    console.error(`${path} is stale: run "npm run generate" and keep what it writes.`);
  }
  return stale.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = run(process.argv.slice(2));
