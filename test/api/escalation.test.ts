import { describe, expect, it } from 'vitest';
import { deskWithAnswered, putLink } from '../support/desk.ts';
import { refusalOf } from '../support/http-answer.ts';

const reasons = 'It went out of order again.';

async function start() {
  const { desk, reference } = await deskWithAnswered();
  const link = putLink(desk, { purpose: 'resident', complaint: reference });
  const { body } = await desk.send('openSession', { body: { link } });
  const params = { reference };
  const ask = (sent: object = {}, key?: string, authorization = `Bearer ${body.session}`) =>
    desk.send('escalateComplaint', {
      params,
      headers: { authorization, ...(key && { 'idempotency-key': key }) },
      body: sent,
    });
  return { desk, reference, ask };
}

describe('a resident who asks for stage 2', () => {
  it('gets its dates, and needs to give no reasons', async () => {
    const { desk, reference, ask } = await start();
    const { status, body } = await ask();
    expect(status).toBe(201);
    expect(body).toEqual({
      reference,
      status: 'received',
      stage: 2,
      obligations: [
        {
          kind: 'stage-2-acknowledgement',
          dueOn: '2027-01-18',
          explanation:
            'Monday 18 January 2027 is 5 working days after Monday 11 January 2027, the day stage 2 was asked for, not counting weekends.',
        },
        {
          kind: 'stage-2-response',
          dueOn: '2027-02-15',
          explanation:
            'Monday 15 February 2027 is 20 working days after Monday 18 January 2027, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward.',
          projected: true,
        },
      ],
    });
    expect((await desk.store.load(reference))?.complaint.points[0]?.escalated).toBe(true);
  });

  it('may say why and which points, which is kept apart', async () => {
    const { desk, reference, ask } = await start();
    expect((await ask({ points: ['point-1'], reasons })).status).toBe(201);
    const entry = (await desk.store.timeline(reference)).at(-1);
    expect(entry).toMatchObject({
      actor: { type: 'resident' },
      event: { type: 'EscalationRequested', points: ['point-1'] },
    });
    expect(entry?.event).not.toHaveProperty('by');
    expect(JSON.stringify(entry)).not.toContain(reasons);
    expect([...(await desk.store.readTexts(reference)).values()]).toContain(reasons);
  });

  it('twice with one key asks once; again without it is refused', async () => {
    const { desk, reference, ask } = await start();
    const first = await ask({ reasons }, 'a-key');
    const version = await desk.versionOf(reference);
    expect((await ask({ reasons }, 'a-key')).text).toBe(first.text);
    expect(await desk.versionOf(reference)).toBe(version);
    expect(refusalOf(await ask({}, 'a-key')).status).toBe(422);
    expect(await ask()).toMatchObject({ status: 409, body: { refusal: 'NotPermittedNow' } });
  });

  it('for a point that there is not, or none, is refused', async () => {
    const { ask } = await start();
    expect(await ask({ points: ['point-2'] })).toMatchObject({
      status: 409,
      body: { refusal: 'UnknownPoint' },
    });
    expect(refusalOf(await ask({ points: [] })).fields).toEqual(['points']);
    expect(refusalOf(await ask({ ombudsman: 'housing-ombudsman' }))).toEqual({
      status: 400,
      type: '/problems/invalid-request',
      fields: ['ombudsman'],
    });
  });

  it('needs a session', async () => {
    const { ask } = await start();
    expect((await ask({}, undefined, 'Bearer x')).status).toBe(401);
  });
});
