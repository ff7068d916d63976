import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import { canBeToldOf } from '../../shared/domain/telling.ts';
import { readIntake, type sayPhoneAgreed } from '../../shared/use-cases/intake.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintDrafted,
  complaintReceived,
  handler,
  inShort,
  refusalOf,
  textRef,
} from '../support/complaints.ts';
import { date } from '../support/rules.ts';

const by = handler;
const now = '2027-01-13T10:00:00Z';
const newDueOn = date('2027-01-20');
const byPhone = (complaint: Complaint, change: Partial<Complaint> = {}): Complaint => ({
  ...complaint,
  reachableByEmail: false,
  emailGiven: false,
  otherWays: ['phone'],
  ...change,
});
const agreed = { phoneAgreed: true } as const;
const laidDown = (method: 'phone' | 'in-person' | 'email') => ({
  restrictions: [
    {
      restriction: 'restriction-1',
      kind: 'single-medium' as const,
      method,
      agreed: false,
      reason: textRef(1),
      equalityAct: textRef(2),
    },
  ],
});
const byCall = { alreadyGiven: { how: 'phone', evidence: textRef(9) } } as const;
const responding: Command = { type: 'Respond', by };

describe('what the Code wants in writing (6.5, 6.9), of somebody of whom a telephone number alone is known', () => {
  it.each<[string, Complaint, Command]>([
    ['an answer', complaintDrafted(), responding],
    ['an answer that was told already', complaintDrafted(), { ...responding, ...byCall }],
    ['more time', complaintAcknowledged(), { type: 'Extend', by, newDueOn, reason: textRef(5) }],
    [
      'more time that is sent later',
      complaintAcknowledged(),
      { type: 'PrepareExtension', by, newDueOn, reason: textRef(5) },
    ],
    [
      'a refusal',
      complaintReceived({ receivedAt: '2027-01-12T10:00:00Z' }),
      {
        type: 'Exclude',
        by,
        roles: ['manager'],
        ground: 'already-considered',
        reasons: textRef(5),
        evidence: textRef(6),
        discretion: textRef(7),
      } as Command,
    ],
  ])('%s is not told in a call unless they agreed to it', (_, before, command) => {
    expect(refusalOf(byPhone(before), command, now)).toEqual({ type: 'PhoneNotAgreed' });
    const told = carryOut(byPhone(before, agreed), command, now).notices;
    const isSaid = 'alreadyGiven' in command || command.type === 'PrepareExtension';
    const toResident = told.filter(({ recipient }) => recipient.type === 'complainant');
    expect(toResident.map(({ byHand }) => byHand?.way)).toEqual(isSaid ? [] : ['phone']);
  });

  it.each([
    ['phone', true],
    ['in-person', true],
    ['email', false],
  ] as const)('may be told in a call where contact is restricted to %s: %s', (method, may) => {
    const restricted = byPhone(complaintDrafted(), laidDown(method));
    if (may) expect(carryOut(restricted, responding, now).notices[0]?.byHand?.way).toBe('phone');
    else expect(refusalOf(restricted, responding, now)).toEqual({ type: 'PhoneNotAgreed' });
  });

  it('may be written, and said to be', () => {
    const alreadyGiven = { how: 'letter', evidence: textRef(9) } as const;
    expect(carryOut(byPhone(complaintDrafted()), { ...responding, alreadyGiven }, now).notices).toEqual([]);
  });

  it('may be told once the agreement is on record, until somebody else is on record', () => {
    const correcting = {
      type: 'CorrectParty',
      by,
      was: textRef(8),
      personalTextHash: 'hash',
      reachableByEmail: false,
      otherWays: ['phone'],
      reason: textRef(9),
    } as const satisfies Command;
    const said = carryOut(byPhone(complaintDrafted()), { ...correcting, ...agreed }, now).complaint;
    expect(carryOut(said, responding, now).notices[0]?.byHand?.way).toBe('phone');
    const anew = carryOut(said, correcting, now).complaint;
    expect(refusalOf(anew, responding, now)).toEqual({ type: 'PhoneNotAgreed' });
  });

  it('was agreed by the one who led, not by the next', () => {
    const others = [{ party: 'party-2', reachableByEmail: false, copies: 'letters' as const }];
    const joint = byPhone(complaintDrafted(), { ...agreed, madeBy: 'joint', others });
    const leaving = {
      type: 'LeaveComplaint',
      by,
      party: 'lead',
      lead: 'party-2',
      was: textRef(7),
      personalTextHash: 'hash',
      otherWays: ['phone'],
    } as const satisfies Command;
    expect(refusalOf(carryOut(joint, leaving, now).complaint, responding, now).type).toBe('PhoneNotAgreed');
    const both = carryOut(joint, { ...leaving, ...agreed }, now).complaint;
    expect(carryOut(both, responding, now).notices[0]?.byHand?.way).toBe('phone');
  });
});

describe('what need not be in writing', () => {
  it.each<[Complaint, Command]>([
    [
      complaintReceived({ receivedAt: '2027-01-12T10:00:00Z' }),
      { type: 'Acknowledge', by, points: [{ definition: textRef(1), responsible: true }] },
    ],
    [complaintAcknowledged(), { type: 'GiveUpdate', by, text: textRef(5) }],
  ])('is told in a call without any agreement', (before, command) => {
    expect(carryOut(byPhone(before), command, now).notices[0]?.byHand?.way).toBe('phone');
  });
});

describe('an extension that was prepared for a mail', () => {
  const preparing: Command = { type: 'PrepareExtension', by, newDueOn, reason: textRef(5) };
  const prepared = carryOut(complaintAcknowledged(), preparing, '2027-01-05T09:00:00Z').complaint;
  const lastMorning = '2027-01-14T09:00:00Z';

  it('lapses on the last morning where a call alone is possible by then, and nobody agreed to one', () => {
    const passed = carryOut(byPhone(prepared), { type: 'TimePassed' }, lastMorning);
    expect(inShort(passed)).toContain('ExtensionLapsed');
    expect(inShort(passed)).not.toContain('ExtensionRequested');
  });

  it('is told in a call where they agreed', () => {
    const passed = carryOut(byPhone(prepared, agreed), { type: 'TimePassed' }, lastMorning);
    expect(inShort(passed)).toContain('ExtensionRequested');
  });
});

describe('the agreement', () => {
  it('is that somebody asked for calls first', () => {
    const text = { landlord: 'day-zero', channel: 'phone' as const, description: 'The lift.' };
    const of = (complainant: Parameters<typeof sayPhoneAgreed>[0]) =>
      readIntake({ ...text, complainant: { name: 'Ada', ...complainant } }).said.phoneAgreed;
    expect(of({ preferredChannel: 'phone' })).toBe(true);
    expect(of({ preferredChannel: 'letter' })).toBeUndefined();
    expect(of({})).toBeUndefined();
    expect(complaintReceived({ receivedAt: now, said: agreed }).phoneAgreed).toBe(true);
  });

  it('decides in which kinds a notice that was to be mailed becomes a call', () => {
    const told = byPhone(complaintDrafted());
    expect(canBeToldOf({ kind: 'response' }, told)).toBe(false);
    expect(canBeToldOf({ kind: 'acknowledgement' }, told)).toBe(true);
    expect(canBeToldOf({ kind: 'response' }, { ...told, ...agreed })).toBe(true);
    expect(canBeToldOf({ kind: 'update' }, { ...told, otherWays: [] })).toBe(false);
  });
});
