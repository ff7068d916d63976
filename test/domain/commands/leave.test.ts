import { describe, expect, it } from 'vitest';
import type { LeaveComplaint } from '../../../shared/domain/commands/leave.ts';
import { type Complaint, openObligation } from '../../../shared/domain/complaint.ts';
import type { Receive } from '../../../shared/domain/receiving.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  handler,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { date } from '../../support/rules.ts';

const now = '2027-01-07T10:00:00Z';
const by = handler;
const others = ['party-2', 'party-3'].map((party) => ({
  party,
  reachableByEmail: true,
  copies: 'letters' as const,
}));
const leaving = { type: 'LeaveComplaint', by } as const;
const lead: LeaveComplaint = {
  ...leaving,
  party: 'lead',
  lead: 'party-2',
  was: textRef(7),
  personalTextHash: 'hash-of-parties',
  reachableByEmail: true,
};

/** Three people complain together since 23 December 2026; it was acknowledged on the 30th. */
const joint = (said: Partial<Receive> = {}): Complaint =>
  complaintAcknowledged({ said: { madeBy: 'joint', others, ...said } });

describe('one of several who leaves a complaint', () => {
  it('leaves it to the others', () => {
    const { complaint, events, notices } = carryOut(joint(), { ...leaving, party: 'party-3' }, now);
    expect(events).toEqual([{ type: 'PartyLeft', by: 'handler', on: '2027-01-07', party: 'party-3' }]);
    expect(complaint).toMatchObject({ status: 'acknowledged', madeBy: 'joint', party: 1 });
    expect(complaint.others.map(({ left }) => left)).toEqual([undefined, '2027-01-07']);
    expect(notices).toEqual([]);
  });

  it('leaves it to one person in the end', () => {
    const two = carryOut(joint(), { ...leaving, party: 'party-3' }, now).complaint;
    expect(carryOut(two, { ...leaving, party: 'party-2' }, now).complaint.madeBy).toBe('individual');
  });

  it('leaves a group a group', () => {
    const group = joint({ madeBy: 'group', others: others.slice(0, 1) });
    expect(carryOut(group, { ...leaving, party: 'party-2' }, now).complaint.madeBy).toBe('group');
  });

  it('leaves it once', () => {
    const left = carryOut(joint(), { ...leaving, party: 'party-3' }, now).complaint;
    expect(refusalOf(left, { ...leaving, party: 'party-3' }, now)).toEqual({
      type: 'UnknownParty',
      known: ['lead', 'party-2'],
    });
  });

  it('is nobody where one person complains alone', () => {
    const alone = complaintAcknowledged();
    expect(refusalOf(alone, { ...leaving, party: 'lead' }, now)).toEqual({ type: 'UnknownParty', known: [] });
  });
});

describe('a lead who leaves', () => {
  it.each([undefined, 'party-4', 'lead'])('names one of those who stay, and not %s', (next) => {
    expect(refusalOf(joint(), { ...leaving, party: 'lead', lead: next }, now)).toEqual({
      type: 'LeadNeeded',
      known: ['party-2', 'party-3'],
    });
  });

  it('hands it to somebody else: former links stop, and that person is written to', () => {
    const { complaint } = carryOut({ ...joint(), residentUnreached: true }, lead, now);
    expect(complaint).toMatchObject({
      madeBy: 'joint',
      party: 2,
      reachableByEmail: true,
      residentUnreached: false,
      missing: [],
    });
    const informed = { type: 'GiveUpdate', by, text: textRef(2) } as const;
    const { notices } = carryOut(complaint, informed, now);
    expect(notices.map(({ recipient }) => recipient)).toEqual([
      { type: 'complainant' },
      { type: 'copied', party: 'party-3' },
    ]);
  });

  it('is followed by somebody who is told that they lead, and what was promised', () => {
    const { notices } = carryOut(joint(), lead, now);
    expect(notices.map(({ id, recipient }) => [id, recipient])).toEqual([
      ['new-lead_4', { type: 'complainant' }],
      ['new-lead_4_copy_party-3', { type: 'copied', party: 'party-3' }],
    ]);
    expect(notices[0]?.tells).toEqual([{ obligation: 'stage-1-response', dueOn: '2027-01-14' }]);
    expect(carryOut(joint(), { ...lead, reachableByEmail: false }, now).notices).toEqual([]);
  });

  it('takes along their messages, and what was agreed with them or laid down for them', () => {
    const wrote = carryOut(joint(), { type: 'SendMessage', text: textRef(8) }, now).complaint;
    const adjusting = { type: 'AgreeAdjustment', by, kind: 'large-print', note: textRef(9) } as const;
    const { complaint } = carryOut(carryOut(wrote, adjusting, now).complaint, lead, now);
    expect(complaint.messages.map(({ ofEarlierLead }) => ofEarlierLead)).toEqual([true]);
    expect(complaint.adjustments.map(({ ended }) => ended)).toEqual([true]);
    expect(owedBy(complaint, 'adjustment-1-review-1').ended).toBe('left');
    expect(openObligation(complaint, 'message-triage')).toBeDefined();
  });

  it('takes along how they were to be written to: the next may be emailed', () => {
    const restriction = {
      restriction: 'restriction-1',
      kind: 'single-medium',
      method: 'letter',
      agreed: false,
      reason: textRef(8),
      equalityAct: textRef(9),
    } as const;
    const restricted = { ...joint(), reachableByEmail: false, restrictions: [restriction] };
    const { complaint } = carryOut(restricted, lead, now);
    expect([complaint.reachableByEmail, complaint.restrictions[0]?.lifted]).toEqual([true, true]);
  });

  it('hands it on with a way to reach the next, or with the task to find one', () => {
    const unreachable = { ...lead, reachableByEmail: false } as const;
    const { complaint } = carryOut(joint(), unreachable, now);
    expect([complaint.missing, complaint.reachableByEmail]).toEqual([['way-to-reach'], false]);
    expect(owedBy(complaint, 'resident-information').dueOn).toBe('2027-01-14');
    const byPhone = carryOut(joint(), { ...unreachable, canBeReached: true }, now).complaint;
    expect(byPhone.missing).toEqual([]);
  });

  it('takes along their record and whoever spoke for them', () => {
    const representative = { capacity: 'mp', consent: 'given', reachableByEmail: true } as const;
    const spokenFor: Complaint = { ...joint({ representative, resident: 'r-1' }), unsafeToMail: true };
    const { complaint } = carryOut(spokenFor, lead, now);
    expect(complaint).toMatchObject({
      missing: ['consent'],
      representative: { capacity: 'mp', consent: 'not-asked', copies: 'none' },
    });
    expect([complaint.resident, complaint.unsafeToMail]).toEqual([undefined, undefined]);
  });

  it('lets no extension arrive that is on its way to them, where the next is not emailed', () => {
    const extend = {
      type: 'Extend',
      by,
      newDueOn: date('2027-01-28'),
      reason: textRef(5),
    } as const;
    const requested = carryOut(joint(), extend, now).complaint;
    const unmailed = { ...lead, reachableByEmail: false, canBeReached: true };
    const { events, notices } = carryOut(requested, unmailed, now);
    expect(events.map(({ type }) => type)).toEqual(['PartyLeft', 'ExtensionNotReached']);
    expect(notices.map(({ kind }) => kind)).toEqual(Array(3).fill('extension-problem'));
    expect(carryOut(requested, lead, now).notices.map(({ kind }) => kind)).toEqual(['new-lead', 'new-lead']);
    expect(carryOut(requested, lead, now).events.map(({ type }) => type)).toEqual(['PartyLeft']);
  });
});

describe('a withdrawal by one of several', () => {
  const receivedAt = '2026-12-23T15:00:00Z';
  const group = complaintReceived({ receivedAt, said: { madeBy: 'group' } });

  it.each<[string, Complaint, number]>([
    ['three people', joint(), 2],
    ['a group that names nobody else', group, 0],
  ])('does not end a complaint of %s', (_, complaint, more) => {
    const refusal = { type: 'NotForAll', others: more };
    expect(refusalOf(complaint, { type: 'Withdraw' }, now)).toEqual(refusal);
    expect(refusalOf(complaint, { type: 'Withdraw', by }, now)).toEqual(refusal);
    expect(refusalOf(complaint, { type: 'Withdraw', forAll: true }, now)).toEqual(refusal);
    expect(carryOut(complaint, { type: 'Withdraw', by, forAll: true }, now).complaint.status).toBe(
      'withdrawn',
    );
  });

  it('ends it once everybody else has left', () => {
    const two = carryOut(joint(), { ...leaving, party: 'party-3' }, now).complaint;
    const one = carryOut(two, { ...leaving, party: 'party-2' }, now).complaint;
    expect(carryOut(one, { type: 'Withdraw' }, now).complaint.status).toBe('withdrawn');
  });
});
