import { describe, expect, it } from 'vitest';
import type { RaiseIssue } from '../../../shared/domain/commands/raise-issue.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import { decide } from '../../../shared/domain/decide.ts';
import {
  accepted,
  carryOut,
  complaintAcknowledged,
  complaintClosed,
  complaintResponded,
  handler,
  referenceNumber,
  textRef,
} from '../../support/complaints.ts';
import { contextAt, date } from '../../support/rules.ts';

const other = referenceNumber(2);
const now = '2027-02-03T10:00:00Z';

function raise(change: Partial<RaiseIssue> = {}): RaiseIssue {
  return {
    type: 'RaiseIssue',
    by: handler,
    issue: textRef(7),
    responsible: true,
    related: true,
    wouldDelay: false,
    reference: other,
    personalTextHash: 'hash-of-the-new',
    ...change,
  };
}

function decided(complaint: Complaint, command: RaiseIssue, at = now) {
  return accepted(decide(complaint, command, contextAt(at)));
}

describe('something raised midway (Code 6.8)', () => {
  it('that is related becomes part of the complaint while stage 1 is not answered', () => {
    const { complaint, events, notices } = carryOut(complaintAcknowledged(), raise(), '2027-01-05T10:00:00Z');
    expect(events.map(({ type }) => type)).toEqual(['IssueRaised', 'PointsAdded']);
    expect(complaint.points).toMatchObject([{ id: 'point-1' }, { id: 'point-2', definition: textRef(7) }]);
    expect(notices[0]?.values.decision).toBe('We look into it as a part of this complaint.');
    expect(notices[0]?.values.promise).toMatch(
      /^We will answer it with the rest of your complaint by Thursday 14 January 2027\. Thursday 14/,
    );
  });

  it.each<[string, Complaint, Partial<RaiseIssue>, string]>([
    ['it is about something else', complaintAcknowledged(), { related: false }, 'unrelated'],
    ['it would delay the answer', complaintAcknowledged(), { wouldDelay: true }, 'would-delay'],
    ['stage 1 was answered', complaintResponded(), {}, 'answered'],
    ['work on it has ended', complaintClosed(), {}, 'ended'],
    [
      'it is at stage 2: seed 001',
      carryOut(complaintResponded(), { type: 'Escalate' }, '2027-01-20T10:00:00Z').complaint,
      {},
      'stage-2',
    ],
  ])('is a complaint of its own where %s', (_, complaint, change, because) => {
    const { events, raises } = decided(complaint, raise(change));
    expect(events).toMatchObject([{ type: 'IssueRaised', complaint: other, because }]);
    expect(raises).toMatchObject({
      type: 'Receive',
      reference: other,
      receivedAt: '2027-02-03T10:00:00.000Z',
      raisedIn: complaint.reference,
      personalTextHash: 'hash-of-the-new',
    });
  });

  it('is made by whoever makes the complaint, without those who left, and as it once came', () => {
    const others = ['party-2', 'party-3'].map((party) => ({
      party,
      reachableByEmail: true,
      copies: 'letters' as const,
    }));
    const representative = { capacity: 'mp', consent: 'given', reachableByEmail: true } as const;
    const joint = complaintAcknowledged({
      said: {
        channel: 'survey',
        chosenOn: date('2026-12-22'),
        madeBy: 'joint',
        others,
        representative,
        standing: 'former-tenant',
        resident: 'r-1',
      },
    });
    const leaving = { type: 'LeaveComplaint', by: handler, party: 'party-2' } as const;
    const left = carryOut(joint, leaving, '2027-01-05T10:00:00Z').complaint;
    const { raises } = decided(left, raise({ related: false }));
    const [begun] = accepted(decide(undefined, raises as never, contextAt(now))).events;
    expect(begun).toMatchObject({
      channel: 'survey',
      loggedBy: handler,
      madeBy: 'joint',
      others: [{ party: 'party-3' }],
      representative: { ...representative, copies: 'answers' },
      standing: 'former-tenant',
      resident: 'r-1',
    });
  });

  it('keeps the day on which it was raised, whenever that is recorded', () => {
    const happenedAt = contextAt('2027-01-29T16:00:00Z').now;
    const { raises } = decided(complaintResponded(), raise({ happenedAt }));
    expect(raises?.receivedAt).toBe('2027-01-29T16:00:00.000Z');
    const begun = accepted(decide(undefined, raises as never, contextAt(now)));
    expect(begun.events).toMatchObject([
      { raisedIn: complaintResponded().reference, obligations: [{ dueOn: '2027-02-05' }, {}] },
    ]);
  });

  it('tells the resident which, and the reference of the new one', () => {
    const { notices } = decided(complaintResponded(), raise());
    expect(notices).toMatchObject([{ kind: 'issue-raised', texts: { issue: 'text-7' } }]);
    expect(notices[0]?.values.decision).toContain(`new complaint, ${other}`);
  });
});
