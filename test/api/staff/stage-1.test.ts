import { beforeAll, describe, expect, it } from 'vitest';
import type { Reference } from '../../../shared/domain/reference.ts';
import { type Desk, handler, manager, openDesk, outcomeOf, pointsOf } from '../../support/desk.ts';
import type { Answer } from '../../support/http-answer.ts';

/** Every promise by its id: when it is due, what became of it. */
const promises = ({ body }: Answer<'acknowledge'> | Answer<'readComplaint'>) =>
  body.obligations?.map(({ id, dueOn, state, metOn }) => [id, dueOn, metOn ?? state]);

describe('a complaint phoned in at day-zero on Wednesday 23 December 2026, from its log to its end', () => {
  let desk: Desk;
  let reference: Reference;
  const give: Desk['give'] = (name, about, body, given) =>
    desk.give(name, about, body, { staff: handler, ...given });

  beforeAll(async () => {
    desk = await openDesk({ now: '2026-12-23T15:00:00Z' });
    reference = await desk.log({ desiredOutcome: 'A working lift.' });
  });

  it('is logged with its dates, the answer’s projected', async () => {
    const { body } = await desk.read(reference);
    expect(body).toMatchObject({
      version: 1,
      channel: 'phone',
      status: 'received',
      stage: 1,
      receivedAt: '2026-12-23T15:00:00.000Z',
      complainant: { name: 'Sam Okoro', email: 'sam.okoro@example.com' },
      description: 'The lift has been out of order for three weeks.',
      desiredOutcome: 'A working lift.',
      points: [],
    });
    expect(body).not.toHaveProperty('handler');
    expect(body.obligations?.map(({ id, dueOn, projected }) => [id, dueOn, projected])).toEqual([
      ['stage-1-acknowledgement', '2027-01-04', undefined],
      ['stage-1-response', '2027-01-18', true],
    ]);
  });

  it('is assigned by a manager, to the first of the handler’s teams', async () => {
    expect((await give('assign', reference, { handler: 'hana' }, { staff: manager })).status).toBe(200);
    expect((await desk.read(reference, handler)).body).toMatchObject({ handler: 'hana', team: 'repairs' });
    expect((await desk.worklist({ handler: 'hana' })).body.complaints).toEqual([
      {
        ...{ reference, status: 'received', stage: 1, handler: 'hana', team: 'repairs' },
        ...{ nextDueOn: '2027-01-04', priority: 'ordinary', hazards: [] },
      },
    ]);
  });

  it('is acknowledged on 30 December, so that the answer is due on Thursday 14 January', async () => {
    desk.moveTo('2026-12-30T10:00:00Z');
    const points = pointsOf('The lift is out of order.');
    const answer = await give('acknowledge', reference, { points });
    expect(answer.body).toMatchObject({ version: 4, status: 'acknowledged' });
    expect(promises(answer)).toEqual([
      ['stage-1-acknowledgement', '2027-01-04', '2026-12-30'],
      ['stage-1-response', '2027-01-14', 'open'],
    ]);
    expect(answer.body.obligations?.[1]?.explanation).toBe(
      'Thursday 14 January 2027 is 10 working days after Wednesday 30 December 2026, the day we acknowledged the complaint, not counting weekends and New Year’s Day (1 January); as the policy in force from Monday 1 April 2024 says under 6.3 of the Code, by calendar version 1.',
    );
  });

  it('gets another point, and an answer that is drafted in parts', async () => {
    desk.moveTo('2027-01-11T10:00:00Z');
    expect((await give('addPoints', reference, { points: pointsOf('Nobody called.') })).status).toBe(200);
    expect((await give('draft', reference, { outcomes: [outcomeOf('point-1')] })).status).toBe(200);
    const unfinished = await give('respond', reference, {});
    expect(unfinished.status).toBe(409);
    expect(unfinished.body).toMatchObject({
      refusal: 'PointsIncomplete',
      detail:
        'Every point needs a finding, reasons, and a remedy or that none is needed. Still missing: point-2 lacks finding and reasons and remedy. (Complaint Handling Code 6.9)',
    });
    const second = { ...outcomeOf('point-2'), finding: 'not-upheld', remedy: { none: true } };
    expect((await give('draft', reference, { outcomes: [second] })).status).toBe(200);
    expect((await desk.read(reference)).body).toMatchObject({
      draft: { by: ['hana'] },
      points: [
        { id: 'point-1', finding: 'upheld', remedy: 'The lift is repaired, and inspected each month.' },
        { id: 'point-2', definition: 'Nobody called.', finding: 'not-upheld', remedy: '' },
      ],
    });
  });

  it('gets an action with an owner and a date', async () => {
    const action = { description: 'Inspect the lift.', owner: 'hana', dueOn: '2027-02-10' };
    expect(promises(await give('addAction', reference, action))?.at(-1)).toEqual([
      'action-1',
      '2027-02-10',
      'open',
    ]);
  });

  it('is answered on 13 January, in time', async () => {
    desk.moveTo('2027-01-13T10:00:00Z');
    const answer = await give('respond', reference, {});
    expect(answer.body.status).toBe('responded');
    expect(promises(answer)).toEqual([
      ['stage-1-acknowledgement', '2027-01-04', '2026-12-30'],
      ['stage-1-response', '2027-01-14', '2027-01-13'],
      ['action-1', '2027-02-10', 'open'],
    ]);
    expect((await desk.worklist()).body.complaints).toMatchObject([{ nextDueOn: '2027-02-10' }]);
  });

  it('stays open until the action is completed', async () => {
    const reason = 'Everything is done.';
    const early = await give('close', reference, { reason });
    expect(early.body).toMatchObject({
      refusal: 'ActionsOpen',
      detail:
        'Actions that were promised are still open: action-1 by 2027-02-10. Complete them first. (Complaint Handling Code 6.6)',
    });
    desk.moveTo('2027-02-09T10:00:00Z');
    const params = { action: 'action-1' };
    const done = await give('completeAction', reference, { evidence: 'Report 7.' }, { params });
    expect(promises(done)?.at(-1)).toEqual(['action-1', '2027-02-10', '2027-02-09']);
    const answer = await give('close', reference, { reason });
    expect(answer.body.status).toBe('closed');
    expect((await desk.worklist()).body.complaints).toEqual([]);
    expect((await desk.worklist({ state: 'closed' })).body.complaints).toMatchObject([
      { reference, status: 'closed' },
    ]);
  });

  it('is reopened as it was', async () => {
    desk.moveTo('2027-02-15T10:00:00Z');
    const answer = await give('reopen', reference, { reason: 'The lift failed again.' });
    expect(answer.body).toMatchObject({ version: 12, status: 'responded' });
    expect((await desk.read(reference)).body).toMatchObject({
      status: 'responded',
      respondedOn: '2027-01-13',
      actions: [{ id: 'action-1', description: 'Inspect the lift.', completedOn: '2027-02-09' }],
    });
  });

  it('leaves a timeline that is intact, with who did what and every text in its place', async () => {
    const { body } = await desk.timeline(reference);
    expect(body.intact).toBe(true);
    expect(
      body.entries?.map(({ seq, at, actor, type }) => `${seq} ${at.slice(0, 10)} ${actor} ${type}`),
    ).toEqual([
      '1 2026-12-23 milo ComplaintReceived',
      '2 2026-12-23 milo ComplaintAssigned',
      '3 2026-12-30 hana PointsAdded',
      '4 2026-12-30 hana ComplaintAcknowledged',
      '5 2027-01-11 hana PointsAdded',
      '6 2027-01-11 hana ResponseDrafted',
      '7 2027-01-11 hana ResponseDrafted',
      '8 2027-01-11 hana ActionAdded',
      '9 2027-01-13 hana ResponseSent',
      '10 2027-02-09 hana ActionCompleted',
      '11 2027-02-09 hana ComplaintClosed',
      '12 2027-02-15 hana ComplaintReopened',
    ]);
    expect(body.entries?.at(9)?.facts).toMatchObject({ action: 'action-1', evidence: 'Report 7.' });
    expect(body.entries?.at(-1)?.facts).toMatchObject({ reason: 'The lift failed again.' });
  });

  it('owes its notices, each to whom it is for', async () => {
    const { body } = await desk.send('readNotices', { staff: handler, params: { reference } });
    const notices = body.notices?.map(({ kind, to, state, attempts }) => [kind, to, state, attempts]);
    expect(notices?.sort()).toEqual([
      ['acknowledgement', 'resident', 'pending', 0],
      ['action-completed', 'resident', 'pending', 0],
      ['assignment', 'staff', 'pending', 0],
      ['closure', 'resident', 'pending', 0],
      ['receipt', 'resident', 'pending', 0],
      ['reopening', 'resident', 'pending', 0],
      ['response', 'resident', 'pending', 0],
    ]);
  });
});
