import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { StackError } from './stack-error.ts';
import { startTiedChild } from './tied-child.ts';

interface Options {
  projectFolder: string;
  /** a file in place of calendar version 1 */
  calendarFile?: string | undefined;
  signal?: AbortSignal | undefined;
}

const keptAssemblies = 4;
const keptForMs = 60 * 60 * 1000;
const sources = ['infra', 'functions', 'shared', 'package-lock.json', 'cdk.json', 'tsconfig.json'];

/** Synthesizes the CDK app in a child process, or finds the assembly that the same sources gave before. */
export async function synthesize(options: Options): Promise<string> {
  const calendarFile = options.calendarFile === undefined ? undefined : readableFile(options.calendarFile);
  const context = calendarFile === undefined ? {} : { calendarFile };
  const cache = join(options.projectFolder, 'node_modules', '.cache', 'redress');
  const assembly = join(cache, hashSources(options.projectFolder, context, calendarFile));
  if (existsSync(assembly)) {
    const now = new Date();
    utimesSync(assembly, now, now);
    return assembly;
  }
  mkdirSync(cache, { recursive: true });
  const workplace = mkdtempSync(join(cache, 'making-'));
  try {
    await runApp(options, workplace, context);
    // the bundles are CommonJS, under a package that is not
    writeFileSync(join(workplace, 'package.json'), '{"type":"commonjs"}\n');
    moveInto(workplace, assembly);
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
  forgetOldAssemblies(cache);
  return assembly;
}

async function runApp(
  { projectFolder, signal }: Options,
  outdir: string,
  extraContext: object,
): Promise<void> {
  const cdk = JSON.parse(readFileSync(join(projectFolder, 'cdk.json'), 'utf8'));
  const child = startTiedChild([process.execPath, ...appArguments(cdk.app)], {
    cwd: projectFolder,
    env: {
      ...process.env,
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify({ ...cdk.context, ...extraContext }),
    },
  });
  const end = () => void child.end();
  signal?.addEventListener('abort', end, { once: true });
  const code = await child.exited;
  signal?.removeEventListener('abort', end);
  if (code === 0) return;
  const lastLines = child.output().trim().split('\n').slice(-12).join('\n');
  throw new StackError(`The templates could not be synthesized (exit code ${code}):\n${lastLines}`);
}

/** `node infra/app.ts` of cdk.json, without the `node` */
function appArguments(app: unknown): string[] {
  const [program, ...rest] = String(app).split(' ');
  if (program !== 'node') throw new StackError('cdk.json must start the app with node.');
  return rest;
}

function readableFile(file: string): string {
  const path = resolve(file);
  try {
    readFileSync(path);
    return path;
  } catch {
    throw new StackError(`The calendar file ${path} cannot be read.`);
  }
}

/** The same for the same sources, whatever becomes of them. */
export function hashSources(projectFolder: string, context: object, calendarFile?: string): string {
  const hash = createHash('sha256').update(process.version).update(JSON.stringify(context));
  if (calendarFile !== undefined) hash.update(readFileSync(calendarFile));
  for (const source of sources) hashPath(hash, projectFolder, join(projectFolder, source));
  return hash.digest('hex').slice(0, 32);
}

function hashPath(hash: ReturnType<typeof createHash>, projectFolder: string, path: string): void {
  if (!existsSync(path)) return;
  const name = relative(projectFolder, path);
  if (name === join('infra', 'local')) return;
  if (statSync(path).isDirectory()) {
    for (const entry of readdirSync(path).sort()) hashPath(hash, projectFolder, join(path, entry));
    return;
  }
  hash.update(`\0${name}\0`).update(readFileSync(path));
}

/** A stack that starts at the same time may have been first; both made the same. */
function moveInto(workplace: string, assembly: string): void {
  try {
    renameSync(workplace, assembly);
  } catch (error) {
    if (!existsSync(assembly)) throw error;
  }
}

/** Stacks that still run may be reading an assembly, so recent ones stay whatever their number. */
function forgetOldAssemblies(cache: string): void {
  const entries = readdirSync(cache)
    .map((name) => join(cache, name))
    .map((path) => ({ path, usedAt: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.usedAt - a.usedAt);
  for (const { path, usedAt } of entries.slice(keptAssemblies)) {
    if (Date.now() - usedAt > keptForMs) rmSync(path, { recursive: true, force: true });
  }
}
