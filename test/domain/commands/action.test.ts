import { describe, expect, it } from 'vitest';
import type { AddAction, CompleteAction, UpdateAction } from '../../../shared/domain/commands/action.ts';
import {
  accused,
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintResponded,
  handler,
  kept,
  leaver,
  manager,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

const adding: AddAction = {
  type: 'AddAction',
  by: handler,
  description: textRef(5),
  owner: colleague,
  dueOn: date('2027-02-10'),
};
const updating: UpdateAction = { type: 'UpdateAction', by: handler, action: 'action-1' };
const completing: CompleteAction = {
  type: 'CompleteAction',
  by: handler,
  action: 'action-1',
  evidence: textRef(6),
};
const now = '2027-01-14T10:00:00Z';
const added = carryOut(complaintResponded({ staffComplainedAbout: [accused] }), adding, now);
const before = carryOut(complaintAcknowledged(), adding, '2027-01-05T10:00:00Z').complaint;

describe('an action (Code 6.6)', () => {
  it('has an owner and a date that was promised, and lives on after the answer', () => {
    expect(added.complaint.actions).toEqual([
      { id: 'action-1', description: textRef(5), owner: 'colleague' },
    ]);
    expect(owedBy(added.complaint, 'action-1')).toEqual({
      id: 'action-1',
      kind: 'action',
      projected: false,
      owner: 'colleague',
      dueOn: '2027-02-10',
      derivation: { promisedOn: '2027-01-14', clause: '6.6' },
    });
    expect(added.notices).toEqual([]);
    expect(added.wakes).toBe('2027-02-05T09:00:00.000Z');
  });

  it('is alerted to its owner', () => {
    const { notices } = carryOut(added.complaint, { type: 'TimePassed' }, '2027-02-10T09:00:00Z');
    expect(notices[0]?.recipient).toEqual({ type: 'staff', rank: 'handler', person: 'colleague' });
  });

  it('may be promised for today, not for yesterday', () => {
    const today = { ...adding, dueOn: date('2027-01-14') };
    expect(carryOut(added.complaint, today, now).complaint.actions).toHaveLength(2);
    expect(refusalOf(added.complaint, { ...adding, dueOn: date('2027-01-13') }, now)).toEqual({
      type: 'DateInPast',
      today: '2027-01-14',
    });
  });

  it('is not given to whom the complaint is about, nor to somebody who left', () => {
    for (const command of [adding, updating]) {
      expect(refusalOf(added.complaint, { ...command, owner: accused }, now).type).toBe(
        'StaffComplainedAbout',
      );
      expect(refusalOf(added.complaint, { ...command, owner: leaver }, now).type).toBe('HandlerNotAvailable');
    }
  });
});

describe('an action that changes', () => {
  it('may have another owner, of whom the resident hears nothing', () => {
    const { complaint, notices } = carryOut(added.complaint, { ...updating, owner: manager }, now);
    expect(complaint.actions[0]?.owner).toBe('manager');
    expect(owedBy(complaint, 'action-1').owner).toBe('manager');
    expect(notices).toEqual([]);
  });

  it('may have another date, which the resident is told once it was promised in an answer', () => {
    const moving = { ...updating, dueOn: date('2027-02-17'), note: textRef(7) };
    const { complaint, notices } = carryOut(added.complaint, moving, now);
    expect(owedBy(complaint, 'action-1').dueOn).toBe('2027-02-17');
    expect(owedBy(complaint, 'action-1')).not.toHaveProperty('missed');
    expect(notices).toEqual([
      {
        id: 'action-changed_7',
        kind: 'action-changed',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        values: {
          dueOn: 'Wednesday 17 February 2027',
        },
        texts: { description: 'text-5', note: 'text-7' },
      },
    ]);
    expect(carryOut(before, moving, '2027-01-06T10:00:00Z').notices).toEqual([]);
  });

  it('may have another date that was promised to someone who gets no mail, once they were told by hand', () => {
    const promised = carryOut(complaintResponded({ reachableByEmail: false }), adding, now).complaint;
    const moving = { ...updating, dueOn: date('2027-02-17') };
    expect(refusalOf(promised, moving, now)).toEqual({ type: 'NotReachable' });
    const alreadyGiven = { how: 'phone', evidence: textRef(8) } as const;
    const told = carryOut(promised, { ...moving, alreadyGiven }, now);
    expect(owedBy(told.complaint, 'action-1').dueOn).toBe('2027-02-17');
    expect(told.events[0]).toMatchObject({ type: 'ActionUpdated', alreadyGiven });
    expect(told.notices).toEqual([]);
    expect(carryOut(promised, { ...updating, owner: manager }, now).events).toHaveLength(1);
  });

  it('keeps a date that it missed, and is not reminded again of one that it returns to', () => {
    const alerted = carryOut(added.complaint, { type: 'TimePassed' }, '2027-02-09T09:00:00Z').complaint;
    const away = carryOut(alerted, { ...updating, dueOn: date('2027-02-11') }, '2027-02-09T10:00:00Z');
    expect(away.wakes).toBe('2027-02-10T09:00:00.000Z');
    const back = carryOut(away.complaint, { ...updating, dueOn: date('2027-02-10') }, '2027-02-09T11:00:00Z');
    expect(back.wakes).toBe('2027-02-10T09:00:00.000Z');
    const late = carryOut(
      back.complaint,
      { ...updating, dueOn: date('2027-02-15') },
      '2027-02-12T10:00:00Z',
    ).complaint;
    expect(owedBy(late, 'action-1')).toMatchObject({ dueOn: '2027-02-15', missed: ['2027-02-10'] });
  });

  it('may have nothing but a note, and never a date in the past', () => {
    const { events } = carryOut(added.complaint, { ...updating, note: textRef(7) }, now);
    expect(events).toEqual([{ type: 'ActionUpdated', by: 'handler', action: 'action-1', note: textRef(7) }]);
    expect(refusalOf(added.complaint, { ...updating, dueOn: date('2027-01-13') }, now)).toEqual({
      type: 'DateInPast',
      today: '2027-01-14',
    });
  });
});

describe('an action that is complete', () => {
  it('is met with its evidence, and the resident is told once it was promised in an answer', () => {
    const { complaint, notices, wakes } = carryOut(added.complaint, completing, '2027-02-01T10:00:00Z');
    expect(owedBy(complaint, 'action-1').met).toEqual({ on: '2027-02-01', ...kept });
    expect(notices[0]).toMatchObject({
      id: 'action-completed_7',
      values: { completedOn: 'Monday 1 February 2027' },
      texts: { description: 'text-5' },
    });
    expect(wakes).toBeUndefined();
    expect(carryOut(before, completing, '2027-01-06T10:00:00Z').notices).toEqual([]);
  });

  it('is flagged where recording it turns late into kept', () => {
    const done = { ...completing, happenedAt: at('2027-02-10T15:00:00Z') };
    const { complaint } = carryOut(added.complaint, done, '2027-02-12T10:00:00Z');
    expect(owedBy(complaint, 'action-1').met).toEqual({ on: '2027-02-10', backdated: true, ...kept });
  });

  it('is complete once, and nothing more is changed about it', () => {
    const { complaint } = carryOut(added.complaint, completing, '2027-02-01T10:00:00Z');
    for (const command of [completing, updating])
      expect(refusalOf(complaint, command, '2027-02-02T10:00:00Z')).toEqual({
        type: 'CompletedAlready',
        on: '2027-02-01',
      });
  });

  it('is one that was promised, and was not completed before the complaint', () => {
    for (const command of [completing, updating])
      expect(refusalOf(added.complaint, { ...command, action: 'action-2' }, now)).toEqual({
        type: 'UnknownAction',
      });
    const early = { ...completing, happenedAt: at('2026-12-23T14:00:00Z') };
    expect(refusalOf(added.complaint, early, now).type).toBe('HappenedTooEarly');
  });
});
