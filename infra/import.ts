import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { CannotGoOn, type Fetch, type ImportApi, openApi } from './import/api.ts';
import { type CommandLine, help, readCommandLine, WrongUsage } from './import/command-line.ts';
import { readSheet, type SheetRow, UnusableSheet } from './import/read-sheet.ts';
import { createProgress, summarize, writeLine } from './import/report.ts';
import { judgeUnsent, type Result, sendRows } from './import/send-rows.ts';

/** What an import has of the world around it. */
export interface Surroundings {
  environment: NodeJS.ProcessEnv;
  fetch: Fetch;
  wait: (milliseconds: number) => Promise<unknown>;
  now: () => number;
  out: (text: string) => void;
  err: (text: string) => void;
  isTerminal: boolean;
  /** aborted once somebody wants it to end */
  stop: AbortSignal;
}

/** @returns the exit code */
export async function runImport(given: string[], around: Surroundings): Promise<number> {
  try {
    const asked = readCommandLine(given, around.environment);
    if (asked !== 'help') return await importFile(asked, around);
    around.out(help);
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) around.err(`${error.message} See npm run import -- --help.\n`);
    else if (error instanceof UnusableSheet || error instanceof CannotGoOn) around.err(`${error.message}\n`);
    else throw error;
    return error instanceof CannotGoOn ? 1 : 2;
  }
}

/** Checks every row first; imports only where it was asked to, and where nothing is bad or the bad may be left out. */
async function importFile(asked: CommandLine, around: Surroundings): Promise<number> {
  const rows = readSheet(readFile(asked.file));
  const { api: url, landlord } = asked;
  const { fetch, environment, wait, stop } = around;
  const token = environment.REDRESS_TOKEN || undefined;
  const api = await openApi({ url, landlord, token, fetch, wait, stop });
  const results = judgeUnsent(rows);
  const pass = (some: readonly SheetRow[], dryRun: boolean) => send(api, some, dryRun, results, around);

  let end = await pass(
    rows.filter((row) => !results.has(row)),
    true,
  );
  const bad = [...results.values()].filter(({ outcome }) => outcome === 'bad').length;
  const goesOn = end === undefined && asked.commit && (bad === 0 || asked.skipBad);
  const good = rows.filter((row) => results.get(row)?.outcome === 'would-import');
  if (goesOn) end = await pass(good, false);

  tell(rows, results, asked, around);
  around.out(`${conclude(asked, { goesOn, end, landlord: api.landlord })}\n`);
  const allGood = rows.every((row) => (results.get(row) ?? { outcome: 'bad' }).outcome !== 'bad');
  return end === undefined && allGood ? 0 : 1;
}

function readFile(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UnusableSheet(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** @returns why it ended before its end, if it did */
async function send(
  api: ImportApi,
  rows: readonly SheetRow[],
  dryRun: boolean,
  results: Map<SheetRow, Result>,
  { err: write, isTerminal, now, stop }: Surroundings,
): Promise<string | undefined> {
  if (rows.length === 0) return undefined;
  const progress = createProgress(dryRun ? 'Checked' : 'Imported', rows.length, { write, isTerminal, now });
  const note = (row: SheetRow, result: Result) => {
    results.set(row, result);
    progress.count();
  };
  try {
    await sendRows(api, rows, { dryRun, stop, note });
    return stop.aborted ? 'It was stopped.' : undefined;
  } catch (error) {
    if (error instanceof CannotGoOn) return error.message;
    throw error;
  } finally {
    progress.end();
  }
}

function tell(
  rows: readonly SheetRow[],
  results: ReadonlyMap<SheetRow, Result>,
  { report }: CommandLine,
  { out }: Surroundings,
): void {
  const lines = rows.map((row) => `${writeLine(row, results.get(row))}\n`).join('');
  if (report === undefined) out(lines);
  else writeFileSync(report, lines);
  out(`${summarize(rows, results)}\n`);
}

function conclude(
  { commit }: CommandLine,
  { goesOn, end, landlord }: { goesOn: boolean; end: string | undefined; landlord: string },
): string {
  if (end !== undefined && goesOn)
    return `${end} Run it again with --commit: it goes on from there, and imports nothing twice.`;
  if (end !== undefined) return `${end} Nothing was imported.`;
  if (goesOn) return `What is imported is with ${landlord} now.`;
  if (!commit) return `This was a dry run for ${landlord}: nothing was imported. Add --commit to import.`;
  return 'Nothing was imported, since not every row is good. Correct the bad ones, or add --skip-bad to leave them out.';
}

if (import.meta.main) {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  process.exitCode = await runImport(process.argv.slice(2), {
    environment: process.env,
    fetch,
    wait,
    now: () => performance.now(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    stop: stop.signal,
  });
}
