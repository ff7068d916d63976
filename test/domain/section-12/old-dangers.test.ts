import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import { carryOut, complaintReceived, refusalOf } from '../../support/complaints.ts';
import { excluding, longAgo } from '../../support/exclusions.ts';
import { type LandlordId, landlordIds } from '../../support/rules.ts';
import { day } from './lives.ts';

/** Seed 004: what is about health and safety is taken on, whatever its age. */

const receivedAt = '2026-12-23T15:00:00Z';
const now = day('2027-01-05');
const tooOld = { ...excluding, ground: 'too-old' };
const old = (landlord: LandlordId, found: Partial<Complaint>): Complaint => ({
  ...complaintReceived({ receivedAt, landlord }),
  ...longAgo,
  ...found,
});

describe('a complaint from long ago', () => {
  it.each<[string, Partial<Complaint>]>([
    ['gas', { hazards: ['gas'] }],
    ['safeguarding', { vulnerabilities: ['safeguarding'] }],
    ['damp, though nobody knows since when', { hazards: ['damp-and-mould'], issueOccurredOn: undefined }],
  ])('day-zero: is not too old where it is about %s, whoever decides', (_, found) => {
    const refusal = { type: 'ExceptionHolds', exception: 'it is about health and safety' };
    const knowing = { ...tooOld, roles: ['senior-lead'] as const, againstCode: true as const };
    expect(refusalOf(old('day-zero', found), tooOld, now)).toEqual(refusal);
    expect(refusalOf(old('day-zero', found), knowing, now)).toEqual(refusal);
  });

  it.each<[string, Partial<Complaint>]>([
    ['there is no danger', {}],
    ['somebody is disabled', { vulnerabilities: ['disability'] }],
  ])('day-zero: is too old where %s', (_, found) => {
    expect(carryOut(old('day-zero', found), tooOld, now).complaint.status).toBe('excluded');
  });

  it('day-zero: may be turned away on another ground in spite of a danger', () => {
    const { complaint } = carryOut(old('day-zero', { hazards: ['gas'] }), excluding, now);
    expect(complaint.exclusion?.ground).toBe('already-considered');
  });

  it.each(landlordIds.filter((landlord) => landlord !== 'day-zero'))(
    '%s: says nothing of health and safety',
    (landlord) => {
      const { complaint } = carryOut(old(landlord, { hazards: ['gas'] }), tooOld, now);
      expect(complaint.status).toBe('excluded');
    },
  );
});
