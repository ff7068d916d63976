import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startJourneyStack } from '../support/local-stack.ts';
import { oldRecords, runImportCommand } from '../support/old-records.ts';
import { countBy, promise, tell, timed } from './figures.ts';

const rows = 2_000;
/** Two thousand rows with forty bad ones: checked, then imported but for those, then nothing twice. */
export async function benchImport(): Promise<void> {
  const stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z' });
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'));
  const file = join(folder, 'complaints.csv');
  writeFileSync(file, oldRecords(rows));
  const run = async () => {
    const report = join(folder, 'report');
    const { out } = await runImportCommand(file, stack, ['--commit', '--skip-bad', '--report', report]);
    return out.find((line) => line.startsWith('2000 rows, ')) ?? out.join('\n');
  };
  try {
    const first = await timed(run);
    promise('of 2,000 rows with 40 bad ones', first.result, '2000 rows, 1960 imported, 40 bad');
    tell('seconds to check and import them (aim: under 60)', first.seconds.toFixed(1));
    tell('rows a second', Math.round(rows / first.seconds));
    promise('it took no more than three times as many', first.seconds <= 3 * 60, true);
    const calls = stack.calls().filter((call) => call.function === 'staff-api');
    const operations = countBy(calls, ({ operation }) => operation);
    promise('transactions', operations.TransactWriteItems, 1_960);
    const second = await timed(run);
    promise('of the same rows again', second.result, '2000 rows, 1960 imported already, 40 bad');
    tell('seconds for that', second.seconds.toFixed(1));
  } finally {
    rmSync(folder, { recursive: true });
    await stack.stop();
  }
}
