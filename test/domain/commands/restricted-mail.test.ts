import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintDrafted,
  complaintReceived,
  complaintResponded,
  handler,
  inShort,
  manager,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { date } from '../../support/rules.ts';
import { acknowledgedOn, beforeVeDay, passBy, withVeDay } from '../other-calendars.ts';

const byLetter = { how: 'letter', evidence: textRef(23) } as const;
const toLetters: Command = {
  type: 'RestrictContact',
  by: manager,
  roles: ['approver'],
  kind: 'single-medium',
  method: 'letter',
  agreed: false,
  reason: textRef(21),
  equalityAct: textRef(22),
  alreadyGiven: byLetter,
};
const restrict = (complaint: Complaint, now = '2027-01-05T10:00:00Z') =>
  carryOut(complaint, toLetters, now).complaint;
const toResident = ({ notices }: ReturnType<typeof carryOut>) =>
  notices.filter(({ recipient }) => recipient.type === 'complainant');

const acknowledged = restrict(complaintAcknowledged());
const newDueOn = date('2027-01-28');

describe('after contact was restricted to letters (seed 003)', () => {
  it.each<[string, Complaint, Command]>([
    [
      'an acknowledgement',
      restrict(complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' })),
      { type: 'Acknowledge', by: handler, points: [{ definition: textRef(1), responsible: true }] },
    ],
    ['an extension', acknowledged, { type: 'Extend', by: handler, newDueOn, reason: textRef(5) }],
    [
      'an extension that is to be sent later',
      acknowledged,
      { type: 'PrepareExtension', by: handler, newDueOn, reason: textRef(5) },
    ],
    ['an update', acknowledged, { type: 'GiveUpdate', by: handler, text: textRef(5) }],
    ['the answer', restrict(complaintDrafted()), { type: 'Respond', by: handler }],
  ])('%s is not mailed: staff give it', (_, complaint, command) => {
    const now = '2027-01-06T10:00:00Z';
    expect(refusalOf(complaint, command, now)).toEqual({ type: 'NotReachableByEmail' });
  });

  it('what the resident is only informed of is not mailed', () => {
    const adding: Command = {
      type: 'AddAction',
      by: handler,
      owner: colleague,
      description: textRef(5),
      dueOn: date('2027-02-10'),
    };
    const now = '2027-01-14T10:00:00Z';
    const completing: Command = {
      type: 'CompleteAction',
      by: handler,
      action: 'action-1',
      evidence: textRef(6),
    };
    const closing: Command = { type: 'Close', by: handler, reason: textRef(7) };
    const promised = carryOut(complaintResponded(), adding, now).complaint;
    expect(toResident(carryOut(promised, completing, now))).toHaveLength(1);
    const completed = carryOut(restrict(promised, now), completing, now);
    expect(completed.notices).toEqual([]);
    expect(carryOut(completed.complaint, closing, now).notices).toEqual([]);
  });

  it('an extension that was prepared before is not sent: staff hear of it on the last working morning', () => {
    const preparing: Command = { type: 'PrepareExtension', by: handler, newDueOn, reason: textRef(5) };
    const prepared = carryOut(complaintAcknowledged(), preparing, '2027-01-05T09:00:00Z').complaint;
    const early = carryOut(restrict(prepared), { type: 'TimePassed' }, '2027-01-14T08:59:59Z');
    expect(inShort(early)).not.toContain('ExtensionLapsed');
    const passed = carryOut(restrict(prepared), { type: 'TimePassed' }, '2027-01-14T09:00:00Z');
    expect(inShort(passed)).toContain('ExtensionLapsed');
    expect(inShort(passed)).not.toContain('ExtensionRequested');
    expect(toResident(passed)).toEqual([]);
    expect(passed.notices.map(({ kind }) => kind)).toContain('extension-problem');
  });

  it('a missed date is not said sorry for by mail, and alerts say so', () => {
    const passed = carryOut(acknowledged, { type: 'TimePassed' }, '2027-01-20T09:00:00Z');
    expect(toResident(passed)).toEqual([]);
    expect(passed.notices[0]?.values.residentNote).toMatch(
      /^The resident is not to be emailed: tell them by phone or post\./,
    );
    const unrestricted = carryOut(complaintAcknowledged(), { type: 'TimePassed' }, '2027-01-20T09:00:00Z');
    expect(toResident(unrestricted)).toMatchObject([{ kind: 'missed-date-apology' }]);
  });

  it('a date that a new bank holiday moves is told by staff by the next working day', () => {
    const complaint = restrict(acknowledgedOn('2020-04-22', beforeVeDay), '2020-04-23T10:00:00Z');
    const passed = passBy(complaint, '2020-05-01T10:00:00Z', withVeDay);
    expect(toResident(passed)).toEqual([]);
    expect(owedBy(passed.complaint, 'contact-dates-changed_2_5')).toMatchObject({ dueOn: '2020-05-04' });
  });

  const correcting = (reachableByEmail: boolean): Command => ({
    type: 'CorrectParty',
    by: handler,
    was: textRef(8),
    personalTextHash: 'hash',
    reachableByEmail,
    reason: textRef(9),
  });
  const lifting: Command = {
    type: 'ReviewRestriction',
    by: manager,
    roles: ['approver'],
    restriction: 'restriction-1',
    outcome: 'lifted',
    note: textRef(24),
  };

  it('a new address is not mailed to until the restriction is lifted', () => {
    const corrected = carryOut(acknowledged, correcting(true), '2027-01-06T10:00:00Z').complaint;
    expect(corrected).toMatchObject({ emailGiven: true, reachableByEmail: false, party: 2 });
    const lifted = carryOut(corrected, lifting, '2027-01-07T10:00:00Z').complaint;
    expect(lifted.reachableByEmail).toBe(true);
  });

  it('lifting it brings back no mail to somebody who has no address any more', () => {
    const corrected = carryOut(acknowledged, correcting(false), '2027-01-06T10:00:00Z').complaint;
    expect(corrected).toMatchObject({ emailGiven: false, reachableByEmail: false });
    const now = '2027-01-07T10:00:00Z';
    expect(refusalOf(corrected, lifting, now)).toEqual({ type: 'NotReachableByEmail' });
    const lifted = carryOut(corrected, { ...lifting, alreadyGiven: byLetter }, now).complaint;
    expect(lifted.reachableByEmail).toBe(false);
  });
});
