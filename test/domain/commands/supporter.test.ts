import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintClosed,
  handler,
  textRef,
} from '../../support/complaints.ts';

const naming = (number: number): Command => ({
  type: 'NameSupporter',
  by: handler,
  supporter: textRef(number),
});

describe('whoever supports the resident (seed 003)', () => {
  const first = carryOut(
    complaintAcknowledged({ landlord: 'counted-from-receipt' }),
    naming(11),
    '2027-01-05T10:00:00Z',
  );

  it('is on record, one after the other', () => {
    expect(first.events).toEqual([{ type: 'SupporterNamed', by: 'handler', supporter: textRef(11) }]);
    const { complaint } = carryOut(first.complaint, naming(12), '2027-01-06T10:00:00Z');
    expect(complaint.supporters).toEqual([textRef(11), textRef(12)]);
  });

  it('owes nobody anything', () => {
    expect(first.notices).toEqual([]);
    expect(first.complaint.obligations.map(({ id }) => id)).toEqual([
      'stage-1-acknowledgement',
      'stage-1-response',
    ]);
  });

  it('may be named at any point', () => {
    const { complaint } = carryOut(complaintClosed(), naming(11), '2027-02-01T10:00:00Z');
    expect(complaint.supporters).toEqual([textRef(11)]);
  });
});
