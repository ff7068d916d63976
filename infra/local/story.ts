import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { onEnding } from './ending.ts';
import { startStack } from './stack.ts';
import { StackError } from './stack-error.ts';
import { taleBegins, tellTale } from './tale.ts';
import { landlordIds } from './worked-examples.ts';

/** Tells one complaint on the local stack with the clock moving: what anybody could see in the API and the inbox. */

const landlords = landlordIds(resolve(import.meta.dirname, '../..'));
const usage = `Tells one complaint from the form to its answer, and what everybody sees of it.

  npm run story -- <landlord>

  <landlord>   ${landlords.join(', ')} (default: day-zero)
  --help       this
`;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function main(): Promise<void> {
  const { positionals, values } = readArguments();
  if (values.help) return say(usage);
  const [landlord = 'day-zero', ...more] = positionals;
  if (more.length > 0 || !landlords.includes(landlord)) {
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
  const telling = starting.then((stack) => tellTale(landlord, stack, say));
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
    return parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
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
