import { beforeAll, describe, expect, it } from 'vitest';
import { type RouteName, routes } from '../../../shared/contracts/routes.ts';
import type { Role } from '../../../shared/domain/authorization.ts';
import type { Reference } from '../../../shared/domain/reference.ts';
import { type Desk, logged, pointsOf } from '../../support/desk.ts';
import type { Claims } from '../../support/http.ts';
import { person } from '../../support/people.ts';
import {
  namesAboutOne,
  openInEverySituation,
  queryOf,
  requestOf,
  type Situation,
} from '../../support/situations.ts';

/** What reporters may do. */
const logging: RouteName[] = ['logComplaint', 'logServiceRequest', 'logCompliment', 'logSurveyFeedback'];

let desk: Desk;
let references: Record<Situation, Reference>;

beforeAll(async () => {
  ({ desk, references } = await openInEverySituation());
});

describe('who logs', () => {
  const log = (role: Role | undefined, landlord = 'day-zero', id = 'me') =>
    desk.send('logComplaint', {
      staff: { id, roles: role ? [role] : [], landlords: ['day-zero'] },
      headers: { 'idempotency-key': `${role}-${landlord}-${id}` },
      body: { ...logged, landlord },
    });

  it.each(['reporter', 'handler', 'manager', 'senior-lead'] as const)(
    'may be a %s, where they serve',
    async (role) => {
      const accepted = await log(role);
      expect(accepted.status).toBe(201);
      const seen = role === 'reporter' ? ['reference'] : ['reference', 'receivedAt', 'status', 'obligations'];
      expect(Object.keys(accepted.body)).toEqual(seen);
      expect((await log(role, 'code-2024')).status).toBe(403);
      expect((await log(role, 'nobody')).status).toBe(403);
      expect((await log(role, 'day-zero', 'me-disabled')).status).toBe(403);
    },
  );

  it.each(['approver', 'board-member', 'auditor', 'administrator', undefined] as const)(
    'is no %s',
    async (role) => {
      expect((await log(role)).status).toBe(403);
    },
  );

  it('for a landlord that is in the token and not served here is told so', async () => {
    const answer = await desk.send('logComplaint', {
      staff: { id: 'far', roles: ['reporter'], landlords: ['far-away'] },
      headers: { 'idempotency-key': 'far' },
      body: { ...logged, landlord: 'far-away' },
    });
    expect([answer.status, answer.body.type]).toEqual([404, '/problems/unknown-landlord']);
  });

  it('as a reporter sees nothing else, the complaint that they logged included', async () => {
    const staff = { id: 'rosa', roles: ['reporter'], landlords: ['day-zero'] };
    const { body } = await desk.send('logComplaint', {
      staff,
      headers: { 'idempotency-key': 'rosa' },
      body: logged,
    });
    for (const name of Object.keys(routes) as RouteName[]) {
      if (routes[name].tag !== 'staff' || logging.includes(name)) continue;
      const sent = { ...requestOf(name, staff, body.reference ?? ''), query: queryOf(name) };
      const whole = name.endsWith('Person')
        ? { ...sent, body: bodyOf[name as 'addPerson'], params: { id: 'hana' } }
        : sent;
      expect([name, (await desk.send(name, whole)).status]).toEqual([name, 403]);
    }
  });
});

const details = {
  ...{ name: 'Ann', email: 'ann@landlord.example', teams: [], leads: [] },
  ...{ landlords: ['day-zero'], leave: [], disabled: false },
};

const bodyOf = { addPerson: { id: 'ann', ...details }, changePerson: details };

describe('a token', () => {
  const worklist = (staff: Claims) => desk.worklist({}, staff);

  it.each([
    '',
    '[]',
    '[handler',
    'handler manager',
    '[handler, manager]',
    '["manager"]',
    '[Manager]',
    'managers',
    '[[manager]]',
    '*',
    '[manager\tauditor]',
  ])('whose roles are %j may do nothing', async (crafted) => {
    const staff = { id: 'me', roles: crafted, landlords: ['day-zero'] };
    expect((await worklist(staff)).status).toBe(403);
    for (const name of namesAboutOne)
      expect((await desk.send(name, requestOf(name, staff, references.own))).status).toBe(403);
  });

  it.each(['', '[]', '*', '[*]', '[Day-Zero]', '["day-zero"]', 'day-zero code-2024', '[code-2024]'])(
    'whose landlords are %j sees nothing of day-zero',
    async (crafted) => {
      const staff = { id: 'hana', roles: ['manager'], landlords: crafted };
      expect((await worklist(staff)).status).toBe(403);
      expect((await desk.read(references.own, staff)).status).toBe(404);
    },
  );

  it('with one role alone, without brackets, has that role', async () => {
    expect((await worklist({ id: 'me', roles: 'auditor', landlords: 'day-zero' })).status).toBe(200);
  });

  it('that says more than the register has only what both say', async () => {
    const narrow = { id: 'narrow', roles: ['manager'], landlords: ['day-zero', 'code-2024'] };
    expect((await desk.read(references['other landlord'], narrow)).status).toBe(200);
    await desk.register.save(person('narrow', { landlords: ['day-zero'] }));
    expect((await desk.read(references['other landlord'], narrow)).status).toBe(404);
  });

  it.each(['', 'a b', 'PERSON#ann', 'ann\n', 'x'.repeat(129)])(
    'whose subject %j cannot be an id is told so, whatever it asks for',
    async (id) => {
      const staff = { id, roles: ['manager'], landlords: ['day-zero'] };
      for (const name of Object.keys(routes) as RouteName[]) {
        if (routes[name].tag !== 'staff') continue;
        const answer = await desk.send(name, requestOf(name, staff, references.own));
        expect([name, answer.status, answer.body.type]).toEqual([name, 403, '/problems/not-allowed']);
        expect(answer.body.detail).toBe(
          'The subject (sub) of your token cannot be an id here: it must be 1 to 128 printable ASCII characters without spaces or #. Ask whoever looks after your sign-in to change it.',
        );
      }
    },
  );

  it('that is not there is our fault, since no such request can reach us', async () => {
    for (const name of Object.keys(routes) as RouteName[])
      if (routes[name].tag === 'staff') expect((await desk.send(name)).status).toBe(500);
  });
});

describe('staff whom a complaint is about', () => {
  const me = { id: 'me', roles: ['handler', 'manager'], landlords: ['day-zero'] };

  it('do not see it in the worklist, and cannot be assigned, promised for or asked', async () => {
    const reference = references['complained about'];
    const seen = (await desk.worklist({ limit: '100' }, me)).body.complaints ?? [];
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.map((each) => each.reference)).not.toContain(reference);
    await desk.give('acknowledge', reference, { points: pointsOf('x') });
    for (const answer of [
      await desk.give('assign', reference, { handler: 'me' }),
      await desk.give('addAction', reference, { description: 'x', owner: 'me', dueOn: '2027-02-01' }),
      await desk.give('askQuestion', reference, { colleague: 'me', question: 'x' }),
    ])
      expect(answer.body).toMatchObject({
        refusal: 'StaffComplainedAbout',
        detail:
          'The complaint is about me, who can take no part in it; choose somebody else. (Complaint Handling Code 5.8)',
      });
  });

  it('who log it themselves get its reference alone', async () => {
    const { body } = await desk.send('logComplaint', {
      staff: me,
      headers: { 'idempotency-key': 'about-me' },
      body: { ...logged, staffComplainedAbout: ['me'] },
    });
    expect(Object.keys(body)).toEqual(['reference']);
    expect((await desk.read(body.reference ?? '', me)).status).toBe(404);
  });
});
