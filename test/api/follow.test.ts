import { describe, expect, it } from 'vitest';
import { followedBody } from '../../shared/contracts/access-view.ts';
import { statuses } from '../../shared/domain/statuses.ts';
import { referenceNumber, sample } from '../support/complaints.ts';
import { type SentByResident, signIn, startFollowApi } from '../support/follow-api.ts';
import { fullAtStage2, fullComplaint } from '../support/resident-view.ts';
import { date } from '../support/rules.ts';

const link = 'L'.repeat(43);
const notSignedIn = {
  type: '/problems/not-signed-in',
  status: 401,
  title: 'You are not signed in to this complaint',
  detail:
    'Ask for a new link to the complaint and open it: a link works once and for ten minutes, and lets you in for thirty.',
};

describe('asking for a link', () => {
  it.each([
    ['a complaint that exists', sample],
    ['a complaint that does not', referenceNumber(2)],
    ['what no complaint can be called', 'nonsense#'],
    ['nothing', ''],
  ])('to %s is answered the same, after the same one write', async (_, reference) => {
    const api = await startFollowApi();
    expect(await api.send('requestLink', { reference })).toEqual({
      status: 202,
      body: '{"message":"If there is a complaint with this reference and an email address for it, a link is on its way there. It works once, for ten minutes. If none comes, phone us."}',
    });
    expect(api.calls()).toEqual(['oweAlone']);
  });

  it('takes an empty body, and refuses one with fields', async () => {
    const api = await startFollowApi();
    expect(await api.send('requestLink', { body: {} })).toMatchObject({ status: 202 });
    expect(api.calls()).toEqual(['oweAlone']);
    expect(await api.send('requestLink', { body: { email: 'x@example.com' } })).toMatchObject({
      status: 400,
      errors: [{ field: 'email', detail: 'is not a field of this request' }],
    });
    expect(api.calls()).toEqual([]);
  });
});

describe('opening a session', () => {
  it('answers with a session that lets the resident in, and no other complaint', async () => {
    const api = await startFollowApi();
    api.mailLink(link);
    const answer = await api.send('openSession', { body: { link } });
    const { session, ...rest } = JSON.parse('body' in answer ? answer.body : '');
    expect(answer.status).toBe(201);
    expect(session).toMatch(/^[\w-]{43}$/);
    expect(rest).toEqual({ reference: sample, validUntil: '2026-12-24T12:30:00.000Z' });
    expect(api.calls()).toEqual(['redeem', 'openSession']);
    const authorization = `Bearer ${session}`;
    expect(await api.send('followComplaint', { authorization })).toMatchObject({ status: 200 });
    const reference = referenceNumber(2);
    expect(await api.send('followComplaint', { authorization, reference })).toEqual(notSignedIn);
  });

  it('says to the letter the same again to the same key', async () => {
    const api = await startFollowApi();
    api.mailLink(link);
    const sent = { body: { link }, key: '6f1c1d8e-3f0b-4a39-9d0c-5b7a2f4f9a11' };
    const first = await api.send('openSession', sent);
    api.moveTo('2026-12-24T12:09:00Z');
    expect(await api.send('openSession', sent)).toEqual(first);
    expect(first.status).toBe(201);
  });

  it('says the same of every link that is not good, after the same calls', async () => {
    const api = await startFollowApi();
    api.mailLink(link);
    await api.send('openSession', { body: { link } });
    const foreign = api.mailLink('F'.repeat(43), { purpose: 'contribution' });
    const late = api.mailLink('E'.repeat(43));
    api.calls();
    for (const bad of [link, foreign, 'U'.repeat(43), '', 'not a token', `${late}=`, 'x'.repeat(50_000)]) {
      expect(await api.send('openSession', { body: { link: bad } })).toEqual(notSignedIn);
      expect(api.calls()).toEqual(['redeem']);
    }
    api.moveTo('2026-12-24T12:10:00Z');
    expect(await api.send('openSession', { body: { link: late } })).toEqual(notSignedIn);
    expect(api.calls()).toEqual(['redeem']);
  });

  it.each<[string, SentByResident, string]>([
    ['no body', {}, 'link'],
    ['a link that is no text', { body: { link: 1 } }, 'link'],
    ['another field', { body: { link, reference: sample } }, 'reference'],
    ['a malformed key', { body: { link }, key: 'two words' }, 'Idempotency-Key'],
  ])('with %s names the field and asks nothing of the store', async (_, sent, field) => {
    const api = await startFollowApi();
    expect(await api.send('openSession', sent)).toMatchObject({ status: 400, errors: [{ field }] });
    expect(api.calls()).toEqual([]);
  });
});

describe('following a complaint', () => {
  it.each(
    statuses.flatMap((status) => [[status, 1, fullComplaint] as const, [status, 2, fullAtStage2] as const]),
  )('that is %s at stage %i answers what the contract says', async (status, stage, full) => {
    const respondedOn = status === 'responded' ? { respondedOn: date('2027-01-15') } : {};
    const api = await startFollowApi(full({ status, ...respondedOn }));
    const authorization = await signIn(api);
    const answer = await api.send('followComplaint', { authorization });
    const body = JSON.parse('body' in answer ? answer.body : '');
    expect(followedBody.parse(body)).toEqual(body);
    expect(body).toMatchObject({ reference: sample, stage, status });
    expect(api.calls()).toEqual(['readSession', 'loadForCommand', 'readTexts', 'notices']);
  });

  it('says the same to everybody who may not, after one look for the session', async () => {
    const api = await startFollowApi();
    const good = await signIn(api);
    const session = good.replace('Bearer ', '');
    const refused: SentByResident[] = [
      {},
      { authorization: 'Bearer' },
      { authorization: session },
      { authorization: `Basic ${session}` },
      { authorization: `Bearer ${session}x` },
      { authorization: `${good}, ${good}` },
      { authorization: `Bearer ${'U'.repeat(43)}` },
      { authorization: `Bearer ${link}` },
      { authorization: good, reference: referenceNumber(2) },
      { authorization: good, reference: 'nonsense' },
      { authorization: good, reference: sample.toLowerCase() },
    ];
    for (const sent of refused) {
      expect(await api.send('followComplaint', sent)).toEqual(notSignedIn);
      expect(api.calls()).toEqual(['readSession']);
    }
    api.moveTo('2026-12-24T12:30:00Z');
    expect(await api.send('followComplaint', { authorization: good })).toEqual(notSignedIn);
    expect(api.calls()).toEqual(['readSession']);
  });

  it('takes the scheme in any letters', async () => {
    const api = await startFollowApi();
    const authorization = (await signIn(api)).replace('Bearer', 'bearer');
    expect(await api.send('followComplaint', { authorization })).toMatchObject({
      status: 200,
    });
  });
});
