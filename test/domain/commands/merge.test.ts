import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Link } from '../../../shared/domain/commands/link.ts';
import type { Merge } from '../../../shared/domain/commands/merge.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import { type Command, decide } from '../../../shared/domain/decide.ts';
import {
  accepted,
  accused,
  carryOut,
  colleague,
  complaintReceived,
  everybody,
  fold,
  handler,
  manager,
  owedBy,
  type Received,
  referenceNumber,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { contextAt, date } from '../../support/rules.ts';

const now = '2026-12-30T10:00:00Z';
const [first, second] = [referenceNumber(1), referenceNumber(2)];
const received = (receivedAt: string, change: Partial<Received> = {}) =>
  complaintReceived({ receivedAt, ...change });
/** logged on the 29th, after the one that was received before Christmas */
const surviving = received('2026-12-29T09:00:00Z', { reference: first });
const earlier = received('2026-12-23T15:00:00Z', { reference: second });
const merge: Merge = {
  type: 'Merge',
  by: handler,
  other: second,
  texts: [textRef(1), textRef(2)],
  reason: textRef(3),
  otherReason: textRef(4),
};
const link: Link = {
  type: 'Link',
  by: handler,
  other: second,
  because: textRef(5),
  otherBecause: textRef(6),
};

/** What a command that names another complaint makes of both. */
function carryOutOnBoth(complaint: Complaint, other: Complaint, command: Command = merge, at = now) {
  const context = contextAt(at, 'day-zero', { people: everybody, other });
  const decision = accepted(decide(complaint, command, context));
  const ofOther = decision.other ?? { events: [], notices: [] };
  return {
    ...decision,
    complaint: fold(decision.events, complaint),
    other: { ...ofOther, complaint: fold(ofOther.events, other) },
  };
}

const refusal = (complaint: Complaint, other: Complaint | undefined, command: Command = merge) =>
  refusalOf(complaint, command, now, { other });

describe('another complaint that becomes part of one (Code 6.2)', () => {
  const { complaint, events, other } = carryOutOnBoth(surviving, earlier);

  it('brings its earlier receipt, by which the dates are counted across the bank holidays', () => {
    expect(owedBy(surviving, 'stage-1-acknowledgement').dueOn).toBe('2027-01-06');
    expect(owedBy(surviving, 'stage-1-response').dueOn).toBe('2027-01-20');
    expect(complaint).toMatchObject({ receivedAt: '2026-12-23T15:00:00.000Z', receivedOn: '2026-12-23' });
    expect(owedBy(complaint, 'stage-1-acknowledgement').dueOn).toBe('2027-01-04');
    expect(owedBy(complaint, 'stage-1-response').dueOn).toBe('2027-01-18');
    expect(events.map(({ type }) => type)).toEqual(['ComplaintMerged', 'DateCorrected']);
  });

  it('ends there, and owes nothing any more', () => {
    expect(other.events).toEqual([
      { type: 'MergedInto', by: 'handler', on: '2026-12-30', into: first, reason: textRef(4) },
    ]);
    expect(other.complaint).toMatchObject({ status: 'merged', mergedInto: first });
    expect(other.complaint.obligations.map(({ ended }) => ended)).toEqual(['merged', 'merged']);
    expect(complaint.merged).toMatchObject([{ complaint: second }]);
  });

  it('leaves the receipt where that is the earlier one already', () => {
    const later = received('2026-12-29T12:00:00Z', { reference: second });
    const merged = carryOutOnBoth(surviving, later);
    expect(merged.events.map(({ type }) => type)).toEqual(['ComplaintMerged']);
    expect(merged.complaint.receivedAt).toBe('2026-12-29T09:00:00.000Z');
  });

  it('is judged as a date that is corrected: of one that it puts into the past nobody was told', () => {
    const after = carryOutOnBoth(surviving, earlier, merge, '2027-01-05T10:00:00Z').events;
    expect(after[1]).toMatchObject({ what: 'received', untold: ['stage-1-acknowledgement'] });
  });

  it('is told to whoever made it: which reference counts, from when, and what is owed by when', () => {
    expect(other.notices).toMatchObject([
      {
        kind: 'merged',
        values: {
          into: first,
          receivedOn: 'Wednesday 23 December 2026',
          'promises.0.task': 'acknowledge your complaint by Monday 4 January 2027',
        },
        texts: { reason: 'text-4' },
      },
    ]);
    expect(other.notices[0]?.values['promises.0.explanation']).toContain('Monday 4 January 2027');
    expect(other.notices[0]?.values['promises.1.explanation']).toContain('Monday 18 January 2027');
  });

  it('is mailed to nobody who was told already, or is not to be mailed', () => {
    const alreadyGiven = { how: 'phone', evidence: textRef(7) } as const;
    const told = carryOutOnBoth(surviving, earlier, { ...merge, alreadyGiven }).other;
    expect(told.notices).toEqual([]);
    expect(told.events).toMatchObject([{ alreadyGiven }]);
    const unreachable = received('2026-12-23T15:00:00Z', { reference: second, reachableByEmail: false });
    expect(carryOutOnBoth(surviving, unreachable).other.notices).toEqual([]);
  });

  it('brings its dangers and whom it is about; whoever that is no longer handles it', () => {
    const about = received('2026-12-23T15:00:00Z', {
      reference: second,
      staffComplainedAbout: [accused],
      said: { hazards: ['gas'], vulnerabilities: ['disability'] },
    });
    const assigned = carryOut(surviving, { type: 'Assign', by: manager, handler: accused }, now).complaint;
    const merged = carryOutOnBoth(assigned, about);
    expect(merged.complaint).toMatchObject({
      hazards: ['gas'],
      vulnerabilities: ['disability'],
      staffComplainedAbout: ['accused'],
    });
    expect(merged.complaint.handler).toBeUndefined();
    expect(merged.notices.map(({ kind }) => kind)).toEqual(['urgent-complaint', 'reviewer-needed']);
  });

  it('brings whoever made it, who complains with the others from then on', () => {
    const joined = [{ party: 'party-2', reachableByEmail: true }];
    const merged = carryOutOnBoth(surviving, earlier, { ...merge, joined }).complaint;
    expect(merged).toMatchObject({
      madeBy: 'joint',
      others: [{ party: 'party-2', reachableByEmail: true, copies: 'none' }],
    });
  });

  it('brings what was known of whoever made both, and who spoke for them', () => {
    const nobody = received('2026-12-29T09:00:00Z', {
      reference: first,
      reachableByEmail: false,
      said: { missing: ['way-to-reach'] },
    });
    const representative = {
      capacity: 'advocate',
      consent: 'not-asked',
      reachableByEmail: true,
      copies: 'none',
    } as const;
    const command: Merge = {
      ...merge,
      met: [{ party: 'lead', reachableByEmail: true }],
      canBeReached: true,
      representative,
    };
    const found = carryOutOnBoth(nobody, earlier, command).complaint;
    expect(found).toMatchObject({ reachableByEmail: true, representative, missing: ['consent'] });
    expect(owedBy(found, 'resident-information').ended).toBeUndefined();
    const known = carryOutOnBoth(nobody, earlier, { ...command, representative: undefined }).complaint;
    expect(known.missing).toEqual([]);
    expect(owedBy(known, 'resident-information').met?.on).toBe('2026-12-30');
    const speaks = { ...representative, consent: 'given' } as const;
    const spokenFor: Complaint = { ...surviving, representative: speaks };
    expect(carryOutOnBoth(spokenFor, earlier, command).complaint.representative).toEqual(speaks);
  });

  it('brings that mail is unsafe, so that an extension on its way does not arrive', () => {
    const extending: Command = {
      type: 'Extend',
      by: handler,
      newDueOn: date('2027-01-21'),
      reason: textRef(6),
      goodReason: textRef(7),
      updateEvery: 5,
    };
    const acknowledged = carryOut(
      received('2026-12-22T09:00:00Z', { reference: first }),
      { type: 'Acknowledge', by: handler, points: [{ definition: textRef(1), responsible: true }] },
      '2026-12-24T10:00:00Z',
    ).complaint;
    const extended = carryOut(acknowledged, extending, '2026-12-29T10:00:00Z').complaint;
    const late = received('2026-12-30T09:00:00Z', { reference: second });
    const after = carryOutOnBoth(extended, late, { ...merge, unsafeToMail: true });
    expect(after.complaint).toMatchObject({ unsafeToMail: true, reachableByEmail: false });
    expect(after.events.map(({ type }) => type)).toEqual(['ComplaintMerged', 'ExtensionNotReached']);
    expect(new Set(after.notices.map(({ kind }) => kind))).toEqual(new Set(['extension-problem']));
    const sooner = received('2026-12-29T09:00:00Z', { reference: second });
    expect(refusal(extended, sooner)).toMatchObject({ why: 'earlier-dates' });
  });

  it('can be merged again once it was opened again, and is part of it once', () => {
    const opened = carryOut(
      other.complaint,
      { type: 'Reopen', by: handler, reason: textRef(8) },
      now,
    ).complaint;
    const again = carryOutOnBoth(complaint, opened, { ...merge, texts: [textRef(9)] }).complaint;
    expect(again.merged).toEqual([{ complaint: second, words: [textRef(9)] }]);
  });

  it('can be opened again, with its dates as they were', () => {
    const reopened = carryOut(other.complaint, { type: 'Reopen', by: handler, reason: textRef(8) }, now);
    expect(reopened.complaint.status).toBe('received');
    expect(reopened.complaint.mergedInto).toBeUndefined();
    expect(owedBy(reopened.complaint, 'stage-1-acknowledgement').dueOn).toBe('2027-01-04');
    expect(owedBy(reopened.complaint, 'stage-1-response').dueOn).toBe('2027-01-18');
  });

  it('leaves no word behind and makes nobody wait longer, whichever came first', () => {
    const minutes = fc.integer({ min: 0, max: 6 * 24 * 60 });
    const at = (minute: number) => new Date(Date.UTC(2026, 11, 23, 9, minute)).toISOString();
    const texts = fc.array(fc.nat({ max: 50 }).map(textRef), { maxLength: 5 });
    fc.assert(
      fc.property(minutes, minutes, texts, (one, two, kept) => {
        const [mine, theirs] = [
          received(at(one), { reference: first }),
          received(at(two), { reference: second }),
        ];
        const merged = carryOutOnBoth(mine, theirs, { ...merge, texts: kept });
        expect(merged.complaint.receivedAt).toBe([at(one), at(two)].sort()[0]);
        expect(merged.events[0]).toMatchObject({ type: 'ComplaintMerged', texts: kept });
      }),
      { numRuns: 50 },
    );
  });
});

describe('what does not become part of another complaint', () => {
  const begun = (change: Partial<Complaint>): Complaint => ({ ...earlier, ...change });

  it('is itself, is not there, or is about another landlord', () => {
    expect(refusal(surviving, surviving)).toEqual({ type: 'SameComplaint' });
    expect(refusal(surviving, undefined)).toEqual({ type: 'UnknownOther' });
    const elsewhere = received('2026-12-23T15:00:00Z', { reference: second, landlord: 'code-2024' });
    expect(refusal(surviving, elsewhere)).toEqual({ type: 'OtherLandlord' });
  });

  it.each<[string, Partial<Complaint>]>([
    ['a point', { points: [{ id: 'point-1', definition: textRef(1), responsible: true }] }],
    ['a message', { messages: [{ id: 'message-1', sentAt: earlier.receivedAt, text: textRef(1) }] }],
    ['a supporter', { supporters: [textRef(1)] }],
    ['another complaint that is part of it', { merged: [{ complaint: referenceNumber(3), words: [] }] }],
  ])('has %s of its own', (_, change) => {
    expect(refusal(surviving, begun(change))).toEqual({
      type: 'OtherNotMergeable',
      status: 'received',
      why: 'work-begun',
    });
  });

  it.each<[string, Command, string]>([
    ['acknowledged', { type: 'Acknowledge', by: handler, points: [] }, 'received-only'],
    ['withdrawn', { type: 'Withdraw' }, 'withdrawn'],
    ['closed', { type: 'Close', by: handler, reason: textRef(1) }, 'closed'],
  ])('is %s', (status, command, why) => {
    const points = [{ definition: textRef(1), responsible: true }];
    const given = command.type === 'Acknowledge' ? { ...command, points } : command;
    const other = carryOut(earlier, given, now).complaint;
    expect(refusal(surviving, other)).toEqual({ type: 'OtherNotMergeable', status, why });
  });

  it('is part of another one already', () => {
    const { other } = carryOutOnBoth(surviving, earlier);
    const third = received('2026-12-29T09:00:00Z', { reference: referenceNumber(3) });
    expect(refusal(third, other.complaint)).toMatchObject({ status: 'merged', why: 'merged' });
  });

  it('runs under another version of the policy, or has a name where this one has none', () => {
    const before = begun({ policyEffectiveFrom: date('2020-01-01') });
    expect(refusal(surviving, before)).toMatchObject({ why: 'policy' });
    const anonymous: Complaint = { ...surviving, madeBy: 'anonymous' };
    expect(refusal(anonymous, earlier)).toMatchObject({ why: 'nameless' });
    expect(carryOutOnBoth(surviving, begun({ madeBy: 'anonymous' })).complaint.madeBy).toBe('individual');
  });

  it('has earlier dates than this one was promised when it was opened again', () => {
    const taken = received('2026-12-21T09:00:00Z', { reference: first });
    const withdrawn = carryOut(taken, { type: 'Withdraw' }, '2026-12-22T10:00:00Z').complaint;
    const reopening: Command = { type: 'Reopen', by: handler, reason: textRef(8) };
    const reopened = carryOut(withdrawn, reopening, '2027-01-11T10:00:00Z').complaint;
    expect(owedBy(reopened, 'stage-1-response').dueOn).toBe('2027-02-01');
    const later = contextAt('2027-01-12T10:00:00Z', 'day-zero', { people: everybody, other: earlier });
    expect(decide(reopened, merge, later)).toMatchObject({
      refusal: { type: 'OtherNotMergeable', status: 'received', why: 'earlier-dates' },
    });
    const other = { ...later, other: { ...reopened, reference: second } };
    expect(decide({ ...earlier, reference: first }, merge, other).type).toBe('Accepted');
  });

  it('would make more people than a complaint has by name', () => {
    const others = Array.from({ length: 9 }, (_, index) => ({
      party: `party-${index + 2}`,
      reachableByEmail: true,
      copies: 'letters' as const,
    }));
    const joined = [{ party: 'party-11', reachableByEmail: true }];
    expect(refusal({ ...surviving, others }, earlier, { ...merge, joined })).toEqual({
      type: 'TooManyParties',
      most: 10,
    });
    const without = others.map((each, index) => (index === 0 ? { ...each, left: date('2026-12-30') } : each));
    const merged = carryOutOnBoth({ ...surviving, others: without }, earlier, { ...merge, joined });
    expect(merged.complaint.others).toHaveLength(10);
  });

  it('is merged with nothing that has ended, and before it was received with nothing', () => {
    const withdrawn = carryOut(surviving, { type: 'Withdraw' }, now).complaint;
    expect(refusal(withdrawn, earlier)).toMatchObject({ type: 'NotPermittedNow', why: 'withdrawn' });
    const late = received('2026-12-30T09:00:00Z', { reference: second });
    expect(refusal(surviving, late, { ...merge, happenedAt: surviving.receivedAt })).toEqual({
      type: 'HappenedTooEarly',
      notBefore: '2026-12-30T09:00:00.000Z',
      what: 'receipt',
    });
  });
});

describe('complaints that are linked', () => {
  const { complaint, other } = carryOutOnBoth(surviving, earlier, link);

  it('show each other, and each goes its own way', () => {
    expect(complaint.related).toEqual([{ complaint: second, because: textRef(5) }]);
    expect(other.complaint.related).toEqual([{ complaint: first, because: textRef(6) }]);
    expect([complaint.status, other.complaint.status]).toEqual(['received', 'received']);
    expect(complaint.obligations).toEqual(surviving.obligations);
  });

  it('are linked once, and whatever became of them', () => {
    expect(refusal(complaint, other.complaint, link)).toEqual({ type: 'LinkedAlready' });
    expect(refusal(surviving, surviving, link)).toEqual({ type: 'SameComplaint' });
    const withdrawn = carryOut(earlier, { type: 'Withdraw' }, now).complaint;
    expect(carryOutOnBoth(surviving, withdrawn, { ...link, by: colleague }).complaint.related).toHaveLength(
      1,
    );
  });
});
