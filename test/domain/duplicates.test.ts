import { describe, expect, it } from 'vitest';
import { byLikelihood, type Compared, isSameSubject, samenessOf } from '../../shared/domain/duplicates.ts';
import { referenceNumber } from '../support/complaints.ts';
import { date } from '../support/rules.ts';

const lift = 'The lift has been out of order for three weeks.';
const compared = (change: Partial<Compared> = {}): Compared => ({
  reference: referenceNumber(1),
  receivedOn: date('2026-12-23'),
  description: lift,
  ...change,
});

describe('the subject of two complaints', () => {
  it.each<[string, Partial<Compared>, Partial<Compared>, boolean]>([
    ['the same words', {}, {}, true],
    ['three long words that both use', {}, { description: 'Three weeks now: still out of ORDER!' }, true],
    [
      'two long words of many',
      {},
      { description: 'An order of new curtains was lost in the weeks of moving.' },
      false,
    ],
    ['half of few words', { description: 'Damp bathroom' }, { description: 'bathroom again' }, true],
    ['nothing but short words', { description: 'It is the cat' }, { description: 'It is the cat' }, false],
    [
      'one category, in whatever words',
      { category: 'pests' },
      { category: 'pests', description: 'Mice' },
      true,
    ],
    ['two categories, in the same words', { category: 'pests' }, { category: 'repairs' }, false],
    ['one category that only one has, in the same words', { category: 'pests' }, {}, true],
  ])('with %s', (_, one, other, same) => {
    expect(isSameSubject(compared(one), compared(other))).toBe(same);
    expect(isSameSubject(compared(other), compared(one))).toBe(same);
  });
});

describe('what two complaints have in common', () => {
  it('is the person, the property and the subject', () => {
    const [resident, property] = ['r-1', 'p-1'];
    const all = compared({ resident, property });
    expect(samenessOf(all, all)).toEqual(['person', 'property', 'subject']);
    expect(samenessOf(all, compared({ resident, description: 'Noise' }))).toEqual(['person']);
    expect(samenessOf(all, compared({ property, resident: 'r-2', description: 'Noise' }))).toEqual([
      'property',
    ]);
  });

  it('is not a person whom neither names', () => {
    expect(samenessOf(compared(), compared())).toEqual(['subject']);
  });
});

it('the likeliest comes first: two samenesses before one, a person before a property, then the newest', () => {
  const of = (receivedOn: string, ...same: ReturnType<typeof samenessOf>) => ({
    receivedOn: date(receivedOn),
    same,
  });
  const ordered = [
    of('2026-01-01', 'person', 'property', 'subject'),
    of('2026-01-02', 'person', 'property'),
    of('2026-01-02', 'person', 'subject'),
    of('2026-01-09', 'property', 'subject'),
    of('2026-01-09', 'person'),
    of('2026-01-08', 'person'),
    of('2026-01-10', 'property'),
  ];
  expect([...ordered].reverse().sort(byLikelihood)).toEqual(ordered);
});
