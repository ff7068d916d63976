import { describe, expect, it } from 'vitest';
import { isOnWorklist, ownerOf } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import type { PolicyVersion } from '../../../shared/domain/policy.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintResponded,
  handler,
  live,
  manager,
  owedBy,
  refusalOf,
  textRef,
  whenTimePasses,
} from '../../support/complaints.ts';
import { at, contextAt, date, versionOf } from '../../support/rules.ts';

const by = handler;
const now = '2027-02-15T10:00:00Z';
const determining: Command = {
  type: 'RecordDetermination',
  by,
  ombudsman: 'housing-ombudsman',
  findings: [{ point: 'point-1', determination: 'severe-maladministration' }],
  orders: [
    { binding: true, description: textRef(3), dueOn: date('2027-03-01') },
    { binding: false, description: textRef(4), dueOn: date('2027-06-01') },
  ],
};
const meeting: Command = { type: 'MeetOrder', by, order: 'order-1', evidence: textRef(5) };
const assigned = carryOut(
  complaintResponded(),
  { type: 'Assign', by, handler },
  '2027-01-14T10:00:00Z',
).complaint;
const closing: Command = { type: 'Close', by, reason: textRef(6) };
const closed = carryOut(assigned, closing, '2027-01-20T10:00:00Z').complaint;
const ordered = carryOut(closed, determining, now).complaint;

describe('an order of the Ombudsman on a closed complaint (seed 003, 5.7)', () => {
  it('is alerted to whoever answers for it in the handler’s place, and to the ranks above', () => {
    expect(live(ordered, '2027-03-16T00:00:00Z')).toEqual([
      { at: '2027-02-24T09:00:00.000Z', told: ['order-1 -3 to senior-lead'] },
      { at: '2027-02-26T09:00:00.000Z', told: ['order-1 -1 to senior-lead'] },
      { at: '2027-03-01T09:00:00.000Z', told: ['order-1 0 to senior-lead and team-leader'] },
      { at: '2027-03-02T09:00:00.000Z', told: ['order-1 1 to manager'] },
      { at: '2027-03-08T09:00:00.000Z', told: ['order-1 5 to senior-lead'] },
      { at: '2027-03-15T09:00:00.000Z', told: ['order-1 10 to senior-lead'] },
    ]);
  });

  it('is alerted at the address of the rank, not the handler’s, with the Ombudsman’s own date', () => {
    const { notices } = whenTimePasses(ordered, '2027-03-01T09:00:00Z');
    expect(notices.map(({ id, recipient }) => [id, recipient])).toEqual([
      ['alert_order-1_2027-03-01_0_senior-lead', { type: 'staff', rank: 'senior-lead' }],
      ['alert_order-1_2027-03-01_0_team-leader', { type: 'staff', rank: 'team-leader' }],
    ]);
    expect(notices[0]?.values).toMatchObject({
      task: 'Do what the Ombudsman ordered or recommended',
      rank: 'senior lead',
      explanation:
        'Monday 1 March 2027 is the day that the Housing Ombudsman Service set on Monday 15 February 2027.',
    });
  });

  it('is alerted once to a rank that the ladder names too', () => {
    const policy: PolicyVersion = {
      ...versionOf('day-zero'),
      ladder: { at: '09:00', rungs: [{ workingDays: 0, to: ['handler', 'manager', 'senior-lead'] }] },
    };
    const context = contextAt('2027-03-01T09:00:00Z', 'day-zero', { policy });
    const { notices, events } = carryOut(ordered, { type: 'TimePassed' }, '2027-03-01T09:00:00Z', context);
    expect(events).toMatchObject([{ type: 'AlertGiven', to: ['senior-lead', 'manager'] }]);
    expect(notices.map(({ recipient }) => recipient)).toEqual([
      { type: 'staff', rank: 'senior-lead' },
      { type: 'staff', rank: 'manager' },
    ]);
  });

  it('keeps it among the work to do until it is met', () => {
    expect(isOnWorklist(closed)).toBe(false);
    expect(isOnWorklist(ordered)).toBe(true);
    const met = carryOut(ordered, meeting, now).complaint;
    const both = carryOut(met, { ...meeting, order: 'order-2' }, now);
    expect(isOnWorklist(met)).toBe(true);
    expect(isOnWorklist(both.complaint)).toBe(false);
    expect(both.wakes).toBeUndefined();
  });

  it('stays owed when the complaint is closed after it', () => {
    const open = carryOut(assigned, determining, now).complaint;
    const after = carryOut(open, closing, '2027-02-16T10:00:00Z');
    expect(owedBy(after.complaint, 'order-1')).not.toHaveProperty('ended');
    expect(after.wakes).toBe('2027-02-24T09:00:00.000Z');
  });

  it('is not handed to whoever handles the complaint next', () => {
    const open = carryOut(complaintAcknowledged(), determining, '2027-01-05T10:00:00Z').complaint;
    const assigning: Command = { type: 'Assign', by: manager, handler: colleague };
    const { notices } = carryOut(open, assigning, '2027-01-05T10:00:00Z');
    expect(notices).toMatchObject([{ kind: 'assignment' }]);
    expect(Object.values(notices[0]?.values ?? {}).filter((value) => value.includes('Ombudsman'))).toEqual(
      [],
    );
    expect(notices[0]?.values).toMatchObject({ 'dates.0.task': 'Send the stage 1 response' });
    expect(notices[0]?.values).not.toHaveProperty('dates.1.task');
    const leaving: Command = { type: 'HandOver', by: manager, from: handler, to: colleague };
    const handedOver = carryOut(ordered, leaving, now);
    expect(ownerOf(handedOver.complaint, owedBy(handedOver.complaint, 'order-1'))).toBeUndefined();
  });
});

describe('an order or a recommendation is met', () => {
  it.each(['order-1', 'order-2'])('with evidence: %s', (order) => {
    const { complaint, events, notices } = carryOut(ordered, { ...meeting, order }, '2027-02-26T10:00:00Z');
    expect(events).toEqual([
      {
        type: 'OrderMet',
        by: 'handler',
        happenedAt: '2027-02-26T10:00:00.000Z',
        on: '2027-02-26',
        order,
        evidence: textRef(5),
      },
    ]);
    expect(owedBy(complaint, order).met).toEqual({ on: '2027-02-26', keptPolicy: true, keptCode: true });
    expect(notices).toEqual([]);
  });

  it('late, or flagged where it is said afterwards to have been in time', () => {
    const late = carryOut(ordered, meeting, '2027-03-02T10:00:00Z').complaint;
    expect(owedBy(late, 'order-1').met).toEqual({ on: '2027-03-02', keptPolicy: false, keptCode: false });
    const inTime = { ...meeting, happenedAt: at('2027-03-01T10:00:00Z') };
    const flagged = carryOut(ordered, inTime, '2027-03-02T10:00:00Z').complaint;
    expect(owedBy(flagged, 'order-1').met).toMatchObject({ on: '2027-03-01', backdated: true });
  });

  it('once, not before it was ordered, and only if it was', () => {
    const met = carryOut(ordered, meeting, '2027-02-26T10:00:00Z').complaint;
    expect(refusalOf(met, meeting, '2027-02-26T11:00:00Z')).toEqual({
      type: 'OrderMetAlready',
      on: '2027-02-26',
    });
    expect(refusalOf(ordered, { ...meeting, happenedAt: at('2027-02-14T23:59:00Z') }, now)).toEqual({
      type: 'HappenedTooEarly',
      notBefore: '2027-02-15T00:00:00.000Z',
      what: 'ombudsman',
    });
    expect(refusalOf(ordered, { ...meeting, order: 'order-3' }, now).type).toBe('UnknownOrder');
    expect(refusalOf(ordered, { ...meeting, order: 'stage-1-response' }, now).type).toBe('UnknownOrder');
  });
});
