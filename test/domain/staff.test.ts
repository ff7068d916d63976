import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../shared/domain/civil-date.ts';
import {
  isAway,
  leaderOf,
  personSchema,
  staffId,
  staffIdSchema,
  whoActsFor,
} from '../../shared/domain/staff.ts';
import { person } from '../support/people.ts';

const from = civilDate('2026-12-28');
const to = civilDate('2026-12-31');
const during = civilDate('2026-12-29');
const leave = [{ from, to }];

describe('the id of somebody on the staff', () => {
  it.each([
    'a',
    '0d2c9d4e-7f37-4a1b-9a43-1f7f0f1c2b3d',
    'auth0|5f7c8ec7c33c6c004bbafe82',
    'sam@landlord.example',
    '~'.repeat(128),
  ])('may be %s', (text) => {
    expect(staffIdSchema.safeParse(text).success).toBe(true);
  });

  it.each(['', ' ', 'a b', 'a#b', 'a\n', 'a\tb', 'é', '\u00a0', '~'.repeat(129), 7, null, undefined])(
    'may not be %j',
    (value) => {
      expect(staffIdSchema.safeParse(value).success).toBe(false);
    },
  );

  it('is any text of printable ASCII without space and hash, and no other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3 }), (text) => {
        const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
        const fine = codes.length > 0 && codes.every((code) => code > 32 && code < 127 && code !== 35);
        expect(staffIdSchema.safeParse(text).success).toBe(fine);
      }),
    );
  });
});

describe('a row of the register', () => {
  it('is read as it was written', () => {
    const row = person('ann', {
      leave: [...leave, { from, to: from }],
      cover: staffId('bob'),
      teams: ['repairs'],
      leads: ['repairs'],
    });
    expect(personSchema.parse(row)).toEqual(row);
  });

  it.each<[string, object]>([
    ['leave that ends before it begins', { leave: [{ from: to, to: from }] }],
    ['leave on a day that does not exist', { leave: [{ from: '2026-02-30', to }] }],
    ['an email address that is none', { email: 'ann' }],
    ['no name', { name: '' }],
    ['an id with a hash', { id: 'ann#1' }],
    ['a cover whose id nobody can have', { cover: 'b ob' }],
    ['a revision below nought', { revision: -1 }],
    ['a field that nobody knows', { roles: ['administrator'] }],
  ])('with %s is not read', (_, wrong) => {
    expect(personSchema.safeParse({ ...person('ann'), ...wrong }).success).toBe(false);
  });
});

describe('leave', () => {
  it.each([
    ['2026-12-27', false],
    ['2026-12-28', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('on %s: %s, first and last day included', (on, away) => {
    expect(isAway(person('ann', { leave }), civilDate(on))).toBe(away);
  });

  it('of one day is that day', () => {
    expect(isAway({ leave: [{ from, to: from }] }, from)).toBe(true);
    expect(isAway({ leave: [{ from, to: from }] }, during)).toBe(false);
  });

  it('may come in several parts', () => {
    const parts = [
      { from, to: from },
      { from: to, to },
    ];
    expect([from, during, to].map((on) => isAway({ leave: parts }, on))).toEqual([true, false, true]);
  });
});

describe('mail and work for somebody', () => {
  const cover = staffId('bob');
  const away = { cover, leave };
  const disabled = { cover, disabled: true };
  it.each<[string, ReturnType<typeof person>[], string | undefined]>([
    ['who is there go to that person', [person('ann', { cover }), person('bob')], 'ann'],
    ['who is away go to their cover', [person('ann', away), person('bob')], 'bob'],
    ['who is disabled go to their cover', [person('ann', disabled), person('bob')], 'bob'],
    ['whose cover is away too go to nobody', [person('ann', away), person('bob', { leave })], undefined],
    [
      'whose cover is disabled go to nobody',
      [person('ann', away), person('bob', { disabled: true })],
      undefined,
    ],
    ['whose cover is not in the register go to nobody', [person('ann', away)], undefined],
    ['who is away without a cover go to nobody', [person('ann', { leave }), person('bob')], undefined],
    ['who is not in the register go to nobody', [person('bob')], undefined],
    [
      'are not handed on by a cover to the cover’s cover',
      [person('ann', away), person('bob', { leave, cover: staffId('cat') }), person('cat')],
      undefined,
    ],
    [
      'in a ring of two who are both away go to nobody',
      [person('ann', away), person('bob', { leave, cover: staffId('ann') })],
      undefined,
    ],
  ])('%s', (_, people, expected) => {
    expect(whoActsFor(people, staffId('ann'), during)?.id).toBe(expected);
  });

  it('go to the person again on the day after the leave', () => {
    const people = [person('ann', away), person('bob')];
    expect(whoActsFor(people, staffId('ann'), to)?.id).toBe('bob');
    expect(whoActsFor(people, staffId('ann'), civilDate('2027-01-01'))?.id).toBe('ann');
  });
});

describe('the leader of a team', () => {
  const leads = ['repairs'];
  const leader = (...people: ReturnType<typeof person>[]) => leaderOf(people, 'repairs', 'day-zero')?.id;

  it('leads it and serves the landlord', () => {
    expect(leader(person('ann'), person('bob', { leads }))).toBe('bob');
    expect(leader(person('ann', { teams: leads }))).toBeUndefined();
    expect(leader(person('bob', { leads: ['estates'] }))).toBeUndefined();
    expect(leader(person('bob', { leads, landlords: ['code-2024'] }))).toBeUndefined();
    expect(leader(person('bob', { leads: ['estates', 'repairs'], landlords: ['a', 'day-zero'] }))).toBe(
      'bob',
    );
  });

  it('is nobody who is disabled', () => {
    expect(leader(person('ann', { leads, disabled: true }))).toBeUndefined();
    expect(leader(person('ann', { leads, disabled: true }), person('bob', { leads }))).toBe('bob');
  });

  it('is the one of several whose id comes first, in whatever order they stand', () => {
    const people = ['cat', 'Zed', 'ann', 'bob'].map((id) => person(id, { leads }));
    expect(leader(...people)).toBe('Zed');
    expect(leader(...people.toReversed())).toBe('Zed');
    expect(people.map(({ id }) => id)).toEqual(['cat', 'Zed', 'ann', 'bob']);
  });
});
