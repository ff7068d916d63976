import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../shared/domain/commands/draft.ts';
import { eventSchema } from '../../../shared/domain/events.ts';
import { remedyKinds } from '../../../shared/domain/points.ts';
import { carryOut, complaintAcknowledged, handler, textRef } from '../../support/complaints.ts';
import { landlordIds, versionOf } from '../../support/rules.ts';

const outcome = { point: 'point-1', finding: 'upheld', reasons: textRef(3), remedy: textRef(4) } as const;
const drafting: Draft = {
  type: 'Draft',
  by: handler,
  outcomes: [{ ...outcome, remedies: ['apology', 'financial'] }],
};
const drafted = carryOut(complaintAcknowledged(), drafting, '2027-01-05T10:00:00Z');

describe('the kinds of remedy of an answer (Code 7.1)', () => {
  it('are drafted with the words of the remedy, and kept in the answer', () => {
    expect(eventSchema.safeParse(drafted.events[0]).success).toBe(true);
    expect(drafted.complaint.points[0]?.remedies).toEqual(['apology', 'financial']);
    const { complaint } = carryOut(
      drafted.complaint,
      { type: 'Respond', by: handler },
      '2027-01-08T10:00:00Z',
    );
    expect(complaint.points[0]).toMatchObject({ remedy: textRef(4), remedies: ['apology', 'financial'] });
  });

  it('change with a later draft, and stay where it does not name them', () => {
    const again = (outcomes: Draft['outcomes']) =>
      carryOut(drafted.complaint, { ...drafting, outcomes }, '2027-01-06T10:00:00Z').complaint.points[0];
    expect(again([{ point: 'point-1', remedies: ['explanation'] }])?.remedies).toEqual(['explanation']);
    expect(again([{ point: 'point-1', finding: 'not-upheld' }])?.remedies).toEqual(['apology', 'financial']);
  });

  it('of stage 1 are kept beside those of stage 2', () => {
    const answered = carryOut(drafted.complaint, { type: 'Respond', by: handler }, '2027-01-08T10:00:00Z');
    const escalating = { type: 'Escalate', by: handler } as const;
    const [point] = carryOut(answered.complaint, escalating, '2027-01-12T10:00:00Z').complaint.points;
    expect(point?.stage1?.remedies).toEqual(['apology', 'financial']);
    expect(point).not.toHaveProperty('remedies');
  });

  it('are eight, and none that a policy lists is another', () => {
    expect(remedyKinds).toHaveLength(8);
    for (const landlord of landlordIds) {
      const listed = versionOf(landlord).remedies.listed.map(({ kind }) => kind);
      expect(listed.filter((kind) => !remedyKinds.includes(kind))).toEqual([]);
    }
  });
});
