import { describe, expect, it } from 'vitest';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  handler,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';

const complaint = complaintAcknowledged();
const now = '2027-01-05T10:00:00Z';
const finding = { point: 'point-1', finding: 'upheld' } as const;

describe('a draft', () => {
  it('may leave parts out, which another author adds; both then decided stage 1 (Code 6.13)', () => {
    const begun = carryOut(complaint, { type: 'Draft', by: handler, outcomes: [finding] }, now).complaint;
    expect(begun.points[0]).toMatchObject({ finding: 'upheld' });
    expect(begun.points[0]).not.toHaveProperty('reasons');
    const rest = { point: 'point-1', reasons: textRef(3), remedy: 'none' } as const;
    const done = carryOut(begun, { type: 'Draft', by: colleague, outcomes: [rest] }, now).complaint;
    expect(done.points[0]).toMatchObject({ finding: 'upheld', reasons: textRef(3), remedy: 'none' });
    expect(done.draft).toEqual({ by: ['handler', 'colleague'] });
    expect(done.decidedStage1).toEqual(['handler', 'colleague']);
  });

  it('names an author once, however often they write', () => {
    const again = [1, 2].reduce(
      (each) => carryOut(each, { type: 'Draft', by: handler, outcomes: [finding] }, now).complaint,
      complaint,
    );
    expect(again.draft?.by).toEqual(['handler']);
    expect(again.decidedStage1).toEqual(['handler']);
  });

  it('is refused about a point that is not there', () => {
    const outcomes = [finding, { point: 'point-2', finding: 'upheld' } as const];
    expect(refusalOf(complaint, { type: 'Draft', by: handler, outcomes }, now)).toEqual({
      type: 'UnknownPoint',
      point: 'point-2',
      known: ['point-1'],
    });
  });
});
