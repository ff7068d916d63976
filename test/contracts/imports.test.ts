import { describe, expect, it } from 'vitest';
import { importRow } from '../../shared/contracts/imports.ts';
import { parseFields } from '../../shared/contracts/parse.ts';

const row = {
  id: 'CRM-1',
  channel: 'phone',
  receivedOn: '2026-11-30',
  description: 'The lift has been out of order for three weeks.',
};
/** A row that tells everything that can have happened. */
const whole = {
  ...row,
  acknowledgedOn: '2026-12-03',
  extendedOn: '2026-12-10',
  extendedTo: '2026-12-21',
  extensionReason: 'A part is missing.',
  goodReason: 'The maker is bankrupt.',
  updateEvery: 5,
  respondedOn: '2026-12-14',
  respondedBy: 'hana',
  finding: 'upheld',
  reasons: 'The part was never ordered.',
  remedy: 'The lift is repaired.',
  escalatedOn: '2026-12-16',
  escalationAcknowledgedOn: '2026-12-18',
  handler: 'owen',
  team: 'repairs',
};

function errorsOf(given: object) {
  const parsed = parseFields(importRow, given, 'row');
  return parsed.ok ? [] : parsed.errors.map(({ field, detail }) => `${field} ${detail}`);
}

describe('a row of an import', () => {
  it('may tell everything, or hardly anything', () => {
    expect([errorsOf(whole), errorsOf(row)]).toEqual([[], []]);
  });

  it.each([
    ['acknowledgedOn', 'extendedOn'],
    ['extendedTo', 'extendedOn'],
    ['extensionReason', 'extendedOn'],
    ['finding', 'respondedOn'],
    ['reasons', 'respondedOn'],
    ['handler', 'team'],
  ] as const)('needs %s where %s is given', (needed, given) => {
    expect(errorsOf({ ...whole, [needed]: undefined })).toEqual([
      `${needed} is missing where ${given} is given`,
    ]);
  });

  it.each([
    ['extendedOn', ['extendedTo', 'extensionReason', 'goodReason', 'updateEvery']],
    ['respondedOn', ['respondedBy', 'finding', 'reasons', 'remedy']],
    ['escalatedOn', ['escalationAcknowledgedOn']],
  ] as const)('tells nothing of what has no %s', (day, said) => {
    for (const each of said)
      expect(errorsOf({ ...row, [each]: whole[each] })).toEqual([`${day} is missing where ${each} is given`]);
  });

  it.each([
    ['acknowledgedOn', 'receivedOn', '2026-11-29'],
    ['extendedOn', 'acknowledgedOn', '2026-12-02'],
    ['respondedOn', 'extendedOn', '2026-12-09'],
    ['escalatedOn', 'respondedOn', '2026-12-13'],
    ['escalationAcknowledgedOn', 'escalatedOn', '2026-12-15'],
  ] as const)('has no %s before its %s', (column, before, day) => {
    expect(errorsOf({ ...whole, [column]: day })).toEqual([
      `${column} must not be before ${before}, ${whole[before]}`,
    ]);
  });

  it('has one receipt, and nobody or somebody', () => {
    expect(errorsOf({ ...row, receivedOn: undefined })).toEqual(['receivedOn is missing']);
    expect(errorsOf({ ...row, receivedAt: '2026-11-30T10:00:00Z' })).toEqual([
      'receivedAt must be left out where receivedOn is given',
    ]);
    expect(errorsOf({ ...row, anonymous: true, complainant: { name: 'Sam' } })).toEqual([
      'anonymous must be left out where complainant is given',
    ]);
  });
});
