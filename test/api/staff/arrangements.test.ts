import { beforeEach, describe, expect, it } from 'vitest';
import type { Reference } from '../../../shared/domain/reference.ts';
import { type Desk, deskWithAcknowledged, handler, manager, refusedBy, told } from '../../support/desk.ts';
import type { Claims } from '../../support/http.ts';
import type { Answer } from '../../support/http-answer.ts';

const approver: Claims = { id: 'abel', roles: ['approver'], landlords: ['day-zero'] };
let desk: Desk;
let reference: Reference;
beforeEach(async () => {
  ({ desk, reference } = await deskWithAcknowledged());
});

const promise = ({ body }: Answer<'adjust'>, id: string) => {
  const found = body.obligations?.find((each) => each.id === id);
  return found && [found.kind, found.dueOn, found.metOn ?? found.state];
};

describe('updates', () => {
  const agree = (every: number) => desk.give('agreeUpdates', reference, { every }, { staff: handler });

  it('are owed as often as agreed', async () => {
    expect(promise(await agree(3), 'update-1')).toEqual(['update', '2027-01-05', 'open']);
    expect(refusedBy(await agree(3))).toEqual({
      status: 409,
      refusal: 'UpdatesAgreedAlready',
      fields: ['every'],
    });
  });

  it.each([0, 21, 1.5])('are not agreed on every %s working days', async (every) => {
    expect(refusedBy(await agree(every))).toMatchObject({ status: 400, fields: ['every'] });
  });
});

describe('an adjustment', () => {
  const adjust = (body: object) => desk.give('adjust', reference, body, { staff: handler });
  const agreed = { step: 'agree', kind: 'large-print', note: '16 point.', disability: 'Low sight.' };

  it('is agreed, looked at again, and ends', async () => {
    expect(promise(await adjust({ ...agreed, reviewOn: '2027-03-01' }), 'adjustment-1-review-1')).toEqual([
      'adjustment-review',
      '2027-03-01',
      'open',
    ]);
    const review = { step: 'review', adjustment: 'adjustment-1', outcome: 'ends', note: 'Not needed.' };
    expect(promise(await adjust(review), 'adjustment-1-review-1')?.[2]).toBe('2026-12-30');
    expect(told(await adjust(review))).toEqual({
      status: 409,
      refusal: 'AdjustmentEnded',
      detail: 'This adjustment has ended; agree on another one.',
    });
    expect(JSON.stringify(await desk.store.timeline(reference))).not.toContain('Low sight');
  });

  it.each<[string, object, number, string[]]>([
    ['more time without saying how much', { ...agreed, kind: 'more-time' }, 409, ['workingDays']],
    [
      'a review of what was never agreed',
      { step: 'review', adjustment: 'x', outcome: 'ends', note: 'x' },
      409,
      ['adjustment'],
    ],
    ['a day that has passed', { ...agreed, reviewOn: '2026-12-29' }, 409, []],
    ['a kind that there is not', { ...agreed, kind: 'tea' }, 400, ['kind']],
    ['a step that there is not', { ...agreed, step: 'x' }, 400, ['step']],
  ])('for %s is refused', async (_, body, status, fields) => {
    expect(refusedBy(await adjust(body))).toMatchObject({ status, fields });
  });
});

describe('a limit to contact', () => {
  const restrict = (body: object, staff: Claims = approver) =>
    desk.give('restrict', reference, body, { staff });
  const limit = {
    step: 'restrict',
    kind: 'single-contact',
    method: 'letter',
    agreed: false,
    contact: 'hana',
    reason: 'Thirty calls a day.',
    equalityAct: 'We asked about any disability.',
  };
  const review = { step: 'review', restriction: 'restriction-1', outcome: 'lifted', note: 'It is better.' };
  const alreadyGiven = { how: 'letter', evidence: 'Letter 12' };

  it('is laid down by somebody of rank, looked at again and lifted', async () => {
    for (const staff of [handler, manager]) expect((await restrict(limit, staff)).status).toBe(403);
    expect(told(await restrict({ ...limit, alreadyGiven }))).toEqual({
      status: 409,
      refusal: 'MethodImpossible',
      detail:
        'method must be a way in which the resident can be reached: no postal address is known; correct the complainant first, with it (Complaint Handling Code 5.14)',
    });
    const complainant = { name: 'Sam Okoro', email: 'sam.okoro@example.com', address: '5 Elm Road' };
    await desk.give('correct', reference, { complainant, reason: 'Sam told us where to write to.' });
    expect((await restrict({ ...limit, alreadyGiven })).status).toBe(200);
    expect((await desk.read(reference)).body.restrictions).toMatchObject([
      { id: 'restriction-1', method: 'letter' },
    ]);
    expect(told(await restrict({ ...limit, alreadyGiven }))).toEqual({
      status: 409,
      refusal: 'RestrictedAlready',
      detail:
        'Contact is limited already, by restriction-1; review that instead. (Complaint Handling Code 5.14)',
    });
    const lifted = await restrict({ ...review, alreadyGiven });
    expect(promise(lifted, 'restriction-1-review-1')?.[2]).toBe('2026-12-30');
    expect(refusedBy(await restrict(review))).toMatchObject({ refusal: 'NotRestricted' });
  });

  it.each<[string, object, string, string[]]>([
    ['to nobody', { ...limit, contact: undefined }, 'NoContactNamed', ['contact']],
    ['to somebody whom nobody knows', { ...limit, contact: 'nobody' }, 'HandlerNotAvailable', []],
    ['that is not there', review, 'UnknownRestriction', ['restriction']],
  ])('%s is refused', async (_, body, refusal, fields) => {
    expect(refusedBy(await restrict(body))).toEqual({ status: 409, refusal, fields });
  });
});

it('a supporter is put on record, apart from the timeline', async () => {
  const supporter = 'The residents’ group of Larkfield';
  const { status } = await desk.give('nameSupporter', reference, { supporter }, { staff: handler });
  expect(status).toBe(200);
  expect((await desk.read(reference)).body.supporters).toEqual([supporter]);
  expect(JSON.stringify(await desk.store.timeline(reference))).not.toContain('Larkfield');
});
