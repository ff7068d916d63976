import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { PersonalText } from '../../shared/ports/personal-text.ts';
import { takeOverParties } from '../../shared/use-cases/merge-parties.ts';
import { isSame, putTogether } from '../../shared/use-cases/same-person.ts';
import { complaintWith } from '../support/complaint-parts.ts';
import { referenceNumber, textRef } from '../support/complaints.ts';
import { date } from '../support/rules.ts';

const jo = { name: 'Jo Marsh', email: 'jo.marsh@example.com', phone: '01632 960111' };

describe('two people', () => {
  it.each([
    ['the same address, written in another way', { name: 'J. Marsh', email: 'Jo.Marsh@example.com' }],
    ['the same telephone number, dialled from abroad', { name: 'Joanne Marsh', phone: '+44 1632 960111' }],
    ['the same name, of whom nothing else is known', { name: 'Ms JO MARSH' }],
    ['the same name and number, and another address', { ...jo, email: 'marsh@example.com' }],
  ])('are one where they have %s', (_, other) => {
    expect(isSame(jo, other)).toBe(true);
  });

  const [here, there] = [
    { name: jo.name, email: jo.email, address: '1 Elm Street, AB1 2CD' },
    { name: jo.name, phone: jo.phone, address: '9 Oak Street, XY3 4ZZ' },
  ];
  it.each([
    ['the same name at another email address', { name: jo.name, email: 'marsh@example.com' }, jo],
    ['the same name at another home, one without an email address', here, there],
    ['the telephone of one household', { ...jo, name: 'Al Marsh', email: 'al.marsh@example.com' }, jo],
    [
      'another name, and nothing that could be compared',
      { name: 'Al Marsh', email: jo.email },
      { name: 'Jo' },
    ],
  ])('are two where they have %s', (_, one, other) => {
    expect(isSame(one, other)).toBe(false);
  });
});

describe('what is known of one person who complained twice', () => {
  it('is what either said, but for an address of which only a name tells that it is theirs', () => {
    const { name, phone } = jo;
    expect(putTogether({ name, phone }, jo)).toEqual(jo);
    expect(putTogether({ name }, jo)).toEqual({ name });
    expect(putTogether({ name }, { ...jo, language: 'pl' })).toEqual({ name, language: 'pl' });
  });

  it('is every warning, with the way that whoever warned asked for', () => {
    const warning = { ...jo, safeContact: 'Never mail.' };
    expect(putTogether({ ...jo, preferredChannel: 'email' }, warning)).toEqual(warning);
    expect(putTogether(warning, { ...jo, preferredChannel: 'email', safeContact: 'Before noon.' })).toEqual({
      ...jo,
      safeContact: 'Never mail.\nBefore noon.',
    });
  });
});

const sam = { name: 'Sam Okoro', phone: '01632 960222' };
const text = (change: Partial<PersonalText>): PersonalText => ({
  complainant: sam,
  description: 'The lift.',
  salt: 's',
  ...change,
});
const merged = (
  mine: [Partial<Complaint>, Partial<PersonalText>],
  theirs: [Partial<Complaint>, Partial<PersonalText>],
) =>
  takeOverParties(
    { complaint: complaintWith(mine[0]), personal: text(mine[1]) },
    { complaint: complaintWith({ reference: referenceNumber(2), ...theirs[0] }), personal: text(theirs[1]) },
    () => textRef(9),
  );
const copies = 'none' as const;

describe('the people of two complaints that become one', () => {
  it('keep what they warned of, whoever leads', () => {
    const person = { ...jo, preferredChannel: 'phone', safeContact: 'Never mail.' };
    const after = merged([{}, {}], [{ reachableByEmail: false }, { complainant: person }]);
    expect(after?.personal.others).toEqual([{ party: 'party-2', ...person }]);
    expect(after?.joined).toEqual([{ party: 'party-2', reachableByEmail: false, otherWays: ['phone'] }]);
  });

  it('have ids that nobody had before them, whoever left', () => {
    const left = { reachableByEmail: true, copies, left: date('2026-12-24') };
    const ben = { name: 'Ben Moor', email: 'ben.moor@example.com' };
    const after = merged(
      [
        { others: [{ party: 'party-4', reachableByEmail: true, copies }] },
        { others: [{ party: 'party-4', ...ben }] },
      ],
      [{}, { complainant: jo }],
    );
    expect(after?.joined?.map(({ party }) => party)).toEqual(['party-5']);
    const again = merged(
      [{ others: [{ party: 'party-2', ...left }] }, { others: [{ party: 'party-2', ...jo }] }],
      [{}, { complainant: jo }],
    );
    expect(again?.personal.others).toEqual([
      { party: 'party-2', ...jo },
      { party: 'party-3', ...jo },
    ]);
  });

  it('are reached by what either complaint knows, unless one of them must not be mailed', () => {
    const withEmail = { complainant: { ...sam, email: 'sam.okoro@example.com' } };
    const mine = { emailGiven: false, reachableByEmail: false };
    expect(merged([mine, {}], [{}, withEmail])).toMatchObject({
      met: [{ party: 'lead', reachableByEmail: true }],
      personal: withEmail,
      canBeReached: true,
    });
    const unsafe = { reachableByEmail: false, unsafeToMail: true } as const;
    expect(merged([{}, withEmail], [unsafe, {}])).toMatchObject({ met: [], unsafeToMail: true });
    expect(merged([{}, withEmail], [{}, withEmail])).toBeUndefined();
  });

  const speaker = { name: 'Cllr Brook', email: 'brook@council.example', evidence: 'Said on the phone' };
  const given = {
    capacity: 'councillor',
    consent: 'given',
    reachableByEmail: true,
    copies: 'answers',
  } as const;
  const spokenFor = { representative: { ...given, evidence: textRef(1) } };

  it('keep who speaks for them, and what they agreed to', () => {
    expect(merged([{}, {}], [spokenFor, { representative: speaker }])).toMatchObject({
      representative: { ...given, evidence: textRef(9) },
      personal: { representative: speaker },
    });
    expect(
      merged([spokenFor, { representative: speaker }], [spokenFor, { representative: speaker }]),
    ).toBeUndefined();
  });

  it('do not let somebody speak for them because another of them does', () => {
    const after = merged([{}, {}], [spokenFor, { complainant: jo, representative: speaker }]);
    expect(after?.representative).toEqual({ ...given, consent: 'not-asked', copies: 'none' });
    expect(after?.personal.representative).toEqual({ name: 'Cllr Brook', email: 'brook@council.example' });
  });
});
