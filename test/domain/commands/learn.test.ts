import { describe, expect, it } from 'vitest';
import type { RecordLearning } from '../../../shared/domain/commands/learn.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintDrafted,
  complaintResponded,
  handler,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at } from '../../support/rules.ts';

const learning: RecordLearning = { type: 'RecordLearning', by: handler, lesson: textRef(5) };
const now = '2027-01-20T10:00:00Z';
const answered = complaintResponded({ landlord: 'counted-from-receipt' });

describe('what is learnt (Code 9.1; seed 003, 7.3)', () => {
  it('holds back neither the answer nor closing, and is owed after both', () => {
    const drafted = complaintDrafted({ landlord: 'counted-from-receipt' });
    expect(drafted.lessons).toEqual([]);
    const responded = carryOut(drafted, { type: 'Respond', by: handler }, '2027-01-08T10:00:00Z').complaint;
    expect(owedBy(responded, 'learning-1')).toMatchObject({
      dueOn: '2027-02-05',
      derivation: { countedFrom: 'answer', startOn: '2027-01-08', count: 20, clause: '9.1' },
    });
    const closing = { type: 'Close', by: handler, reason: textRef(6) } as const;
    const closed = carryOut(responded, closing, '2027-01-11T10:00:00Z').complaint;
    expect(closed.status).toBe('closed');
    expect(owedBy(closed, 'learning-1')).not.toHaveProperty('ended');
    const { complaint } = carryOut(closed, learning, '2027-01-12T10:00:00Z');
    expect(owedBy(complaint, 'learning-1').met?.on).toBe('2027-01-12');
  });

  it('is kept with its point, its root cause and what is done differently from now on', () => {
    const full = { ...learning, point: 'point-1', rootCause: textRef(6), change: textRef(7) };
    const { complaint, notices } = carryOut(answered, full, now);
    expect(complaint.lessons).toEqual([
      {
        on: '2027-01-20',
        point: 'point-1',
        rootCause: textRef(6),
        lesson: textRef(5),
        change: textRef(7),
      },
    ]);
    expect(owedBy(complaint, 'learning-1').met).toEqual({
      on: '2027-01-20',
      keptPolicy: true,
      keptCode: true,
    });
    expect(notices).toEqual([]);
  });

  it('needs no root cause, and may come more than once', () => {
    const first = carryOut(answered, learning, now).complaint;
    const second = carryOut(first, { ...learning, lesson: textRef(8) }, '2027-01-21T10:00:00Z').complaint;
    expect(second.lessons).toEqual([
      { on: '2027-01-20', lesson: textRef(5) },
      { on: '2027-01-21', lesson: textRef(8) },
    ]);
    expect(owedBy(second, 'learning-1').met?.on).toBe('2027-01-20');
  });

  it('may be recorded where no policy owes it', () => {
    const { complaint } = carryOut(complaintResponded(), learning, now);
    expect(complaint.lessons).toHaveLength(1);
    expect(complaint.obligations.filter(({ kind }) => kind === 'learning')).toEqual([]);
  });

  it('is flagged where recording it turns late into kept', () => {
    const told = { ...learning, happenedAt: at('2027-02-10T10:00:00Z') };
    const { complaint } = carryOut(answered, told, '2027-02-15T10:00:00Z');
    expect(complaint.lessons[0]?.on).toBe('2027-02-10');
    expect(owedBy(complaint, 'learning-1')).toMatchObject({
      dueOn: '2027-02-10',
      met: { on: '2027-02-10', backdated: true },
    });
  });

  it('is recorded after the answer, of a point that there is', () => {
    expect(refusalOf(complaintAcknowledged(), learning, '2027-01-05T10:00:00Z')).toMatchObject({
      type: 'NotPermittedNow',
      why: 'not-answered',
    });
    expect(refusalOf(answered, { ...learning, point: 'point-2' }, now)).toEqual({
      type: 'UnknownPoint',
      point: 'point-2',
      known: ['point-1'],
    });
    const early = { ...learning, happenedAt: at('2026-12-23T14:00:00Z') };
    expect(refusalOf(answered, early, now).type).toBe('HappenedTooEarly');
  });

  it('meets what the first answer owed before what the final one owes', () => {
    const escalated = carryOut(answered, { type: 'Escalate', by: handler }, '2027-01-18T10:00:00Z').complaint;
    const second = { ...owedBy(answered, 'learning-1'), id: 'learning-2' };
    const both = {
      ...escalated,
      status: 'responded' as const,
      obligations: [...escalated.obligations, second],
    };
    const once = carryOut(both, learning, now).complaint;
    expect(owedBy(once, 'learning-1').met?.on).toBe('2027-01-20');
    expect(owedBy(once, 'learning-2')).not.toHaveProperty('met');
    const twice = carryOut(once, learning, '2027-01-21T10:00:00Z').complaint;
    expect(owedBy(twice, 'learning-2').met?.on).toBe('2027-01-21');
  });
});
