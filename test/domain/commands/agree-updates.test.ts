import { describe, expect, it } from 'vitest';
import type { AddAction, CompleteAction } from '../../../shared/domain/commands/action.ts';
import type { AgreeUpdates } from '../../../shared/domain/commands/agree-updates.ts';
import type { GiveUpdate } from '../../../shared/domain/commands/give-update.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintClosed,
  complaintDrafted,
  complaintReceived,
  complaintResponded,
  handler,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

const agreeing: AgreeUpdates = { type: 'AgreeUpdates', by: handler, every: 3 };
const updating: GiveUpdate = { type: 'GiveUpdate', by: handler, text: textRef(7) };
const adding: AddAction = {
  type: 'AddAction',
  by: handler,
  description: textRef(5),
  owner: colleague,
  dueOn: date('2027-01-29'),
};
const completing: CompleteAction = {
  type: 'CompleteAction',
  by: handler,
  action: 'action-1',
  evidence: textRef(6),
};

describe('updates that are agreed before the answer (Code 5.9)', () => {
  const now = '2027-01-05T10:00:00Z';
  const agreed = carryOut(complaintAcknowledged(), agreeing, now);

  it('are counted from the day on which they were agreed', () => {
    expect(agreed.complaint.updateEvery).toBe(3);
    expect(owedBy(agreed.complaint, 'update-1')).toMatchObject({
      kind: 'update',
      dueOn: '2027-01-08',
      derivation: { countedFrom: 'agreement', startOn: '2027-01-05', count: 3, clause: '5.9' },
    });
    const told = { ...agreeing, happenedAt: at('2027-01-04T10:00:00Z') };
    const { complaint, events } = carryOut(complaintAcknowledged(), told, now);
    expect(owedBy(complaint, 'update-1').dueOn).toBe('2027-01-07');
    expect(events[0]).toMatchObject({ happenedAt: '2027-01-04T10:00:00.000Z' });
  });

  it('are told to the resident with the dates that follow', () => {
    expect(agreed.notices).toEqual([
      {
        id: 'updates-agreed_4',
        kind: 'updates-agreed',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        tells: [
          { obligation: 'stage-1-response', dueOn: '2027-01-14' },
          { obligation: 'update-1', dueOn: '2027-01-08' },
        ],
        values: {
          every: 'every 3 working days',
          'promises.0.task': 'answer your complaint by Thursday 14 January 2027',
          'promises.0.explanation':
            'Thursday 14 January 2027 is 10 working days after Wednesday 30 December 2026, the day we acknowledged your complaint, not counting weekends and New Year’s Day (1 January).',
          'promises.1.task': 'tell you how things stand by Friday 8 January 2027',
          'promises.1.explanation':
            'Friday 8 January 2027 is 3 working days after Tuesday 5 January 2027, the day it was agreed, not counting weekends.',
        },
      },
    ]);
    const daily = carryOut(complaintAcknowledged(), { ...agreeing, every: 1 }, now);
    expect(daily.notices[0]?.values).toMatchObject({ every: 'every working day' });
  });

  it('are told to nobody who was told by hand or gets no mail', () => {
    const unreachable = complaintAcknowledged({ reachableByEmail: false });
    const { complaint, notices } = carryOut(unreachable, agreeing, now);
    expect(complaint.updateEvery).toBe(3);
    expect(notices).toEqual([]);
    const alreadyGiven = { how: 'phone', evidence: textRef(8) } as const;
    const told = carryOut(complaintAcknowledged(), { ...agreeing, alreadyGiven }, now);
    expect(told.events[0]).toMatchObject({ alreadyGiven });
    expect(told.notices).toEqual([]);
  });

  it('may be agreed before the acknowledgement', () => {
    const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
    const { complaint } = carryOut(received, agreeing, '2026-12-24T10:00:00Z');
    expect(owedBy(complaint, 'update-1').dueOn).toBe('2026-12-31');
  });

  it('go on with the updates that are given, and end with the answer', () => {
    const next = carryOut(agreed.complaint, updating, '2027-01-07T10:00:00Z').complaint;
    expect(owedBy(next, 'update-1').met?.on).toBe('2027-01-07');
    expect(owedBy(next, 'update-2')).toMatchObject({
      dueOn: '2027-01-12',
      derivation: { countedFrom: 'last-update', startOn: '2027-01-07', clause: '5.9' },
    });
    const drafted = carryOut(complaintDrafted(), agreeing, '2027-01-06T10:00:00Z').complaint;
    const answered = carryOut(drafted, { type: 'Respond', by: handler }, '2027-01-08T10:00:00Z').complaint;
    expect(owedBy(answered, 'update-1').ended).toBe('answered');
    expect(answered).not.toHaveProperty('updateEvery');
  });

  it('are owed nothing where the answer comes first', () => {
    const { complaint } = carryOut(complaintAcknowledged(), agreeing, '2027-01-11T10:00:00Z');
    expect(complaint.updateEvery).toBe(3);
    expect(complaint.obligations.filter(({ kind }) => kind === 'update')).toEqual([]);
  });

  it('may have another interval, which counts from the update that is owed already', () => {
    const changed = carryOut(agreed.complaint, { ...agreeing, every: 2 }, '2027-01-06T10:00:00Z');
    expect(changed.events[0]).not.toHaveProperty('update');
    const next = carryOut(changed.complaint, updating, '2027-01-08T10:00:00Z').complaint;
    expect(owedBy(next, 'update-2').dueOn).toBe('2027-01-12');
  });

  it('are not agreed twice', () => {
    expect(refusalOf(agreed.complaint, agreeing, '2027-01-06T10:00:00Z')).toEqual({
      type: 'UpdatesAgreedAlready',
      every: 3,
    });
  });

  it('are agreed again where they had stopped with the complaint', () => {
    const closing: Command = { type: 'Close', by: handler, reason: textRef(9) };
    const reopening: Command = { type: 'Reopen', by: handler, reason: textRef(9) };
    const closed = carryOut(agreed.complaint, closing, '2027-01-06T10:00:00Z').complaint;
    const reopened = carryOut(closed, reopening, '2027-01-07T10:00:00Z').complaint;
    const { complaint } = carryOut(reopened, agreeing, '2027-01-07T11:00:00Z');
    expect(owedBy(complaint, 'update-2').dueOn).toBe('2027-01-12');
  });

  it('are not agreed before the receipt, nor once the complaint is closed', () => {
    const early = { ...agreeing, happenedAt: at('2026-12-23T14:00:00Z') };
    expect(refusalOf(complaintAcknowledged(), early, now).type).toBe('HappenedTooEarly');
    expect(refusalOf(complaintClosed(), agreeing, '2027-01-21T10:00:00Z')).toMatchObject({ why: 'closed' });
  });
});

describe('updates that are agreed after the answer (Code 6.6)', () => {
  const now = '2027-01-14T10:00:00Z';
  const promised = carryOut(complaintResponded(), adding, now).complaint;
  const agreed = carryOut(promised, { ...agreeing, every: 5 }, now);

  it('are owed while something is still to be done', () => {
    expect(refusalOf(complaintResponded(), agreeing, now)).toEqual({ type: 'NothingToUpdate' });
    expect(owedBy(agreed.complaint, 'update-1')).toMatchObject({
      dueOn: '2027-01-21',
      derivation: { countedFrom: 'agreement', startOn: '2027-01-14', count: 5, clause: '6.6' },
    });
    expect(agreed.notices[0]?.values).toEqual({
      every: 'every 5 working days',
      'promises.0.task': 'tell you how things stand by Thursday 21 January 2027',
      'promises.0.explanation':
        'Thursday 21 January 2027 is 5 working days after Thursday 14 January 2027, the day it was agreed, not counting weekends.',
    });
  });

  it('go on until the last of it is due', () => {
    const first = carryOut(agreed.complaint, updating, '2027-01-20T10:00:00Z').complaint;
    expect(owedBy(first, 'update-2')).toMatchObject({
      dueOn: '2027-01-27',
      derivation: { countedFrom: 'last-update', clause: '6.6' },
    });
    const second = carryOut(first, updating, '2027-01-27T10:00:00Z');
    expect(second.events[0]).not.toHaveProperty('next');
    const another = { ...adding, dueOn: date('2027-02-10') };
    const longer = carryOut(first, another, '2027-01-21T10:00:00Z').complaint;
    const third = carryOut(longer, updating, '2027-01-27T10:00:00Z').complaint;
    expect(owedBy(third, 'update-3').dueOn).toBe('2027-02-03');
  });

  it('are owed nothing where the last of it is due first', () => {
    const soon = carryOut(complaintResponded(), { ...adding, dueOn: date('2027-01-19') }, now).complaint;
    expect(carryOut(soon, agreeing, now).events[0]).not.toHaveProperty('update');
  });

  it('end once the last of it is done or replaced by nothing, and not before', () => {
    const another = carryOut(agreed.complaint, adding, '2027-01-15T10:00:00Z').complaint;
    const one = carryOut(another, completing, '2027-01-18T10:00:00Z').complaint;
    expect(owedBy(one, 'update-1')).not.toHaveProperty('ended');
    const done = carryOut(one, { ...completing, action: 'action-2' }, '2027-01-18T11:00:00Z').complaint;
    const replacing = { type: 'ReplaceAction', by: handler, action: 'action-2', why: textRef(9) } as const;
    const dropped = carryOut(one, replacing, '2027-01-18T11:00:00Z').complaint;
    for (const complaint of [done, dropped]) {
      expect(owedBy(complaint, 'update-1').ended).toBe('answered');
      expect(complaint).not.toHaveProperty('updateEvery');
    }
  });

  it('go on where something else takes the place of what was promised', () => {
    const replacement = { description: textRef(6), owner: colleague, dueOn: date('2027-02-10') };
    const replacing = { type: 'ReplaceAction', by: handler, action: 'action-1', why: textRef(9) } as const;
    const { complaint } = carryOut(agreed.complaint, { ...replacing, replacement }, '2027-01-15T10:00:00Z');
    expect(owedBy(complaint, 'update-1')).not.toHaveProperty('ended');
    expect(complaint.updateEvery).toBe(5);
  });

  it('that were agreed before the answer do not end with an action', () => {
    const before = carryOut(complaintAcknowledged(), adding, '2027-01-05T10:00:00Z').complaint;
    const updated = carryOut(before, agreeing, '2027-01-05T10:00:00Z').complaint;
    const done = carryOut(updated, completing, '2027-01-06T10:00:00Z').complaint;
    expect(owedBy(done, 'update-1')).not.toHaveProperty('ended');
    expect(done.updateEvery).toBe(3);
  });
});
