import { execFileSync } from 'node:child_process';
import { median } from '../figures.ts';

const runs = 7;
const program = `
const [modules, holidays] = process.argv.slice(1);
const { workingCalendar } = await import(modules);
const days = { holidays: holidays.split(','), from: '2012-01-01', to: '2099-12-31' };
const begun = performance.now();
workingCalendar(days);
process.stdout.write(String(performance.now() - begun));
`;
const modules = new URL('../../../shared/domain/working-days.ts', import.meta.url).href;

/** Milliseconds that the first calendar of a process takes to build, each time in a new process. */
export function timeColdCalendar(holidays: readonly string[]): number {
  const run = () => {
    const words = ['--input-type=module', '--eval', program, modules, holidays.join()];
    return Number(execFileSync(process.execPath, words, { encoding: 'utf8' }));
  };
  return median(Array.from({ length: runs }, run));
}
