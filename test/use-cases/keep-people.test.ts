import { describe, expect, it } from 'vitest';
import type { Staff } from '../../shared/domain/authorization.ts';
import { civilDate } from '../../shared/domain/civil-date.ts';
import { type Person, staffId } from '../../shared/domain/staff.ts';
import { createMemoryStaffRegister } from '../../shared/ports/memory/staff-register.ts';
import type { StaffRegister } from '../../shared/ports/staff-register.ts';
import {
  addPerson,
  changePerson,
  listPeople,
  type PersonDetails,
} from '../../shared/use-cases/keep-people.ts';
import { person, staff } from '../support/people.ts';

const [ann, bob] = [staffId('ann'), staffId('bob')];
const keeper = staff({ roles: ['administrator'] });

function details(change: Partial<PersonDetails> = {}): PersonDetails {
  const { id: _, revision: __, ...rest } = person('ann');
  return { ...rest, ...change };
}

async function registerOf(...people: Person[]): Promise<StaffRegister> {
  const register = createMemoryStaffRegister();
  for (const each of people) await register.save(each);
  return register;
}

const refusedAs = (refusal: object) => ({ type: 'refused', refusal });
const notAllowed = (why: string, whoMay = ['administrator']) =>
  refusedAs({ type: 'NotAllowed', denied: { allowed: false, why, whoMay } });

describe('adding somebody', () => {
  it('stores them with revision 0', async () => {
    const register = await registerOf(person('bob'));
    const leave = [{ from: civilDate('2026-12-28'), to: civilDate('2026-12-31') }];
    const stored = { ...details({ leave, cover: bob, leads: ['repairs'] }), id: ann, revision: 0 };
    const result = await addPerson(register, keeper, ann, details({ leave, cover: bob, leads: ['repairs'] }));
    expect(result).toEqual({ type: 'stored', person: stored });
    expect(await register.read(ann)).toEqual(stored);
  });

  it('who is there already is refused and changes nothing', async () => {
    const register = await registerOf(person('ann', { disabled: true }));
    const result = await addPerson(register, keeper, ann, details());
    expect(result).toEqual(refusedAs({ type: 'PersonExists' }));
    expect(await register.read(ann)).toEqual(person('ann', { disabled: true }));
  });

  it('whom somebody else adds at the same moment is refused', async () => {
    const register = await registerOf();
    const results = await Promise.all([1, 2].map(() => addPerson(register, keeper, ann, details())));
    expect(results.map(({ type }) => type).sort()).toEqual(['refused', 'stored']);
    expect(results).toContainEqual(refusedAs({ type: 'PersonExists' }));
  });
});

describe('changing somebody', () => {
  it('replaces everything, and counts the revision on', async () => {
    const register = await registerOf(person('bob'), person('ann', { teams: ['repairs'], cover: bob }));
    const result = await changePerson(register, keeper, ann, 0, details({ name: 'Ann', teams: ['estates'] }));
    const stored = person('ann', { name: 'Ann', teams: ['estates'], revision: 1 });
    expect(result).toEqual({ type: 'stored', person: stored });
    expect(await register.read(ann)).toEqual(stored);
  });

  it('who is not there is refused', async () => {
    const result = await changePerson(await registerOf(), keeper, ann, 0, details());
    expect(result).toEqual(refusedAs({ type: 'UnknownPerson' }));
  });

  it.each([0, 2])('on revision %i where they are at 1 is refused with how they stand', async (revision) => {
    const current = person('ann', { revision: 1, name: 'Changed' });
    const register = await registerOf(person('ann'), current);
    const result = await changePerson(register, keeper, ann, revision, details({ cover: bob }));
    expect(result).toEqual(refusedAs({ type: 'StaleRevision', current }));
    expect(await register.read(ann)).toEqual(current);
  });

  it('at the same moment as somebody else is refused with what they stored', async () => {
    const register = await registerOf(person('ann'));
    const names = ['One', 'Other'];
    const results = await Promise.all(
      names.map((name) => changePerson(register, keeper, ann, 0, details({ name }))),
    );
    const current = await register.read(ann);
    expect(results).toContainEqual({ type: 'stored', person: current });
    expect(results).toContainEqual(refusedAs({ type: 'StaleRevision', current }));
  });

  it('by disabling oneself is refused: nobody might be left to keep the register', async () => {
    const register = await registerOf(person('me'));
    const off = details({ disabled: true });
    const result = await changePerson(register, keeper, staffId('me'), 0, off);
    expect(result).toEqual(refusedAs({ type: 'DisablesSelf' }));
    expect((await changePerson(register, keeper, staffId('me'), 0, details())).type).toBe('stored');
  });

  it('by disabling them is done even where their cover has left meanwhile', async () => {
    const register = await registerOf(
      person('bob', { disabled: true }),
      person('ann', { cover: bob }),
      person('cat', { disabled: true }),
    );
    const off = details({ disabled: true, cover: bob });
    expect((await changePerson(register, keeper, ann, 0, off)).type).toBe('stored');
    const other = details({ disabled: true, cover: staffId('cat') });
    expect(await changePerson(register, keeper, ann, 1, other)).toEqual(refusedAs({ type: 'CoverDisabled' }));
  });
});

describe('a cover', () => {
  const asked: [string, PersonDetails, Person[], object][] = [
    ['of oneself', details({ cover: ann }), [], { type: 'CoverIsSelf' }],
    ['whom nobody knows', details({ cover: bob }), [], { type: 'CoverUnknown' }],
    [
      'who is disabled',
      details({ cover: bob }),
      [person('bob', { disabled: true })],
      { type: 'CoverDisabled' },
    ],
    [
      'who serves another landlord',
      details({ cover: bob }),
      [person('bob', { landlords: ['code-2024'] })],
      { type: 'CoverServesTooFew', missing: ['day-zero'] },
    ],
  ];

  it.each(asked)('%s is refused for somebody new', async (_, wanted, people, refusal) => {
    const register = await registerOf(...people);
    expect(await addPerson(register, keeper, ann, wanted)).toEqual(refusedAs(refusal));
    expect(await register.read(ann)).toBeUndefined();
  });

  it.each(asked)('%s is refused for somebody who is there', async (_, wanted, people, refusal) => {
    const register = await registerOf(person('ann'), ...people);
    expect(await changePerson(register, keeper, ann, 0, wanted)).toEqual(refusedAs(refusal));
    expect(await register.read(ann)).toEqual(person('ann'));
  });

  it('who serves more landlords is accepted, and two may cover for each other', async () => {
    const register = await registerOf(
      person('ann'),
      person('bob', { landlords: ['code-2024', 'day-zero'], cover: ann }),
    );
    expect((await changePerson(register, keeper, ann, 0, details({ cover: bob }))).type).toBe('stored');
  });
});

describe('the register is kept', () => {
  const change = async (who: Staff, before: Person, wanted: PersonDetails) =>
    changePerson(await registerOf(before), who, ann, 0, wanted);
  const both = ['code-2024', 'day-zero'];

  it('by administrators alone', async () => {
    const manager = staff({ roles: ['manager'] });
    expect(await addPerson(await registerOf(), manager, ann, details())).toEqual(notAllowed('role'));
    expect(await change(manager, person('ann'), details())).toEqual(notAllowed('role'));
    const none = details({ landlords: [] });
    expect(await addPerson(await registerOf(), manager, ann, none)).toEqual(notAllowed('role'));
    const gone = { ...keeper, disabled: true };
    expect(await change(gone, person('ann'), details())).toEqual(notAllowed('disabled'));
    expect(
      await change(staff({ roles: ['manager', 'administrator'] }), person('ann'), details()),
    ).toMatchObject({ type: 'stored' });
  });

  it('by whoever serves every landlord that a row names, before and after', async () => {
    const denied = notAllowed('other-landlord');
    expect(await addPerson(await registerOf(), keeper, ann, details({ landlords: both }))).toEqual(denied);
    expect(await change(keeper, person('ann'), details({ landlords: both }))).toEqual(denied);
    expect(await change(keeper, person('ann', { landlords: both }), details())).toEqual(denied);
    const wide = { ...keeper, landlords: both };
    expect((await change(wide, person('ann', { landlords: both }), details())).type).toBe('stored');
  });

  it('and without the right nobody learns whether somebody is in it', async () => {
    const register = await registerOf(person('ann'));
    const handler = staff({ roles: ['handler'] });
    for (const id of [ann, bob]) {
      expect(await addPerson(register, handler, id, details())).toEqual(notAllowed('role'));
      expect(await changePerson(register, handler, id, 7, details())).toEqual(notAllowed('role'));
    }
  });
});

describe('the list of people', () => {
  const everybody = [
    person('ann'),
    person('bob', { landlords: ['code-2024'] }),
    person('cat', { landlords: ['code-2024', 'day-zero'], disabled: true }),
    person('dan', { landlords: [] }),
  ];

  it.each(['manager', 'senior-lead', 'auditor', 'administrator'] as const)(
    'tells a %s of whoever serves a landlord of theirs',
    async (role) => {
      const result = await listPeople(await registerOf(...everybody), staff({ roles: [role] }));
      expect(result).toEqual({ type: 'listed', people: [everybody[0], everybody[2]] });
    },
  );

  it.each(['reporter', 'handler', 'approver', 'board-member'] as const)('is not for a %s', async (role) => {
    const result = await listPeople(await registerOf(...everybody), staff({ roles: [role] }));
    expect(result).toEqual(notAllowed('role', ['manager', 'senior-lead', 'auditor', 'administrator']));
  });
});
