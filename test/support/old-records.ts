import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { LocalStack } from '../../infra/local/stack.ts';

const root = resolve(import.meta.dirname, '../..');
const every = 50;

/** Old records of a landlord: complaints of the last weeks at every point of their life, one of fifty of which cannot have happened. */
export function oldRecords(count: number): string {
  const columns = [
    ...['Id', 'Channel', 'Received on', 'Name', 'Email', 'Description', 'Acknowledged on', 'Responded on'],
    ...['Finding', 'Reasons', 'Escalated on'],
  ];
  const lives = [
    ['2026-12-14', '', '', '', '', ''],
    ['2026-12-07', '2026-12-10', '', '', '', ''],
    ['2026-12-01', '2026-12-04', '2026-12-11', 'upheld', 'The order was lost.', ''],
    ['2026-11-23', '2026-11-26', '2026-12-04', 'not-upheld', 'It was done in time.', '2026-12-10'],
  ];
  const lines = Array.from({ length: count }, (_, index) => {
    const [received = '', ...rest] = lives[index % lives.length] ?? [];
    const isBad = (index + 1) % every === 0;
    const person = [`Person ${index}`, `person-${index}@example.com`, 'Damp has come back in two rooms.'];
    return [`CRM-${index}`, isBad ? 'pigeon' : 'phone', received, ...person, ...rest].join(',');
  });
  return [columns.join(','), ...lines].join('\n');
}

/** Runs the command as a process against a stack. */
export async function runImportCommand(
  file: string,
  { url }: Pick<LocalStack, 'url'>,
  given: string[] = [],
): Promise<{ code: number | null; out: string[]; err: string[] }> {
  const command = spawn(process.execPath, ['infra/import.ts', file, '--api', url, ...given], { cwd: root });
  const said = { out: '', err: '' };
  command.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  command.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  const code = await new Promise<number | null>((ended) => command.on('close', ended));
  const linesOf = (text: string) => text.split('\n').slice(0, -1);
  return { code, out: linesOf(said.out), err: linesOf(said.err) };
}
