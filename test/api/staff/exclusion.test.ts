import { beforeEach, describe, expect, it } from 'vitest';
import type { Reference } from '../../../shared/domain/reference.ts';
import {
  type Desk,
  deskWithAcknowledged,
  handler,
  manager,
  outcomeOf,
  pointsOf,
  refusedBy,
  told,
} from '../../support/desk.ts';
import type { Claims } from '../../support/http.ts';

const reasons = 'We answered this in 2025.';
const evidence = 'Our letter of 3 May 2025.';
const discretion = 'Nothing has changed since then.';
const exclusion = { ground: 'already-considered', reasons, evidence, discretion };
const lead: Claims = { id: 'milo', roles: ['senior-lead'], landlords: ['day-zero'] };

let desk: Desk;
let reference: Reference;
const exclude = (body: object, staff = handler) => desk.give('exclude', reference, body, { staff });

describe('a complaint that is not taken on', () => {
  beforeEach(async () => {
    ({ desk, reference } = await deskWithAcknowledged());
  });

  it.each(['evidence', 'discretion', 'reasons', 'ground'])('is refused without %s', async (field) => {
    const answer = await exclude({ ...exclusion, [field]: undefined });
    expect(refusedBy(answer)).toMatchObject({ status: 400, fields: [field] });
  });

  it('is read with all that was said of it', async () => {
    expect((await exclude(exclusion)).status).toBe(200);
    expect((await desk.read(reference)).body.exclusion).toEqual({ on: '2026-12-30', ...exclusion });
  });

  it('is not turned away for what the landlord lists as in scope', async () => {
    const answer = await exclude({ ...exclusion, ground: 'action' });
    expect(refusedBy(answer)).toEqual({ status: 409, refusal: 'InScope', fields: ['ground'] });
  });

  it('is in court once the claim was filed there', async () => {
    const answer = await exclude({ ...exclusion, ground: 'legal-proceedings' });
    expect(refusedBy(answer)).toEqual({ status: 409, refusal: 'ClaimNotFiled', fields: ['claimFiledOn'] });
  });

  it('shows how old it is, and what is lacking to tell, before anybody decides', async () => {
    const lacks = ['issueOccurredOn', 'becameAwareOn'];
    expect((await desk.read(reference)).body.age).toEqual({ verdict: 'unknown', lacks });
    expect(told(await exclude({ ...exclusion, ground: 'too-old' }))).toEqual({
      status: 409,
      refusal: 'AgeUnknown',
      detail:
        'How old the matter is cannot be told: find out and record issueOccurredOn and becameAwareOn first. (Complaint Handling Code 2.3)',
    });
  });
});

describe('a complaint that is too old for the landlord and not for the Code (seed 004)', () => {
  const tooOld = { ...exclusion, ground: 'too-old' };
  beforeEach(async () => {
    const dates = { issueOccurredOn: '2025-10-01', becameAwareOn: '2026-06-30' };
    ({ desk, reference } = await deskWithAcknowledged({}, dates));
  });

  it('says so to whoever reads it', async () => {
    expect((await desk.read(reference)).body.age).toEqual({
      verdict: 'too-old-for-policy',
      lastDay: '2026-10-01',
      codeLastDay: '2027-06-30',
    });
  });

  it('is refused by nobody who has not read that the Code forbids it, and then by the senior lead alone', async () => {
    const warned = await exclude(tooOld, lead);
    expect(refusedBy(warned)).toEqual({
      status: 409,
      refusal: 'CodeForbidsRefusal',
      fields: ['againstCode'],
    });
    expect(warned.body.detail).toContain('until Wednesday 30 June 2027');
    const knowing = { ...tooOld, againstCode: true };
    expect(told(await exclude(knowing, manager))).toEqual({
      status: 409,
      refusal: 'RankNeeded',
      detail:
        'What the Code forbids takes the role senior-lead (the senior lead). (Complaint Handling Code 2.3)',
    });
    expect(refusedBy(await exclude({ ...tooOld, againstCode: false }, lead))).toMatchObject({
      status: 400,
      fields: ['againstCode'],
    });
    expect((await exclude(knowing, lead)).status).toBe(200);
    expect((await desk.read(reference)).body.exclusion).toMatchObject({
      departs: { clause: '2.3', codeLastDay: '2027-06-30' },
    });
  });
});

describe('a ground that what is on record speaks against', () => {
  const brackenhall = 'counted-from-receipt';
  const surveyed = { landlord: brackenhall, channel: 'survey', chosenOn: '2026-12-22' };
  const lead: Claims = { id: 'milo', roles: ['senior-lead'], landlords: [brackenhall] };
  const feedback = { ...exclusion, ground: 'survey-feedback' };

  it('takes the senior lead, who has read that the Code forbids it, without a last day (seed 003)', async () => {
    ({ desk, reference } = await deskWithAcknowledged({}, surveyed));
    expect(told(await exclude(feedback, lead))).toEqual({
      status: 409,
      refusal: 'CodeForbidsRefusal',
      detail:
        'againstCode is missing: whoever complains was asked and chose to complain, so it is more than feedback, and the Code takes it on. Take it on; only the senior lead may refuse it, knowing that it departs from the Code. (Complaint Handling Code 1.6)',
    });
    expect((await exclude({ ...feedback, againstCode: true }, lead)).status).toBe(200);
    expect((await desk.read(reference)).body.exclusion?.departs).toEqual({ clause: '1.6' });
  });

  it('is no age where there is a danger, and the policy says so (seed 004)', async () => {
    ({ desk, reference } = await deskWithAcknowledged({}, { hazards: ['gas'] }));
    expect(told(await exclude({ ...exclusion, ground: 'too-old' }))).toEqual({
      status: 409,
      refusal: 'ExceptionHolds',
      detail:
        'ground does not hold: the landlord’s policy takes it on whatever its age where it is about health and safety, and a danger is recorded (Complaint Handling Code 2.3)',
    });
  });
});

describe('points that are not taken on', () => {
  const some = { ...exclusion, points: ['point-2'] };
  beforeEach(async () => {
    ({ desk, reference } = await deskWithAcknowledged());
    const points = pointsOf('The kerb.');
    await desk.give('addPoints', reference, { points }, { staff: handler });
  });
  const accept = (staff = manager) =>
    desk.give('acceptAfterAll', reference, { points: ['point-2'], reason: 'It is another kerb.' }, { staff });

  it('are left out while the complaint goes on, and are read with the reasons', async () => {
    expect(await exclude(some)).toMatchObject({ status: 200, body: { status: 'acknowledged' } });
    const { points } = (await desk.read(reference)).body;
    expect(points?.map(({ id, excluded }) => [id, excluded])).toEqual([
      ['point-1', undefined],
      ['point-2', { on: '2026-12-30', ...exclusion }],
    ]);
    await desk.give('draft', reference, { outcomes: [outcomeOf('point-1')] }, { staff: handler });
    expect((await desk.give('respond', reference, {}, { staff: handler })).status).toBe(200);
  });

  it('are taken on after all by whoever may take on a complaint', async () => {
    await exclude(some);
    expect((await accept(handler)).status).toBe(403);
    expect((await accept()).status).toBe(200);
    expect(refusedBy(await accept())).toEqual({
      status: 409,
      refusal: 'PointNotExcluded',
      fields: ['points'],
    });
  });

  it('are some, and not all', async () => {
    expect(refusedBy(await exclude({ ...some, points: [] }))).toMatchObject({
      status: 400,
      fields: ['points'],
    });
    expect(refusedBy(await exclude({ ...some, points: ['point-1', 'point-2'] }))).toMatchObject({
      refusal: 'EveryPointExcluded',
    });
    await exclude(some);
    expect(refusedBy(await exclude(some))).toMatchObject({ refusal: 'PointExcludedAlready' });
  });
});
