import { beforeEach, describe, expect, it } from 'vitest';
import type { Reference } from '../../../shared/domain/reference.ts';
import {
  type Desk,
  deskWithAcknowledged,
  deskWithAnswered,
  handler,
  manager,
  refusedBy,
  told,
} from '../../support/desk.ts';
import type { Answer } from '../../support/http-answer.ts';

const ombudsman = 'housing-ombudsman';
const reasons = 'The claim form was filed at court on 18 December.';
const reason = 'The claim at court is about the roof.';
const evidence = 'Mail of 11 January.';
const discretion = 'Nothing of it is outside the claim.';
const claimFiledOn = '2026-12-18';

let desk: Desk;
let reference: Reference;
beforeEach(async () => {
  ({ desk, reference } = await deskWithAcknowledged());
});

const promises = ({ body }: Answer<'exclude'>) =>
  body.obligations?.map(({ id, dueOn, metOn, state }) => [id, dueOn, metOn ?? state]);

describe('a complaint that is not taken on', () => {
  const exclude = (ground = 'legal-proceedings') =>
    desk.give(
      'exclude',
      reference,
      { ground, reasons, evidence, discretion, claimFiledOn },
      { staff: handler },
    );
  const accept = (body: object = {}, staff = manager) =>
    desk.give('acceptAfterAll', reference, { reason, ...body }, { staff });

  it('owes nothing, and its resident is told why', async () => {
    const answer = await exclude();
    expect(answer).toMatchObject({ status: 200, body: { status: 'excluded' } });
    expect(promises(answer)?.map(([, , state]) => state)).toEqual(['2026-12-30', 'ended']);
    const kinds = (await desk.store.notices(reference)).map(({ kind }) => kind);
    expect(kinds).toContain('exclusion');
  });

  it('has a ground of the landlord’s own list', async () => {
    const answer = await exclude('too-difficult');
    expect(refusedBy(answer)).toEqual({ status: 409, refusal: 'UnknownGround', fields: ['ground'] });
    expect(answer.body.detail).toMatch(/too-old, legal-proceedings/);
  });

  it('is taken on after all by a manager, with dates from that day', async () => {
    expect(told(await accept())).toEqual({
      status: 409,
      refusal: 'NotPermittedNow',
      detail: 'The complaint was taken on, so there is nothing to accept.',
    });
    await exclude();
    desk.moveTo('2027-01-11T10:00:00Z');
    expect((await accept({}, handler)).status).toBe(403);
    expect(refusedBy(await accept({ ombudsman: 'somebody' }))).toMatchObject({
      refusal: 'UnknownOmbudsman',
      fields: ['ombudsman'],
    });
    const answer = await accept({ ombudsman });
    expect(answer).toMatchObject({ status: 200, body: { status: 'received' } });
    expect(promises(answer)).toEqual([
      ['stage-1-acknowledgement', '2027-01-18', 'open'],
      ['stage-1-response', '2027-02-01', 'open'],
    ]);
  });

  it('was answered by nobody: what was answered is excluded no more', async () => {
    ({ desk, reference } = await deskWithAnswered());
    expect(told(await exclude())).toEqual({
      status: 409,
      refusal: 'NotPermittedNow',
      detail: 'The answer of this stage was given already. (Complaint Handling Code 2.4)',
    });
  });
});

describe('an Ombudsman', () => {
  const deal = (body: object) => desk.give('answerOmbudsman', reference, body, { staff: handler });
  const request = { step: 'request', ombudsman, text: 'Send us the file.', dueOn: '2027-01-14' };
  const determination = {
    step: 'determination',
    ombudsman,
    findings: [{ point: 'point-1', determination: 'maladministration' }],
    orders: [{ binding: true, description: 'Apologise.', dueOn: '2027-02-01' }],
  };

  it('who asks is answered by a date of their own', async () => {
    expect(promises(await deal(request))?.at(-1)).toEqual(['request-1', '2027-01-14', 'open']);
    const answered = { step: 'answered', request: 'request-1', evidence };
    expect(promises(await deal(answered))?.at(-1)).toEqual(['request-1', '2027-01-14', '2026-12-30']);
    expect(told(await deal(answered))).toEqual({
      status: 409,
      refusal: 'RequestAnsweredAlready',
      detail: 'This request was answered already, on Wednesday 30 December 2026.',
    });
  });

  it('who decides is followed, order by order', async () => {
    const decided = await deal({ ...determination, note: 'See the report.' });
    expect(promises(decided)?.at(-1)).toEqual(['order-1', '2027-02-01', 'open']);
    expect((await desk.read(reference)).body).toMatchObject({
      determinations: [{ ombudsman, findings: determination.findings }],
      orders: [{ description: 'Apologise.', binding: true }],
    });
    const met = { step: 'order-met', order: 'order-1', evidence };
    expect(promises(await deal(met))?.at(-1)).toEqual(['order-1', '2027-02-01', '2026-12-30']);
    expect(told(await deal(met))).toMatchObject({ refusal: 'OrderMetAlready' });
  });

  it('may decide without orders, and on how the complaint was handled', async () => {
    const findings = [{ point: 'complaint-handling', determination: 'no-maladministration' }];
    expect((await deal({ step: 'determination', ombudsman, findings })).status).toBe(200);
  });

  it.each<[string, object, string, string[]]>([
    ['whom this landlord does not have', { ...request, ombudsman: 'x' }, 'UnknownOmbudsman', ['ombudsman']],
    ['by a day that has passed', { ...request, dueOn: '2026-12-29' }, 'DateInPast', []],
    ['never', { step: 'answered', request: 'request-2', evidence }, 'UnknownRequest', ['request']],
    ['no such thing', { step: 'order-met', order: 'order-2', evidence }, 'UnknownOrder', ['order']],
    [
      'about no point of ours',
      { ...determination, findings: [{ point: 'point-2', determination: 'maladministration' }] },
      'UnknownPoint',
      [],
    ],
  ])('who asked or decided %s is refused', async (_, body, refusal, fields) => {
    expect(refusedBy(await deal(body))).toEqual({ status: 409, refusal, fields });
  });

  it('has steps that are told apart, each with fields of its own', async () => {
    expect(refusedBy(await deal({ ...request, step: 'asks' }))).toMatchObject({
      status: 400,
      fields: ['step'],
    });
    expect(refusedBy(await deal({ ...request, findings: [] }))).toMatchObject({ fields: ['findings'] });
    expect(refusedBy(await deal({ ...determination, findings: [] }))).toMatchObject({ fields: ['findings'] });
  });
});
