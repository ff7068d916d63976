import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type CommandLine, readCommandLine, usage, WrongUsage } from './command-line.ts';
import { onEnding } from './ending.ts';
import { type LocalStack, startStack } from './stack.ts';
import { StackError } from './stack-error.ts';
import { landlordIds, sendWorkedExamples } from './worked-examples.ts';

const projectFolder = resolve(import.meta.dirname, '../..');
/** Whatever has not ended by then ends with this process: every child is tied to it. */
const stopWithinMs = 4_000;

async function main(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2), process.env);
  if (options.help) {
    process.stdout.write(usage);
    return;
  }
  const abort = new AbortController();
  const ending = new Promise<'asked'>((settle) => {
    onEnding(() => {
      abort.abort();
      settle('asked');
    });
  });
  const starting = start(options, abort.signal);
  const end = await Promise.race([ending, starting.then(({ died }) => died)]);
  const stopping = starting.then(
    (stack) => stack.stop(),
    () => {},
  );
  await Promise.race([stopping, wait(stopWithinMs)]);
  if (end !== 'asked') throw new StackError(end);
  process.exit(0);
}

async function start(options: CommandLine, signal: AbortSignal): Promise<LocalStack> {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  say('Redress is starting');
  const stack = await startStack({
    ...options,
    signal,
    onProgress: (step, milliseconds) => say(`  ${step} (${(milliseconds / 1000).toFixed(1)} s)`),
    onOutput: options.verbose ? (name, line) => say(`  ${name}: ${line}`) : undefined,
  });
  if (!options.empty && (await stack.isEmpty())) {
    await sendWorkedExamples(stack.url, landlordIds(projectFolder)).catch(async (error: unknown) => {
      await stack.stop();
      throw error;
    });
    say('  A worked example sent to each landlord');
  }
  if (!signal.aborted) say(describeAddresses(stack.url));
  return stack;
}

function describeAddresses(url: string): string {
  const complaint = JSON.stringify({
    complainant: { name: 'Sam Okafor', email: 'sam.okafor@example.com' },
    description: 'The communal door has been broken for three weeks.',
  });
  return `Redress is ready at ${url}

  API      ${url}
  Inbox    ${url}/inbox
  Letters  ${url}/letters
  OpenAPI  ${url}/openapi.json

A first complaint:

curl --request POST '${url}/landlords/day-zero/complaints' \\
  --header 'Content-Type: application/json' \\
  --data '${complaint}'
`;
}

main().catch((error: unknown) => {
  const isExpected = error instanceof StackError || error instanceof WrongUsage;
  const text = isExpected ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(error instanceof WrongUsage ? 2 : 1);
});
