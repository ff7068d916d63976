import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, handler, openDesk, pointsOf, refusedBy, told } from '../../support/desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

const ada = { name: 'Ada Moor', email: 'ada.moor@example.com', phone: '01632 960778' };
const ben = { name: 'Ben Moor', phone: '01632 960779' };
const brook = { name: 'Cllr Brook', email: 'brook@council.example', capacity: 'councillor' };

describe('a phone call that is logged', () => {
  it('takes the landlord, the way and the words, and leaves the rest to be found out', async () => {
    const reference = await desk.log({ complainant: undefined });
    const { body } = await desk.read(reference);
    expect(body).toMatchObject({ madeBy: 'individual', missing: ['complainant'] });
    expect(body.obligations?.map(({ id, dueOn }) => [id, dueOn])).toContainEqual([
      'resident-information',
      '2027-01-04',
    ]);
    const complainant = { name: 'Sam Okoro', phone: '01632 960777' };
    const found = await desk.give('correct', reference, { complainant, reason: 'They called again.' });
    expect(found.body.obligations).toContainEqual(
      expect.objectContaining({ id: 'resident-information', state: 'met', metOn: '2026-12-23' }),
    );
    expect((await desk.read(reference)).body.missing).toEqual([]);
  });

  it('of somebody who wants to stay unknown is acknowledged by recording it', async () => {
    const reference = await desk.log({ complainant: undefined, anonymous: true });
    const { status } = await desk.give('acknowledge', reference, { points: pointsOf('The lift.') });
    expect(status).toBe(200);
    expect((await desk.read(reference)).body).toMatchObject({ madeBy: 'anonymous', status: 'acknowledged' });
  });

  it.each([
    ['anonymous', { anonymous: true }],
    ['complainant', { complainant: undefined, others: [ada] }],
    ['others', { others: Array(10).fill(ada) }],
    ['hazards.1', { hazards: ['gas', 'ghosts'] }],
    ['hazards', { hazards: ['gas', 'gas'] }],
    ['standing', { standing: 'landlord' }],
    ['representative.consent', { representative: { ...brook, consent: 'perhaps' } }],
    ['representative.evidence', { representative: { ...brook, consent: 'given' } }],
  ])('is not understood where %s does not fit', async (field, body) => {
    const answer = await desk.send('logComplaint', {
      staff: handler,
      headers: { 'idempotency-key': 'one' },
      body: {
        landlord: 'day-zero',
        channel: 'phone',
        description: 'The lift is broken.',
        complainant: ada,
        ...body,
      },
    });
    expect([answer.status, answer.body.errors?.map((each) => each.field)]).toEqual([400, [field]]);
  });

  it('of a survey wants to know when the person chose to complain', async () => {
    const body = { landlord: 'day-zero', channel: 'survey', description: 'The lift is broken.' };
    const log = (more: object, key: string) =>
      desk.send('logComplaint', {
        staff: handler,
        headers: { 'idempotency-key': key },
        body: { ...body, ...more },
      });
    const refused = await log({}, 'one');
    expect([refused.status, refused.body.refusal]).toEqual([409, 'ChoiceNotRecorded']);
    expect((await log({ chosenOn: '2026-12-22' }, 'two')).status).toBe(201);
  });
});

describe('a form on the web', () => {
  const send = (body: object) =>
    desk.complain({ landlord: 'day-zero', body: { description: 'The lift is broken.', ...body } });

  it('without a name is anonymous', async () => {
    const { body } = await send({});
    expect((await desk.read(body.reference ?? '')).body).toMatchObject({ madeBy: 'anonymous', missing: [] });
  });

  it('of somebody for another says whether that person agrees', async () => {
    const read = async (representative: object) => {
      const { body } = await send({ complainant: ada, representative });
      return (await desk.read(body.reference ?? '')).body;
    };
    expect(await read(brook)).toMatchObject({
      missing: ['consent'],
      representative: { consent: 'not-asked', copies: 'none' },
    });
    expect(await read({ ...brook, consent: 'given' })).toMatchObject({
      missing: [],
      representative: { consent: 'given', copies: 'answers' },
    });
    const { status } = await send({ complainant: ada, representative: { ...brook, consent: 'withdrawn' } });
    expect(status).toBe(400);
  });

  it('is answered with what is promised, and not with what staff have to find out', async () => {
    const { body } = await send({ complainant: ada, representative: brook });
    expect(body.obligations?.map(({ kind }) => kind)).toEqual([
      'stage-1-acknowledgement',
      'stage-1-response',
    ]);
  });

  it('cannot say what staff find out', async () => {
    expect((await send({ anonymous: true })).status).toBe(400);
    expect((await send({ complainant: ada, resident: 'r-1' })).status).toBe(400);
  });
});

describe('a representative', () => {
  it('is asked about by name, and gets copies once the person agrees', async () => {
    const reference = await desk.log({ representative: brook });
    expect(
      refusedBy(await desk.give('instructCopies', reference, { party: 'representative', copies: 'letters' })),
    ).toEqual({
      status: 409,
      refusal: 'ConsentNeeded',
      fields: [],
    });
    await desk.give('recordConsent', reference, { consent: 'asked' });
    const { body } = await desk.timeline(reference);
    expect(body.entries?.at(-1)?.facts).toMatchObject({ consent: 'asked', speaker: 'Cllr Brook' });
    expect(refusedBy(await desk.give('recordConsent', reference, { consent: 'given' }))).toEqual({
      status: 409,
      refusal: 'ConsentUnproven',
      fields: ['evidence'],
    });
    const given = { consent: 'given', evidence: 'Letter of 23 December' };
    expect((await desk.give('recordConsent', reference, given)).status).toBe(200);
    await desk.give('instructCopies', reference, { party: 'representative', copies: 'letters' });
    expect((await desk.read(reference)).body.representative).toEqual({
      name: 'Cllr Brook',
      email: 'brook@council.example',
      capacity: 'councillor',
      consent: 'given',
      evidence: 'Letter of 23 December',
      copies: 'letters',
    });
  });
});

describe('consent', () => {
  const agreed = { ...brook, consent: 'given', evidence: 'Said on the phone' };
  const correctName = async (name: string) => {
    const reference = await desk.log({ representative: agreed });
    const complainant = { name, phone: '01632 960777' };
    await desk.give('correct', reference, { complainant, reason: 'Written down wrongly.' });
    return (await desk.read(reference)).body;
  };

  it('is of the person who gave it, and to be found out of another', async () => {
    expect(await correctName('Ada Moor')).toMatchObject({
      missing: ['consent'],
      representative: { consent: 'not-asked', copies: 'none' },
    });
    expect(await correctName('Mx. SAM OKORO')).toMatchObject({
      missing: [],
      representative: { consent: 'given', copies: 'answers' },
    });
  });
});

describe('somebody who speaks for the person later', () => {
  it('is put on record with whether the person agrees', async () => {
    const reference = await desk.log();
    const asked = { consent: 'asked', capacity: 'councillor' };
    expect(refusedBy(await desk.give('recordConsent', reference, asked))).toEqual({
      status: 409,
      refusal: 'NoRepresentative',
      fields: ['representative'],
    });
    const { capacity: _, ...speaker } = brook;
    await desk.give('recordConsent', reference, { ...asked, representative: speaker });
    expect((await desk.read(reference)).body).toMatchObject({
      representative: { ...brook, consent: 'asked', copies: 'none' },
      missing: ['consent'],
    });
    const { entries } = (await desk.timeline(reference)).body;
    expect(entries?.at(-1)?.facts).toMatchObject({ speaker: 'Cllr Brook', named: { was: 'null' } });
    expect(JSON.stringify(await desk.store.timeline(reference))).not.toMatch(/brook/i);
  });
});

describe('people who complain together', () => {
  it('cannot be withdrawn for by one of them', async () => {
    const reference = await desk.log({ others: [ada] });
    expect(told(await desk.give('withdraw', reference, {}))).toMatchObject({
      status: 409,
      refusal: 'NotForAll',
    });
    const { body } = await desk.give('withdraw', reference, { forAll: true });
    expect(body.status).toBe('withdrawn');
  });

  it('are led by another once their lead leaves, and who it was stays in the timeline', async () => {
    const reference = await desk.log({ others: [ada, ben] });
    expect(refusedBy(await desk.give('leaveComplaint', reference, { party: 'lead' }))).toEqual({
      status: 409,
      refusal: 'LeadNeeded',
      fields: ['lead'],
    });
    const leaving = { party: 'lead', lead: 'party-2', reason: 'They moved away.' };
    expect((await desk.give('leaveComplaint', reference, leaving)).status).toBe(200);
    const { body } = await desk.read(reference);
    expect(body).toMatchObject({
      madeBy: 'joint',
      complainant: ada,
      others: [{ party: 'party-3', ...ben, copies: 'letters' }],
      missing: [],
    });
    const { entries } = (await desk.timeline(reference)).body;
    expect(entries?.at(-1)?.facts).toMatchObject({
      party: 'lead',
      lead: 'party-2',
      reason: 'They moved away.',
      was: expect.stringContaining('Sam Okoro'),
    });
    expect(JSON.stringify(await desk.store.timeline(reference))).not.toMatch(/okoro|moor/i);
  });

  it('stay where one of the others leaves', async () => {
    const reference = await desk.log({ others: [ada, ben] });
    await desk.give('leaveComplaint', reference, { party: 'party-3' });
    expect((await desk.read(reference)).body).toMatchObject({
      complainant: { name: 'Sam Okoro' },
      others: [
        { party: 'party-2', ...ada },
        { party: 'party-3', ...ben, left: '2026-12-23' },
      ],
    });
    const lead = { party: 'party-2', lead: 'party-3' };
    expect((await desk.give('leaveComplaint', reference, lead)).body.errors).toMatchObject([
      { field: 'lead' },
    ]);
  });
});
