import { describe, expect, it } from 'vitest';
import {
  deskWithAcknowledged,
  handler,
  manager,
  openDesk,
  outcomeOf,
  pointsOf,
  putLink,
  told,
} from '../../support/desk.ts';
import { policyOf, variantOf } from '../../support/rules.ts';

const reason = 'We wait for a part.';

describe('an answer that is approved before it is sent', () => {
  const approver = { id: 'abel', roles: ['approver'], landlords: ['day-zero'] };
  const both = { ...approver, id: 'hana', roles: ['approver', 'handler'] };
  const variant = { ...policyOf('day-zero'), versions: [variantOf('day-zero', { review: 'before' })] };
  const policies = new Map([['day-zero', variant]]);

  it('is returned, drafted again, approved by another than its author, and only then sent', async () => {
    const { desk, reference } = await deskWithAcknowledged({ policies });
    const approve = (body: object, staff = approver) => desk.give('approve', reference, body, { staff });
    const draft = () =>
      desk.give('draft', reference, { outcomes: [outcomeOf('point-1')] }, { staff: handler });
    expect(told(await approve({ decision: 'approve' }))).toMatchObject({ refusal: 'NothingDrafted' });
    await draft();
    expect(told(await desk.give('respond', reference, {}))).toEqual({
      status: 409,
      refusal: 'NotApproved',
      detail: 'This landlord’s policy wants the answer approved first, by an approver other than hana.',
    });
    expect(told(await approve({ decision: 'approve' }, both))).toEqual({
      status: 409,
      refusal: 'OwnWork',
      detail:
        'Somebody else must review this: it was written or decided by hana. (Complaint Handling Code 5.8)',
    });
    expect((await approve({ decision: 'return' })).body.errors).toEqual([
      { field: 'comments', detail: 'must say what should change' },
    ]);
    expect((await approve({ decision: 'return', comments: 'Say when.' })).status).toBe(200);
    expect((await desk.read(reference)).body.draft).toEqual({ by: ['hana'], returned: 'Say when.' });
    await draft();
    expect((await approve({ decision: 'approve' })).status).toBe(200);
    expect((await desk.read(reference)).body.draft).toEqual({ by: ['hana'], approvedBy: 'abel' });
    expect(told(await approve({ decision: 'approve' }))).toMatchObject({
      refusal: 'ReviewedAlready',
      detail: 'It was reviewed already, by abel; a new draft can be reviewed again.',
    });
    expect((await desk.give('respond', reference, {}, { staff: handler })).status).toBe(200);
  });

  it('is not reviewed where the policy wants none, and reviewed after sending where it wants that', async () => {
    const { desk, reference } = await deskWithAcknowledged();
    const given = { staff: approver };
    expect(told(await desk.give('approve', reference, { decision: 'approve' }, given))).toEqual({
      status: 409,
      refusal: 'NotReviewedHere',
      detail: 'Under this landlord’s policy answers are not reviewed by a second person.',
    });
    const late = await deskWithAcknowledged({}, { landlord: 'counted-from-receipt' });
    const review = (body: object) =>
      late.desk.give('approve', late.reference, body, {
        staff: { ...approver, landlords: ['counted-from-receipt'] },
      });
    expect(told(await review({ decision: 'satisfied' }))).toMatchObject({
      refusal: 'NotPermittedNow',
      detail: 'The answer has not been given yet.',
    });
    await late.desk.give('draft', late.reference, { outcomes: [outcomeOf('point-1')] });
    await late.desk.give('respond', late.reference, {});
    expect((await review({ decision: 'not-satisfied', comments: 'Too short.' })).status).toBe(200);
  });
});

describe('what was given by hand', () => {
  it('on day 4 and typed on day 6 is in time, flagged, and sends nothing', async () => {
    const desk = await openDesk();
    const reference = await desk.log();
    desk.moveTo('2027-01-05T10:00:00Z');
    const alreadyGiven = { how: 'phone', evidence: 'Note of the call, file 7.' };
    const body = { points: pointsOf('The lift.'), alreadyGiven, happenedAt: '2026-12-31T11:00:00+00:00' };
    const answer = await desk.give('acknowledge', reference, body);
    expect(answer.body.obligations).toMatchObject([
      { dueOn: '2027-01-04', state: 'met', metOn: '2026-12-31', backdated: true },
      { dueOn: '2027-01-15', state: 'open' },
    ]);
    const notices = await desk.store.notices(reference);
    expect(notices.map(({ kind }) => kind)).toEqual(['receipt']);
    expect((await desk.timeline(reference)).body.entries?.at(-1)).toMatchObject({
      at: '2027-01-05T10:00:00.000Z',
      facts: { happenedAt: '2026-12-31T11:00:00.000Z', alreadyGiven, backdated: true },
    });
  });

  it('is needed where no way to reach the resident is known', async () => {
    const desk = await openDesk();
    const reference = await desk.log({ complainant: { name: 'Sam' } });
    expect(told(await desk.give('acknowledge', reference, { points: pointsOf('The lift.') }))).toEqual({
      status: 409,
      refusal: 'NotReachable',
      detail:
        'alreadyGiven must say how you gave it and where the proof is: the resident is not to be emailed, and no address or telephone number that may be used is known; find one out, or give it by hand (Complaint Handling Code 3.2)',
    });
  });

  it('is not needed where they can be rung up: a call waits', async () => {
    const desk = await openDesk();
    const reference = await desk.log({ complainant: { name: 'Sam', phone: '01632 960777' } });
    const answer = await desk.give('acknowledge', reference, { points: pointsOf('The lift.') });
    expect(answer.status).toBe(200);
    const [notice] = await desk.store.notices(reference);
    expect(notice).toMatchObject({ id: 'acknowledgement', status: 'by-hand', byHand: { way: 'phone' } });
  });

  it('is asked for of an answer, where a telephone number is all that is known and nobody agreed to calls', async () => {
    const desk = await openDesk();
    const complainant = { name: 'Sam', phone: '01632 960777' };
    const reference = await desk.log({ complainant });
    await desk.give('acknowledge', reference, { points: pointsOf('The lift.') });
    await desk.give('draft', reference, { outcomes: [outcomeOf('point-1')] });
    expect(told(await desk.give('respond', reference, {}))).toEqual({
      status: 409,
      refusal: 'PhoneNotAgreed',
      detail:
        'alreadyGiven must be in writing: the resident can be phoned, and has not agreed to be told this by phone; find out an address, or record that they agreed (a correction of the complainant with preferredChannel phone), or give it in writing and say so here (Complaint Handling Code 6.5)',
    });
    const agreed = { ...complainant, preferredChannel: 'phone' };
    await desk.give('correct', reference, { complainant: agreed, reason: 'Sam asked for calls.' });
    expect((await desk.give('respond', reference, {})).status).toBe(200);
  });

  it('is no answer and no extension on the phone', async () => {
    const { desk, reference } = await deskWithAcknowledged();
    const alreadyGiven = { how: 'phone', evidence: 'x' };
    for (const [name, body] of [
      ['extend', { newDueOn: '2027-01-28', reason }],
      ['respond', {}],
    ] as const) {
      if (name === 'respond') await desk.give('draft', reference, { outcomes: [outcomeOf('point-1')] });
      expect(told(await desk.give(name, reference, { ...body, alreadyGiven }))).toMatchObject({
        status: 409,
        refusal: 'NotInWriting',
      });
    }
  });
});

it('a resident’s message is said to be what it is, once', async () => {
  const { desk, reference } = await deskWithAcknowledged();
  const link = putLink(desk, { purpose: 'resident', complaint: reference });
  const opened = await desk.send('openSession', { body: { link } });
  const headers = { authorization: `Bearer ${opened.body.session}` };
  const sent = await desk.send('sendMessage', { params: { reference }, headers, body: { text: 'Stage 2!' } });
  expect(sent.body.message).toBe('message-1');
  expect(told(await desk.give('close', reference, { reason }))).toMatchObject({ refusal: 'MessagesUnread' });
  const triage = () =>
    desk.give('triageMessage', reference, { outcome: 'wants-stage-2' }, { params: { message: 'message-1' } });
  expect((await triage()).status).toBe(200);
  expect(told(await triage())).toMatchObject({ status: 409, refusal: 'TriagedAlready' });
  expect((await desk.read(reference, manager)).body.messages).toEqual([
    { id: 'message-1', text: 'Stage 2!', outcome: 'wants-stage-2' },
  ]);
});
