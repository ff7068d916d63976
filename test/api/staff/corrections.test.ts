import { beforeEach, describe, expect, it } from 'vitest';
import type { Reference } from '../../../shared/domain/reference.ts';
import { type Desk, handler, manager, openDesk, pointsOf, told } from '../../support/desk.ts';
import { refusalOf } from '../../support/http-answer.ts';

const reason = 'The letter was misread.';
let desk: Desk;
let reference: Reference;

beforeEach(async () => {
  desk = await openDesk();
  reference = await desk.log();
  desk.moveTo('2026-12-31T10:00:00Z');
});

const correct = (body: object) => desk.give('correct', reference, { reason, ...body });
const lastFacts = async () => (await desk.timeline(reference)).body.entries?.at(-1)?.facts;

describe('a wrong date', () => {
  it('of receipt is put right, with dates derived anew and the old one kept', async () => {
    const { body } = await correct({ received: '2026-12-18T12:00:00+00:00' });
    expect(body.obligations).toMatchObject([
      { id: 'stage-1-acknowledgement', dueOn: '2026-12-29' },
      { id: 'stage-1-response', dueOn: '2027-01-13', projected: true },
    ]);
    expect(body.obligations?.[0]?.explanation).toBe(
      'Tuesday 29 December 2026 is 5 working days after Friday 18 December 2026, the day we received the complaint, not counting weekends, Christmas Day (25 December) and Boxing Day (28 December); as the policy in force from Monday 1 April 2024 says under 6.2 of the Code, by calendar version 1.',
    );
    expect((await desk.read(reference)).body.receivedAt).toBe('2026-12-18T12:00:00.000Z');
    expect(await lastFacts()).toMatchObject({
      what: 'received',
      was: '2026-12-23T15:00:00.000Z',
      is: '2026-12-18T12:00:00.000Z',
      reason,
    });
  });

  it('of the acknowledgement moves the answer with it', async () => {
    expect(told(await correct({ acknowledged: '2026-12-30T10:00:00Z' }))).toMatchObject({
      status: 409,
      detail: 'The complaint must be acknowledged first.',
    });
    await desk.give('acknowledge', reference, { points: pointsOf('The lift.') });
    const { body } = await correct({ acknowledged: '2026-12-29T10:00:00Z' });
    expect(body.obligations).toMatchObject([
      { dueOn: '2027-01-04', state: 'met', metOn: '2026-12-29' },
      { dueOn: '2027-01-13', state: 'open' },
    ]);
    expect(await lastFacts()).toMatchObject({
      what: 'acknowledged',
      was: '2026-12-31T10:00:00.000Z',
      is: '2026-12-29T10:00:00.000Z',
    });
  });

  it('is not put after what followed it, nor into the future, nor to what it was', async () => {
    await desk.give('acknowledge', reference, { points: pointsOf('The lift.') });
    desk.moveTo('2027-01-04T10:00:00Z');
    expect(told(await correct({ received: '2026-12-31T10:00:01Z' }))).toEqual({
      status: 409,
      refusal: 'NotAfterAcknowledgement',
      detail:
        'It cannot have been after Thursday 31 December 2026 at 10:00, when it was acknowledged; correct that first if it is wrong.',
    });
    expect(told(await correct({ acknowledged: '2026-12-23T14:00:00Z' }))).toMatchObject({
      refusal: 'HappenedTooEarly',
    });
    expect(told(await correct({ acknowledged: '2027-01-04T10:00:01Z' }))).toMatchObject({
      refusal: 'HappenedInFuture',
    });
    expect(told(await correct({ received: '2026-12-23T16:00:00+01:00' }))).toMatchObject({
      refusal: 'NothingToCorrect',
    });
  });
});

describe('a wrong party', () => {
  it('is replaced, and what was written before stays in the timeline', async () => {
    const complainant = { name: 'Sami Okoro', phone: '01632 960777', preferredChannel: 'phone' };
    expect((await correct({ complainant })).status).toBe(200);
    const { body } = await desk.read(reference);
    expect(body.complainant).toEqual(complainant);
    expect(body.description).toBe('The lift has been out of order for three weeks.');
    expect(await lastFacts()).toMatchObject({
      was: '{"name":"Sam Okoro","email":"sam.okoro@example.com"}',
      reachableByEmail: false,
      otherWays: ['phone'],
      phoneAgreed: true,
      reason,
    });
    const stored = JSON.stringify(await desk.store.timeline(reference));
    expect(stored).not.toMatch(/okoro/i);
  });

  it('who now asks for no mail is sent none', async () => {
    await correct({ complainant: { name: 'Sam', email: 'sam@example.com', preferredChannel: 'letter' } });
    const points = pointsOf('The lift.');
    expect(told(await desk.give('acknowledge', reference, { points }))).toMatchObject({
      refusal: 'NotReachable',
    });
  });
});

it.each<[string, object, string]>([
  ['nothing', {}, 'received'],
  ['two things', { received: '2026-12-18T12:00:00Z', complainant: { name: 'Sam' } }, 'received'],
  ['a day alone', { received: '2026-12-18' }, 'received'],
  ['an instant before 2015', { received: '2014-12-31T12:00:00Z' }, 'received'],
  ['one that its offset carries before 2015', { received: '2015-01-01T00:00:00+00:01' }, 'received'],
  ['one that its offset carries past the year 9999', { received: '9999-12-31T23:59:59-00:01' }, 'received'],
  ['one past 2099', { acknowledged: '2099-12-31T23:59:59-00:01' }, 'acknowledged'],
  ['a party without a name', { complainant: {} }, 'complainant.name'],
  ['a party with a field of ours', { complainant: { name: 'Sam', salt: 'x' } }, 'complainant.salt'],
  ['no reason', { received: '2026-12-18T12:00:00Z', reason: '' }, 'reason'],
])('a correction of %s is refused by its field', async (_, body, field) => {
  expect(refusalOf(await correct(body))).toEqual({
    status: 400,
    type: '/problems/invalid-request',
    fields: [field],
  });
});

describe('whom it is about', () => {
  it('shuts them out from then on, and takes the complaint from them', async () => {
    await desk.give('assign', reference, { handler: 'hana' }, { staff: manager });
    expect((await desk.read(reference, handler)).status).toBe(200);
    const { status } = await desk.give(
      'correct',
      reference,
      { reason, staffComplainedAbout: ['hana'] },
      { staff: manager },
    );
    expect(status).toBe(200);
    expect((await desk.read(reference, handler)).status).toBe(404);
    expect((await desk.worklist({}, handler)).body.complaints).toEqual([]);
    const seen = await desk.read(reference, manager);
    expect(seen.body).toMatchObject({ staffComplainedAbout: ['hana'] });
    expect(seen.body).not.toHaveProperty('handler');
    expect(await lastFacts()).toMatchObject({ was: [], is: ['hana'], reason });
  });
});
