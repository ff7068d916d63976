import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fault } from '../../infra/local/aws-call.ts';
import { type JourneyStack, startJourneyStack } from '../support/local-stack.ts';
import { bringEvents, complainAs, timesTaken, wakeSender } from '../support/sending-journey.ts';

/** The enumeration of platform facts A2, by the code that is deployed. */

let stack: JourneyStack;
beforeAll(async () => {
  stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z' });
  await stack.request('/_local/mail/events', { method: 'PUT', body: '{"automatic":false}' });
});
afterAll(() => stack?.stop());

const ses = { function: 'send-notices', service: 'ses', operation: 'SendRawEmail', times: 1 } as const;
const lostAnswer: Fault = { ...ses, kind: 'lost-response' };

/** What a resident is told is a change to the complaint; that nobody knows yet is one to the notice alone. */
const end: Record<string, Omit<Fault, 'kind'>> = {
  'answer comes': { ...ses, service: 'dynamodb', operation: 'TransactWriteItems', skip: 1 },
  'answer lost': { ...ses, service: 'dynamodb', operation: 'PutItem' },
};
const crashes: Record<string, (answer: string) => Omit<Fault, 'kind'> | undefined> = {
  'never dies': () => undefined,
  'dies before SES has the mail': () => ses,
  'dies once SES has the mail': () => ({ ...ses, when: 'after' }),
  'dies before the end is stored': (answer) => end[answer],
  'dies once the end is stored': (answer) => end[answer] && { ...end[answer], when: 'after' },
};
const events = ['event at once', 'event late', 'no event'];

type Scenario = Record<'crash' | 'answer' | 'event', string>;
const nameOf = ({ crash, answer, event }: Scenario) => `${crash}, ${answer}, ${event}`;

/** An answer can be lost only where SES was asked; where it was not, that of the next attempt is. */
const isLostLater = ({ crash, answer }: Omit<Scenario, 'event'>) =>
  crash === 'dies before SES has the mail' && answer === 'answer lost';

const scenarios: Scenario[] = Object.keys(crashes).flatMap((crash) =>
  Object.keys(end).flatMap((answer) => {
    // their mail is taken at one moment, and three lost at once would stop all mail
    const known = isLostLater({ crash, answer }) ? ['event late', 'no event'] : events;
    return known.map((event) => ({ crash, answer, event }));
  }),
);

/** An answer is lost with the sender that waited for it. */
function faultsOf({ crash, answer }: Scenario): Fault[] {
  const death = crashes[crash]?.(answer);
  const isLost = answer === 'answer lost' && death?.service !== 'ses';
  return [...(isLost ? [lostAnswer] : []), ...(death ? [{ ...death, kind: 'kill' as const }] : [])];
}

/** One complaint’s receipt goes wrong, and the sender is woken twice more. */
async function begin(scenario: Scenario, number: number): Promise<string> {
  for (const fault of faultsOf(scenario)) await stack.addFault(fault);
  const reference = await complainAs(stack, `resident${number}`);
  await stack.settle();
  await wakeSender(stack, 2);
  expect(stack.endpoint.clearFaults(), nameOf(scenario)).toEqual([]);
  if (scenario.event === 'event at once') await bringEvents(stack, reference, 'Send');
  return reference;
}

/** So that no three answers in a row are lost, which would stop all mail: that is another journey’s. */
async function sendOneWell(name: string): Promise<void> {
  const reference = await complainAs(stack, name);
  await stack.settle();
  expect(timesTaken(stack, reference)).toEqual({ receipt: 1 });
}

async function moveOn(to: string): Promise<void> {
  await stack.moveClock(to);
  await wakeSender(stack, 3);
}

it('no notice is lost, and one goes out twice only where neither SES’s answer nor its event came', async () => {
  const begun = new Map<Scenario, string>();
  for (const [number, scenario] of scenarios.entries()) {
    if (isLostLater(scenario)) continue;
    begun.set(scenario, await begin(scenario, number));
    if (scenario.answer === 'answer lost') await sendOneWell(`well${number}`);
  }
  // every lease has run out, and no notice has been given up waiting for
  await moveOn('2026-12-23T15:10:00Z');
  for (const [{ event }, reference] of begun)
    if (event === 'event late') await bringEvents(stack, reference, 'Send');
  await moveOn('2026-12-23T17:00:00Z');

  for (const [number, scenario] of scenarios.entries())
    if (isLostLater(scenario)) begun.set(scenario, await begin(scenario, number));
  await stack.addFault({ ...lostAnswer, times: 2 });
  await moveOn('2026-12-23T17:30:00Z');
  expect(stack.endpoint.clearFaults()).toEqual([]);
  for (const [scenario, reference] of begun)
    if (isLostLater(scenario) && scenario.event === 'event late') await bringEvents(stack, reference, 'Send');
  await moveOn('2026-12-23T20:00:00Z');

  expect(begun.size).toBe(29);
  const taken = [...begun].map(([scenario, reference]) => [
    nameOf(scenario),
    timesTaken(stack, reference).receipt ?? 0,
  ]);
  expect(Object.fromEntries(taken.filter(([, times]) => times !== 1))).toEqual({
    'never dies, answer lost, no event': 2,
    'dies once SES has the mail, answer comes, no event': 2,
    'dies once SES has the mail, answer lost, no event': 2,
    'dies before the end is stored, answer comes, no event': 2,
    'dies before the end is stored, answer lost, no event': 2,
    'dies once the end is stored, answer lost, no event': 2,
  });
}, 120_000);
