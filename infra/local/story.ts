import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, type CivilDate, describeDate } from '../../shared/domain/civil-date.ts';
import { instant, londonDateOf, londonInstant, londonTimeOf } from '../../shared/domain/london-time.ts';
import type { AcceptedMail } from './aws-call.ts';
import { onEnding } from './ending.ts';
import { type LocalStack, startStack } from './stack.ts';
import { StackError } from './stack-error.ts';
import { complaints, landlordIds } from './worked-examples.ts';

/** Tells one complaint on the local stack with the clock moving: what anybody could see in the API and the inbox. */

const landlords = landlordIds(resolve(import.meta.dirname, '../..'));
const usage = `Tells one complaint from the day it is sent until its landlord has to say sorry.

  npm run story -- <landlord>

  <landlord>   ${landlords.join(', ')} (default: day-zero)
  --help       this
`;

const begins = '2026-12-23T15:00:00Z';
/** a week after the answer was due everybody has heard */
const daysAfterLastDate = 7;

interface Answer {
  reference: string;
  obligations: { kind: string; dueOn: CivilDate; explanation: string; projected?: true }[];
}

async function tell(landlord: string, stack: LocalStack): Promise<void> {
  const [complaint] = complaints;
  say(`${describeDate(londonDateOf(instant(begins)))}, ${londonTimeOf(instant(begins))}`);
  say(`  ${complaint?.complainant.name} sends a complaint to ${landlord}:`);
  say(`  “${complaint?.description}”`);
  const response = await stack.request(`/landlords/${landlord}/complaints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'the-story' },
    body: JSON.stringify(complaint),
  });
  if (response.status !== 201)
    throw new StackError(`The API answered ${response.status}: ${await response.text()}`);
  const { reference, obligations } = (await response.json()) as Answer;
  say(`  The API answers with the reference ${reference} and these promises:`);
  for (const { kind, dueOn, explanation, projected } of obligations) {
    say(`    ${kind} by ${describeDate(dueOn)}${projected ? ', projected' : ''}`);
    say(`      ${explanation}`);
  }
  await stack.settle();
  const heard = tellMails(stack.mails(), 0);

  const lastDate =
    obligations
      .map(({ dueOn }) => dueOn)
      .sort()
      .at(-1) ?? londonDateOf(instant(begins));
  const end = addDays(lastDate, daysAfterLastDate);
  await tellDays(stack, addDays(londonDateOf(instant(begins)), 1), end, heard);
  say('');
  say(`Nobody acknowledged or answered ${reference}, so its alerts go on every five working days.`);
  say(
    `In all ${stack.mails().length} mails were sent, ${stack.mails().filter(isApology).length} of them to say sorry.`,
  );
}

async function tellDays(stack: LocalStack, from: CivilDate, to: CivilDate, heard: number): Promise<void> {
  let told = heard;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    await stack.moveClock(londonInstant(day, '23:59'));
    if (stack.mails().length > told) {
      say('');
      say(describeDate(day));
      told = tellMails(stack.mails(), told);
    }
  }
}

function tellMails(mails: AcceptedMail[], told: number): number {
  for (const { at, to, subject } of mails.slice(told)) {
    say(`  ${londonTimeOf(instant(at))}  mail to ${to.join(', ')}`);
    say(`         ${subject}`);
  }
  return mails.length;
}

function isApology({ subject }: AcceptedMail): boolean {
  return subject.includes('sorry');
}

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
    now: begins,
    signal: abort.signal,
    onProgress: (step, milliseconds) =>
      process.stderr.write(`  ${step} (${(milliseconds / 1000).toFixed(1)} s)\n`),
  });
  const telling = starting.then((stack) => tell(landlord, stack));
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
