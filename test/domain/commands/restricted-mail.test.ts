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
  carryOut({ ...complaint, otherWays: ['letter'] }, toLetters, now).complaint;
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
  ])('%s is not mailed: it waits to be posted', (_, complaint, command) => {
    const told = toResident(carryOut(complaint, command, '2027-01-06T10:00:00Z'));
    const isSentLater = command.type === 'PrepareExtension';
    expect(told.map(({ byHand }) => byHand?.way)).toEqual(isSentLater ? [] : ['letter']);
  });

  it('what the resident is only informed of waits to be posted too', () => {
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
    expect(completed.notices.map(({ byHand }) => byHand?.way)).toEqual(['letter']);
    const closed = carryOut(completed.complaint, closing, now).notices;
    expect(closed.map(({ kind, byHand }) => [kind, byHand?.way])).toEqual([['closure', 'letter']]);
  });

  it('an extension that was prepared before waits to be posted from the last working morning on', () => {
    const preparing: Command = { type: 'PrepareExtension', by: handler, newDueOn, reason: textRef(5) };
    const prepared = carryOut(complaintAcknowledged(), preparing, '2027-01-05T09:00:00Z').complaint;
    const early = carryOut(restrict(prepared), { type: 'TimePassed' }, '2027-01-14T08:59:59Z');
    expect(inShort(early)).not.toContain('ExtensionRequested');
    const passed = carryOut(restrict(prepared), { type: 'TimePassed' }, '2027-01-14T09:00:00Z');
    expect(inShort(passed)).toContain('ExtensionRequested');
    expect(toResident(passed).map(({ kind, byHand }) => [kind, byHand?.dueOn])).toEqual([
      ['extension', '2027-01-14'],
    ]);
  });

  it('a missed date is said sorry for by letter, and alerts say by which post', () => {
    const passed = carryOut(acknowledged, { type: 'TimePassed' }, '2027-01-20T09:00:00Z');
    expect(toResident(passed).map(({ kind, byHand }) => [kind, byHand?.way])).toEqual([
      ['missed-date-apology', 'letter'],
    ]);
    const note = (now: string) =>
      carryOut(acknowledged, { type: 'TimePassed' }, now).notices[0]?.values.residentNote;
    expect(note('2027-01-14T09:00:00Z')).toBe(
      'The resident gets letters: yours must catch the last post today.',
    );
    expect(note('2027-01-20T09:00:00Z')).toMatch(
      /^The resident gets letters: yours had to catch the last post on Thursday 14 January 2027\./,
    );
    const unrestricted = carryOut(complaintAcknowledged(), { type: 'TimePassed' }, '2027-01-20T09:00:00Z');
    expect(toResident(unrestricted)).toMatchObject([{ kind: 'missed-date-apology' }]);
  });

  it('a date that a new bank holiday moves is told by a letter of the next working day', () => {
    const complaint = restrict(acknowledgedOn('2020-04-22', beforeVeDay), '2020-04-23T10:00:00Z');
    const passed = passBy(complaint, '2020-05-01T10:00:00Z', withVeDay);
    expect(toResident(passed).map(({ byHand }) => byHand?.way)).toEqual(['letter']);
    expect(owedBy(passed.complaint, 'posting-dates-changed_2_5')).toMatchObject({ dueOn: '2020-05-04' });
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
    expect(refusalOf(corrected, lifting, now)).toEqual({ type: 'NotReachable' });
    const lifted = carryOut(corrected, { ...lifting, alreadyGiven: byLetter }, now).complaint;
    expect(lifted.reachableByEmail).toBe(false);
  });
});
