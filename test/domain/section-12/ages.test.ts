import { describe, expect, it } from 'vitest';
import { type Age, ageOf, formerTenancyAgeOf } from '../../../shared/domain/age.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import { carryOut, complaintReceived, refusalOf } from '../../support/complaints.ts';
import { excluding } from '../../support/exclusions.ts';
import { contextAt, date, type LandlordId } from '../../support/rules.ts';
import { day } from './lives.ts';

/** Section 12.1: how old a complaint may be, counted from the event that each landlord names, and by the Code (2.3). */

type Known = Partial<Record<'issueOccurredOn' | 'becameAwareOn' | 'tenancyEndedOn', string>>;

function complaintOf(
  landlord: LandlordId,
  receivedOn: string,
  known: Known,
  change: Partial<Complaint> = {},
) {
  const dates = Object.entries(known).map(([name, on]) => [name, date(on)]);
  return {
    ...complaintReceived({ receivedAt: `${receivedOn}T09:00:00Z`, landlord }),
    ...Object.fromEntries(dates),
    ...change,
  } as Complaint;
}

const tooOld = { ...excluding, ground: 'too-old' };
const age = (complaint: Complaint): Age =>
  ageOf(complaint, contextAt(day(complaint.receivedOn), complaint.landlord as LandlordId));

/** It began on 15 April 2026, and the resident knew of it on 31 August. */
const leak: Known = { issueOccurredOn: '2026-04-15', becameAwareOn: '2026-08-31' };

describe('the last day, and the day after it', () => {
  it.each<[LandlordId, string, lastDay: string, dayAfter: string, Age['verdict']]>([
    ['six-month-limit', 'becoming aware', '2027-02-28', '2027-03-01', 'too-old-for-policy'],
    ['fifteen-day-window', 'becoming aware, the later', '2027-08-31', '2027-09-01', 'too-old'],
    ['two-ombudsmen', 'becoming aware, the later', '2027-08-31', '2027-09-01', 'too-old'],
    ['counted-from-receipt', 'the service', '2027-04-15', '2027-04-16', 'too-old-for-policy'],
    ['day-zero', 'the incident', '2027-04-15', '2027-04-16', 'too-old-for-policy'],
    ['code-2024', 'becoming aware, the later', '2027-08-31', '2027-09-01', 'too-old'],
  ])('%s: counted from %s it is %s, and %s is too late', (landlord, _, lastDay, dayAfter, verdict) => {
    const inTime = complaintOf(landlord, lastDay, leak);
    expect(age(inTime)).toEqual({ verdict: 'in-time', lastDay, codeLastDay: '2027-08-31' });
    expect(refusalOf(inTime, tooOld, day(dayAfter))).toEqual({ type: 'NotTooOld', lastDay });
    const late = complaintOf(landlord, dayAfter, leak);
    expect(age(late)).toEqual({ verdict, lastDay, codeLastDay: '2027-08-31' });
    if (verdict === 'too-old')
      expect(carryOut(late, tooOld, day(dayAfter)).complaint.exclusion).not.toHaveProperty('departs');
    else
      expect(refusalOf(late, tooOld, day(dayAfter))).toEqual({
        type: 'CodeForbidsRefusal',
        clause: '2.3',
        codeLastDay: '2027-08-31',
      });
  });

  it.each<[LandlordId, Known, lacks: string[]]>([
    ['six-month-limit', {}, ['becameAwareOn']],
    ['six-month-limit', { issueOccurredOn: '2024-01-10' }, ['becameAwareOn']],
    ['fifteen-day-window', { issueOccurredOn: '2024-01-10' }, ['becameAwareOn']],
    ['two-ombudsmen', {}, ['becameAwareOn']],
    ['counted-from-receipt', {}, ['issueOccurredOn', 'becameAwareOn']],
    ['counted-from-receipt', { becameAwareOn: '2024-01-10' }, ['issueOccurredOn']],
    ['day-zero', {}, ['issueOccurredOn', 'becameAwareOn']],
    ['day-zero', { issueOccurredOn: '2024-01-10' }, ['becameAwareOn']],
    ['code-2024', {}, ['becameAwareOn']],
  ])('%s: with %j alone nobody can tell; %j is lacking', (landlord, known, lacks) => {
    const complaint = complaintOf(landlord, '2026-12-23', known);
    expect(age(complaint)).toMatchObject({ verdict: 'unknown', lacks });
    expect(refusalOf(complaint, tooOld, day('2026-12-30'))).toEqual({ type: 'AgeUnknown', lacks });
  });

  it.each<[LandlordId, string]>([
    ['six-month-limit', '2026-12-30'],
    ['fifteen-day-window', '2027-06-30'],
    ['two-ombudsmen', '2027-06-30'],
    ['code-2024', '2027-06-30'],
  ])(
    '%s: nobody knows of it before it occurs, so that it is in time until %s at least',
    (landlord, lastDay) => {
      const complaint = complaintOf(landlord, '2026-12-23', { issueOccurredOn: '2026-06-30' });
      expect(age(complaint)).toMatchObject({ verdict: 'in-time', lastDay });
      expect(refusalOf(complaint, tooOld, day('2026-12-30'))).toEqual({ type: 'NotTooOld', lastDay });
    },
  );

  it('seed 004: the incident alone counts for the landlord, and what the resident knew of it for the Code', () => {
    const known = { issueOccurredOn: '2025-10-01', becameAwareOn: '2026-12-20' };
    expect(age(complaintOf('day-zero', '2026-12-23', known))).toEqual({
      verdict: 'too-old-for-policy',
      lastDay: '2026-10-01',
      codeLastDay: '2027-12-20',
    });
    expect(age(complaintOf('code-2024', '2026-12-23', known)).verdict).toBe('in-time');
  });

  it('ends with the month where that has no such day', () => {
    const known = { issueOccurredOn: '2024-02-29', becameAwareOn: '2024-02-29' };
    expect(age(complaintOf('code-2024', '2025-02-28', known))).toMatchObject({
      verdict: 'in-time',
      lastDay: '2025-02-28',
    });
  });
});

describe('seed 000: month 8 under a limit of six months (Code 2.3)', () => {
  const complaint = complaintOf('six-month-limit', '2026-12-23', {
    issueOccurredOn: '2026-04-20',
    becameAwareOn: '2026-04-28',
  });
  const now = day('2026-12-30');
  const lead = { ...tooOld, roles: ['senior-lead'] as const };
  const knowing = { againstCode: true as const };

  it('is taken on by the Code, which forbids the refusal', () => {
    const forbidden = { type: 'CodeForbidsRefusal', clause: '2.3', codeLastDay: '2027-04-28' };
    expect(refusalOf(complaint, tooOld, now)).toEqual(forbidden);
    expect(refusalOf(complaint, lead, now)).toEqual(forbidden);
  });

  it('is refused by nobody but the senior lead', () => {
    for (const roles of [['handler'], ['manager', 'approver'], []] as const)
      expect(refusalOf(complaint, { ...tooOld, ...knowing, roles }, now)).toEqual({
        type: 'RankNeeded',
        approvers: ['senior-lead'],
        approvedBy: 'the senior lead',
        clause: '2.3',
      });
  });

  it('is on record as a departure from the Code once the senior lead refused it, knowing that', () => {
    const { complaint: excluded, events } = carryOut(complaint, { ...lead, ...knowing }, now);
    const departs = { clause: '2.3', codeLastDay: '2027-04-28' };
    expect(excluded.exclusion).toMatchObject({ ground: 'too-old', departs });
    expect(events).toMatchObject([{ type: 'ComplaintExcluded', departs }]);
  });
});

describe('seed 003, 2.6: former tenants have six months from the end of their tenancy', () => {
  const gone = { standing: 'former-tenant' } as const;
  const formerTenant = { ...excluding, ground: 'former-tenant' };
  const known = { issueOccurredOn: '2026-03-02', becameAwareOn: '2026-03-09', tenancyEndedOn: '2026-05-31' };
  const complaintOn = (on: string, change: Partial<Complaint> = gone) =>
    complaintOf('counted-from-receipt', on, known, change);

  it('until the last day of it', () => {
    expect(refusalOf(complaintOn('2026-11-30'), formerTenant, day('2026-12-01'))).toEqual({
      type: 'NotTooOld',
      lastDay: '2026-11-30',
    });
  });

  it('and after it are still in time by the Code, which knows no such limit', () => {
    const late = complaintOn('2026-12-01');
    expect(refusalOf(late, formerTenant, day('2026-12-02'))).toEqual({
      type: 'CodeForbidsRefusal',
      clause: '2.3',
      codeLastDay: '2027-03-09',
    });
    const knowing = { ...formerTenant, roles: ['senior-lead'] as const, againstCode: true as const };
    expect(carryOut(late, knowing, day('2026-12-02')).complaint.exclusion?.departs).toEqual({
      clause: '2.3',
      codeLastDay: '2027-03-09',
    });
  });

  it('and are too late by both once the Code’s twelve months are over too', () => {
    const { complaint } = carryOut(complaintOn('2027-03-10'), formerTenant, day('2027-03-10'));
    expect(complaint.exclusion).toMatchObject({ ground: 'former-tenant' });
    expect(complaint.exclusion).not.toHaveProperty('departs');
  });

  it.each<[string, Partial<Complaint>, string[]]>([
    ['somebody of whom nobody knows whether they left', {}, ['standing']],
    ['an executor', { standing: 'executor' }, ['standing']],
    [
      'a former tenant who left nobody knows when',
      { ...gone, tenancyEndedOn: undefined },
      ['tenancyEndedOn'],
    ],
  ])('not %s', (_, change, lacks) => {
    expect(refusalOf(complaintOn('2026-12-01', change), formerTenant, day('2026-12-02'))).toEqual({
      type: 'AgeUnknown',
      lacks,
    });
  });

  it('and no other landlord limits them', () => {
    const elsewhere = complaintOf('day-zero', '2026-12-01', known, gone);
    expect(formerTenancyAgeOf(elsewhere, contextAt(day('2026-12-01')))).toBeUndefined();
    expect(refusalOf(elsewhere, formerTenant, day('2026-12-02')).type).toBe('UnknownGround');
  });
});
