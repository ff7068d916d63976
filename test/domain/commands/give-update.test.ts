import { describe, expect, it } from 'vitest';
import type { Extend } from '../../../shared/domain/commands/extend.ts';
import type { GiveUpdate } from '../../../shared/domain/commands/give-update.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintDrafted,
  handler,
  kept,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

const byLetter = { how: 'letter', evidence: textRef(6) } as const;
const extending: Extend = {
  type: 'Extend',
  by: handler,
  newDueOn: date('2027-01-28'),
  reason: textRef(5),
  updateEvery: 3,
  alreadyGiven: byLetter,
};
const command: GiveUpdate = { type: 'GiveUpdate', by: handler, text: textRef(7) };
const extended = carryOut(complaintDrafted(), extending, '2027-01-13T10:00:00Z');

describe('updates that were agreed with an extension (Code 5.9)', () => {
  it('are owed from the day on which it was given', () => {
    expect(extended.events[1]).toMatchObject({ update: { id: 'update-1' } });
    expect(owedBy(extended.complaint, 'update-1')).toMatchObject({
      kind: 'update',
      dueOn: '2027-01-18',
      derivation: { countedFrom: 'last-update', startOn: '2027-01-13', count: 3, clause: '5.9' },
    });
  });

  it('go on where the answer is late, until it is given (Code 5.9)', () => {
    const late = carryOut(extended.complaint, command, '2027-01-29T10:00:00Z').complaint;
    expect(owedBy(late, 'update-2').dueOn).toBe('2027-02-03');
  });

  it('are counted from the last one that was given, early or late', () => {
    const first = carryOut(extended.complaint, command, '2027-01-15T10:00:00Z');
    expect(owedBy(first.complaint, 'update-1').met).toEqual({ on: '2027-01-15', ...kept });
    expect(owedBy(first.complaint, 'update-2').dueOn).toBe('2027-01-20');
    expect(first.notices).toEqual([
      {
        id: 'update_7',
        kind: 'update',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        tells: [
          { obligation: 'stage-1-response', dueOn: '2027-01-28' },
          { obligation: 'update-2', dueOn: '2027-01-20' },
        ],
        values: {
          'promises.0.task': 'answer your complaint by Thursday 28 January 2027',
          'promises.0.explanation':
            'Thursday 28 January 2027 is 10 working days after Thursday 14 January 2027, the date we had given before, not counting weekends; Thursday 14 January 2027 was 10 working days after Wednesday 30 December 2026, the day we acknowledged your complaint, not counting weekends and New Year’s Day (1 January).',
          'promises.1.task': 'tell you how things stand by Wednesday 20 January 2027',
          'promises.1.explanation':
            'Wednesday 20 January 2027 is 3 working days after Friday 15 January 2027, the day of our last update, not counting weekends.',
        },
        texts: { text: 'text-7' },
      },
    ]);
    const second = carryOut(first.complaint, command, '2027-01-22T10:00:00Z').complaint;
    expect(owedBy(second, 'update-2')).toMatchObject({ dueOn: '2027-01-20', met: { on: '2027-01-22' } });
  });

  it('end where the answer comes before the next', () => {
    const last = carryOut(extended.complaint, command, '2027-01-25T10:00:00Z');
    expect(last.events[0]).not.toHaveProperty('next');
    expect(Object.keys(last.notices[0]?.values ?? {})).toEqual(['promises.0.task', 'promises.0.explanation']);
    const answered = carryOut(
      extended.complaint,
      { type: 'Respond', by: handler },
      '2027-01-15T10:00:00Z',
    ).complaint;
    expect(owedBy(answered, 'update-1').ended).toBe('answered');
  });

  it('are not owed where the new date comes before the first', () => {
    const soon = carryOut(
      complaintDrafted(),
      { ...extending, newDueOn: date('2027-01-18') },
      '2027-01-13T10:00:00Z',
    );
    expect(soon.events[1]).not.toHaveProperty('update');
    expect(soon.complaint.updateEvery).toBe(3);
  });

  it('told on the phone and recorded late are flagged', () => {
    const told: GiveUpdate = {
      ...command,
      happenedAt: at('2027-01-18T10:00:00Z'),
      alreadyGiven: { how: 'phone', evidence: textRef(8) },
    };
    const { complaint, notices } = carryOut(extended.complaint, told, '2027-01-19T10:00:00Z');
    expect(owedBy(complaint, 'update-1').met).toEqual({ on: '2027-01-18', backdated: true, ...kept });
    expect(notices).toEqual([]);
  });
});

describe('an update that nobody agreed', () => {
  it('may be given at any time, and owes no other', () => {
    const { complaint, notices } = carryOut(complaintAcknowledged(), command, '2027-01-05T10:00:00Z');
    expect(complaint.obligations.filter(({ kind }) => kind === 'update')).toEqual([]);
    expect(notices[0]?.values).toEqual({
      'promises.0.task': 'answer your complaint by Thursday 14 January 2027',
      'promises.0.explanation':
        'Thursday 14 January 2027 is 10 working days after Wednesday 30 December 2026, the day we acknowledged your complaint, not counting weekends and New Year’s Day (1 January).',
    });
  });
});

describe('an update while the answer is late (Code 5.9)', () => {
  it('promises no date that has passed', () => {
    const { notices } = carryOut(complaintAcknowledged(), command, '2027-01-15T10:00:00Z');
    expect(notices.find(({ kind }) => kind === 'update')?.values).toEqual({
      'promises.0.task': 'answer your complaint as soon as we can',
      'promises.0.explanation':
        'We promised to do so by Thursday 14 January 2027. We are late, and we are sorry.',
    });
    const onTheDay = carryOut(complaintAcknowledged(), command, '2027-01-14T18:00:00Z').notices;
    expect(onTheDay.find(({ kind }) => kind === 'update')?.values['promises.0.task']).toBe(
      'answer your complaint by Thursday 14 January 2027',
    );
  });
});

describe('an update is refused', () => {
  const now = '2027-01-05T10:00:00Z';
  it('by email to someone without an address', () => {
    const unreachable = complaintAcknowledged({ reachableByEmail: false });
    expect(refusalOf(unreachable, command, now)).toEqual({ type: 'NotReachable' });
  });

  it('from before the receipt, or from before now without a proof', () => {
    const early = { ...command, happenedAt: at('2026-12-23T14:00:00Z'), alreadyGiven: byLetter };
    expect(refusalOf(complaintAcknowledged(), early, now)).toEqual({
      type: 'HappenedTooEarly',
      notBefore: '2026-12-23T15:00:00.000Z',
      what: 'receipt',
    });
    const unproved = { ...command, happenedAt: at('2027-01-04T10:00:00Z') };
    expect(refusalOf(complaintAcknowledged(), unproved, now)).toEqual({ type: 'ProofNeeded' });
  });
});
