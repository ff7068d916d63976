import { describe, expect, it } from 'vitest';
import { nameOwner, ownerNamed } from '../../shared/domain/notice-owner.ts';
import { handler, sample } from '../support/complaints.ts';

describe('the owner of a notice', () => {
  it.each([
    ['COMPLAINT#10000-0000Y', { type: 'complaint', reference: sample }],
    ['ENQUIRY#10000-0000Y', { type: 'enquiry', reference: sample }],
    ['LANDLORD#day-zero', { type: 'landlord', landlord: 'day-zero' }],
    ['STAFF#handler', { type: 'staff', person: handler }],
  ] as const)('is named %s, and found by that name', (name, owner) => {
    expect(nameOwner(owner)).toBe(name);
    expect(ownerNamed(name)).toEqual(owner);
  });

  it.each(['', 'COMPLAINT#', 'COMPLAINT#10000-0000Z', 'LANDLORD#', 'STAFF#', 'LINK#h', '10000-0000Y'])(
    'is never named %j',
    (name) => {
      expect(() => ownerNamed(name)).toThrow();
    },
  );
});
