import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type JourneyStack, sam, startJourneyStack } from '../support/local-stack.ts';

let stack: JourneyStack;
beforeAll(async () => {
  stack = await startJourneyStack();
});
beforeEach(() => stack.reset('2026-12-23T15:00:00Z'));
afterAll(() => stack.stop());

const writes = () => stack.calls().filter(({ write }) => write > 0);

describe('an intake', () => {
  it('is one AWS call, once the function has read the calendar', async () => {
    for (let sent = 0; sent < 3; sent++) await stack.accepted('day-zero');
    const intake = ['TransactWriteItems', 'TransactWriteItems', 'TransactWriteItems'];
    expect(stack.operationsOf('resident-api')).toEqual(['Query', ...intake]);
  });

  it('wakes the sender at once and once, and not by what comes of the receipt', async () => {
    await stack.accepted('day-zero');
    await stack.settle();
    expect(stack.mails()).toHaveLength(1);
    expect(stack.operationsOf('mail-events')).toContain('TransactWriteItems');
    // the first call of each run asks whether mail may leave
    expect(stack.operationsOf('send-notices').filter((name) => name === 'GetItem')).toHaveLength(1);
  });

  it('sent twenty times at the same instant with one key makes one complaint, one answer and one receipt', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        stack.complain('day-zero', sam, { 'idempotency-key': 'pressed-twice' }),
      ),
    );
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(bodies).size).toBe(1);
    await stack.settle();
    expect(stack.mails()).toHaveLength(1);
  });

  it('with a key used for another request is refused and names the key', async () => {
    await stack.complain('day-zero', sam, { 'idempotency-key': 'once' });
    const other = await stack.complain(
      'day-zero',
      { ...sam, description: 'Something else.' },
      { 'idempotency-key': 'once' },
    );
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ errors: [{ field: 'Idempotency-Key' }] });
  });

  it.each([
    ['bad JSON', { body: '{"description":', type: 'application/json' }, 400, 'body'],
    [
      'an unknown field',
      { body: JSON.stringify({ ...sam, status: 'closed' }), type: 'application/json' },
      400,
      'status',
    ],
    [
      'an impossible date',
      { body: JSON.stringify({ ...sam, issueOccurredOn: '2026-02-30' }), type: 'application/json' },
      400,
      'issueOccurredOn',
    ],
    [
      'a body over 64 KB',
      { body: JSON.stringify({ description: 'x'.repeat(65_536) }), type: 'application/json' },
      413,
      'body',
    ],
    ['a form', { body: 'description=door', type: 'application/x-www-form-urlencoded' }, 415, 'Content-Type'],
  ])(
    'with %s is answered with a problem that names the field, and stores nothing',
    async (_, sent, status, field) => {
      const answer = await stack.request('/landlords/day-zero/complaints', {
        method: 'POST',
        headers: { 'content-type': sent.type },
        body: sent.body,
      });
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({ errors: [{ field }] });
      expect(writes()).toEqual([]);
    },
  );

  it('to a landlord that is not served is answered with those that are', async () => {
    const answer = await stack.complain('no-such-landlord');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      type: '/problems/unknown-landlord',
      detail: expect.stringContaining('code-2024, counted-from-receipt, day-zero'),
    });
    expect(writes()).toEqual([]);
  });

  it('from somebody without email, or who wants letters, gets no mail', async () => {
    await stack.accepted('day-zero', { description: 'No names.' });
    const { email } = sam.complainant;
    await stack.accepted('day-zero', {
      ...sam,
      complainant: { name: 'Sam', email, preferredChannel: 'letter' },
    });
    await stack.moveClock('2027-01-06T12:00:00Z');
    expect(stack.mails().filter(({ to }) => to.includes(email))).toEqual([]);
    const alerts = stack.mails().filter(({ to }) => to[0]?.startsWith('customer.manager'));
    const told = alerts.map(({ text }) => text).join('\n');
    expect(told).toContain('tell them by phone or post');
    expect(told).toContain('there is nobody to tell');
  });

  it('can be repeated by whoever lost the answer, whichever step failed', async () => {
    const headers = { 'idempotency-key': 'kept' };
    for (const kind of ['kill', 'throttle', 'conflict', 'lost-response', 'refuse', 'timeout']) {
      await stack.reset('2026-12-23T15:00:00Z');
      await stack.addFault({ service: 'dynamodb', operation: 'TransactWriteItems', kind, times: 1 });
      const first = await stack.complain('day-zero', sam, headers);
      const second = await stack.complain('day-zero', sam, headers);
      expect([201, 500], kind).toContain(first.status);
      expect(second.status, kind).toBe(201);
      if (first.status === 201) expect(await second.text(), kind).toBe(await first.text());
      await stack.settle();
      expect(stack.mails(), kind).toHaveLength(1);
    }
  }, 120_000);
});

describe('the deadlines', () => {
  it('are told for any instant, each with its explanation', async () => {
    const answer = await stack.request('/landlords/code-2024/deadlines?receivedAt=2026-04-02T14:00:00Z');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      landlord: 'code-2024',
      receivedAt: '2026-04-02T14:00:00.000Z',
      obligations: [
        {
          kind: 'stage-1-acknowledgement',
          dueOn: '2026-04-13',
          explanation:
            'Monday 13 April 2026 is 5 working days after Thursday 2 April 2026, the day we received your complaint, not counting weekends, Good Friday (3 April) and Easter Monday (6 April).',
        },
        { kind: 'stage-1-response', dueOn: '2026-04-27', projected: true },
      ],
    });
    const asked = stack.calls().map((call) => [call.function, call.operation]);
    expect(asked).toEqual([['resident-api', 'Query']]);
  });
});
