import { beforeEach, describe, expect, it } from 'vitest';
import { type CalendarDesk, openCalendarDesk, reason, thanks } from '../../support/calendar-desk.ts';
import { newProposal } from '../../support/calendars.ts';
import { administrator } from '../../support/desk.ts';
import { refusalOf } from '../../support/http-answer.ts';

let desk: CalendarDesk;
beforeEach(async () => {
  desk = await openCalendarDesk();
});

describe('the versions of the calendar', () => {
  it('are, in the beginning, the one that ships', async () => {
    expect((await desk.versions()).body).toEqual({
      newest: 1,
      versions: [],
      horizons: [
        { nation: 'england-and-wales', knownTo: '2028-12-31' },
        { nation: 'scotland', knownTo: '2028-12-31' },
        { nation: 'northern-ireland', knownTo: '2028-12-31' },
      ],
    });
  });

  it('are followed by those that an administrator adds', async () => {
    const added = await desk.add({ reason: ` ${reason} ` });
    const version = {
      ...{ version: 2, changes: [thanks], reason },
      ...{ addedBy: 'anna', addedAt: '2026-12-23T15:00:00.000Z' },
    };
    expect([added.status, added.body]).toEqual([201, version]);
    await desk.add({ basedOn: 2, changes: [{ ...thanks, change: 'removed' }] }, 'k2');
    const { body } = await desk.versions();
    expect(body.newest).toBe(3);
    expect(body.versions?.[0]).toEqual(version);
    expect(body.versions?.map(({ version }) => version)).toEqual([2, 3]);
  });

  it('reach further where a nation’s next year is added', async () => {
    await desk.add({ changes: [{ ...thanks, nation: 'scotland', date: '2029-01-01' }] });
    expect((await desk.versions()).body.horizons?.map(({ knownTo }) => knownTo)).toEqual([
      '2028-12-31',
      '2029-12-31',
      '2028-12-31',
    ]);
  });

  it('come with what is proposed, until a version was added or there is nothing more to change', async () => {
    const proposal = newProposal();
    await desk.archive.propose(proposal);
    expect((await desk.versions()).body.proposal).toEqual(proposal);
    await desk.add();
    expect((await desk.versions()).body.proposal).toBeUndefined();
    await desk.archive.propose(newProposal({ basedOn: 2, changes: [] }));
    expect((await desk.versions()).body.proposal).toBeUndefined();
  });
});

describe('a version', () => {
  it('is based on the newest, which is named where it is not', async () => {
    await desk.add();
    const refused = await desk.add({ changes: [{ ...thanks, date: '2027-01-05' }] }, 'k2');
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      refusal: 'NotBasedOnNewest',
      detail:
        'Version 2 of the calendar is the newest; read it, and base the changes on it. Nothing was stored.',
    });
    expect((await desk.add({ basedOn: 3 }, 'k3')).status).toBe(409);
    expect((await desk.archive.read()).versions).toHaveLength(1);
  });

  it.each([
    [
      'added at a weekend',
      { date: '2027-01-02' },
      'cannot be added: Saturday 2 January 2027 is at a weekend: bank holidays are weekdays, name the day in its place',
    ],
    [
      'added twice',
      { date: '2027-01-01', nation: 'scotland' },
      'cannot be added: Friday 1 January 2027 is a bank holiday in Scotland already',
    ],
    [
      'removed where it is none',
      { change: 'removed', nation: 'northern-ireland' },
      'cannot be removed: Monday 4 January 2027 is no bank holiday in Northern Ireland',
    ],
  ])('has no day that is %s', async (_, change, detail) => {
    const refused = await desk.add({ changes: [thanks, { ...thanks, ...change }] });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      type: '/problems/cannot-be',
      refusal: 'ImpossibleChange',
      errors: [{ field: 'changes.1', detail }],
    });
    expect(desk.changes).toEqual([]);
  });

  it.each([
    ['no change', { changes: [] }, 'changes'],
    ['too many', { changes: Array(201).fill(thanks) }, 'changes'],
    ['a day that does not exist', { changes: [{ ...thanks, date: '2027-02-30' }] }, 'changes.0.date'],
    ['a day past counting', { changes: [{ ...thanks, date: '2050-01-03' }] }, 'changes.0.date'],
    ['another nation', { changes: [{ ...thanks, nation: 'wales' }] }, 'changes.0.nation'],
    ['a name of two lines', { changes: [{ ...thanks, name: 'A\nB' }] }, 'changes.0.name'],
    ['no reason', { reason: ' ' }, 'reason'],
    ['a number of its own', { version: 7 }, 'version'],
  ])('with %s is refused', async (_, body, field) => {
    expect(refusalOf(await desk.add(body))).toEqual({
      status: 400,
      type: '/problems/invalid-request',
      fields: [field],
    });
    expect(desk.changes).toEqual([]);
  });

  it('is added once by one key, and answered the same however often', async () => {
    const first = await desk.add();
    desk.moveTo('2026-12-24T09:00:00Z');
    const again = await desk.add();
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect((await desk.archive.read()).versions).toHaveLength(1);
    expect(refusalOf(await desk.add({ reason: 'Another.' }))).toMatchObject({
      status: 422,
      type: '/problems/key-reused',
    });
    expect(refusalOf(await desk.send('addCalendarVersion', { staff: administrator }))).toMatchObject({
      status: 428,
      fields: ['Idempotency-Key'],
    });
  });

  it('of two administrators at once is one, and the other learns the newest', async () => {
    const answers = await Promise.all([desk.add({}, 'k1'), desk.add({ reason: 'Another.' }, 'k2')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
