import { describe, expect, it } from 'vitest';
import { civilDate } from '../../shared/domain/civil-date.ts';
import { staffId } from '../../shared/domain/staff.ts';
import type { StaffRegister } from '../../shared/ports/staff-register.ts';
import { person } from '../support/people.ts';

const leave = [{ from: civilDate('2026-12-28'), to: civilDate('2026-12-31') }];
const full = person('ann', { teams: ['repairs'], leads: ['repairs'], leave, cover: staffId('bob') });

/** What every staff register promises, whatever it keeps people in. */
export function staffRegisterSuite(makeRegister: () => Promise<StaffRegister>): void {
  describe('a person', () => {
    it('is read as they were stored', async () => {
      const register = await makeRegister();
      expect(await register.save(full)).toBe('stored');
      expect(await register.read(full.id)).toEqual(full);
      expect(await register.list()).toEqual([full]);
    });

    it('who is not in the register is not read', async () => {
      const register = await makeRegister();
      await register.save(full);
      expect(await register.read(staffId('an'))).toBeUndefined();
      expect(await register.read(staffId('anna'))).toBeUndefined();
    });

    it('is changed as a whole, their cover taken away too', async () => {
      const register = await makeRegister();
      await register.save(full);
      const changed = person('ann', { revision: 1, disabled: true });
      expect(await register.save(changed)).toBe('stored');
      expect(await register.read(full.id)).toEqual(changed);
      expect('cover' in ((await register.read(full.id)) ?? {})).toBe(false);
      expect(await register.list()).toHaveLength(1);
    });

    it.each([0, 1, 3])('at revision 1 is not replaced by one of revision %i', async (revision) => {
      const register = await makeRegister();
      await register.save(full);
      await register.save({ ...full, revision: 1 });
      expect(await register.save({ ...full, revision, name: 'Somebody else' })).toBe('changed-meanwhile');
      expect(await register.read(full.id)).toEqual({ ...full, revision: 1 });
    });

    it('who does not exist is not changed', async () => {
      const register = await makeRegister();
      expect(await register.save({ ...full, revision: 1 })).toBe('changed-meanwhile');
      expect(await register.list()).toEqual([]);
    });

    it('changed twenty times at the same instant is changed once', async () => {
      const register = await makeRegister();
      await register.save(full);
      const names = Array.from({ length: 20 }, (_, index) => `Name ${index}`);
      const outcomes = await Promise.all(names.map((name) => register.save({ ...full, name, revision: 1 })));
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      const stored = await register.read(full.id);
      expect(stored).toEqual({ ...full, name: `Name ${outcomes.indexOf('stored')}`, revision: 1 });
    });

    it('added twenty times at the same instant is added once', async () => {
      const register = await makeRegister();
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => register.save(full)));
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      expect(await register.list()).toEqual([full]);
    });

    it('is not changed by what is done to what was read or stored', async () => {
      const register = await makeRegister();
      const mine = structuredClone(full);
      await register.save(mine);
      mine.teams.push('estates');
      (await register.read(full.id))?.teams.push('estates');
      for (const each of await register.list()) each.teams.push('estates');
      expect(await register.read(full.id)).toEqual(full);
    });
  });

  describe('the list', () => {
    it('of a register without people is empty', async () => {
      expect(await (await makeRegister()).list()).toEqual([]);
    });

    it('has everybody once, the disabled too, in the order of their ids', async () => {
      const register = await makeRegister();
      const ids = ['cat', 'Zed', '0d2c', 'ann', 'auth0|5f7c', 'bob', '~'];
      for (const id of ids) await register.save(person(id, { disabled: id === 'bob' }));
      const listed = await register.list();
      expect(listed.map(({ id }) => id)).toEqual(['0d2c', 'Zed', 'ann', 'auth0|5f7c', 'bob', 'cat', '~']);
      expect(listed.filter(({ disabled }) => disabled)).toEqual([person('bob', { disabled: true })]);
    });
  });
}
