import { describe, expect, it } from 'vitest';
import type { AddAction } from '../../../shared/domain/commands/action.ts';
import type { ReplaceAction } from '../../../shared/domain/commands/replace-action.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  accused,
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintResponded,
  handler,
  leaver,
  manager,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { date } from '../../support/rules.ts';

const adding: AddAction = {
  type: 'AddAction',
  by: handler,
  description: textRef(5),
  owner: colleague,
  dueOn: date('2027-02-10'),
};
const instead = { description: textRef(6), owner: manager, dueOn: date('2027-02-24') };
const replacing: ReplaceAction = {
  type: 'ReplaceAction',
  by: handler,
  action: 'action-1',
  why: textRef(7),
  replacement: instead,
};
const now = '2027-01-14T10:00:00Z';
const added = carryOut(complaintResponded({ staffComplainedAbout: [accused] }), adding, now).complaint;
const replaced = carryOut(added, replacing, '2027-01-20T10:00:00Z');
const { replacement: _, ...dropping } = replacing;

describe('an action that cannot be done as promised (Code 7.3; Local Government Ombudsman 7.4)', () => {
  it('is replaced by another with an owner and a date of its own', () => {
    const { complaint } = replaced;
    expect(complaint.actions).toEqual([
      { id: 'action-1', description: textRef(5), owner: 'colleague', note: textRef(7), replaced: true },
      { id: 'action-2', description: textRef(6), owner: 'manager' },
    ]);
    expect(owedBy(complaint, 'action-1').ended).toBe('replaced');
    expect(owedBy(complaint, 'action-2')).toEqual({
      id: 'action-2',
      kind: 'action',
      projected: false,
      owner: 'manager',
      dueOn: '2027-02-24',
      derivation: { promisedOn: '2027-01-20', clause: '6.6' },
    });
    expect(replaced.wakes).toBe('2027-02-19T09:00:00.000Z');
  });

  it('keeps a date that had passed as missed, though it is owed no longer', () => {
    const { complaint } = carryOut(added, dropping, '2027-02-11T10:00:00Z');
    expect(owedBy(complaint, 'action-1')).toMatchObject({ ended: 'replaced', missed: ['2027-02-10'] });
  });

  it('is told to the resident with the reason and what is done instead', () => {
    expect(replaced.notices).toEqual([
      {
        id: 'action-replaced_7',
        kind: 'action-replaced',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        values: {
          promise: 'We will do it by Wednesday 24 February 2027.',
        },
        texts: { description: 'text-5', why: 'text-7', instead: 'text-6' },
      },
    ]);
  });

  it('may have nothing that takes its place, which the resident is told too', () => {
    const { complaint, notices } = carryOut(added, dropping, '2027-01-20T10:00:00Z');
    expect(complaint.actions).toHaveLength(1);
    expect(owedBy(complaint, 'action-1').ended).toBe('replaced');
    expect(notices[0]).toMatchObject({
      values: { instead: 'There is nothing that can take its place.', promise: '' },
      texts: { description: 'text-5', why: 'text-7' },
    });
  });

  it('is told to nobody before it stood in an answer', () => {
    const before = carryOut(complaintAcknowledged(), adding, '2027-01-05T10:00:00Z').complaint;
    expect(carryOut(before, replacing, '2027-01-06T10:00:00Z').notices).toEqual([]);
    const silent = carryOut(
      complaintAcknowledged({ reachableByEmail: false }),
      adding,
      '2027-01-05T10:00:00Z',
    );
    expect(carryOut(silent.complaint, replacing, '2027-01-06T10:00:00Z').events).toHaveLength(1);
  });

  it('that was promised to someone who gets no mail is replaced once they were told by hand', () => {
    const promised = carryOut(complaintResponded({ reachableByEmail: false }), adding, now).complaint;
    expect(refusalOf(promised, replacing, now)).toEqual({ type: 'NotReachable' });
    const alreadyGiven = { how: 'phone', evidence: textRef(8) } as const;
    const told = carryOut(promised, { ...replacing, alreadyGiven }, now);
    expect(told.events[0]).toMatchObject({ type: 'ActionReplaced', alreadyGiven });
    expect(told.notices).toEqual([]);
  });

  it('no longer keeps the complaint open, while what takes its place does', () => {
    const closing: Command = { type: 'Close', by: handler, reason: textRef(9) };
    const dropped = carryOut(added, dropping, '2027-01-20T10:00:00Z').complaint;
    expect(carryOut(dropped, closing, '2027-01-20T11:00:00Z').complaint.status).toBe('closed');
    expect(refusalOf(replaced.complaint, closing, '2027-01-20T11:00:00Z')).toEqual({
      type: 'ActionsOpen',
      actions: [{ id: 'action-2', dueOn: '2027-02-24' }],
    });
  });

  it('added at stage 2 is promised by its answer alone, and so is what takes its place (seed 004)', () => {
    const escalated = carryOut(complaintResponded(), { type: 'Escalate' }, '2027-01-15T10:00:00Z').complaint;
    const planned = carryOut(escalated, adding, '2027-01-18T10:00:00Z').complaint;
    const { complaint, notices } = carryOut(planned, replacing, '2027-01-20T10:00:00Z');
    expect(notices).toEqual([]);
    expect(complaint.actions[1]).toEqual({
      id: 'action-2',
      description: textRef(6),
      owner: 'manager',
      toPromise: true,
    });
  });

  it('is answered at stage 2 by why it cannot be done (seed 004)', () => {
    const escalated = carryOut(added, { type: 'Escalate', by: handler }, '2027-01-15T10:00:00Z').complaint;
    expect(escalated.actions[0]?.toAnswer).toBe(true);
    const { complaint } = carryOut(escalated, replacing, '2027-01-20T10:00:00Z');
    expect(complaint.actions.filter(({ toAnswer }) => toAnswer)).toEqual([]);
  });
});

describe('the replacement of an action', () => {
  it('is for today or later, and for somebody who can do it', () => {
    const by = (change: Partial<typeof instead>) =>
      refusalOf(added, { ...replacing, replacement: { ...instead, ...change } }, now);
    expect(by({ dueOn: date('2027-01-13') })).toEqual({ type: 'DateInPast', today: '2027-01-14' });
    expect(by({ owner: accused }).type).toBe('StaffComplainedAbout');
    expect(by({ owner: leaver }).type).toBe('HandlerNotAvailable');
  });

  it('is possible where as many are open as can be: one takes the place of another', () => {
    const full = Array.from({ length: 11 }).reduce<typeof added>(
      (each) => carryOut(each, adding, now).complaint,
      added,
    );
    expect(refusalOf(full, adding, now)).toEqual({ type: 'TooManyOpenTasks', most: 12 });
    expect(carryOut(full, replacing, now).complaint.actions).toHaveLength(13);
  });

  it('is of an action that was promised and is still open', () => {
    expect(refusalOf(added, { ...replacing, action: 'action-2' }, now)).toEqual({ type: 'UnknownAction' });
    const completing = {
      type: 'CompleteAction',
      by: handler,
      action: 'action-1',
      evidence: textRef(8),
    } as const;
    const done = carryOut(added, completing, '2027-01-18T10:00:00Z').complaint;
    expect(refusalOf(done, replacing, '2027-01-19T10:00:00Z')).toEqual({
      type: 'CompletedAlready',
      on: '2027-01-18',
    });
    for (const command of [replacing, completing])
      expect(refusalOf(replaced.complaint, command, '2027-01-21T10:00:00Z')).toEqual({ type: 'ActionEnded' });
  });
});
