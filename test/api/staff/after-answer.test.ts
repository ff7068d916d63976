import { describe, expect, it } from 'vitest';
import {
  type CommandName,
  deskWithAcknowledged,
  deskWithAnswered,
  handler,
  outcomeOf,
  refusedBy,
  told,
} from '../../support/desk.ts';
import type { Answer } from '../../support/http-answer.ts';

const reason = 'You were without a lift for three weeks.';
const evidence = 'Receipt 5521.';
const offer = { step: 'offer', pence: 8_000, for: 'distress-and-inconvenience', reason };

async function start(body: object = {}) {
  const { desk, reference } = await deskWithAnswered({}, body);
  const give = (name: CommandName, body: object, params?: Record<string, string>) =>
    desk.give(name, reference, body, { staff: handler, ...(params && { params }) });
  return { desk, reference, give, compensate: (body: object) => give('compensate', body) };
}

const promise = ({ body }: Answer<CommandName>, id: string) => {
  const found = body.obligations?.find((each) => each.id === id);
  return found && [found.kind, found.dueOn, found.metOn ?? found.state];
};

describe('money', () => {
  it('is offered, accepted, owed and paid', async () => {
    const { desk, reference, compensate } = await start();
    expect((await compensate(offer)).status).toBe(200);
    expect((await desk.read(reference)).body.offers).toMatchObject([{ id: 'offer-1', pence: 8_000 }]);
    const accepted = await compensate({ step: 'accepted', offer: 'offer-1' });
    expect(promise(accepted, 'payment-1')).toEqual(['payment', '2027-02-08', 'open']);
    const paid = await compensate({ step: 'paid', offer: 'offer-1', evidence });
    expect(promise(paid, 'payment-1')).toEqual(['payment', '2027-02-08', '2027-01-11']);
    expect(told(await compensate({ step: 'declined', offer: 'offer-1' }))).toEqual({
      status: 409,
      refusal: 'OfferSettled',
      detail: 'This offer was paid already; make another one.',
    });
  });

  it('is not paid before the resident accepts it', async () => {
    const { compensate } = await start();
    expect(refusedBy(await compensate({ step: 'declined', offer: 'offer-1' }))).toEqual({
      status: 409,
      refusal: 'UnknownOffer',
      fields: ['offer'],
    });
    await compensate(offer);
    expect(refusedBy(await compensate({ step: 'paid', offer: 'offer-1', evidence }))).toMatchObject({
      refusal: 'OfferNotAccepted',
    });
    expect((await compensate({ step: 'declined', offer: 'offer-1' })).status).toBe(200);
  });

  it('for an injury is for the insurer, who gets the claim within two working days', async () => {
    const { compensate } = await start();
    expect(refusedBy(await compensate({ ...offer, for: 'personal-injury' }))).toEqual({
      status: 409,
      refusal: 'GoesToInsurer',
      fields: ['for'],
    });
    const claim = await compensate({ step: 'insurer', claim: 'A broken wrist on the stairs.' });
    expect(promise(claim, 'handover-1')).toEqual(['handover', '2027-01-13', 'open']);
    const done = await compensate({ step: 'insurer-done', handover: 'handover-1', evidence });
    expect(promise(done, 'handover-1')).toEqual(['handover', '2027-01-13', '2027-01-11']);
    expect(refusedBy(await compensate({ step: 'insurer-done', handover: 'handover-2', evidence }))).toEqual({
      status: 409,
      refusal: 'UnknownHandover',
      fields: ['handover'],
    });
  });

  it('is offered by the service area where the policy says so', async () => {
    const { desk, reference } = await deskWithAnswered({}, { landlord: 'counted-from-receipt' });
    const make = (area: object, staff = handler) =>
      desk.give('compensate', reference, { ...offer, ...area }, { staff });
    expect(refusedBy(await make({}))).toMatchObject({ refusal: 'AreaMissing', fields: ['area'] });
    expect(told(await make({ area: 'lettings' }))).toEqual({
      status: 409,
      refusal: 'AreaDecides',
      detail:
        'Under this landlord’s policy the team lettings decides on this offer; somebody of it must make it.',
    });
    expect((await make({ area: 'repairs' })).status).toBe(200);
  });

  it.each<[string, object, string[]]>([
    ['no step', { offer: 'offer-1' }, ['step']],
    ['a step that there is not', { ...offer, step: 'give' }, ['step']],
    ['a field of another step', { ...offer, offer: 'offer-1' }, ['offer']],
    ['half a penny', { ...offer, pence: 0.5 }, ['pence']],
    ['nothing at all', { ...offer, pence: 0 }, ['pence']],
  ])('with %s is refused by its field', async (_, body, fields) => {
    const { compensate } = await start();
    expect(refusedBy(await compensate(body))).toMatchObject({ status: 400, fields });
  });
});

describe('an action that cannot be done', () => {
  it('is replaced by another one, or by none, and the resident told why', async () => {
    const { desk, reference, give } = await start();
    const action = { description: 'A new pump.', owner: 'hana', dueOn: '2027-01-22' };
    await give('addAction', action);
    const replacement = { description: 'A new boiler.', owner: 'milo', dueOn: '2027-02-12' };
    const why = 'The pump is no longer made.';
    const replaced = await give('replaceAction', { why, replacement }, { action: 'action-1' });
    expect(promise(replaced, 'action-1')).toEqual(['action', '2027-01-22', 'ended']);
    expect(promise(replaced, 'action-2')).toEqual(['action', '2027-02-12', 'open']);
    expect((await give('replaceAction', { why }, { action: 'action-2' })).status).toBe(200);
    expect(
      (await desk.store.notices(reference)).filter(({ kind }) => kind === 'action-replaced'),
    ).toHaveLength(2);
    expect(told(await give('replaceAction', { why }, { action: 'action-1' }))).toEqual({
      status: 409,
      refusal: 'ActionEnded',
      detail: 'This action is no longer owed.',
    });
    expect(told(await give('replaceAction', { why }, { action: 'action-3' }))).toMatchObject({
      refusal: 'UnknownAction',
    });
  });

  it('is not replaced by somebody whom nobody knows', async () => {
    const { give } = await start();
    await give('addAction', { description: 'A new pump.', owner: 'hana', dueOn: '2027-01-22' });
    const replacement = { description: 'x', owner: 'nobody', dueOn: '2027-02-12' };
    expect(told(await give('replaceAction', { why: 'x', replacement }, { action: 'action-1' }))).toEqual({
      status: 409,
      refusal: 'HandlerNotAvailable',
      detail: 'nobody is not in the staff register; an administrator can add them',
    });
  });
});

describe('what was learnt', () => {
  it('is kept, of a point or the whole, and meets what is owed', async () => {
    const { desk, reference, give } = await start({ landlord: 'counted-from-receipt' });
    const learnt = await give('recordLearning', { point: 'point-1', lesson: 'Nobody chases parts.' });
    expect(promise(learnt, 'learning-1')?.[2]).toBe('2027-01-11');
    expect((await desk.read(reference)).body.lessons).toMatchObject([{ lesson: 'Nobody chases parts.' }]);
    expect(refusedBy(await give('recordLearning', { point: 'point-9', lesson: 'x' }))).toMatchObject({
      refusal: 'UnknownPoint',
    });
  });

  it('comes after the answer', async () => {
    const { desk, reference } = await deskWithAcknowledged();
    expect(told(await desk.give('recordLearning', reference, { lesson: 'x' }))).toEqual({
      status: 409,
      refusal: 'NotPermittedNow',
      detail: 'The answer has not been given yet. (Complaint Handling Code 9.1)',
    });
  });
});

it('a draft says of which kinds a remedy is, each once', async () => {
  const { desk, reference } = await deskWithAcknowledged();
  const draft = (remedies: string[]) =>
    desk.give('draft', reference, { outcomes: [{ ...outcomeOf('point-1'), remedies }] });
  expect(refusedBy(await draft(['apology', 'apology']))).toMatchObject({ fields: ['outcomes.0.remedies'] });
  expect((await draft(['apology', 'financial'])).status).toBe(200);
  expect((await desk.store.load(reference))?.complaint.points[0]).toMatchObject({
    remedies: ['apology', 'financial'],
  });
});
