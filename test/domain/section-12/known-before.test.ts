import { describe, expect, it } from 'vitest';
import { ageOf, formerTenancyAgeOf } from '../../../shared/domain/age.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  handler,
  referenceNumber,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { excluding, excludingPoint } from '../../support/exclusions.ts';
import { contextAt, date, type LandlordId } from '../../support/rules.ts';
import { day } from './lives.ts';

/** What was on record before somebody complained: the choice that they took, and the request that it grew out of. */

const receivedAt = '2026-12-23T15:00:00Z';
const now = day('2027-01-05');
const chosen = { chosenOn: date('2026-12-22') };
const grown = { enquiry: { reference: referenceNumber(7), firstContactOn: date('2026-11-20') } };

const grounds: [LandlordId, ground: string, clause: string, Partial<Complaint>][] = [
  ['six-month-limit', 'first-time-request', '1.5', grown],
  ['counted-from-receipt', 'first-time-request', '1.5', grown],
  ['day-zero', 'first-time-request', '1.5', grown],
  ['counted-from-receipt', 'survey-feedback', '1.6', chosen],
];

describe.each(grounds)('%s: %s, of which the record says otherwise (Code %s)', (...row) => {
  const [landlord, ground, clause, known] = row;
  const complaint = { ...complaintReceived({ receivedAt, landlord }), ...known };
  const command = { ...excluding, ground };
  const knowing = { ...command, againstCode: true as const };

  it('is what the Code forbids', () => {
    const refusal = refusalOf(complaint, command, now);
    expect(refusal).toEqual({ type: 'CodeForbidsRefusal', clause });
    expect(refusalOf(complaint, { ...command, roles: ['senior-lead'] }, now)).toEqual(refusal);
  });

  it('is decided by nobody but the senior lead, and is on record as a departure', () => {
    expect(refusalOf(complaint, { ...knowing, roles: ['manager', 'approver'] }, now)).toEqual({
      type: 'RankNeeded',
      approvers: ['senior-lead'],
      approvedBy: 'the senior lead',
      clause,
    });
    const { events, complaint: excluded } = carryOut(complaint, { ...knowing, roles: ['senior-lead'] }, now);
    expect(events).toMatchObject([{ type: 'ComplaintExcluded', ground, departs: { clause } }]);
    expect(excluded.exclusion?.departs).toEqual({ clause });
  });

  it('is the same of a point', () => {
    const added = [{ definition: textRef(2), responsible: true }];
    const acknowledged = complaintAcknowledged({ landlord });
    const two = carryOut(acknowledged, { type: 'AddPoints', by: handler, points: added }, now).complaint;
    const refusal = refusalOf({ ...two, ...known }, { ...excludingPoint, ground }, now);
    expect(refusal).toEqual({ type: 'CodeForbidsRefusal', clause });
  });

  it('holds where nothing is on record', () => {
    const other = clause === '1.5' ? chosen : grown;
    const unknown = { ...complaintReceived({ receivedAt, landlord }), ...other };
    expect(carryOut(unknown, command, now).complaint.exclusion).not.toHaveProperty('departs');
  });
});

describe('a complaint that grew out of a request is as old as its first contact (Code 2.3)', () => {
  const known = { issueOccurredOn: date('2025-12-01'), becameAwareOn: date('2025-12-01') };
  const since = (firstContactOn: string) => ({
    ...complaintReceived({ receivedAt }),
    ...known,
    enquiry: { ...grown.enquiry, firstContactOn: date(firstContactOn) },
  });
  const tooOld = { ...excluding, ground: 'too-old' };
  const days = { lastDay: '2026-12-01', codeLastDay: '2026-12-01' };

  it('and so in time where that was on the last day, whenever somebody complained', () => {
    const complaint = since('2026-12-01');
    expect(complaint.receivedOn).toBe('2026-12-23');
    expect(ageOf(complaint, contextAt(now))).toEqual({ verdict: 'in-time', ...days });
    expect(refusalOf(complaint, tooOld, now)).toEqual({ type: 'NotTooOld', lastDay: '2026-12-01' });
  });

  it('and too old where that was a day later', () => {
    const complaint = since('2026-12-02');
    expect(ageOf(complaint, contextAt(now))).toEqual({ verdict: 'too-old', ...days });
    expect(carryOut(complaint, tooOld, now).complaint.status).toBe('excluded');
  });

  it('for what is left to a former tenant too (seed 003, 2.6)', () => {
    const landlord = 'counted-from-receipt';
    const left = { standing: 'former-tenant', tenancyEndedOn: date('2026-05-31') } as const;
    const ageAt = (firstContactOn: string) =>
      formerTenancyAgeOf({ ...since(firstContactOn), ...left }, contextAt(now, landlord))?.verdict;
    expect([ageAt('2026-11-30'), ageAt('2026-12-01')]).toEqual(['in-time', 'too-old-for-policy']);
  });
});
