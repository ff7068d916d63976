import { beforeEach, describe, expect, it } from 'vitest';
import { complainant, landlord, openEnquiryDesk, request } from '../../support/enquiry-desk.ts';
import { refusalOf } from '../../support/http-answer.ts';

const compliment = { landlord, channel: 'phone', complainant, text: 'The gardener was kind.' };

type EnquiryDesk = Awaited<ReturnType<typeof openEnquiryDesk>>;
let desk: EnquiryDesk['desk'];
let log: EnquiryDesk['log'];
let logged: EnquiryDesk['logged'];
let act: EnquiryDesk['act'];
let read: EnquiryDesk['read'];
let compliments: EnquiryDesk['compliments'];
beforeEach(async () => {
  ({ desk, log, logged, act, read, compliments } = await openEnquiryDesk());
});

describe('a compliment', () => {
  it('is counted in the quarter in which it came', async () => {
    await logged('logCompliment', { ...compliment, receivedAt: '2026-09-30T22:59:00Z' });
    const first = await logged('logCompliment', { ...compliment, receivedAt: '2026-09-30T23:00:00Z' });
    const last = await logged('logCompliment', compliment);
    await logged('logServiceRequest', request);
    const { body } = await compliments('2026-Q4');
    expect(body).toMatchObject({
      quarter: '2026-Q4',
      count: 2,
      compliments: [
        { reference: first, receivedOn: '2026-10-01' },
        { reference: last, receivedOn: '2026-12-16' },
      ],
    });
    expect((await compliments('2026-Q3')).body.count).toBe(1);
    expect((await compliments('2027-Q1')).body.count).toBe(0);
    expect((await compliments('2026-4')).status).toBe(400);
  });

  it('is passed on to somebody in the register or to a team', async () => {
    const reference = await logged('logCompliment', { ...compliment, about: 'The gardener' });
    expect((await act('passComplimentOn', reference, {})).status).toBe(400);
    const unknown = await act('passComplimentOn', reference, { person: 'nobody' });
    expect(unknown.body.refusal).toBe('HandlerNotAvailable');
    expect((await act('passComplimentOn', reference, { person: 'hana' })).status).toBe(200);
    expect((await read(reference)).body).toMatchObject({ about: 'The gardener', passedTo: 'hana' });
  });

  it('is sent by anybody, with or without a name, and is no complaint', async () => {
    const sent = await desk.send('sendCompliment', { landlord, body: { text: 'The caretaker is great.' } });
    expect(sent.status).toBe(201);
    expect((await read(sent.body.reference ?? '')).body).toMatchObject({
      kind: 'compliment',
      channel: 'web-form',
      status: 'acknowledged',
      history: [{ by: 'resident' }],
    });
    expect(await desk.stored()).toEqual([]);
    const named = { text: 'x', complainant, about: 'Mr Osei' };
    expect((await desk.send('sendCompliment', { landlord, body: named })).status).toBe(201);
    expect((await desk.send('sendCompliment', { landlord, body: {} })).status).toBe(400);
    expect((await desk.send('sendCompliment', { landlord: 'nobody', body: named })).status).toBe(404);
  });
});

describe('what somebody says in a survey', () => {
  const feedback = { landlord, complainant, text: 'Two out of five.' };

  it('is logged with the choice to complain that they were given, where it is known who said it', async () => {
    expect(refusalOf(await log('logSurveyFeedback', feedback))).toMatchObject({
      status: 400,
      fields: ['choice'],
    });
    const choice = { offeredOn: '2026-12-16', answer: 'no-answer' };
    expect((await log('logSurveyFeedback', { ...feedback, choice })).status).toBe(201);
    const { complainant: _, ...anonymous } = feedback;
    expect((await log('logSurveyFeedback', anonymous)).status).toBe(201);
  });

  it('becomes a complaint once they choose that', async () => {
    const choice = { offeredOn: '2026-12-16', answer: 'not-now' };
    const reference = await logged('logSurveyFeedback', { ...feedback, choice });
    desk.moveTo('2026-12-18T10:00:00Z');
    const told = { dissatisfiedAt: '2026-12-16T10:00:00Z', chosenOn: '2026-12-17' };
    const { body } = await act('convertServiceRequest', reference, told);
    expect(body.complaint).toBeDefined();
    expect((await read(reference)).body.choice).toEqual({ offeredOn: '2026-12-17', answer: 'complain' });
  });
});
