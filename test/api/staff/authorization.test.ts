import { beforeAll, describe, expect, it } from 'vitest';
import type { RouteName } from '../../../shared/contracts/routes.ts';
import { type Action, mayDo, type Role, roles, type Staff } from '../../../shared/domain/authorization.ts';
import type { Reference } from '../../../shared/domain/reference.ts';
import { staffId } from '../../../shared/domain/staff.ts';
import { referenceNumber } from '../../support/complaints.ts';
import type { Desk } from '../../support/desk.ts';
import {
  claimsOf,
  everySituation,
  isRead,
  namesAboutOne,
  openInEverySituation,
  requestOf,
  type Situation,
  standingOf,
} from '../../support/situations.ts';

/** `giveUpdate` is the right `give-update`. */
const actionOf = (name: RouteName) =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) as Action;

let desk: Desk;
let references: Record<Situation, Reference>;

beforeAll(async () => {
  ({ desk, references } = await openInEverySituation());
});

/** What the table of rights says, in statuses. */
function expected(name: RouteName, role: Role | undefined, situation: Situation): number {
  const { landlord, handler, team, about = [] } = standingOf(situation);
  const me: Staff = {
    id: staffId('me'),
    roles: role ? [role] : [],
    landlords: ['day-zero'],
    teams: ['repairs'],
    disabled: situation === 'disabled',
  };
  const permission = mayDo(me, actionOf(name), {
    landlord,
    team,
    stage: 1,
    handler: handler === undefined ? undefined : staffId(handler),
    staffComplainedAbout: about.map((id) => staffId(id)),
  });
  if (!permission.allowed)
    return permission.why === 'complained-about' || permission.why === 'other-landlord' ? 404 : 403;
  return isRead(name) ? 200 : 412;
}

describe.each([...roles, undefined])('with the role %s', (role) => {
  it.each(namesAboutOne)(
    '%s is answered as the table of rights says, whoever’s the complaint is',
    async (name) => {
      for (const situation of everySituation) {
        const sent = requestOf(name, claimsOf(role, situation), references[situation]);
        const { status } = await desk.send(name, sent);
        expect([situation, status]).toEqual([situation, expected(name, role, situation)]);
      }
      expect(desk.changes).toEqual([]);
    },
  );

  it.each(namesAboutOne)(
    '%s of a complaint that one may not know of is answered as of none',
    async (name) => {
      const ask = async (reference: string) =>
        desk.send(name, requestOf(name, claimsOf(role, 'unassigned'), reference));
      const { text, headers } = await ask(referenceNumber(7));
      expect(text).toMatch(/unknown-complaint|not-allowed/);
      for (const reference of [references['complained about'], references['other landlord']]) {
        const answer = await ask(reference);
        expect([answer.text, answer.headers]).toEqual([text, headers]);
      }
      expect((await ask('nonsense')).status).toBe(404);
    },
  );
});

describe('the rights in words', () => {
  const statusesOf = async (name: RouteName, role: Role) => {
    const statuses: number[] = [];
    for (const situation of everySituation) {
      const sent = requestOf(name, claimsOf(role, situation), references[situation]);
      statuses.push((await desk.send(name, sent)).status);
    }
    return statuses;
  };

  // own, same team, other team, unassigned, complained about, other landlord, disabled
  it.each<[RouteName, Role, number[]]>([
    ['readComplaint', 'handler', [200, 200, 403, 200, 404, 404, 403]],
    ['readComplaint', 'manager', [200, 200, 200, 200, 404, 404, 403]],
    ['readComplaint', 'auditor', [200, 200, 200, 200, 404, 404, 403]],
    ['readComplaint', 'reporter', [403, 403, 403, 403, 403, 403, 403]],
    ['readComplaint', 'administrator', [403, 403, 403, 403, 403, 403, 403]],
    ['readComplaint', 'board-member', [403, 403, 403, 403, 403, 403, 403]],
    ['respond', 'handler', [412, 412, 403, 412, 404, 404, 403]],
    ['respond', 'auditor', [403, 403, 403, 403, 403, 403, 403]],
    ['assign', 'handler', [412, 412, 403, 412, 404, 404, 403]],
    ['assign', 'approver', [403, 403, 403, 403, 403, 403, 403]],
    ['assign', 'manager', [412, 412, 412, 412, 404, 404, 403]],
    ['approve', 'approver', [412, 412, 412, 412, 404, 404, 403]],
    ['approve', 'manager', [403, 403, 403, 403, 403, 403, 403]],
  ])('%s by a %s', async (name, role, statuses) => {
    expect(await statusesOf(name, role)).toEqual(statuses);
  });

  it('say what is missing, and who could', async () => {
    const detailOf = async (name: RouteName, role: Role, situation: Situation) =>
      (await desk.send(name, requestOf(name, claimsOf(role, situation), references[situation]))).body.detail;
    expect(await detailOf('approve', 'handler', 'own')).toBe(
      'None of your roles allows it. It takes the role approver, senior-lead.',
    );
    expect(await detailOf('respond', 'handler', 'other team')).toBe(
      'The complaint is with another team, where hana handles it; ask them, or a manager.',
    );
    expect(await detailOf('respond', 'handler', 'disabled')).toBe(
      'You are disabled in the staff register; an administrator can change that.',
    );
  });
});
