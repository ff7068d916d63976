import { describe, expect, it } from 'vitest';
import type { CorrectParty } from '../../../shared/domain/commands/correct-party.ts';
import type { Extend } from '../../../shared/domain/commands/extend.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintReceived,
  handler,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { date } from '../../support/rules.ts';
import { beforeFuneral, passBy, withFuneral } from '../other-calendars.ts';

/** Somebody complained without a name on 23 December 2026. */
const complaint = complaintReceived({
  receivedAt: '2026-12-23T15:00:00Z',
  reachableByEmail: false,
  said: { madeBy: 'anonymous' },
});
const by = handler;
const acknowledge: Command = {
  type: 'Acknowledge',
  by,
  points: [{ definition: textRef(1), responsible: true }],
};
const outcome = { point: 'point-1', finding: 'upheld', reasons: textRef(3), remedy: textRef(4) } as const;
const extend: Extend = { type: 'Extend', by, newDueOn: date('2027-01-28'), reason: textRef(5) };

/** Carries out one after the other, and tells what was owed to whom meanwhile. */
function live(state: Complaint, steps: readonly (readonly [string, Command])[]) {
  const told: string[] = [];
  let after = state;
  for (const [now, command] of steps) {
    const done = carryOut(after, command, now);
    told.push(...done.notices.filter(({ recipient }) => recipient.type !== 'staff').map(({ kind }) => kind));
    after = done.complaint;
  }
  return { after, told };
}
const acknowledged = live(complaint, [['2026-12-30T10:00:00Z', acknowledge]]).after;

describe('a complaint that names nobody (seed 000)', () => {
  it('is acknowledged and answered by recording that, and nothing is mailed', () => {
    const { after, told } = live(complaint, [
      ['2026-12-30T10:00:00Z', acknowledge],
      ['2027-01-04T10:00:00Z', { type: 'GiveUpdate', by, text: textRef(2) }],
      ['2027-01-05T10:00:00Z', { type: 'Draft', by, outcomes: [outcome] }],
      ['2027-01-13T10:00:00Z', { type: 'Respond', by }],
      ['2027-01-20T10:00:00Z', { type: 'Close', by, reason: textRef(6) }],
    ]);
    expect([after.status, told]).toEqual(['closed', []]);
    expect(owedBy(after, 'stage-1-acknowledgement').met).toMatchObject({
      on: '2026-12-30',
      keptPolicy: true,
    });
    expect(owedBy(after, 'stage-1-response').met).toMatchObject({ on: '2027-01-13', keptPolicy: true });
  });

  it('still owes both by their dates, and says sorry to nobody', () => {
    const { after, told } = live(complaint, [
      ['2027-01-04T09:00:00Z', { type: 'TimePassed' }],
      ['2027-01-06T12:00:00Z', { type: 'TimePassed' }],
    ]);
    expect(owedBy(after, 'stage-1-acknowledgement').dueOn).toBe('2027-01-04');
    expect([told, after.obligations.some(({ kind }) => kind === 'contact')]).toEqual([[], false]);
  });

  it('alerts staff with the word that there is nobody to tell', () => {
    const { notices } = carryOut(complaint, { type: 'TimePassed' }, '2027-01-04T09:00:00Z');
    expect(notices.map(({ values }) => values.residentNote)).toContain(
      'The resident complained anonymously: there is nobody to tell.',
    );
  });

  it('is counted anew by another calendar, and nobody is called for that', () => {
    const before = complaintReceived({
      receivedAt: '2022-09-13T09:00:00Z',
      reachableByEmail: false,
      rules: { calendar: beforeFuneral },
      said: { madeBy: 'anonymous' },
    });
    const counted = passBy(before, '2022-09-14T10:00:00Z', withFuneral, true);
    expect(counted.events.map(({ type }) => type)).toContain('DatesRecounted');
    expect(counted.complaint.obligations.map(({ kind }) => kind)).not.toContain('contact');
    const unreached = passBy({ ...before, madeBy: 'individual' }, '2022-09-14T10:00:00Z', withFuneral, true);
    expect(unreached.complaint.obligations.map(({ kind }) => kind)).toContain('contact');
  });

  it('is given more time at once, for there is nobody to give it to', () => {
    const { complaint: after, events, notices } = carryOut(acknowledged, extend, '2027-01-13T10:00:00Z');
    expect(events.map(({ type }) => type)).toEqual(['ExtensionRequested', 'ExtensionTookEffect']);
    expect([notices, owedBy(after, 'stage-1-response').dueOn]).toEqual([[], '2027-01-28']);
  });

  it('is given more time no later than the day that it extends', () => {
    expect(refusalOf(acknowledged, extend, '2027-01-15T10:00:00Z')).toMatchObject({
      type: 'ExtensionAfterDueDate',
    });
  });

  it('can be prepared to be given more time, for a second person to decide on', () => {
    const preparing = { ...extend, type: 'PrepareExtension', by: colleague } as const;
    const prepared = carryOut(acknowledged, preparing, '2027-01-11T10:00:00Z').complaint;
    const { notices } = carryOut(prepared, { type: 'TimePassed' }, '2027-01-14T09:00:00Z');
    expect(notices.filter(({ recipient }) => recipient.type === 'complainant')).toEqual([]);
    const given = carryOut(prepared, extend, '2027-01-13T10:00:00Z').complaint;
    expect(owedBy(given, 'stage-1-response').dueOn).toBe('2027-01-28');
  });

  it('has a name once somebody comes forward, who is written to from then on', () => {
    const correcting: CorrectParty = {
      type: 'CorrectParty',
      by,
      was: textRef(7),
      personalTextHash: 'hash-of-parties',
      reachableByEmail: true,
      reason: textRef(8),
    };
    const known = carryOut(complaint, correcting, '2026-12-29T10:00:00Z').complaint;
    expect(known).toMatchObject({ madeBy: 'individual', missing: [], reachableByEmail: true, party: 2 });
    const { told } = live(known, [['2026-12-30T10:00:00Z', acknowledge]]);
    expect(told).toEqual(['acknowledgement']);
  });
});

describe('a complaint of which nobody knows yet who made it', () => {
  const nameless = complaintReceived({
    receivedAt: '2026-12-23T15:00:00Z',
    reachableByEmail: false,
    said: { missing: ['complainant'] },
  });
  const correcting = {
    type: 'CorrectParty',
    by,
    was: textRef(7),
    personalTextHash: 'hash-of-parties',
    reachableByEmail: false,
    reason: textRef(8),
  } as const;

  it('cannot be told anything, and is not treated as one that wants to stay unknown', () => {
    expect(refusalOf(nameless, acknowledge, '2026-12-30T10:00:00Z')).toEqual({ type: 'NotReachable' });
  });

  it('ends the task once the person is known and can be reached', () => {
    const known = { ...correcting, canBeReached: true };
    const { complaint: after } = carryOut(nameless, known, '2026-12-29T10:00:00Z');
    expect(after.missing).toEqual([]);
    expect(owedBy(after, 'resident-information').met).toMatchObject({ on: '2026-12-29', keptPolicy: true });
  });

  it('keeps the task as long as nobody can be reached', () => {
    const { complaint: after } = carryOut(nameless, correcting, '2026-12-29T10:00:00Z');
    expect(after.missing).toEqual(['way-to-reach']);
    expect(owedBy(after, 'resident-information').met).toBeUndefined();
    expect(after.obligations.filter(({ kind }) => kind === 'resident-information')).toHaveLength(1);
  });
});
