import { describe, expect, it } from 'vitest';
import type { CorrectParty } from '../../../shared/domain/commands/correct-party.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import type { WayByHand } from '../../../shared/domain/ways.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintDrafted,
  handler,
  inShort,
  owedBy,
  textRef,
} from '../../support/complaints.ts';
import { date } from '../../support/rules.ts';

const by = handler;
const newDueOn = date('2027-01-20');
const extending: Command = { type: 'Extend', by, newDueOn, reason: textRef(5) };
const then = '2027-01-13T10:00:00Z';
const now = '2027-01-13T11:00:00Z';
const byHand = (...otherWays: WayByHand[]): Complaint => ({
  ...complaintDrafted(),
  reachableByEmail: false,
  emailGiven: false,
  otherWays,
  phoneAgreed: true,
});
const correcting = (reach: { reachableByEmail: boolean; otherWays?: WayByHand[] }): CorrectParty => ({
  type: 'CorrectParty',
  by,
  was: textRef(8),
  personalTextHash: 'hash',
  ...reach,
  phoneAgreed: true,
  reason: textRef(9),
});
const kindsIn = ({ notices }: ReturnType<typeof carryOut>) => new Set(notices.map(({ kind }) => kind));
const stateOf = ({ extensions }: Complaint) => extensions.map(({ state }) => state);

describe('an extension that waits for a hand when the resident turns out to be reached in another way', () => {
  it.each<[WayByHand, string, Command, string]>([
    ['letter', 'posting-extension-1', correcting({ reachableByEmail: true }), 'email'],
    ['letter', 'posting-extension-1', correcting({ reachableByEmail: false, otherWays: ['phone'] }), 'phone'],
    [
      'phone',
      'contact-extension-1',
      correcting({ reachableByEmail: false, otherWays: ['letter'] }),
      'letter',
    ],
  ])('does not arrive by %s, and is given again: %s', (way, owed, command, again) => {
    const waiting = carryOut(byHand(way), extending, then).complaint;
    const corrected = carryOut(waiting, command, now);
    expect(corrected.events.map(({ type }) => type)).toEqual(['PartyCorrected', 'ExtensionNotReached']);
    expect(kindsIn(corrected)).toContain('extension-problem');
    expect(stateOf(corrected.complaint)).toEqual(['not-reached']);
    expect(owedBy(corrected.complaint, owed).ended).toBe('replaced');
    const extended = carryOut(corrected.complaint, extending, now);
    expect(extended.notices.map(({ id, byHand }) => [id, byHand?.way ?? 'email'])).toEqual([
      ['extension-2', again],
    ]);
  });

  it('does not arrive by phone where nobody agreed to calls any more', () => {
    const waiting = carryOut(byHand('phone'), extending, then).complaint;
    const { phoneAgreed: _, ...unagreed } = correcting({ reachableByEmail: false, otherWays: ['phone'] });
    expect(stateOf(carryOut(waiting, unagreed, now).complaint)).toEqual(['not-reached']);
  });

  it('waits on where it is the same way, at whatever address', () => {
    const waiting = carryOut(byHand('letter'), extending, then).complaint;
    const moved = correcting({ reachableByEmail: false, otherWays: ['letter'] });
    const corrected = carryOut(waiting, moved, now);
    expect(inShort(corrected)).toEqual(['PartyCorrected']);
    expect(owedBy(corrected.complaint, 'posting-extension-1')).not.toHaveProperty('ended');
  });

  it('does not arrive where somebody leads from now on who gets mail', () => {
    const others = [{ party: 'party-2', reachableByEmail: true, copies: 'letters' as const }];
    const joint: Complaint = { ...byHand('letter'), madeBy: 'joint', others };
    const waiting = carryOut(joint, extending, then).complaint;
    const leaving: Command = { ...leavingTo, reachableByEmail: true };
    const left = carryOut(waiting, leaving, now);
    expect(left.events.map(({ type }) => type)).toEqual(['PartyLeft', 'ExtensionNotReached']);
    expect([...kindsIn(left)]).toEqual(['new-lead', 'extension-problem']);
    expect(owedBy(left.complaint, 'posting-extension-1').ended).toBe('replaced');
  });
});

const leavingTo = {
  type: 'LeaveComplaint',
  by,
  party: 'lead',
  lead: 'party-2',
  was: textRef(7),
  personalTextHash: 'hash',
} as const satisfies Command;

describe('an extension on its way by mail', () => {
  it('does not keep a new lead who gets letters from being told that they lead', () => {
    const joint: Complaint = {
      ...complaintAcknowledged(),
      madeBy: 'joint',
      others: [{ party: 'party-2', reachableByEmail: false, otherWays: ['letter'], copies: 'letters' }],
    };
    const waiting = carryOut(joint, extending, then).complaint;
    const left = carryOut(waiting, { ...leavingTo, reachableByEmail: false, otherWays: ['letter'] }, now);
    expect([...kindsIn(left)]).toEqual(['new-lead', 'extension-problem']);
    expect(left.notices[0]?.byHand?.way).toBe('letter');
  });
});
