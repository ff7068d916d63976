import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import './notices/markdown-modules.ts';
import { buildEventTypes } from './event-types.ts';
import { listedIn, listWordings } from './notices/list-wordings.ts';
import { readWordingFiles } from './notices/wording-files.ts';
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

function listFile(): GeneratedFile {
  return { path: listedIn, content: listWordings(readWordingFiles(root).files) };
}

/** Every other file that is made from the code, in full. */
async function generateFiles(): Promise<GeneratedFile[]> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // Imported last: it reads Markdown as the bundler does.
  const { defaultTexts } = await import('./notices/write-cases.ts');
  return [
    { path: 'docs/openapi.json', content: `${JSON.stringify(buildOpenApi(version), undefined, 2)}\n` },
    { path: 'docs/procedure.md', content: buildProcedure() },
    { path: 'docs/event-types.md', content: buildEventTypes() },
    ...[...defaultTexts()].map(([kind, content]) => ({ path: `docs/notices/text/${kind}.txt`, content })),
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
async function run(given: string[]): Promise<number> {
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
  // What it lists is imported by what writes the rest: a file that is gone must not be listed any more by then.
  const list = listFile();
  if (!options.check) {
    writeFiles([list]);
    writeFiles(await generateFiles());
    return 0;
  }
  const stale = isStale(list) ? [list] : (await generateFiles()).filter(isStale);
  for (const { path } of stale) {
    console.error(`${path} is stale: run "npm run generate" and keep what it writes.`);
  }
  return stale.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2));
