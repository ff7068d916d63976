import { describe, expect, it } from 'vitest';
import type { Notice } from '../../shared/domain/stored-notice.ts';
import { complaintWith } from '../support/complaint-parts.ts';
import { referenceNumber, sample } from '../support/complaints.ts';
import { type SentByResident, signIn, startFollowApi } from '../support/follow-api.ts';
import { fullComplaint } from '../support/resident-view.ts';
import { date } from '../support/rules.ts';

const text = 'The lift is out of order again.';

async function start(complaint = complaintWith()) {
  const api = await startFollowApi(complaint);
  return { api, authorization: await signIn(api) };
}

const told = (answer: object) => JSON.parse('body' in answer ? String(answer.body) : '{}');

describe('sending a message', () => {
  it('stores it apart, so that the resident sees it and the timeline does not hold it', async () => {
    const { api, authorization } = await start();
    const answer = await api.send('sendMessage', { authorization, body: { text } });
    expect(answer).toEqual({
      status: 201,
      body: '{"message":"message-1","receivedAt":"2026-12-24T12:00:00.000Z"}',
    });
    expect(told(await api.send('followComplaint', { authorization })).messages).toEqual([
      { id: 'message-1', text, sentOn: '2026-12-24', read: false },
    ]);
    const [entry, ...others] = await api.store.timeline(sample);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ actor: { type: 'resident' }, event: { type: 'MessageReceived' } });
    expect(JSON.stringify(entry)).not.toContain(text);
  });

  it('tells somebody on the staff to read it', async () => {
    const { api, authorization } = await start();
    await api.send('sendMessage', { authorization, body: { text } });
    const notices = await api.store.notices(sample);
    expect(notices.map(({ kind, recipient }: Notice) => [kind, recipient.type])).toEqual([
      ['resident-message', 'staff'],
    ]);
    expect(JSON.stringify(notices)).not.toContain(text);
  });

  it.each(['acknowledged', 'responded', 'closed', 'withdrawn'] as const)(
    'is possible while it is %s',
    async (status) => {
      const { api, authorization } = await start(complaintWith({ status }));
      expect(await api.send('sendMessage', { authorization, body: { text } })).toMatchObject({ status: 201 });
    },
  );

  it('twice with one key is one message and one answer; another text with it is refused', async () => {
    const { api, authorization } = await start();
    const sent = { authorization, body: { text }, key: 'a-key' };
    const first = await api.send('sendMessage', sent);
    api.moveTo('2026-12-24T12:20:00Z');
    expect(await api.send('sendMessage', sent)).toEqual(first);
    expect(await api.send('sendMessage', { ...sent, body: { text: 'Another' } })).toMatchObject({
      status: 422,
      type: '/problems/key-reused',
    });
    expect((await api.store.load(sample))?.complaint.messages).toHaveLength(1);
  });

  it('five times at once stores five, and with one key one', async () => {
    const { api, authorization } = await start();
    const all = (key?: string) =>
      Promise.all(
        Array.from({ length: 5 }, () =>
          api.send('sendMessage', { authorization, body: { text }, ...(key && { key }) }),
        ),
      );
    expect(new Set((await all()).map((answer) => told(answer).message)).size).toBe(5);
    expect(new Set((await all('a-key')).map((answer) => told(answer).message))).toEqual(
      new Set(['message-6']),
    );
    expect((await api.store.load(sample))?.complaint.messages).toHaveLength(6);
  });
});

describe('withdrawing', () => {
  it('ends the complaint and keeps the reason apart', async () => {
    const { api, authorization } = await start();
    const answer = await api.send('withdrawComplaint', {
      authorization,
      body: { reason: 'It was repaired.' },
    });
    expect(answer).toEqual({ status: 200, body: `{"reference":"${sample}","status":"withdrawn"}` });
    expect([...(await api.store.readTexts(sample)).values()]).toEqual(['It was repaired.']);
    const [entry] = await api.store.timeline(sample);
    expect(entry).toMatchObject({ actor: { type: 'resident' }, event: { type: 'ComplaintWithdrawn' } });
    expect(entry?.event).not.toHaveProperty('by');
  });

  it.each([{}, undefined])('needs no reason: %j', async (body) => {
    const { api, authorization } = await start();
    expect(await api.send('withdrawComplaint', { authorization, body })).toMatchObject({ status: 200 });
    expect((await api.store.readTexts(sample)).size).toBe(0);
  });

  it('twice is refused, and with one key answered the same', async () => {
    const { api, authorization } = await start();
    const sent = { authorization, key: 'a-key' };
    const first = await api.send('withdrawComplaint', sent);
    expect(await api.send('withdrawComplaint', sent)).toEqual(first);
    expect(await api.send('withdrawComplaint', { authorization })).toMatchObject({ status: 409 });
  });

  it('after the answer is refused and changes nothing', async () => {
    const responded = fullComplaint({ status: 'responded', respondedOn: date('2027-01-15') });
    const { api, authorization } = await start(responded);
    expect(await api.send('withdrawComplaint', { authorization })).toMatchObject({
      status: 409,
      refusal: 'NotPermittedNow',
    });
    expect((await api.store.load(sample))?.complaint).toEqual(responded);
  });
});

describe.each([
  ['sendMessage', { text }],
  ['withdrawComplaint', {}],
] as const)('%s', (route, body) => {
  it('says the same to everybody who may not, after one look for the session', async () => {
    const { api, authorization } = await start();
    const refused: SentByResident[] = [
      {},
      { authorization: `${authorization}x` },
      { authorization, reference: referenceNumber(2) },
      { authorization, reference: 'nonsense' },
    ];
    const [first, ...others] = await Promise.all(refused.map((sent) => api.send(route, { body, ...sent })));
    expect(first).toMatchObject({ status: 401, type: '/problems/not-signed-in' });
    for (const other of others) expect(other).toEqual(first);
    expect(api.calls()).toEqual(['readSession', 'readSession', 'readSession', 'readSession']);
    expect((await api.store.load(sample))?.version).toBe(1);
  });

  it('says the same to whoever came in as an earlier party, and does nothing', async () => {
    const { api, authorization } = await start();
    const refused = await api.send(route, { body });
    const sent = { authorization, body, key: 'a-key' };
    await expect(api.send(route, sent)).resolves.toMatchObject({
      status: route === 'sendMessage' ? 201 : 200,
    });
    const stored = await api.store.load(sample);
    if (!stored) throw new Error('not stored');
    const corrected = { ...stored.complaint, party: 2 };
    const next = { ...stored, complaint: corrected, version: stored.version + 1 };
    await api.store.commit({
      ...{ expectedVersion: stored.version, stored: next, at: stored.complaint.receivedAt },
      ...{ texts: [], entries: [], newNotices: [] },
      ...{ wakeAt: undefined, answer: undefined },
    });
    expect(await api.send(route, sent)).toEqual(refused);
    expect(await api.send(route, { authorization, body })).toEqual(refused);
    expect((await api.store.load(sample))?.version).toBe(next.version);
  });

  it('names a wrong field and asks nothing of the store', async () => {
    const { api, authorization } = await start();
    expect(await api.send(route, { authorization, body: { ...body, status: 'closed' } })).toMatchObject({
      status: 400,
      errors: [{ field: 'status', detail: 'is not a field of this request' }],
    });
    expect(await api.send(route, { authorization, body, key: 'two words' })).toMatchObject({ status: 400 });
    expect(api.calls()).toEqual([]);
  });
});
