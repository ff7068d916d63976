import { type JourneyStack, startJourneyStack } from '../support/local-stack.ts';
import { complainAs } from '../support/sending-journey.ts';
import { countBy, promise, tell, timed } from './figures.ts';

const notices = 200;
const longestGap = 11 * 60_000;

/** What sending costs: of many notices that wait at once, and of one alone. */
export async function benchSending(): Promise<void> {
  const stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z' });
  try {
    await measureOne(stack);
    await measureMany(stack);
  } finally {
    await stack.stop();
  }
}

/** From owed to delivered, the sender’s own waking included. */
async function measureOne(stack: JourneyStack): Promise<void> {
  // functions that have just started read the calendar first
  await complainAs(stack, 'first');
  await stack.settle();
  const before = stack.calls().length;
  await complainAs(stack, 'second');
  await stack.settle();
  const calls = stack.calls().slice(before);
  const sender = operationsOf(calls, 'send-notices');
  promise('calls of a run that finds one notice, and of no other', countBy(sender, String), {
    GetItem: 1,
    Query: 5,
    BatchGetItem: 1,
    TransactWriteItems: 2,
    SendRawEmail: 1,
  });
  promise('calls for its events', countBy(operationsOf(calls, 'mail-events'), String), {
    BatchGetItem: 2,
    TransactWriteItems: 1,
  });
}

/** A queue that grew while SES took no mail, and what it costs to send it: as counts, and beside taking it in. */
async function measureMany(stack: JourneyStack): Promise<void> {
  await stack.addFault({
    service: 'ses',
    operation: 'SendRawEmail',
    kind: 'refuse',
    error: 'AccountSendingPausedException',
    times: 100_000,
  });
  const accepting = await timed(async () => {
    for (let sent = 0; sent < notices; sent++) await complainAs(stack, `waiting${sent}`);
  });
  await stack.settle();
  stack.endpoint.clearFaults();
  const taken = stack.mails().length;
  const before = stack.calls().length;
  // no longer than the longest gap between two questions whether mail is taken again
  const { seconds } = await timed(() => stack.moveClock(new Date(stack.now() + longestGap).toISOString()));
  const calls = stack.calls().slice(before);
  promise('mails sent when SES takes mail again', stack.mails().length - taken, notices);
  for (const name of ['send-notices', 'mail-events']) {
    for (const [operation, count] of Object.entries(countBy(operationsOf(calls, name), String)))
      tell(`calls of ${name} for each of ${notices} notices: ${operation}`, count / notices);
  }
  tell('notices a second, events and all', Math.round(notices / seconds));
  tell('seconds beside those of accepting as many complaints', (seconds / accepting.seconds).toFixed(2));
}

function operationsOf(calls: ReturnType<JourneyStack['calls']>, name: string): string[] {
  return calls.flatMap((call) => (call.function === name ? [call.operation] : []));
}
