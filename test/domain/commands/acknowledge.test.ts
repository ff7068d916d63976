import { describe, expect, it } from 'vitest';
import type { Acknowledge } from '../../../shared/domain/commands/acknowledge.ts';
import {
  carryOut,
  complaintReceived,
  handler,
  inShort,
  kept,
  late,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, type LandlordId } from '../../support/rules.ts';

const receivedAt = '2026-12-23T15:00:00Z';
const complaint = complaintReceived({ receivedAt });
const points = [{ definition: textRef(1), outcomeSought: textRef(2), responsible: true }];
const command: Acknowledge = { type: 'Acknowledge', by: handler, points };
const byPhone = { how: 'phone', evidence: textRef(3) } as const;
const on = (now: string, change: Partial<Acknowledge> = {}, landlord?: LandlordId) =>
  carryOut(
    landlord ? complaintReceived({ receivedAt, landlord }) : complaint,
    { ...command, ...change },
    now,
  );

describe('an acknowledgement starts the clock of the answer (Code 6.2, 6.3)', () => {
  it.each([
    ['on the day of receipt', '2026-12-23T17:00:00Z', '2027-01-11'],
    ['early', '2026-12-24T09:00:00Z', '2027-01-12'],
    ['on a bank holiday', '2026-12-28T09:00:00Z', '2027-01-12'],
    ['on 30 December', '2026-12-30T10:00:00Z', '2027-01-14'],
    ['in the last minute of its last day', '2027-01-04T23:59:00Z', '2027-01-18'],
  ])('%s', (_, now, answerBy) => {
    const { complaint: after } = on(now);
    const response = owedBy(after, 'stage-1-response');
    expect(response).toMatchObject({ dueOn: answerBy, projected: false });
    expect(response).not.toHaveProperty('codeDueOn');
    expect(owedBy(after, 'stage-1-acknowledgement').met).toEqual({ on: now.slice(0, 10), ...kept });
    expect(after).toMatchObject({ status: 'acknowledged', acknowledgedAt: at(now) });
  });

  it('never later than if it had come in time; the Code’s own date is kept too', () => {
    const { complaint: after, events } = on('2027-01-06T10:00:00Z');
    expect(owedBy(after, 'stage-1-response')).toMatchObject({
      dueOn: '2027-01-18',
      codeDueOn: '2027-01-20',
      projected: false,
      derivation: { countedFrom: 'last-acknowledgement-day', startOn: '2027-01-04' },
    });
    expect(owedBy(after, 'stage-1-acknowledgement')).toMatchObject({
      dueOn: '2027-01-04',
      met: { on: '2027-01-06', ...late },
    });
    expect(events.at(-1)).not.toHaveProperty('backdated');
  });

  it('by the day in London, which at half past midnight in summer is the next', () => {
    const summer = complaintReceived({ receivedAt: '2027-06-28T10:00:00Z' });
    const { complaint: after } = carryOut(summer, command, '2027-06-30T23:30:00Z');
    expect(owedBy(after, 'stage-1-acknowledgement').met).toEqual({ on: '2027-07-01', ...kept });
    expect(owedBy(after, 'stage-1-response').dueOn).toBe('2027-07-15');
  });

  it('over Easter without Good Friday and Easter Monday', () => {
    const spring = complaintReceived({ receivedAt: '2027-03-22T10:00:00Z' });
    expect(owedBy(spring, 'stage-1-acknowledgement').dueOn).toBe('2027-03-31');
    const { complaint: after } = carryOut(spring, command, '2027-03-25T10:00:00Z');
    expect(owedBy(after, 'stage-1-response').dueOn).toBe('2027-04-12');
  });

  it('but not where the landlord counts the answer from receipt (seed 003)', () => {
    const { complaint: after } = on('2027-01-06T10:00:00Z', {}, 'counted-from-receipt');
    expect(owedBy(after, 'stage-1-response')).toMatchObject({
      dueOn: '2027-01-11',
      codeDueOn: '2027-01-20',
      derivation: { countedFrom: 'receipt' },
    });
  });
});

describe('an acknowledgement tells the resident how the complaint is understood (Code 5.6, 5.7)', () => {
  it('with the points, what is wanted, and who is responsible for what', () => {
    const { events, notices } = on('2026-12-30T10:00:00Z', {
      points: [...points, { definition: textRef(4), responsible: false }],
    });
    expect(events.map(({ type }) => type)).toEqual(['PointsAdded', 'ComplaintAcknowledged']);
    expect(notices).toEqual([
      {
        id: 'acknowledgement',
        kind: 'acknowledgement',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        tells: [{ obligation: 'stage-1-response', dueOn: '2027-01-14' }],
        values: {
          handlerName: 'our complaints team',
          responseDueOn: 'Thursday 14 January 2027',
          responseExplanation:
            'Thursday 14 January 2027 is 10 working days after Wednesday 30 December 2026, the day we acknowledged your complaint, not counting weekends and New Year’s Day (1 January).',
          'points.0.responsibility': 'We are responsible for this and will look into it.',
          'points.1.responsibility': 'We are not responsible for this. We will tell you who is.',
          'points.1.outcomeSought': 'You have not told us yet.',
        },
        texts: {
          'points.0.definition': 'text-1',
          'points.0.outcomeSought': 'text-2',
          'points.1.definition': 'text-4',
        },
      },
    ]);
  });

  it('and defines nothing more where everything was defined before', () => {
    const defined = carryOut(complaint, { type: 'AddPoints', by: handler, points }, '2026-12-24T09:00:00Z');
    const { events } = carryOut(defined.complaint, { ...command, points: [] }, '2026-12-30T10:00:00Z');
    expect(events.map(({ type }) => type)).toEqual(['ComplaintAcknowledged']);
  });

  it('wakes next three working days before the answer is due', () => {
    expect(on('2026-12-30T10:00:00Z').wakes).toBe('2027-01-11T09:00:00.000Z');
  });
});

describe('an acknowledgement that was given on the phone', () => {
  const given = { happenedAt: at('2026-12-31T11:00:00Z'), alreadyGiven: byPhone };

  it('counts from when it was given, and sends nothing', () => {
    const { complaint: after, notices, events } = on('2027-01-04T09:00:00Z', given);
    expect(notices).toEqual([]);
    expect(owedBy(after, 'stage-1-response').dueOn).toBe('2027-01-15');
    expect(events.at(-1)).toMatchObject({ on: '2026-12-31', alreadyGiven: byPhone });
    expect(events.at(-1)).not.toHaveProperty('backdated');
  });

  it('is flagged where recording it turns late into kept', () => {
    const { complaint: after, events } = on('2027-01-06T09:00:00Z', given);
    expect(owedBy(after, 'stage-1-acknowledgement').met).toEqual({
      on: '2026-12-31',
      backdated: true,
      ...kept,
    });
    expect(events.at(-1)).toMatchObject({ backdated: true });
  });

  it('calls at once for the rung of the answer whose day passed before it was recorded', () => {
    const { complaint: after, wakes } = on('2027-01-13T10:00:00Z', given);
    expect(owedBy(after, 'stage-1-response').dueOn).toBe('2027-01-15');
    expect(wakes).toBe('2027-01-12T09:00:00.000Z');
    const told = carryOut(after, { type: 'TimePassed' }, '2027-01-13T10:00:00Z');
    expect(inShort(told)).toEqual(['stage-1-response -3 to handler']);
  });

  it('is not flagged where it was late all the same', () => {
    const tooLate = { ...given, happenedAt: at('2027-01-05T11:00:00Z') };
    const { complaint: after } = on('2027-01-06T09:00:00Z', tooLate);
    expect(owedBy(after, 'stage-1-acknowledgement').met).toEqual({ on: '2027-01-05', ...late });
  });

  it('is the way for someone without an email address', () => {
    const unreachable = complaintReceived({ receivedAt, reachableByEmail: false });
    const now = '2026-12-30T10:00:00Z';
    expect(refusalOf(unreachable, command, now)).toEqual({ type: 'NotReachable' });
    expect(carryOut(unreachable, { ...command, alreadyGiven: byPhone }, now).notices).toEqual([]);
  });
});

describe('an acknowledgement is refused', () => {
  const now = '2026-12-30T10:00:00Z';
  it.each<[string, Partial<Acknowledge>, unknown]>([
    ['without a point (Code 5.6)', { points: [] }, { type: 'NothingDefined' }],
    [
      'with more points than an answer can hold',
      { points: Array(31).fill(points[0]) },
      { type: 'TooManyPoints', most: 30 },
    ],
    [
      'from the future',
      { happenedAt: at('2026-12-30T10:01:00Z'), alreadyGiven: byPhone },
      { type: 'HappenedInFuture', now: '2026-12-30T10:00:00.000Z' },
    ],
    [
      'from before the receipt',
      { happenedAt: at('2026-12-23T14:59:00Z'), alreadyGiven: byPhone },
      { type: 'HappenedTooEarly', notBefore: '2026-12-23T15:00:00.000Z', what: 'receipt' },
    ],
    ['from before now without a proof', { happenedAt: at('2026-12-29T10:00:00Z') }, { type: 'ProofNeeded' }],
  ])('%s', (_, change, refusal) => {
    expect(refusalOf(complaint, { ...command, ...change }, now)).toEqual(refusal);
  });
});
