import { beforeEach, describe, expect, it } from 'vitest';
import type { Reference } from '../../../shared/domain/reference.ts';
import { type Desk, handler, manager, openDesk, pointsOf, refusedBy } from '../../support/desk.ts';
import { person } from '../../support/people.ts';

let desk: Desk;
let reference: Reference;
beforeEach(async () => {
  desk = await openDesk();
  reference = await desk.log();
});

const noticesOf = async (of: Reference) => (await desk.store.notices(of)).map(({ kind }) => kind);

describe('triage', () => {
  it('is seen with the complaint, told to the leader of the team and first in the worklist', async () => {
    const later = await desk.log();
    const found = { hazards: ['gas'], vulnerabilities: ['child-under-5'], issueOccurredOn: '2026-12-20' };
    const answer = await desk.give('triage', later, found, { staff: handler });
    expect(answer.status).toBe(200);
    expect((await desk.read(later)).body).toMatchObject({ priority: 'hazard', ...found });
    expect((await desk.read(reference)).body).toMatchObject({ priority: 'ordinary', hazards: [] });
    expect(await noticesOf(later)).toEqual(['receipt', 'urgent-complaint']);
    expect((await desk.worklist()).body.complaints).toMatchObject([
      { reference: later, priority: 'hazard', hazards: ['gas'] },
      { reference, priority: 'ordinary', hazards: [] },
    ]);
  });

  it.each([
    ['nothing', {}, 'hazards'],
    ['a danger twice', { hazards: ['gas', 'gas'] }, 'hazards'],
    ['a danger that there is not', { hazards: ['ghosts'] }, 'hazards.0'],
    ['a day that there is not', { issueOccurredOn: '2026-02-30' }, 'issueOccurredOn'],
  ])('of %s is refused by its field', async (_, body, field) => {
    const { status, fields } = refusedBy(await desk.give('triage', reference, body));
    expect([status, fields]).toEqual([400, [field]]);
  });

  it('that says that something cannot be had needs something that is missing', async () => {
    const answer = await desk.give('triage', reference, { unobtainable: 'Nobody knows.' });
    expect(refusedBy(answer)).toMatchObject({ refusal: 'NothingMissing', fields: ['unobtainable'] });
  });
});

describe('a worklist to a last day', () => {
  it('has of each priority what is due until then', async () => {
    desk.moveTo('2026-12-29T15:00:00Z');
    const late = await desk.log();
    const lateHazard = await desk.log();
    await desk.give('triage', lateHazard, { hazards: ['fire'] });
    await desk.give('triage', reference, { vulnerabilities: ['pregnancy'] });
    const read = async (query: Record<string, string>) =>
      (await desk.worklist(query)).body.complaints?.map((each) => each.reference);
    expect(await read({})).toEqual([lateHazard, reference, late]);
    for (const limit of ['1', '2', '25']) {
      expect(await read({ dueBy: '2027-01-04', limit })).toEqual([reference]);
    }
    expect(await read({ dueBy: '2027-01-06' })).toEqual([lateHazard, reference, late]);
  });
});

describe('a conflict of interest', () => {
  it('takes the complaint from its handler, who may still see it and no longer handle it', async () => {
    await desk.give('assign', reference, { handler: 'hana' });
    await desk.give('acknowledge', reference, { points: pointsOf('The lift.') });
    const declared = { person: 'hana', reason: 'She lives in the house.' };
    expect((await desk.give('declareConflict', reference, declared, { staff: handler })).status).toBe(200);
    const seen = await desk.read(reference, handler);
    expect(seen.body).toMatchObject({ conflicts: ['hana'] });
    expect(seen.body.handler).toBeUndefined();
    expect(await noticesOf(reference)).toContain('reviewer-needed');
    const outcomes = [{ point: 'point-1', finding: 'upheld' }];
    for (const answer of [
      await desk.give('assign', reference, { handler: 'hana' }),
      await desk.give('draft', reference, { outcomes }, { staff: handler }),
    ])
      expect(refusedBy(answer).refusal).toBe('ConflictOfInterest');
  });

  it('is of somebody who is known, and ends once somebody else says so', async () => {
    const declare = (said: object) => desk.give('declareConflict', reference, { reason: 'Kin.', ...said });
    expect(refusedBy(await declare({ person: 'nobody' })).refusal).toBe('HandlerNotAvailable');
    await declare({ person: 'hana' });
    expect((await declare({ person: 'hana', ended: true })).status).toBe(200);
    expect((await desk.read(reference)).body.conflicts).toEqual([]);
  });
});

describe('complaints that are linked', () => {
  it('show each other to whoever may see both', async () => {
    const other = await desk.log();
    const link = { other, because: 'The same lift.' };
    expect((await desk.give('link', reference, link, { staff: handler })).status).toBe(200);
    expect((await desk.read(reference)).body.related).toEqual([
      { complaint: other, because: 'The same lift.' },
    ]);
    expect((await desk.read(other)).body.related).toEqual([
      { complaint: reference, because: 'The same lift.' },
    ]);
    expect(refusedBy(await desk.give('link', other, { ...link, other: reference })).refusal).toBe(
      'LinkedAlready',
    );
  });

  it('are none that one may not see, of which it is not told whether there is one', async () => {
    const about = await desk.log({ staffComplainedAbout: ['hana'] });
    const elsewhere = await desk.log({ landlord: 'code-2024' });
    await desk.register.save(person('leo', { teams: ['lettings'] }));
    const ofAnotherTeam = await desk.log();
    await desk.give('assign', ofAnotherTeam, { handler: 'leo' });
    const narrow = { ...handler, landlords: ['day-zero'] };
    for (const other of [about, elsewhere, ofAnotherTeam, '10000-0000Y']) {
      const answer = await desk.give('link', reference, { other, because: 'x' }, { staff: narrow });
      expect(refusedBy(answer)).toEqual({ status: 409, refusal: 'UnknownOther', fields: ['other'] });
    }
    const itself = await desk.give('link', reference, { other: reference, because: 'x' }, { staff: manager });
    expect(refusedBy(itself).refusal).toBe('SameComplaint');
    const mistyped = await desk.give('link', reference, { other: '10000-00000', because: 'x' });
    expect(refusedBy(mistyped)).toMatchObject({ status: 400, fields: ['other'] });
  });
});
