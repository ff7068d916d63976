import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { onEnding } from './ending.ts';
import { startStack } from './stack.ts';
import { StackError } from './stack-error.ts';
import { taleBegins } from './tale/tale.ts';
import { tellTales } from './tale/tell-tales.ts';
import { landlordIds } from './worked-examples.ts';

/** Tells complaints on the local stack with the clock moving: what anybody could see in the API and the inbox. */

const landlords = landlordIds(resolve(import.meta.dirname, '../..'));
const usage = `Tells one complaint from the form to what the Ombudsman orders, and what everybody sees of it.

  npm run story -- <landlord>
  npm run story -- --all

  <landlord>   ${landlords.join(', ')} (default: day-zero)
  --all        one complaint of each landlord, one after the other
  --help       this
`;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function main(): Promise<void> {
  const { positionals, values } = readArguments();
  if (values.help) return say(usage);
  const told = values.all ? landlords : positionals.slice(0, 1);
  const wrong = values.all ? positionals : positionals.filter((each) => !landlords.includes(each));
  if (positionals.length > 1 || wrong.length > 0) {
    throw new StackError(
      `There is no landlord “${positionals.join(' ')}”; there are ${landlords.join(', ')}.`,
    );
  }
  const abort = new AbortController();
  const ended = new Promise<void>((settle) => {
    onEnding(() => {
      abort.abort();
      settle();
    });
  });
  process.stderr.write('The local stack is starting\n');
  const starting = startStack({
    now: taleBegins,
    signal: abort.signal,
    onProgress: (step, milliseconds) =>
      process.stderr.write(`  ${step} (${(milliseconds / 1000).toFixed(1)} s)\n`),
  });
  const telling = starting.then((stack) => tellTales(told.length > 0 ? told : ['day-zero'], stack, say));
  try {
    await Promise.race([telling, ended]);
  } finally {
    await starting.then(
      (stack) => stack.stop(),
      () => {},
    );
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean' }, all: { type: 'boolean' } },
    });
  } catch {
    throw new StackError('See npm run story -- --help for what the story takes.');
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(
      `${error instanceof StackError ? error.message : String((error as Error)?.stack)}\n`,
    );
    process.exit(1);
  },
);
