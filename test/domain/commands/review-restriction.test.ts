import { describe, expect, it } from 'vitest';
import type { RestrictContact, ReviewRestriction } from '../../../shared/domain/commands/restrict.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintClosed,
  manager,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

const byLetter = { how: 'letter', evidence: textRef(23) } as const;
const toLetters: RestrictContact = {
  type: 'RestrictContact',
  by: manager,
  roles: ['approver'],
  kind: 'single-medium',
  method: 'letter',
  agreed: true,
  reason: textRef(21),
  equalityAct: textRef(22),
  alreadyGiven: byLetter,
};
const then = '2027-01-05T10:00:00Z';
const byPost = { said: { otherWays: ['letter' as const] } };
const restricted = carryOut(complaintAcknowledged(byPost), toLetters, then).complaint;
const mailed = carryOut(
  complaintAcknowledged(),
  { ...toLetters, method: 'email', alreadyGiven: undefined },
  then,
).complaint;

const now = '2027-04-01T10:00:00Z';
const lifting: ReviewRestriction = {
  type: 'ReviewRestriction',
  by: manager,
  roles: ['senior-lead'],
  restriction: 'restriction-1',
  outcome: 'lifted',
  note: textRef(24),
};
const continuing: ReviewRestriction = { ...lifting, outcome: 'continues' };

describe('a restriction that is lifted (Code 5.14)', () => {
  const { complaint, events, notices } = carryOut(restricted, lifting, now);

  it('meets its review and opens no other', () => {
    expect(complaint.restrictions).toMatchObject([{ restriction: 'restriction-1', lifted: true }]);
    expect(owedBy(complaint, 'restriction-1-review-1').met).toEqual({
      on: '2027-04-01',
      keptPolicy: true,
      keptCode: true,
    });
    expect(complaint.obligations.map(({ id }) => id)).not.toContain('restriction-1-review-2');
    expect(events).toMatchObject([{ type: 'RestrictionReviewed', on: '2027-04-01', outcome: 'lifted' }]);
  });

  it('lets the resident be mailed again, and tells them so by mail', () => {
    expect(complaint.reachableByEmail).toBe(true);
    expect(notices).toEqual([
      {
        id: 'contact-restriction_5',
        kind: 'contact-restriction',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        values: {
          decision:
            'We have looked again at how you can reach us about your complaint. There are no limits any more.',
          method: '',
          review: '',
          equalityAct: '',
          disagree: '',
        },
        texts: { reason: 'text-24' },
      },
    ]);
  });

  it('can be followed by another, with a number of its own', () => {
    const again = carryOut(complaint, toLetters, now).complaint;
    expect(again.restrictions.map(({ restriction }) => restriction)).toEqual([
      'restriction-1',
      'restriction-2',
    ]);
    expect(owedBy(again, 'restriction-2-review-1').dueOn).toBe('2027-07-01');
    expect(again.reachableByEmail).toBe(false);
  });

  it('is not reviewed any more', () => {
    expect(refusalOf(complaint, lifting, now)).toEqual({ type: 'NotRestricted' });
  });
});

describe('a restriction that continues (Code 5.14)', () => {
  it('is looked at again three months later', () => {
    const { complaint } = carryOut(restricted, { ...continuing, alreadyGiven: byLetter }, now);
    expect(owedBy(complaint, 'restriction-1-review-1').met?.on).toBe('2027-04-01');
    expect(owedBy(complaint, 'restriction-1-review-2')).toMatchObject({
      kind: 'restriction-review',
      dueOn: '2027-07-01',
      derivation: { countedFrom: 'review', startOn: '2027-04-01' },
    });
    expect(complaint.restrictions[0]?.lifted).toBeUndefined();
    expect(complaint.reachableByEmail).toBe(false);
  });

  it('is looked at again on the day that was promised, which is not past', () => {
    const promising = { ...continuing, alreadyGiven: byLetter, reviewOn: date('2027-05-04') };
    const { complaint } = carryOut(restricted, promising, now);
    expect(owedBy(complaint, 'restriction-1-review-2').dueOn).toBe('2027-05-04');
    expect(refusalOf(restricted, { ...promising, reviewOn: date('2027-03-31') }, now)).toEqual({
      type: 'DateInPast',
      today: '2027-04-01',
    });
  });

  it('is told in writing: by hand to whoever is not mailed, never on the phone', () => {
    const waiting = carryOut(restricted, continuing, now).notices;
    expect(waiting.map(({ byHand }) => byHand?.way)).toEqual(['letter']);
    const phoned = { ...continuing, alreadyGiven: { how: 'phone', evidence: textRef(23) } } as const;
    expect(refusalOf(restricted, phoned, now)).toEqual({ type: 'NotInWriting', how: 'phone' });
  });

  it('is told by mail where that is the method', () => {
    expect(carryOut(mailed, continuing, now).notices).toMatchObject([
      {
        kind: 'contact-restriction',
        values: {
          decision:
            'We have looked again at how you can reach us about your complaint. It stays as it is for now.',
          review: 'We will look at this again by Thursday 1 July 2027.',
        },
        texts: { reason: 'text-24', equalityAct: 'text-22' },
      },
    ]);
  });
});

describe('the review of a restriction', () => {
  it('takes the rank that the restriction took', () => {
    expect(refusalOf(restricted, { ...lifting, roles: ['manager'] }, now)).toMatchObject({
      type: 'RankNeeded',
    });
  });

  it('is of one that there is', () => {
    expect(refusalOf(restricted, { ...lifting, restriction: 'restriction-2' }, now)).toEqual({
      type: 'UnknownRestriction',
    });
  });

  it('is flagged where it is recorded after its day as done before', () => {
    const late = { ...lifting, happenedAt: at('2027-04-05T10:00:00Z') };
    const { complaint } = carryOut(restricted, late, '2027-04-07T10:00:00Z');
    expect(owedBy(complaint, 'restriction-1-review-1').met).toMatchObject({
      on: '2027-04-05',
      backdated: true,
      keptPolicy: true,
    });
  });

  it('stays owed when the complaint is closed', () => {
    const onClosed = carryOut(complaintClosed(byPost), toLetters, '2027-02-01T10:00:00Z').complaint;
    expect(owedBy(onClosed, 'restriction-1-review-1')).toMatchObject({ dueOn: '2027-05-04' });
    expect(carryOut(onClosed, lifting, now).complaint.restrictions).toMatchObject([{ lifted: true }]);
  });
});
