import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectStatus } from '../../infra/local/staff-client.ts';
import { type JourneyStack, sam, startJourneyStack } from '../support/local-stack.ts';
import { addressOf, gatherStaff } from '../support/staff-journey.ts';

/** A manager asks on a Sunday what goes out on Monday 4 January 2027, and then it does. */
let stack: JourneyStack;
let staff: Awaited<ReturnType<typeof gatherStaff>>;
beforeAll(async () => {
  stack = await startJourneyStack({ now: '2027-01-03T19:00:00Z' });
  staff = await gatherStaff(stack);
  await stack.accepted('code-2024');
  const logged = { landlord: 'day-zero', channel: 'phone', receivedAt: '2026-12-23T15:00:00Z', ...sam };
  const log = async () => {
    const answer = await expectStatus(await staff.leila.send('POST', '/staff/complaints', logged), 201);
    return answer.reference as string;
  };
  await log();
  const assigned = await log();
  const toLeila = { handler: addressOf('leila'), team: 'north' };
  await expectStatus(await staff.marta.change(assigned, 'assignment', toLeila), 200);
  await stack.settle();
});
afterAll(() => stack?.stop());

interface Line {
  at: string;
  to: string | undefined;
  subject: string;
  text: string;
}
/** To ten minutes: a digest leaves with the sender’s next tick. */
const inOrder = (lines: Line[]) =>
  lines
    .map(({ at, text, ...rest }) => ({ at: at.slice(0, 15), text: text.trim(), ...rest }))
    .toSorted(byPlace);
const byPlace = (one: Line, other: Line) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

it('what is foretold of tomorrow is tomorrow’s mail, and foretelling it writes nothing', async () => {
  const before = { calls: stack.calls().length, mails: stack.mails().length };
  const path = '/staff/forecast?landlord=day-zero&on=2027-01-04';
  const { mails, complete } = await expectStatus(await staff.marta.get(path), 200);
  const calls = stack.calls().slice(before.calls);
  const asked = new Set(
    calls.filter((call) => call.function === 'staff-api').map(({ operation }) => operation),
  );
  expect([...asked].toSorted()).toEqual(['BatchGetItem', 'GetItem', 'Query']);
  expect(stack.mails()).toHaveLength(before.mails);

  await stack.moveClock('2027-01-04T23:59:00Z');
  const sent = stack.mails().slice(before.mails);
  const ours = sent.filter(({ to }) => to.every((each) => each.endsWith('@larkfield-homes.example')));
  const foretold: Line[] = mails.map(({ at, to, subject, text }: Line & { to: { address: string } }) => {
    return { at, to: to.address, subject, text };
  });
  expect(inOrder(foretold)).toEqual(
    inOrder(ours.map(({ at, to: [to], subject, text }) => ({ at, to, subject, text }))),
  );
  expect(complete).toBe(true);
  // digests to Leila and to the mailbox of whoever assigns, and alerts of two complaints, to two readers each
  expect(foretold.map(({ at }) => at.slice(11, 16)).toSorted()).toEqual([
    ...['07:30', '07:30'],
    ...['09:00', '09:00', '09:00', '09:00'],
  ]);
});
