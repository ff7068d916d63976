import { describe, expect, it } from 'vitest';
import type { Triage } from '../../../shared/domain/commands/triage.ts';
import {
  accepted,
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  decideReceipt,
  handler,
  manager,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { date } from '../../support/rules.ts';

const now = '2026-12-29T10:00:00Z';
const receivedAt = '2026-12-23T15:00:00Z';
const complaint = complaintReceived({ receivedAt });
const triage = (found: Partial<Triage>): Triage => ({ type: 'Triage', by: handler, ...found });
const urgent = (notices: { kind: string }[]) => notices.filter(({ kind }) => kind === 'urgent-complaint');

describe('what is found out at the door', () => {
  it('is kept with the complaint, and what is left out stays as it was', () => {
    const first = carryOut(complaint, triage({ hazards: ['gas'], category: 'repairs' }), now).complaint;
    const after = carryOut(first, triage({ vulnerabilities: ['disability'], tenure: 'licence' }), now);
    expect(after.complaint).toMatchObject({
      hazards: ['gas'],
      vulnerabilities: ['disability'],
      category: 'repairs',
      tenure: 'licence',
    });
    expect(after.events).toEqual([
      {
        type: 'ComplaintTriaged',
        by: 'handler',
        on: '2026-12-29',
        vulnerabilities: ['disability'],
        tenure: 'licence',
      },
    ]);
  });

  it('is replaced where it was wrong: an empty list says that there is nothing', () => {
    const first = carryOut(complaint, triage({ hazards: ['gas'] }), now).complaint;
    expect(carryOut(first, triage({ hazards: [] }), now).complaint.hazards).toEqual([]);
  });

  it('cannot have happened after the complaint about it, nor be known before it happened', () => {
    expect(refusalOf(complaint, triage({ issueOccurredOn: date('2026-12-24') }), now)).toEqual({
      type: 'IssueAfterReceipt',
      issueOccurredOn: '2026-12-24',
      receivedOn: '2026-12-23',
    });
    expect(refusalOf(complaint, triage({ becameAwareOn: date('2026-12-24') }), now).type).toBe(
      'AwareAfterReceipt',
    );
    const known = carryOut(complaint, triage({ issueOccurredOn: date('2026-12-20') }), now).complaint;
    expect(refusalOf(known, triage({ becameAwareOn: date('2026-12-19') }), now)).toEqual({
      type: 'AwareBeforeIssue',
      becameAwareOn: '2026-12-19',
      issueOccurredOn: '2026-12-20',
    });
  });

  it('is not held up by what was on record before and is not told anew', () => {
    const known = carryOut(complaint, triage({ issueOccurredOn: date('2026-12-20') }), now).complaint;
    const impossible = { ...known, receivedOn: date('2026-12-19') };
    expect(carryOut(impossible, triage({ hazards: ['gas'] }), now).complaint.hazards).toEqual(['gas']);
    const same = triage({ issueOccurredOn: date('2026-12-20'), category: 'repairs' });
    expect(carryOut(impossible, same, now).complaint.category).toBe('repairs');
    const other = triage({ issueOccurredOn: date('2026-12-21') });
    expect(refusalOf(impossible, other, now).type).toBe('IssueAfterReceipt');
    const aware = { ...impossible, becameAwareOn: date('2026-12-22') };
    const earlier = triage({ issueOccurredOn: date('2026-12-18') });
    expect(carryOut(aware, earlier, now).complaint.issueOccurredOn).toBe('2026-12-18');
  });

  it('ends the task where what is missing cannot be had, and only where something is missing', () => {
    const unobtainable = triage({ unobtainable: textRef(1) });
    const lacking = complaintReceived({ receivedAt, said: { missing: ['way-to-reach'] } });
    const after = carryOut(lacking, unobtainable, now).complaint;
    expect(after.missing).toEqual([]);
    expect(owedBy(after, 'resident-information').met?.on).toBe('2026-12-29');
    expect(refusalOf(complaint, unobtainable, now)).toEqual({ type: 'NothingMissing' });
  });

  it('wants no consent to speak for whoever turns out to act in their own right, and wants it again otherwise', () => {
    const representative = {
      capacity: 'family-or-friend',
      consent: 'not-asked',
      reachableByEmail: false,
      copies: 'none',
    } as const;
    const spokenFor = complaintReceived({ receivedAt, said: { representative, missing: ['consent'] } });
    const executor = carryOut(spokenFor, triage({ standing: 'executor' }), now).complaint;
    expect(executor.missing).toEqual([]);
    expect(owedBy(executor, 'resident-information').met?.on).toBe('2026-12-29');
    const resident = carryOut(executor, triage({ standing: 'resident' }), now).complaint;
    expect(resident.missing).toEqual(['consent']);
    expect(owedBy(resident, 'resident-information-2').dueOn).toBe('2027-01-06');
    const both = complaintReceived({
      receivedAt,
      said: { representative, missing: ['way-to-reach', 'consent'] },
    });
    const unreached = carryOut(both, triage({ standing: 'executor' }), now).complaint;
    expect(unreached.missing).toEqual(['way-to-reach']);
    expect(owedBy(unreached, 'resident-information').met).toBeUndefined();
  });

  it('is a tenancy that ends within a year', () => {
    const ends = (day: string) => triage({ standing: 'former-tenant', tenancyEndedOn: date(day) });
    expect(refusalOf(complaint, ends('2027-12-30'), now)).toEqual({
      type: 'TenancyEndsTooLate',
      tenancyEndedOn: '2027-12-30',
      latest: '2027-12-29',
    });
    expect(carryOut(complaint, ends('2027-12-29'), now).complaint.tenancyEndedOn).toBe('2027-12-29');
    const said = { tenancyEndedOn: date('2099-01-01') };
    expect(decideReceipt({ receivedAt, said })).toMatchObject({ refusal: { type: 'TenancyEndsTooLate' } });
  });

  it('is found out of nothing that is closed', () => {
    const closed = carryOut(complaint, { type: 'Close', by: handler, reason: textRef(1) }, now).complaint;
    expect(refusalOf(closed, triage({ hazards: ['gas'] }), now)).toMatchObject({ why: 'closed' });
  });
});

describe('a danger', () => {
  it('is told to the leader of the team at once where it is known at receipt, before anything else is sent', () => {
    const { notices } = accepted(
      decideReceipt({ receivedAt, said: { hazards: ['gas'], vulnerabilities: ['pregnancy'] } }),
    );
    expect(urgent(notices)).toMatchObject([
      {
        id: 'urgent-complaint_1_team-leader',
        lane: 'statutory',
        recipient: { type: 'staff', rank: 'team-leader' },
        values: {
          heardOn: 'Wednesday 23 December 2026',
          needs: 'Think of who lives there: pregnancy.',
          'dangers.0.name': 'Gas',
        },
      },
    ]);
    expect(accepted(decideReceipt({ receivedAt })).notices.map(({ kind }) => kind)).toEqual(['receipt']);
  });

  it('that is found out later is told to whoever handles it too, and nobody hears of it twice', () => {
    const assigned = carryOut(complaint, { type: 'Assign', by: manager, handler }, now).complaint;
    const found = carryOut(assigned, triage({ hazards: ['fire'], vulnerabilities: ['domestic-abuse'] }), now);
    expect(found.notices.map(({ recipient }) => recipient)).toEqual([
      { type: 'staff', rank: 'team-leader' },
      { type: 'staff', rank: 'handler', person: 'handler' },
    ]);
    const again = carryOut(found.complaint, triage({ hazards: ['fire'], category: 'repairs' }), now);
    expect(again.notices).toEqual([]);
    const more = carryOut(found.complaint, triage({ hazards: ['fire', 'electrical'] }), now).notices;
    expect(more[0]?.values).toMatchObject({ 'dangers.0.name': 'Electricity' });
    expect(more[0]?.values).not.toHaveProperty('dangers.1.name');
  });

  it('is none where people can bear it less and nothing threatens them', () => {
    const found = triage({ vulnerabilities: ['child-under-5', 'older-person', 'mental-health'] });
    expect(carryOut(complaintAcknowledged(), found, '2027-01-05T10:00:00Z').notices).toEqual([]);
  });
});
