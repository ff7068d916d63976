import { beforeEach, describe, expect, it } from 'vitest';
import { roles } from '../../../shared/domain/authorization.ts';
import { administrator, type Desk, manager, openDesk } from '../../support/desk.ts';
import type { Claims } from '../../support/http.ts';
import { refusalOf } from '../../support/http-answer.ts';
import { person } from '../../support/people.ts';

const leila = {
  name: 'Leila Haddad',
  email: 'leila.haddad@landlord.example',
  teams: ['repairs'],
  leads: [],
  landlords: ['day-zero'],
  leave: [{ from: '2026-12-24', to: '2027-01-04' }],
  disabled: false,
};

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const add = (body: object, key = 'k', staff: Claims = administrator) =>
  desk.send('addPerson', { staff, headers: { 'idempotency-key': key }, body });
const change = (id: string, revision: number, body: object, staff: Claims = administrator) =>
  desk.send('changePerson', { staff, params: { id }, headers: { 'if-match': `"${revision}"` }, body });
const idsSeenBy = async (staff: Claims) =>
  (await desk.send('listPeople', { staff })).body.people?.map(({ id }) => id);

describe('the staff register', () => {
  it('takes somebody new, and shows them to whoever serves their landlord', async () => {
    const added = await add({ id: 'leila', ...leila, cover: 'hana' });
    expect(added.status).toBe(201);
    expect(added.body).toEqual({ id: 'leila', ...leila, cover: 'hana', revision: 0 });
    expect(await idsSeenBy({ ...manager, landlords: ['day-zero'] })).toContain('leila');
    expect(await idsSeenBy({ ...manager, id: 'far', landlords: ['code-2024'] })).not.toContain('leila');
  });

  it('takes the same said twice once, and answers it the same', async () => {
    const first = await add({ id: 'leila', ...leila });
    const again = await add({ ...leila, id: 'leila' });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(desk.changes).toEqual(['save']);
    await change('leila', 0, { ...leila, teams: [] });
    expect((await add({ id: 'leila', ...leila })).body).toMatchObject({ refusal: 'PersonExists' });
  });

  it('has everybody once', async () => {
    await add({ id: 'leila', ...leila }, 'k1');
    const again = await add({ id: 'leila', ...leila, name: 'Another' }, 'k2');
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ refusal: 'PersonExists' });
    expect((await desk.register.read('leila' as never))?.name).toBe('Leila Haddad');
  });

  it('replaces what is kept of somebody, and tells the revision there is to whoever is late', async () => {
    await add({ id: 'leila', ...leila });
    const changed = await change('leila', 0, { ...leila, teams: ['lettings'] });
    expect(changed.body).toMatchObject({ teams: ['lettings'], revision: 1 });
    expect(changed.headers.etag).toBe('"1"');
    const late = await change('leila', 0, { ...leila, teams: ['gardens'] });
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({ type: '/problems/stale', currentVersion: 1 });
    expect((await change('leila', 2, leila)).status).toBe(412);
    expect((await desk.register.read('leila' as never))?.teams).toEqual(['lettings']);
  });

  it('knows nobody whom it does not have', async () => {
    for (const id of ['nobody', '', ' ', 'a b', 'STAFF#x', '__proto__', 'x'.repeat(200)])
      expect(refusalOf(await change(id, 0, leila))).toMatchObject({
        status: 404,
        type: '/problems/unknown-person',
      });
  });

  it.each([
    ['oneself', 'leila', {}, 'must be somebody else'],
    ['somebody who is not there', 'nobody', {}, 'must be in the staff register; add them first'],
    ['somebody disabled', 'gone', {}, 'must not be disabled'],
    [
      'somebody who serves too few landlords',
      'few',
      { landlords: ['day-zero', 'code-2024'] },
      'must serve every landlord of the person; still missing: code-2024',
    ],
  ])('takes as cover nobody who is %s', async (_, cover, with_, detail) => {
    await desk.register.save(person('gone', { disabled: true }));
    await desk.register.save(person('few'));
    await add({ id: 'leila', ...leila }, 'k1');
    const refused = await change('leila', 0, { ...leila, ...with_, cover });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual([{ field: 'cover', detail }]);
  });

  it.each([
    ['leave that ends before it begins', { leave: [{ from: '2027-01-02', to: '2027-01-01' }] }, 'leave.0.to'],
    ['no landlord', { landlords: [] }, 'landlords'],
    ['a landlord twice', { landlords: ['day-zero', 'day-zero'] }, 'landlords'],
    ['a team that cannot be called so', { teams: ['Repairs'] }, 'teams.0'],
    ['a revision of one’s own', { revision: 7 }, 'revision'],
    ['roles', { roles: ['administrator'] }, 'roles'],
  ])('refuses %s', async (_, with_, field) => {
    expect(refusalOf(await add({ id: 'leila', ...leila, ...with_ })).fields).toEqual([field]);
    expect(desk.changes).toEqual([]);
  });

  it('is kept by administrators alone, of landlords that they serve', async () => {
    for (const role of roles) {
      const staff = { id: 'x', roles: [role], landlords: ['day-zero'] };
      const status = role === 'administrator' ? 201 : 403;
      expect([role, (await add({ id: `by-${role}`, ...leila }, role, staff)).status]).toEqual([role, status]);
    }
    const elsewhere = { ...administrator, id: 'far', landlords: ['code-2024'] };
    expect((await add({ id: 'leila', ...leila }, 'k', elsewhere)).status).toBe(403);
    expect((await change('hana', 0, leila, elsewhere)).status).toBe(403);
    expect((await change('nobody', 0, { ...leila, landlords: ['code-2024'] }, elsewhere)).status).toBe(404);
  });

  it('is read by managers, senior leads, auditors and administrators', async () => {
    const may = [];
    for (const role of roles) {
      const staff = { id: 'x', roles: [role], landlords: ['day-zero'] };
      if ((await desk.send('listPeople', { staff })).status === 200) may.push(role);
    }
    expect(may).toEqual(['manager', 'senior-lead', 'auditor', 'administrator']);
  });

  it('always has an administrator left: nobody disables themself', async () => {
    const row = { ...leila, landlords: ['day-zero', 'counted-from-receipt', 'code-2024'], disabled: true };
    const answer = await change('anna', 0, row);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ refusal: 'DisablesSelf' });
  });
});
