import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fault } from '../../infra/local/aws-call.ts';
import { expectStatus, type StaffClient } from '../../infra/local/staff-client.ts';
import { type NthCall, nameFault, numberCalls, waysToFail } from '../support/fault-cases.ts';
import { type JourneyStack, startJourneyStack } from '../support/local-stack.ts';
import { complainAs, noticesOf, reader, timesTaken, wakeSender } from '../support/sending-journey.ts';

/** Every AWS call by which a notice is sent and its events are taken, failed once in every way that the stack offers. */

/** `npm run test:faults` tries all; without it one time-out does for all, and reads fail in fewer ways. */
const everyFault = process.env.EVERY_FAULT !== undefined;

let stack: JourneyStack;
let staff: StaffClient;
beforeAll(async () => {
  stack = await startJourneyStack({ now: '2026-12-23T09:00:00Z' });
  staff = reader(stack);
});
afterAll(() => stack?.stop());

const minute = 60_000;
const moveOn = (minutes: number) => stack.moveClock(new Date(stack.now() + minutes * minute).toISOString());

/** What each function calls from the complaint to the delivery of its receipt. */
async function callsOfOneNotice(resident: string): Promise<NthCall[]> {
  const before = stack.calls().length;
  await complainAs(stack, resident);
  await stack.settle();
  const calls = stack.calls().slice(before);
  const callsOf = (name: string) => numberCalls(calls.filter((call) => call.function === name));
  const sender = callsOf('send-notices');
  // its second transaction stores how the attempt ended; woken again by that, it finds nothing to do
  const end = sender.findIndex(({ operation, nth }) => operation === 'TransactWriteItems' && nth === 2);
  return [...sender.slice(0, end + 1), ...callsOf('mail-events')];
}

/** A complaint whose notice meets the fault. */
async function meet(fault: Fault, number: number): Promise<string> {
  await stack.addFault(fault);
  const reference = await complainAs(stack, `resident${number}`);
  await stack.settle();
  expect(stack.endpoint.clearFaults(), nameFault(fault)).toEqual([]);
  // where the run was cut off before it came to the notice
  if (timesTaken(stack, reference).receipt === undefined) await wakeSender(stack, 1);
  return reference;
}

/** Three attempts in a row that fail would stop all mail, which is another journey’s. */
async function meetAndSendOneWell(fault: Fault, number: number): Promise<string> {
  const reference = await meet(fault, number);
  if (fault.service === 'ses') {
    await complainAs(stack, `well${number}`);
    await stack.settle();
  }
  return reference;
}

function isTried({ kind, operation, skip, when }: Fault): boolean {
  if (everyFault) return true;
  if (kind === 'timeout') return operation === 'TransactWriteItems' && skip === 1;
  const isRead = operation === 'Query' || operation === 'GetItem';
  return !isRead || kind === 'refuse' || kind === 'lost-response' || when === 'after';
}

it('every call fails once in every way: each notice is sent once and delivered', async () => {
  const cold = await callsOfOneNotice('first');
  const warm = (await callsOfOneNotice('second')).map((call) => JSON.stringify(call));
  expect(cold.map(({ operation, nth }) => `${operation} ${nth}`)).toEqual([
    'GetItem 1',
    ...[1, 2, 3, 4, 5].map((nth) => `Query ${nth}`),
    'BatchGetItem 1',
    'TransactWriteItems 1',
    'SendRawEmail 1',
    'Query 6',
    'TransactWriteItems 2',
    'BatchGetItem 1',
    'BatchGetItem 2',
    'Query 1',
    'TransactWriteItems 1',
  ]);
  expect(cold.flatMap(waysToFail)).toHaveLength(108);

  const met = new Map<Fault, string>();
  for (const call of cold) {
    const isOfColdOnly = !warm.includes(JSON.stringify(call));
    for (const fault of waysToFail(call).filter(isTried)) {
      // the calendar is read again after five minutes
      if (isOfColdOnly) await moveOn(6);
      met.set(fault, await meetAndSendOneWell(fault, met.size));
    }
    // what waits is done before the next call’s turn: the longest is set aside for an hour
    await moveOn(90);
  }
  expect(met.size).toBe(everyFault ? 108 : 70);

  const refused = 'send-notices SendRawEmail 1 refuse';
  for (const [fault, reference] of met) {
    const name = nameFault(fault);
    await expectStatus(await staff.get(`/staff/complaints/${reference}`), 200);
    const [receipt] = await noticesOf(staff, reference);
    const state = name === refused ? 'refused-by-ses' : 'delivered';
    const taken = name === refused ? {} : { receipt: 1 };
    expect({ name, state: receipt?.state, taken: timesTaken(stack, reference) }).toEqual({
      name,
      state,
      taken,
    });
  }
  expect(stack.runtime.queues.messages()).toEqual([]);
}, 600_000);
