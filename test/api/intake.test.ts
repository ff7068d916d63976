import { describe, expect, it } from 'vitest';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import { createMemoryStore } from '../../shared/ports/memory/complaint-store.ts';
import { startApi } from '../support/http.ts';
import { recorded } from '../support/recorded.ts';

const fromReceipt =
  'Monday 4 January 2027 is 5 working days after Wednesday 23 December 2026, the day we received your complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January).';
const projectedResponse =
  'Monday 18 January 2027 is 10 working days after Monday 4 January 2027, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward.';

const acknowledgement = { kind: 'stage-1-acknowledgement', dueOn: '2027-01-04', explanation: fromReceipt };
const responseFromAcknowledgement = {
  kind: 'stage-1-response',
  dueOn: '2027-01-18',
  explanation: projectedResponse,
  projected: true,
};

describe('a complaint sent on 23 December 2026 at 15:00', () => {
  it('gets day-zero’s dates, the response projected from the last acknowledgement day', async () => {
    const { status, body } = await startApi().complain({ landlord: 'day-zero' });
    expect(status).toBe(201);
    expect(body).toEqual({
      reference: body.reference,
      receivedAt: '2026-12-23T15:00:00.000Z',
      status: 'received',
      obligations: [acknowledgement, responseFromAcknowledgement],
    });
  });

  it('gets the Code’s dates where the landlord adds nothing to it', async () => {
    const { body } = await startApi().complain({ landlord: 'code-2024' });
    expect(body.obligations).toEqual([acknowledgement, responseFromAcknowledgement]);
  });

  it('gets a response date that is not projected where the landlord counts from receipt', async () => {
    const { body } = await startApi().complain({ landlord: 'counted-from-receipt' });
    expect(body.obligations).toEqual([
      acknowledgement,
      {
        kind: 'stage-1-response',
        dueOn: '2027-01-11',
        explanation:
          'Monday 11 January 2027 is 10 working days after Wednesday 23 December 2026, the day we received your complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January).',
      },
    ]);
  });
});

describe('an accepted complaint', () => {
  it('is stored once, under the reference that the answer gives', async () => {
    const api = startApi();
    const { body } = await api.complain();
    expect(await api.stored()).toEqual([body.reference]);
  });

  it('has a reference of two groups of five, and another one each time', async () => {
    const api = startApi();
    const references = [];
    for (let sent = 0; sent < 50; sent++) references.push((await api.complain()).body.reference);
    expect(new Set(references).size).toBe(50);
    for (const reference of references)
      expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('received at 23:30Z on a summer evening counts from the next day in London', async () => {
    const { body } = await startApi({ now: '2026-06-30T23:30:00Z' }).complain();
    expect(body.receivedAt).toBe('2026-06-30T23:30:00.000Z');
    expect(body.obligations?.map(({ dueOn }) => dueOn)).toEqual(['2026-07-08', '2026-07-22']);
  });

  it('keeps every text as it was sent, trimmed at its ends, and nothing that was not sent', async () => {
    const api = startApi();
    const { status } = await api.complain({
      body: {
        complainant: {
          name: '  Zoë O’Neill-مریم \r\n',
          email: 'zoe+home@example.com',
          phone: '+44 (0)1632 960777',
          address: 'Flat 2, 1 Ffordd y Bryn, Tŷ Coch TC1 1AA',
          preferredChannel: 'letter',
        },
        description: 'Line one.\r\n\tLine two. 🛠️\n',
        desiredOutcome: 'Repair “it”.',
        issueOccurredOn: '2024-02-29',
        becameAwareOn: '2026-12-23',
        representative: {
          name: 'Ann',
          email: 'ann@example.com',
          phone: '01632 960778',
          relationship: 'daughter',
        },
        adjustments: ['Large print', 'Calls after noon'],
      },
    });
    expect(status).toBe(201);
    expect(api.writes.map(({ personal: { salt: _, ...text } }) => text)).toEqual([
      {
        complainant: {
          name: 'Zoë O’Neill-مریم',
          email: 'zoe+home@example.com',
          phone: '+44 (0)1632 960777',
          address: 'Flat 2, 1 Ffordd y Bryn, Tŷ Coch TC1 1AA',
          preferredChannel: 'letter',
        },
        description: 'Line one.\r\n\tLine two. 🛠️',
        desiredOutcome: 'Repair “it”.',
        representative: {
          name: 'Ann',
          email: 'ann@example.com',
          phone: '01632 960778',
          relationship: 'daughter',
        },
        adjustments: ['Large print', 'Calls after noon'],
      },
    ]);
    expect(api.writes[0]?.entries[0]?.event).toMatchObject({
      channel: 'web-form',
      reachableByEmail: false,
      issueOccurredOn: '2024-02-29',
      becameAwareOn: '2026-12-23',
    });
  });

  it.each([
    ['an email address and no preference', { email: 'sam@example.com' }, ['receipt']],
    [
      'an email address and email preferred',
      { email: 'sam@example.com', preferredChannel: 'email' },
      ['receipt'],
    ],
    ['an email address and phone preferred', { email: 'sam@example.com', preferredChannel: 'phone' }, []],
    ['an email address and letters preferred', { email: 'sam@example.com', preferredChannel: 'letter' }, []],
    ['no email address', { phone: '01632 960777' }, []],
  ])('owes a receipt only where a mail is wanted: %s', async (_, contact, receipts) => {
    const api = startApi();
    await api.complain({ body: { complainant: { name: 'Sam', ...contact }, description: 'Cold.' } });
    expect(api.writes[0]?.notices.map(({ kind }) => kind)).toEqual(receipts);
  });

  it('asks the store for one write and nothing else', async () => {
    const { port, calls } = recorded<ComplaintStore>(createMemoryStore(() => 0));
    await startApi({ store: port }).complain();
    expect(calls.map(([name]) => name)).toEqual(['receive']);
  });
});
