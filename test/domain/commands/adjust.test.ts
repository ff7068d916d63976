import { describe, expect, it } from 'vitest';
import type { AgreeAdjustment, ReviewAdjustment } from '../../../shared/domain/commands/adjust.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import { lastDayToEscalate } from '../../../shared/domain/window.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintClosed,
  complaintResponded,
  handler,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, contextAt, date, type LandlordId, landlordIds } from '../../support/rules.ts';

const agreeing: AgreeAdjustment = {
  type: 'AgreeAdjustment',
  by: handler,
  kind: 'large-print',
  note: textRef(11),
};
const moreTime: AgreeAdjustment = { ...agreeing, kind: 'more-time', workingDays: 10 };
const reviewing: ReviewAdjustment = {
  type: 'ReviewAdjustment',
  by: handler,
  adjustment: 'adjustment-1',
  outcome: 'continues',
  note: textRef(13),
};
const now = '2027-01-05T10:00:00Z';
const later = '2027-07-02T10:00:00Z';
const acknowledged = complaintAcknowledged();

describe('an adjustment (Code 5.10)', () => {
  const { complaint, events, notices } = carryOut(
    acknowledged,
    { ...agreeing, disability: textRef(12) },
    now,
  );

  it('is on record, with the disability that was told', () => {
    expect(complaint.adjustments).toEqual([
      { adjustment: 'adjustment-1', kind: 'large-print', note: textRef(11), disability: textRef(12) },
    ]);
    expect(events).toMatchObject([{ type: 'AdjustmentAgreed', by: 'handler' }]);
  });

  it('is looked at again after six months, or on the day that was promised', () => {
    expect(owedBy(complaint, 'adjustment-1-review-1')).toMatchObject({
      kind: 'adjustment-review',
      projected: false,
      dueOn: '2027-07-05',
      derivation: { countedFrom: 'agreement', startOn: '2027-01-05', unit: 'months', clause: '5.10' },
    });
    const promising = { ...agreeing, reviewOn: date('2027-02-05') };
    expect(owedBy(carryOut(acknowledged, promising, now).complaint, 'adjustment-1-review-1')).toMatchObject({
      dueOn: '2027-02-05',
      derivation: { promisedOn: '2027-01-05', clause: '5.10' },
    });
    expect(refusalOf(acknowledged, { ...agreeing, reviewOn: date('2027-01-04') }, now)).toEqual({
      type: 'DateInPast',
      today: '2027-01-05',
    });
  });

  it('is mailed to the resident, without their disability', () => {
    expect(notices).toEqual([
      {
        id: 'adjustments-agreed_4',
        kind: 'adjustments-agreed',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        tells: [{ obligation: 'adjustment-1-review-1', dueOn: '2027-07-05' }],
        values: {
          decision: 'We have agreed this with you for your complaint:',
          what: 'Letters in large print',
          moreTime: '',
          review:
            'By Monday 5 July 2027 we will look again with you at whether this still helps. Monday 5 July 2027 is 6 months after Tuesday 5 January 2027, the day it was agreed.',
        },
        texts: { note: 'text-11' },
      },
    ]);
  });

  it('is not mailed to whoever has it in writing, or is not mailed', () => {
    const alreadyGiven = { how: 'letter', evidence: textRef(14) } as const;
    expect(carryOut(acknowledged, { ...agreeing, alreadyGiven }, now).notices).toEqual([]);
    const offline = complaintAcknowledged({ reachableByEmail: false });
    const { complaint: agreed, notices: none } = carryOut(offline, agreeing, now);
    expect(none).toEqual([]);
    expect(agreed.adjustments).toHaveLength(1);
  });

  it('may be one of several, each with its own review, and as many as the clock can handle', () => {
    let state = acknowledged;
    for (let count = 1; count <= 12; count++) state = carryOut(state, agreeing, now).complaint;
    expect(owedBy(state, 'adjustment-12-review-1').dueOn).toBe('2027-07-05');
    expect(refusalOf(state, agreeing, now)).toEqual({ type: 'TooManyOpenTasks', most: 12 });
    const reviewed = carryOut(state, reviewing, later).complaint;
    expect(owedBy(reviewed, 'adjustment-1-review-2').dueOn).toBe('2028-01-04');
    expect(owedBy(reviewed, 'adjustment-12-review-1').met).toBeUndefined();
  });

  it('can be agreed and reviewed when the complaint is closed', () => {
    const closed = carryOut(complaintClosed(), agreeing, '2027-02-01T10:00:00Z').complaint;
    expect(closed.status).toBe('closed');
    expect(carryOut(closed, reviewing, later).complaint.obligations.at(-1)?.id).toBe('adjustment-1-review-2');
  });
});

describe('more time for the resident (seed 003)', () => {
  const lastDay = (complaint: Complaint) =>
    lastDayToEscalate(complaint, contextAt(now, complaint.landlord as LandlordId));

  it('says how much', () => {
    expect(refusalOf(acknowledged, { ...moreTime, workingDays: undefined }, now)).toEqual({
      type: 'NoMoreTimeNamed',
    });
  });

  it.each([
    ['fifteen-day-window', '2027-02-03', '2027-02-17'],
    ['day-zero', '2027-02-10', '2027-02-24'],
  ] as const)('stretches the time to ask for stage 2, until it ends (%s)', (landlord, usual, stretched) => {
    const responded = complaintResponded({ landlord });
    expect(lastDay(responded)).toBe(usual);
    const { complaint } = carryOut(responded, moreTime, '2027-01-14T10:00:00Z');
    expect(lastDay(complaint)).toBe(stretched);
    const ended = carryOut(complaint, { ...reviewing, outcome: 'ends' }, '2027-01-18T10:00:00Z').complaint;
    expect(lastDay(ended)).toBe(usual);
  });

  it.each(landlordIds)('moves no date of the landlord’s (%s)', (landlord) => {
    const before = complaintAcknowledged({ landlord });
    const after = carryOut(before, moreTime, now).complaint;
    expect(after.obligations.slice(0, -1)).toEqual(before.obligations);
    expect(after.obligations.at(-1)?.kind).toBe('adjustment-review');
  });

  it('is told to the resident in days, and is theirs alone', () => {
    const told = (workingDays: number) =>
      carryOut(acknowledged, { ...moreTime, workingDays }, now).notices[0]?.values.moreTime;
    expect(told(10)).toBe(
      'Wherever we give you a time limit you have 10 working days more. The dates that we promised you stay the same.',
    );
    expect(told(1)).toContain('you have 1 working day more.');
  });

  it('is no part of any other adjustment', () => {
    const { complaint } = carryOut(acknowledged, { ...agreeing, workingDays: 10 }, now);
    expect(complaint.adjustments[0]?.workingDays).toBeUndefined();
  });
});

describe('the review of an adjustment (Code 5.10)', () => {
  const { complaint: agreed } = carryOut(acknowledged, moreTime, now);

  it('keeps it, and is due again six months later', () => {
    const { complaint, notices } = carryOut(agreed, reviewing, later);
    expect(complaint.adjustments).toEqual(agreed.adjustments);
    expect(owedBy(complaint, 'adjustment-1-review-1').met).toEqual({
      on: '2027-07-02',
      keptPolicy: true,
      keptCode: true,
    });
    expect(owedBy(complaint, 'adjustment-1-review-2')).toMatchObject({
      dueOn: '2028-01-04',
      derivation: { countedFrom: 'review', startOn: '2027-07-02' },
    });
    expect(notices).toMatchObject([
      {
        kind: 'adjustments-agreed',
        values: {
          decision:
            'We have looked again at what we agreed with you for your complaint. This stays as it is:',
          moreTime: expect.stringContaining('10 working days'),
        },
        texts: { note: 'text-13' },
      },
    ]);
  });

  it('keeps it to a day that was promised, which is not past', () => {
    const promising = { ...reviewing, reviewOn: date('2027-09-01') };
    const { complaint } = carryOut(agreed, promising, later);
    expect(owedBy(complaint, 'adjustment-1-review-2').dueOn).toBe('2027-09-01');
    expect(refusalOf(agreed, { ...reviewing, reviewOn: date('2027-07-01') }, later)).toEqual({
      type: 'DateInPast',
      today: '2027-07-02',
    });
  });

  it('ends it: it stays on record, and owes no other review', () => {
    const { complaint, notices } = carryOut(agreed, { ...reviewing, outcome: 'ends' }, later);
    expect(complaint.adjustments).toMatchObject([{ adjustment: 'adjustment-1', ended: true }]);
    expect(owedBy(complaint, 'adjustment-1-review-1').met?.on).toBe('2027-07-02');
    expect(complaint.obligations.at(-1)?.id).toBe('adjustment-1-review-1');
    expect(notices[0]?.values).toEqual({
      decision:
        'We have looked again at what we agreed with you for your complaint. This is no longer in place from now on:',
      what: 'More time for you',
      moreTime: '',
      review: '',
    });
    expect(refusalOf(complaint, reviewing, later)).toEqual({ type: 'AdjustmentEnded' });
  });

  it('is flagged where it is recorded after its day as done before', () => {
    const late = { ...reviewing, happenedAt: at('2027-07-05T10:00:00Z') };
    const { complaint } = carryOut(agreed, late, '2027-07-07T10:00:00Z');
    expect(owedBy(complaint, 'adjustment-1-review-1').met).toMatchObject({
      on: '2027-07-05',
      backdated: true,
    });
  });

  it('is of one that there is', () => {
    expect(refusalOf(agreed, { ...reviewing, adjustment: 'adjustment-2' }, later)).toEqual({
      type: 'UnknownAdjustment',
    });
  });
});
