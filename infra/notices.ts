import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import './notices/markdown-modules.ts';
import { shippedLandlords } from './constructs/landlords.ts';
import { CannotWrite, writingTo } from './notices/cannot-write.ts';
import { checkWordings, sayProblems } from './notices/check-wordings.ts';
import { type CommandLine, help, readCommandLine, WrongUsage } from './notices/command-line.ts';
import { listedIn, listWordings } from './notices/list-wordings.ts';
import { readWordingFiles } from './notices/wording-files.ts';

const root = join(import.meta.dirname, '..');

/** What the command has of the world around it. */
export interface Surroundings {
  out: (text: string) => void;
  err: (text: string) => void;
  isTerminal: boolean;
  /** aborted once somebody wants it to end */
  stop: AbortSignal;
}

/** @returns the exit code */
export async function runNotices(given: string[], around: Surroundings): Promise<number> {
  let asked: CommandLine | 'help';
  try {
    asked = readCommandLine(given, shippedLandlords());
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    around.err(`${error.message} See npm run notices -- --help.\n`);
    return 2;
  }
  if (asked === 'help') {
    around.out(help);
    return 0;
  }
  try {
    return await runAsked(asked, around);
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    around.err(`${error.message}\n`);
    return 1;
  }
}

async function runAsked(asked: CommandLine, around: Surroundings): Promise<number> {
  if (!asked.check) await keepListed(around);
  const problems = checkWordings(root);
  if (problems.length > 0) {
    around.err(`${sayProblems(problems)}\n\nNothing was written. Mend these, and run it again.\n`);
    return 1;
  }
  if (asked.check) {
    around.out('Every wording can be used.\n');
    return 0;
  }
  return asked.pictures ? await draw(asked, around) : await write(asked, around);
}

/** A new file is listed by the command that shows it, so that nobody has to touch code for it. */
async function keepListed({ err }: Surroundings): Promise<void> {
  const { files, problems } = readWordingFiles(root);
  const content = listWordings(files);
  if (problems.length > 0 || content === readFileSync(join(root, listedIn), 'utf8')) return;
  await writingTo(listedIn, () => writeFileSync(join(root, listedIn), content));
  err(`${listedIn} lists every wording again: keep it with them.\n`);
}

async function draw({ landlord }: CommandLine, { out }: Surroundings): Promise<number> {
  const { policyOf, writeCases } = await import('./notices/write-cases.ts');
  const { drawPictures } = await import('./notices/pictures.ts');
  const policy = policyOf(landlord);
  if (!policy) return 1;
  const names = await drawPictures(writeCases(policy), join(root, 'docs/notices'));
  out(`${names.map((name) => `docs/notices/${name}`).join('\n')}\n`);
  return 0;
}

async function write({ landlord, folder }: CommandLine, around: Surroundings): Promise<number> {
  const { out, err, isTerminal, stop } = around;
  // Only now: the wordings that it imports are listed and can be used.
  const { runBench } = await import('./notices/bench.ts');
  const progress = (done: number, of: number) => {
    if (isTerminal) err(`\rWritten: ${done} of ${of}${done === of ? '\n' : ''}`);
  };
  const report = await runBench({ landlord, folder, stop, progress });
  if (!report) {
    err('\nIt was stopped. What was there before is as it was.\n');
    return 130;
  }
  const { index, cases, own, translated, changed, isFirst } = report;
  out(`${cases} cases, ${own.length} in your own wording${listed(own)}.\n`);
  if (translated.length > 0)
    out(`${translated.length} in another language than English${listed(translated)}.\n`);
  if (!isFirst) out(`${changed.length} changed since the last run${listed(changed)}.\n`);
  out(`Open ${pathToFileURL(index).href}\n`);
  return 0;
}

function listed(ids: readonly string[]): string {
  return ids.length > 0 ? `: ${ids.join(', ')}` : '';
}

if (import.meta.main) {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  process.exitCode = await runNotices(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    stop: stop.signal,
  });
}
