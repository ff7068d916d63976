import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAccepting } from './accepting.ts';
import { benchCommands } from './commands.ts';
import { benchDates } from './dates.ts';
import { benchEveryTick } from './every-tick.ts';
import { benchIdleSweep } from './idle-sweep.ts';
import { benchImport } from './import.ts';
import { benchSending } from './sending.ts';
import { benchSixtyDays } from './sixty-days.ts';

/** Each measures one promise, prints its figures, and fails where a count is not what was promised. */
const benches: Record<string, () => Promise<void>> = {
  dates: benchDates,
  accepting: benchAccepting,
  commands: benchCommands,
  sending: benchSending,
  'sixty-days': benchSixtyDays,
  'idle-sweep': benchIdleSweep,
  'every-tick': benchEveryTick,
  import: benchImport,
};

const { positionals, values } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
if (values.help) {
  process.stdout.write(
    `npm run bench -- [name…]\n\n  names: ${Object.keys(benches).join(', ')} (default: all)\n`,
  );
  process.exit(0);
}
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.\n`,
  );
  process.exit(2);
}
const [processor] = cpus();
process.stdout.write(`${cpus().length} × ${processor?.model}, Node ${process.version}\n`);
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  process.stdout.write(`\n${name}\n`);
  await benches[name]?.();
}
process.exit(process.exitCode ?? 0);
