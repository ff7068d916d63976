import { beforeEach, describe, expect, it } from 'vitest';
import { type RouteName, routes } from '../../../shared/contracts/routes.ts';
import { roles } from '../../../shared/domain/authorization.ts';
import { referenceNumber } from '../../support/complaints.ts';
import { administrator, type Desk, openDesk, pointsOf } from '../../support/desk.ts';
import type { Claims } from '../../support/http.ts';
import { person } from '../../support/people.ts';
import { namedInPaths, queryOf } from '../../support/situations.ts';

const leila = {
  name: 'Leila Haddad',
  email: 'leila.haddad@landlord.example',
  teams: ['repairs'],
  leads: [],
  landlords: ['day-zero'],
  leave: [],
  disabled: false,
};

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const change = (id: string, revision: number, body: object, staff: Claims = administrator) =>
  desk.send('changePerson', { staff, params: { id }, headers: { 'if-match': `"${revision}"` }, body });

describe('somebody who leaves', () => {
  const lee = { id: 'lee', roles, landlords: ['day-zero'] };
  const row = leila;
  const work = async () => {
    await desk.register.save(person('lee', { teams: ['repairs'] }));
    const handled = await desk.log();
    await desk.give('assign', handled, { handler: 'lee' });
    const other = await desk.log();
    await desk.give('assign', other, { handler: 'hana' });
    await desk.give('acknowledge', other, { points: pointsOf('x') });
    await desk.give('addAction', other, { description: 'x', owner: 'lee', dueOn: '2027-02-10' });
    const closed = await desk.log();
    await desk.give('assign', closed, { handler: 'lee' });
    await desk.give('close', closed, { reason: 'x' });
    return { handled, other, closed };
  };

  it('leaves complaints and actions to the leader of the team at once', async () => {
    await desk.register.save(person('lou', { leads: ['repairs'] }));
    const { handled, other, closed } = await work();
    const answer = await change('lee', 0, { ...row, disabled: true });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id: 'lee', disabled: true, revision: 1 });
    expect(answer.body).not.toHaveProperty('workLeft');
    expect((await desk.read(handled)).body.handler).toBe('lou');
    const { body } = await desk.read(other);
    expect(body.handler).toBe('hana');
    expect(body.actions).toMatchObject([{ id: 'action-1', owner: 'lou' }]);
    expect(body.obligations?.at(-1)).toMatchObject({ id: 'action-1', owner: 'lou' });
    expect((await desk.timeline(handled)).body.entries?.at(-1)).toMatchObject({
      actor: 'anna',
      type: 'WorkHandedOver',
      facts: { by: 'anna', from: 'lee', to: 'lou' },
    });
    expect((await desk.read(closed)).body.handler).toBe('lee');
    const owed = (await desk.store.notices(handled)).filter(({ kind }) => kind === 'assignment');
    expect(owed.map(({ recipient }) => recipient)).toContainEqual(expect.objectContaining({ person: 'lou' }));
  });

  it('whom nobody leads is told of what is left, and changing them again goes on from there', async () => {
    const { handled, other } = await work();
    const answer = await change('lee', 0, { ...row, disabled: true });
    expect([...(answer.body.workLeft ?? [])].sort()).toEqual([handled, other].sort());
    expect((await desk.read(handled)).body.handler).toBe('lee');
    await desk.register.save(person('lou', { leads: ['repairs'] }));
    const again = await change('lee', 1, { ...row, disabled: true });
    expect(again.body).not.toHaveProperty('workLeft');
    expect((await desk.read(handled)).body.handler).toBe('lou');
  });

  it('leaves to another leader what is about the first, and to nobody what is about both', async () => {
    for (const id of ['lou', 'max']) await desk.register.save(person(id, { leads: ['repairs'] }));
    await desk.register.save(person('lee', { teams: ['repairs'] }));
    const references = [];
    for (const staffComplainedAbout of [[], ['lou'], ['lou', 'max']]) {
      const reference = await desk.log({ staffComplainedAbout });
      await desk.give('assign', reference, { handler: 'lee' });
      references.push(reference);
    }
    const answer = await change('lee', 0, { ...row, disabled: true });
    const handlers = [];
    for (const reference of references) handlers.push((await desk.read(reference)).body.handler);
    expect(handlers).toEqual(['lou', 'max', 'lee']);
    expect(answer.body.workLeft).toEqual([references[2]]);
  });

  it('is denied everything from then on, whatever their token says', async () => {
    const { handled } = await work();
    expect((await desk.read(handled, lee)).status).toBe(200);
    await change('lee', 0, { ...row, disabled: true });
    for (const name of Object.keys(routes) as RouteName[]) {
      if (routes[name].tag !== 'staff') continue;
      const answer = await desk.send(name, {
        staff: lee,
        params: {
          ...namedInPaths,
          ...{ reference: handled, id: 'hana', landlord: 'day-zero' },
        },
        headers: { 'idempotency-key': 'k', 'if-match': '"1"' },
        query: queryOf(name),
        body: minimal[name] ?? {},
      });
      expect([name, answer.status]).toEqual([name, 403]);
      expect(answer.body.detail).toBe(
        'You are disabled in the staff register; an administrator can change that.',
      );
    }
  });
});

const reason = 'x';
const minimal: Partial<Record<RouteName, object>> = {
  updateAction: { note: 'x' },
  addCalendarVersion: {
    basedOn: 1,
    changes: [{ change: 'added', nation: 'scotland', date: '2027-06-14', name: 'x' }],
    reason,
  },
  applyCalendar: { version: 2, tellResidents: true },
  logComplaint: { landlord: 'day-zero', channel: 'phone', description: 'x' },
  addPerson: { id: 'ann', ...leila },
  changePerson: leila,
  assign: { handler: 'hana' },
  addPoints: { points: pointsOf('x') },
  draft: { outcomes: [{ point: 'point-1' }] },
  approve: { decision: 'approve' },
  extend: { newDueOn: '2027-01-28', reason },
  prepareExtension: { newDueOn: '2027-01-28', reason },
  giveUpdate: { text: 'x' },
  noteContact: { how: 'phone', reached: true, note: 'x' },
  recordCorrespondence: { direction: 'in', how: 'letter', text: 'x' },
  askQuestion: { colleague: 'hana', question: 'x' },
  askResident: { question: 'x' },
  triageMessage: { outcome: 'answered' },
  addAction: { description: 'x', owner: 'hana', dueOn: '2027-01-28' },
  completeAction: { evidence: 'x' },
  correct: { received: '2026-12-22T15:00:00Z', reason },
  close: { reason },
  reopen: { reason },
  refuseEscalation: { ground: 'other', reasons: 'x' },
  raiseIssue: { issue: 'x', responsible: true, related: true, wouldDelay: false },
  exclude: { ground: 'too-old', reasons: 'x', evidence: 'x', discretion: 'x' },
  acceptAfterAll: { reason },
  agreeUpdates: { every: 5 },
  replaceAction: { why: 'x' },
  compensate: { step: 'accepted', offer: 'offer-1' },
  recordLearning: { lesson: 'x' },
  answerOmbudsman: { step: 'answered', request: 'request-1', evidence: 'x' },
  adjust: { step: 'agree', kind: 'audio', note: 'x' },
  restrict: { step: 'review', restriction: 'restriction-1', outcome: 'lifted', note: 'x' },
  nameSupporter: { supporter: 'x' },
  triage: { category: 'repairs' },
  declareConflict: { person: 'hana', reason },
  merge: { other: referenceNumber(8), reason },
  link: { other: referenceNumber(8), because: 'x' },
  recordConsent: { consent: 'given' },
  instructCopies: { party: 'party-2', copies: 'answers' },
  leaveComplaint: { party: 'party-2' },
  importComplaints: { rows: [{}], dryRun: true },
  keepResidentRecord: {
    safeContact: { mayBeMailed: true, voicemail: 'unknown' },
    ...{ adjustments: [], disabilities: [] },
  },
  keepPropertyRecord: { hazards: [] },
  logServiceRequest: { landlord: 'day-zero', channel: 'phone', text: 'x' },
  logCompliment: { landlord: 'day-zero', channel: 'phone', text: 'x' },
  logSurveyFeedback: { landlord: 'day-zero', text: 'x' },
  offerChoice: { offeredOn: '2026-12-23', answer: 'not-now' },
  reviewServiceRequest: { outcome: 'resolved' },
  convertServiceRequest: { filedWrongly: true },
  passComplimentOn: { team: 'repairs' },
};
