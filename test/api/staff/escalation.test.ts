import { beforeEach, describe, expect, it } from 'vitest';
import type { Reference } from '../../../shared/domain/reference.ts';
import {
  type Desk,
  deskWithAcknowledged,
  deskWithAnswered,
  handler,
  manager,
  outcomeOf,
  pointsOf,
  refusedBy,
  told,
} from '../../support/desk.ts';
import type { Claims } from '../../support/http.ts';
import type { Answer } from '../../support/http-answer.ts';

const landlords = ['day-zero', 'counted-from-receipt', 'code-2024'];
const approver: Claims = { id: 'abel', roles: ['approver'], landlords };
const reasons = 'It went out of order again.';

let desk: Desk;
let reference: Reference;
beforeEach(async () => {
  ({ desk, reference } = await deskWithAnswered());
});

const escalate = (body: object = {}) => desk.give('escalate', reference, body, { staff: handler });
const datesOf = ({ body }: Answer<'escalate'>) =>
  body.obligations
    ?.filter(({ kind }) => kind.startsWith('stage-2'))
    .map(({ kind, dueOn, state, projected }) => [kind, dueOn, projected ? 'projected' : state]);

describe('a request for stage 2', () => {
  it('takes the complaint there, with its dates and without its handler', async () => {
    const answer = await escalate({ points: ['point-1'], reasons, happenedAt: '2027-01-08T12:00:00Z' });
    expect(answer).toMatchObject({ status: 200, body: { status: 'received', version: 7 } });
    expect(datesOf(answer)).toEqual([
      ['stage-2-acknowledgement', '2027-01-15', 'open'],
      ['stage-2-response', '2027-02-12', 'projected'],
    ]);
    const { body } = await desk.read(reference);
    expect(body).toMatchObject({ stage: 2, stage1: { handler: 'hana' } });
    expect(body).not.toHaveProperty('handler');
    const stored = JSON.stringify(await desk.store.timeline(reference));
    expect(stored).not.toContain(reasons);
  });

  it.each<[string, object, string, string[]]>([
    ['no point', { points: [] }, 'NothingEscalated', ['points']],
    ['a point that there is not', { points: ['point-2'] }, 'UnknownPoint', []],
    [
      'an Ombudsman of others',
      { ombudsman: 'local-government-ombudsman' },
      'UnknownOmbudsman',
      ['ombudsman'],
    ],
    ['a day before the answer', { happenedAt: '2027-01-06T12:00:00Z' }, 'HappenedTooEarly', ['happenedAt']],
  ])('for %s is refused by its field', async (_, body, refusal, fields) => {
    expect(refusedBy(await escalate(body))).toEqual({ status: 409, refusal, fields });
  });

  it('is refused while stage 1 has time, with the day on which that ends', async () => {
    ({ desk, reference } = await deskWithAcknowledged());
    expect(told(await escalate())).toEqual({
      status: 409,
      refusal: 'Stage1NotLate',
      detail:
        'Stage 1 may be answered until the end of Thursday 14 January 2027; stage 2 can be asked for after the answer, or after that day. (Complaint Handling Code 6.10)',
    });
  });

  it('is decided by somebody else than stage 1 was', async () => {
    await escalate();
    await desk.give('assign', reference, { handler: 'milo' });
    const outcomes = [outcomeOf('point-1')];
    expect(told(await desk.give('draft', reference, { outcomes }, { staff: handler }))).toEqual({
      status: 409,
      refusal: 'DecidedStage1',
      detail:
        'hana took part in the answer of stage 1, so somebody else must decide stage 2. (Complaint Handling Code 6.13)',
    });
    expect((await desk.give('draft', reference, { outcomes })).status).toBe(200);
  });
});

describe('a refusal of stage 2', () => {
  const refuse = (body: object, staff: Claims = manager) =>
    desk.give('refuseEscalation', reference, { reasons, ...body }, { staff });

  it('gives the complaint back to stage 1', async () => {
    await escalate();
    const answer = await refuse({ ground: 'another-issue' });
    expect(answer).toMatchObject({ status: 200, body: { status: 'responded' } });
    expect(datesOf(answer)).toEqual([
      ['stage-2-acknowledgement', '2027-01-18', 'met'],
      ['stage-2-response', '2027-02-15', 'projected'],
    ]);
    expect((await desk.read(reference)).body).toMatchObject({ stage: 1, handler: 'hana' });
  });

  it('is for those above the handler', async () => {
    await escalate();
    expect((await refuse({ ground: 'other' }, handler)).status).toBe(403);
    expect((await refuse({ ground: 'other' }, approver)).status).toBe(200);
  });

  it('for the time is refused where there is none, and where it was not over', async () => {
    await escalate();
    expect(refusedBy(await refuse({ ground: 'after-window' }))).toEqual({
      status: 409,
      refusal: 'WindowNotOver',
      fields: ['ground'],
    });
  });

  it('knows no other ground, least of all that no reasons were given', async () => {
    await escalate();
    expect(refusedBy(await refuse({ ground: 'no-reasons' }))).toMatchObject({
      status: 400,
      fields: ['ground'],
    });
    expect(told(await refuse({ ground: 'other', reasons: '' }))).toMatchObject({ status: 400 });
  });

  it('is refused after an Ombudsman said that it is to be taken on', async () => {
    await escalate({ ombudsman: 'housing-ombudsman' });
    expect(told(await refuse({ ground: 'other' }))).toEqual({
      status: 409,
      refusal: 'OmbudsmanDecided',
      detail:
        'The Ombudsman (housing-ombudsman) says that it is to be taken on, so it cannot be refused for this. (Complaint Handling Code 2.4)',
    });
  });
});

describe('a wrong date of stage 2', () => {
  const correct = (body: object) => desk.give('correct', reference, { reason: 'Misread.', ...body });

  it('is put right, and the dates are derived anew', async () => {
    await escalate();
    expect(datesOf(await correct({ escalationRequested: '2027-01-08T12:00:00Z' }))).toEqual([
      ['stage-2-acknowledgement', '2027-01-15', 'open'],
      ['stage-2-response', '2027-02-12', 'projected'],
    ]);
    desk.moveTo('2027-01-13T10:00:00Z');
    await desk.give('acknowledge', reference, {});
    expect(datesOf(await correct({ escalationAcknowledged: '2027-01-12T10:00:00Z' }))).toEqual([
      ['stage-2-acknowledgement', '2027-01-15', 'met'],
      ['stage-2-response', '2027-02-09', 'open'],
    ]);
  });

  it('is not there before somebody asked for stage 2', async () => {
    expect(told(await correct({ escalationRequested: '2027-01-08T12:00:00Z' }))).toEqual({
      status: 409,
      refusal: 'NotPermittedNow',
      detail: 'Nobody has asked for stage 2.',
    });
  });
});

it('a point may say which Ombudsmen look at it', async () => {
  const points = [{ ...pointsOf('The stairs.')[0], ombudsmen: ['housing-ombudsman'] }];
  ({ desk, reference } = await deskWithAcknowledged());
  expect((await desk.give('addPoints', reference, { points })).status).toBe(200);
  const stored = await desk.store.load(reference);
  expect(stored?.complaint.points[1]).toMatchObject({ ombudsmen: ['housing-ombudsman'] });
});
