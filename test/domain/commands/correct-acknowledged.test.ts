import { describe, expect, it } from 'vitest';
import type { CorrectDate } from '../../../shared/domain/commands/correct-date.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintResponded,
  handler,
  kept,
  late,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at } from '../../support/rules.ts';

/** Received on 23 December 2026, so that the acknowledgement is due on Monday 4 January 2027. */
const correcting = (is: string): CorrectDate => ({
  type: 'CorrectDate',
  by: handler,
  what: 'acknowledged',
  is: at(is),
  reason: textRef(5),
});
const acknowledged = (acknowledgedAt: string) => complaintAcknowledged({ acknowledgedAt });
const acknowledgedLate = acknowledged('2027-01-06T10:00:00Z');
const now = '2027-01-07T10:00:00Z';

describe('a date of acknowledgement that is corrected', () => {
  it.each<[string, Complaint, string, string, object]>([
    [
      'turns late into kept: flagged',
      acknowledgedLate,
      '2027-01-04T23:59:00Z',
      now,
      { on: '2027-01-04', backdated: true, ...kept },
    ],
    [
      'was late all the same: not flagged',
      acknowledgedLate,
      '2027-01-05T00:00:00Z',
      now,
      { on: '2027-01-05', ...late },
    ],
    [
      'was kept anyway: not flagged',
      acknowledged('2026-12-30T10:00:00Z'),
      '2026-12-31T10:00:00Z',
      now,
      { on: '2026-12-31', ...kept },
    ],
    [
      'turns kept into late: not flagged',
      acknowledged('2026-12-30T10:00:00Z'),
      '2027-01-05T10:00:00Z',
      now,
      { on: '2027-01-05', ...late },
    ],
    [
      'is told before it was due: not flagged',
      acknowledged('2026-12-30T10:00:00Z'),
      '2026-12-31T10:00:00Z',
      '2027-01-04T23:59:00Z',
      { on: '2026-12-31', ...kept },
    ],
  ])('%s', (_, complaint, is, then, met) => {
    const { complaint: after, events } = carryOut(complaint, correcting(is), then);
    expect(owedBy(after, 'stage-1-acknowledgement').met).toEqual(met);
    expect('backdated' in (events[0] ?? {})).toBe('backdated' in met);
  });

  it('stays flagged where it is corrected once more', () => {
    const flagged = carryOut(acknowledgedLate, correcting('2027-01-04T10:00:00Z'), now).complaint;
    const { complaint: after } = carryOut(
      flagged,
      correcting('2026-12-30T10:00:00Z'),
      '2027-01-08T10:00:00Z',
    );
    expect(owedBy(after, 'stage-1-acknowledgement').met).toEqual({
      on: '2026-12-30',
      backdated: true,
      ...kept,
    });
  });

  it('is not after the day of the answer', () => {
    const answered = complaintResponded();
    expect(refusalOf(answered, correcting('2027-01-14T00:00:00Z'), '2027-01-15T10:00:00Z')).toEqual({
      type: 'NotAfterResponse',
      respondedOn: '2027-01-13',
    });
    const { complaint: after } = carryOut(
      answered,
      correcting('2027-01-13T09:00:00Z'),
      '2027-01-15T10:00:00Z',
    );
    expect(after.acknowledgedAt).toBe('2027-01-13T09:00:00.000Z');
  });
});
