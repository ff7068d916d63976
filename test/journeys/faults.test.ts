import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStaffClient, expectStatus } from '../../infra/local/staff-client.ts';
import { type JourneyStack, sam, startJourneyStack } from '../support/local-stack.ts';

let stack: JourneyStack;
beforeAll(async () => {
  stack = await startJourneyStack();
});
beforeEach(async () => {
  await stack.reset('2027-01-04T08:00:00Z');
  const member = { name: 'Leila Haddad', email: 'leila@larkfield-homes.example' };
  const leila = createStaffClient(stack, { ...member, roles: ['handler'], landlords: ['day-zero'] });
  const complaint = { landlord: 'day-zero', channel: 'phone', receivedAt: '2026-12-23T15:00:00Z', ...sam };
  for (let logged = 0; logged < 5; logged++)
    await expectStatus(await leila.send('POST', '/staff/complaints', complaint), 201);
  await stack.settle();
});
afterAll(() => stack.stop());

/** What five complaints of before are owed on the day that their acknowledgement is due: five receipts, two alerts each. */
const firstAlert = '2027-01-04T09:00:00Z';
const sentOnce = () => {
  const notices = stack.mails().map(({ tags }) => `${tags.complaint} ${tags.notice}`);
  return { mails: notices.length, different: new Set(notices).size };
};

describe('a sweep', () => {
  it.each([
    ['killed before its third commit', { operation: 'TransactWriteItems', kind: 'kill', times: 1 }],
    ['killed after a commit', { operation: 'TransactWriteItems', kind: 'kill', when: 'after', times: 1 }],
    ['whose query is refused', { operation: 'Query', kind: 'refuse', times: 1 }],
    ['that is throttled again and again', { operation: 'TransactWriteItems', kind: 'throttle', times: 12 }],
    ['whose answers are lost', { operation: 'TransactWriteItems', kind: 'lost-response', times: 3 }],
    ['in conflict with another writer', { operation: 'TransactWriteItems', kind: 'conflict', times: 4 }],
    ['whose reads time out', { operation: 'GetItem', kind: 'timeout', times: 2 }],
  ])(
    '%s loses nothing and doubles nothing',
    async (_, fault) => {
      await stack.addFault({ service: 'dynamodb', function: 'sweep', ...fault });
      await stack.moveClock(firstAlert);
      await stack.moveClock('2027-01-04T11:00:00Z');
      expect(sentOnce()).toEqual({ mails: 15, different: 15 });
    },
    120_000,
  );
});

describe('an event of SES', () => {
  it('brought twice, late and in any order changes nothing more', async () => {
    const [mail] = stack.mails();
    const before = stack.calls().filter(({ write }) => write > 0).length;
    for (const type of ['Delivery', 'Send', 'Delivery']) {
      const answer = await stack.request(`/_local/mail/${mail?.messageId}/event`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type }),
      });
      expect(answer.ok).toBe(true);
    }
    await stack.settle();
    expect(stack.calls().filter(({ write }) => write > 0)).toHaveLength(before);
  });

  it('that a mail bounced makes the next alerts say that the resident was not reached', async () => {
    const [mail] = stack.mails();
    await stack.request(`/_local/mail/${mail?.messageId}/event`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'Bounce' }),
    });
    await stack.moveClock(firstAlert);
    const told = stack
      .mails()
      .filter(({ text }) => text.includes('Our last email did not reach the resident'));
    // those about the call that is owed now say it too
    expect(new Set(told.map(({ tags }) => tags.complaint))).toEqual(new Set([mail?.tags.complaint]));
  });
});
