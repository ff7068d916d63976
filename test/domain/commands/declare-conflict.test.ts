import { describe, expect, it } from 'vitest';
import { mayDo } from '../../../shared/domain/authorization.ts';
import { type Command, decide } from '../../../shared/domain/decide.ts';
import type { Instant } from '../../../shared/domain/london-time.ts';
import { type StaffId, staffId } from '../../../shared/domain/staff.ts';
import {
  accepted,
  carryOut,
  colleague,
  complaintDrafted,
  complaintReceived,
  complaintResponded,
  everybody,
  fold,
  handler,
  manager,
  referenceNumber,
  refusalOf,
  reviewer,
  textRef,
} from '../../support/complaints.ts';
import { contextAt } from '../../support/rules.ts';

const now = '2027-01-05T10:00:00Z';
const declare = (person: StaffId): Command => ({
  type: 'DeclareConflict',
  by: manager,
  person,
  reason: textRef(1),
});
const assign = (to: StaffId): Command => ({ type: 'Assign', by: manager, handler: to });
const assigned = carryOut(complaintDrafted(), assign(colleague), now).complaint;
const declared = carryOut(assigned, declare(colleague), now);

describe('whoever has an interest in a complaint (Code 5.8)', () => {
  it('no longer handles it, and the leader of the team is told', () => {
    expect(declared.complaint.handler).toBeUndefined();
    expect(declared.complaint.conflicts).toEqual(['colleague']);
    expect(declared.notices).toMatchObject([
      { kind: 'reviewer-needed', recipient: { type: 'staff', rank: 'team-leader' } },
    ]);
    expect(declared.notices[0]?.values.dates).toContain('Thursday 14 January 2027');
  });

  it('leaves the complaint with its handler where that is somebody else, of which nobody is told', () => {
    const other = carryOut(assigned, declare(reviewer), now);
    expect(other.complaint.handler).toBe('colleague');
    expect(other.notices).toEqual([]);
  });

  it.each<[string, Command]>([
    ['is not given it', assign(colleague)],
    ['takes over no work on it', { type: 'HandOver', by: manager, from: handler, to: colleague }],
    ['is asked nothing', { type: 'AskQuestion', by: manager, asked: { staff: colleague }, text: textRef(2) }],
    [
      'drafts nothing',
      {
        type: 'Draft',
        by: colleague,
        outcomes: [{ point: 'point-1', finding: 'upheld', reasons: textRef(3), remedy: 'none' }],
      },
    ],
    ['approves nothing', { type: 'ApproveResponse', by: colleague }],
    ['gives nothing back', { type: 'ReturnResponse', by: colleague, comments: textRef(4) }],
    ['answers nothing', { type: 'Respond', by: colleague }],
    [
      'offers no money',
      { type: 'OfferCompensation', by: colleague, pence: 100, for: 'loss', reason: textRef(5) },
    ],
  ])('%s', (_, command) => {
    const toHandOver = carryOut(declared.complaint, assign(handler), now).complaint;
    expect(refusalOf(toHandOver, command, now)).toEqual({
      type: 'ConflictOfInterest',
      person: 'colleague',
    });
  });

  it.each<[string, Command]>([
    ['acknowledges nothing', { type: 'Acknowledge', by: colleague, points: [] }],
    ['closes nothing', { type: 'Close', by: colleague, reason: textRef(6) }],
    ['withdraws nothing for others', { type: 'Withdraw', by: colleague, forAll: true }],
    [
      'corrects no date',
      {
        type: 'CorrectDate',
        by: colleague,
        what: 'received',
        is: '2026-12-22T10:00:00Z' as Instant,
        reason: textRef(6),
      },
    ],
    ['gives it to nobody', { type: 'Assign', by: colleague, handler }],
    ['declares nobody else', { type: 'DeclareConflict', by: colleague, person: handler, reason: textRef(6) }],
  ])('%s', (_, command) => {
    expect(refusalOf(declared.complaint, command, now)).toEqual({
      type: 'ConflictOfInterest',
      person: 'colleague',
    });
  });

  it('makes no complaint in which they have an interest part of another one', () => {
    const into = complaintReceived({
      receivedAt: '2026-12-23T15:00:00Z',
      reference: referenceNumber(2),
    });
    const merging: Command = {
      type: 'Merge',
      by: colleague,
      other: declared.complaint.reference,
      texts: [textRef(6)],
      reason: textRef(7),
      otherReason: textRef(8),
    };
    expect(refusalOf(into, merging, now, { other: declared.complaint }).type).toBe('ConflictOfInterest');
  });

  it('leaves no draft behind: each point wants a new outcome, also where a complaint of theirs is merged', () => {
    const points = [{ id: 'point-1', definition: textRef(1), responsible: true }];
    const partial = carryOut(complaintDrafted(), declare(handler), now).complaint;
    expect(partial.points).toEqual(points);
    expect(partial.draft).toBeUndefined();
    expect(refusalOf(partial, { type: 'Respond', by: manager }, now)).toEqual({
      type: 'PointsIncomplete',
      missing: [{ point: 'point-1', lacks: ['finding', 'reasons', 'remedy'] }],
    });
    const received = complaintReceived({
      receivedAt: '2026-12-23T15:00:00Z',
      reference: referenceNumber(2),
    });
    const other = carryOut(received, declare(handler), now).complaint;
    const merging: Command = {
      type: 'Merge',
      by: manager,
      other: other.reference,
      texts: [textRef(6)],
      reason: textRef(7),
      otherReason: textRef(8),
    };
    const merged = carryOut(complaintDrafted(), merging, now, { other }).complaint;
    expect(merged.points).toEqual(points);
    expect(merged.draft).toBeUndefined();
  });

  it('keeps what others drafted, and what was answered', () => {
    expect(declared.complaint.draft).toEqual({ by: ['handler'] });
    const answered = carryOut(complaintResponded(), declare(handler), '2027-01-14T10:00:00Z').complaint;
    expect(answered.points[0]?.finding).toBe('upheld');
  });

  it('has an interest in what is raised in it too', () => {
    const raising: Command = {
      type: 'RaiseIssue',
      by: manager,
      issue: textRef(6),
      responsible: true,
      related: false,
      wouldDelay: false,
      reference: referenceNumber(2),
      personalTextHash: 'of-the-new-one',
    };
    const context = contextAt(now, 'code-2024', { people: everybody });
    const { raises } = accepted(decide(declared.complaint, raising, context));
    if (!raises) throw new Error('nothing was raised');
    expect(fold(accepted(decide(undefined, raises, context)).events).conflicts).toEqual(['colleague']);
  });

  it('reviews nothing that was sent', () => {
    const answered = carryOut(complaintResponded(), declare(colleague), '2027-01-14T10:00:00Z').complaint;
    const review: Command = { type: 'ReviewResponse', by: colleague, satisfied: true };
    expect(refusalOf(answered, review, '2027-01-14T10:00:00Z').type).toBe('ConflictOfInterest');
  });

  it('may still see it and write down what they know', () => {
    const staff = {
      id: colleague,
      roles: ['manager'],
      landlords: [declared.complaint.landlord],
      teams: [],
      disabled: false,
    } as const;
    expect(mayDo(staff, 'read-complaint', declared.complaint)).toEqual({ allowed: true });
    const note: Command = {
      type: 'NoteContact',
      by: colleague,
      how: 'phone',
      reached: true,
      note: textRef(6),
    };
    expect(carryOut(declared.complaint, note, now).events).toHaveLength(1);
  });

  it('does not get stage 1 back with a request for stage 2 that is refused', () => {
    const answered = carryOut(complaintResponded(), assign(colleague), '2027-01-14T10:00:00Z').complaint;
    const escalated = carryOut(answered, { type: 'Escalate' }, '2027-01-15T10:00:00Z').complaint;
    const conflicted = carryOut(escalated, declare(colleague), '2027-01-15T11:00:00Z').complaint;
    const refusing: Command = {
      type: 'RefuseEscalation',
      by: manager,
      ground: 'another-issue',
      reasons: textRef(7),
    };
    expect(carryOut(conflicted, refusing, '2027-01-18T10:00:00Z').complaint.handler).toBeUndefined();
    expect(carryOut(escalated, refusing, '2027-01-18T10:00:00Z').complaint.handler).toBe('colleague');
  });

  it('is somebody of the register', () => {
    const nobody = staffId('nobody');
    expect(refusalOf(assigned, declare(nobody), now)).toEqual({
      type: 'HandlerNotAvailable',
      person: 'nobody',
      why: 'unknown',
    });
  });

  it('has none any more once somebody else says so, and can be given it again', () => {
    const over = { type: 'DeclareConflict', person: colleague, ended: true, reason: textRef(6) } as const;
    expect(refusalOf(declared.complaint, { ...over, by: colleague }, now).type).toBe('ConflictOfInterest');
    const ended = carryOut(declared.complaint, { ...over, by: manager }, now);
    expect(ended.complaint.conflicts).toEqual([]);
    expect(ended.notices).toEqual([]);
    expect(carryOut(ended.complaint, assign(colleague), now).complaint.handler).toBe('colleague');
    expect(refusalOf(ended.complaint, { ...over, by: manager }, now)).toEqual({ type: 'NothingToCorrect' });
  });

  it('is nobody where the complaint has ended', () => {
    const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
    const withdrawn = carryOut(received, { type: 'Withdraw' }, now).complaint;
    expect(refusalOf(withdrawn, declare(colleague), now)).toMatchObject({ why: 'withdrawn' });
  });
});
