import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintClosed,
  complaintDrafted,
  complaintResponded,
  handler,
  manager,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { variantOf } from '../../support/rules.ts';

const now = '2027-01-13T10:00:00Z';
const before = { policy: variantOf('day-zero', { review: 'before' }) };
const after = { policy: variantOf('day-zero', { review: 'after' }) };
const approve: Command = { type: 'ApproveResponse', by: manager };
const giveBack: Command = { type: 'ReturnResponse', by: manager, comments: textRef(7) };
const respond: Command = { type: 'Respond', by: handler };
const drafted = complaintDrafted();
const approved = carryOut(drafted, approve, now, before).complaint;

describe('an answer that is reviewed before it is sent', () => {
  it('is sent once somebody else approved it, who then decided stage 1 too (Code 6.13)', () => {
    expect(refusalOf(drafted, respond, now, before)).toEqual({ type: 'NotApproved', authors: ['handler'] });
    expect(approved.draft).toEqual({ by: ['handler'], approvedBy: 'manager' });
    expect(approved.decidedStage1).toEqual(['handler', 'manager']);
    expect(carryOut(approved, respond, now, before).complaint.status).toBe('responded');
  });

  it('is approved with comments where there are some, which are kept', () => {
    expect(carryOut(drafted, { ...approve, comments: textRef(6) }, now, before).events).toEqual([
      { type: 'ResponseApproved', by: 'manager', comments: textRef(6) },
    ]);
    expect(carryOut(drafted, approve, now, before).events).toEqual([
      { type: 'ResponseApproved', by: 'manager' },
    ]);
  });

  it('must be approved again once it was written on', () => {
    const drafting: Command = {
      type: 'Draft',
      by: colleague,
      outcomes: [{ point: 'point-1', finding: 'not-upheld' }],
    };
    const changed = carryOut(approved, drafting, now, before).complaint;
    expect(changed.draft).toEqual({ by: ['handler', 'colleague'] });
    expect(refusalOf(changed, respond, now, before)).toEqual({
      type: 'NotApproved',
      authors: ['handler', 'colleague'],
    });
  });

  it('goes back to its authors with comments, and is not approved by that', () => {
    const returned = carryOut(drafted, giveBack, now, before).complaint;
    expect(returned.draft).toEqual({ by: ['handler'], returned: textRef(7) });
    expect(returned.decidedStage1).toEqual(['handler']);
    expect(refusalOf(returned, respond, now, before).type).toBe('NotApproved');
  });

  it.each<[string, Command, typeof drafted, unknown]>([
    [
      'approved by an author',
      { type: 'ApproveResponse', by: handler },
      drafted,
      { type: 'OwnWork', authors: ['handler'] },
    ],
    [
      'returned by an author',
      { ...giveBack, by: handler },
      drafted,
      { type: 'OwnWork', authors: ['handler'] },
    ],
    ['approved before it is written', approve, complaintAcknowledged(), { type: 'NothingDrafted' }],
    ['approved twice', { ...approve, by: colleague }, approved, { type: 'ReviewedAlready', by: 'manager' }],
    [
      'returned once approved',
      { ...giveBack, by: colleague },
      approved,
      { type: 'ReviewedAlready', by: 'manager' },
    ],
  ])('is not %s', (_, command, complaint, refusal) => {
    expect(refusalOf(complaint, command, now, before)).toEqual(refusal);
  });

  it('is not approved while a part is missing (Code 6.9)', () => {
    const drafting: Command = {
      type: 'Draft',
      by: handler,
      outcomes: [{ point: 'point-1', finding: 'upheld' }],
    };
    const half = carryOut(complaintAcknowledged(), drafting, now, before).complaint;
    expect(refusalOf(half, approve, now, before)).toEqual({
      type: 'PointsIncomplete',
      missing: [{ point: 'point-1', lacks: ['reasons', 'remedy'] }],
    });
  });

  it('is neither approved nor returned where the policy has no such review', () => {
    expect(refusalOf(drafted, approve, now)).toEqual({ type: 'NotReviewedHere', review: 'none' });
    expect(refusalOf(drafted, giveBack, now, after)).toEqual({ type: 'NotReviewedHere', review: 'after' });
  });
});

describe('an answer that is reviewed after it was sent', () => {
  const review: Command = { type: 'ReviewResponse', by: manager, satisfied: false, comments: textRef(8) };
  const later = '2027-01-14T10:00:00Z';

  it('is, by somebody who did not decide it, also once the complaint is closed', () => {
    const { complaint, events } = carryOut(complaintResponded(), review, later, after);
    expect(complaint.reviewedBy).toBe('manager');
    expect(events).toEqual([
      { type: 'ResponseReviewed', by: 'manager', satisfied: false, comments: textRef(8) },
    ]);
    expect(carryOut(complaintClosed(), review, '2027-01-21T10:00:00Z', after).complaint.reviewedBy).toBe(
      'manager',
    );
  });

  it('is not reviewed by whoever decided it, nor twice, nor where the policy has no such review', () => {
    const sent = complaintResponded();
    expect(refusalOf(sent, { ...review, by: handler }, later, after)).toEqual({
      type: 'OwnWork',
      authors: ['handler'],
    });
    const reviewed = carryOut(sent, review, later, after).complaint;
    expect(refusalOf(reviewed, { ...review, by: colleague }, later, after)).toEqual({
      type: 'ReviewedAlready',
      by: 'manager',
    });
    expect(refusalOf(sent, review, later, before)).toEqual({ type: 'NotReviewedHere', review: 'before' });
  });

  it('is not reviewed where none was given, also once the complaint is closed', () => {
    const closing: Command = { type: 'Close', by: handler, reason: textRef(6) };
    const closed = carryOut(complaintAcknowledged(), closing, now).complaint;
    expect(refusalOf(closed, review, later, after)).toEqual({
      type: 'NotPermittedNow',
      command: 'ReviewResponse',
      status: 'closed',
      why: 'not-answered',
    });
  });
});
