import { describe, expect, it } from 'vitest';
import type { Extend } from '../../../shared/domain/commands/extend.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  handler,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date, variantOf } from '../../support/rules.ts';

/** The answer is due on Thursday 14 January 2027, and may be put off to Thursday 28 January. */
const complaint = complaintAcknowledged();
const command: Extend = { type: 'Extend', by: handler, newDueOn: date('2027-01-28'), reason: textRef(5) };
const byLetter = { how: 'letter', evidence: textRef(6) } as const;
const now = '2027-01-13T10:00:00Z';
const inTime = (change: Partial<Extend> = {}, state: Complaint = complaint) =>
  carryOut(state, { ...command, ...change }, now);

describe('an extension (Code 6.4, 6.5)', () => {
  it('is asked for with a reason and a date, and told to the resident', () => {
    const { complaint: after, events, notices } = inTime();
    const request = {
      extension: 'extension-1',
      extends: '2027-01-14',
      newDueOn: '2027-01-28',
      reason: textRef(5),
    };
    expect(events).toEqual([
      {
        type: 'ExtensionRequested',
        by: 'handler',
        ...request,
        happenedAt: '2027-01-13T10:00:00.000Z',
        notice: 'extension-1',
      },
    ]);
    expect(notices).toEqual([
      {
        id: 'extension-1',
        kind: 'extension',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        reason: { obligation: 'stage-1-response', dueOn: '2027-01-14' },
        tells: [{ obligation: 'stage-1-response', dueOn: '2027-01-28' }],
        values: {
          dueOn: 'Thursday 14 January 2027',
          newDueOn: 'Thursday 28 January 2027',
          explanation:
            'Thursday 28 January 2027 is 10 working days after Thursday 14 January 2027, the date we had given before, not counting weekends; Thursday 14 January 2027 was 10 working days after Wednesday 30 December 2026, the day we acknowledged your complaint, not counting weekends and New Year’s Day (1 January).',
          goodReason: '',
          updates: '',
        },
        texts: { reason: 'text-5' },
      },
    ]);
    expect(after.extensions).toEqual([
      {
        ...request,
        by: 'handler',
        stage: 1,
        state: 'requested',
        requestedAt: '2027-01-13T10:00:00.000Z',
        notice: 'extension-1',
      },
    ]);
  });

  it('moves no date before its notice was given', () => {
    expect(owedBy(inTime().complaint, 'stage-1-response').dueOn).toBe('2027-01-14');
  });

  it('may be asked for until the last minute of the due date, and not a minute later', () => {
    expect(carryOut(complaint, command, '2027-01-14T23:59:00Z').events).toHaveLength(1);
    expect(refusalOf(complaint, command, '2027-01-15T00:00:00Z')).toEqual({
      type: 'ExtensionAfterDueDate',
      dueOn: '2027-01-14',
    });
  });

  it('ends with the day in London, which in summer is an hour before that in UTC', () => {
    // Received on Monday 28 June and acknowledged the same day: due on Monday 12 July 2027.
    const summer = complaintAcknowledged({
      receivedAt: '2027-06-28T08:00:00Z',
      acknowledgedAt: '2027-06-28T09:00:00Z',
    });
    const put = { ...command, newDueOn: date('2027-07-20') };
    expect(carryOut(summer, put, '2027-07-12T22:59:00Z').events).toHaveLength(1);
    expect(refusalOf(summer, put, '2027-07-12T23:00:00Z')).toEqual({
      type: 'ExtensionAfterDueDate',
      dueOn: '2027-07-12',
    });
  });
});

describe('an extension that was given by hand', () => {
  const posted: Partial<Extend> = { alreadyGiven: byLetter, happenedAt: at('2027-01-14T17:00:00Z') };

  it('takes effect at once and sends nothing', () => {
    const { complaint: after, events, notices } = inTime({ alreadyGiven: byLetter });
    expect(events.map(({ type }) => type)).toEqual(['ExtensionRequested', 'ExtensionTookEffect']);
    expect(events[1]).not.toHaveProperty('backdated');
    expect(notices).toEqual([]);
    expect(owedBy(after, 'stage-1-response')).toMatchObject({
      dueOn: '2027-01-28',
      derivation: { countedFrom: 'original-due-date', startOn: '2027-01-14', count: 10, clause: '6.4' },
    });
  });

  it('recorded two days after it was posted in time is effective, and flagged', () => {
    const { complaint: after, events } = carryOut(
      complaint,
      { ...command, ...posted },
      '2027-01-16T10:00:00Z',
    );
    expect(events[1]).toMatchObject({ type: 'ExtensionTookEffect', backdated: true });
    expect(owedBy(after, 'stage-1-response')).toMatchObject({ dueOn: '2027-01-28' });
    expect(owedBy(after, 'stage-1-response')).not.toHaveProperty('missed');
  });

  it('after the due date is refused, whenever it is recorded', () => {
    const late = { ...command, ...posted, happenedAt: at('2027-01-15T00:00:00Z') };
    expect(refusalOf(complaint, late, '2027-01-16T10:00:00Z')).toEqual({
      type: 'ExtensionAfterDueDate',
      dueOn: '2027-01-14',
    });
  });

  it('is the way for someone without an email address', () => {
    const unreachable = complaintAcknowledged({ reachableByEmail: false });
    expect(refusalOf(unreachable, command, now)).toEqual({ type: 'NotReachable' });
    expect(owedBy(inTime({ alreadyGiven: byLetter }, unreachable).complaint, 'stage-1-response').dueOn).toBe(
      '2027-01-28',
    );
  });
});

describe('an extension beyond the cap (Code 5.9, 6.4)', () => {
  const beyond = { newDueOn: date('2027-01-29') };
  const withUpdates = { ...beyond, goodReason: textRef(7), updateEvery: 5 };

  it.each<[string, Partial<Extend>, unknown]>([
    ['wants a good reason', beyond, { type: 'BeyondCap', latest: '2027-01-28' }],
    [
      'wants updates agreed',
      { ...beyond, goodReason: textRef(7) },
      { type: 'UpdatesNotAgreed', latest: '2027-01-28' },
    ],
  ])('%s', (_, change, refusal) => {
    expect(refusalOf(complaint, { ...command, ...change }, now)).toEqual(refusal);
  });

  it('is given with both, which the notice tells', () => {
    const [notice] = inTime(withUpdates).notices;
    expect(notice?.values.updates).toBe('Until then we will tell you how things stand every 5 working days.');
    expect(notice?.texts).toEqual({ reason: 'text-5', goodReason: 'text-7' });
  });

  it('is counted from the date first given, however often it was put off', () => {
    const once = inTime({ newDueOn: date('2027-01-20'), alreadyGiven: byLetter }).complaint;
    expect(refusalOf(once, { ...command, ...beyond }, '2027-01-18T10:00:00Z')).toEqual({
      type: 'BeyondCap',
      latest: '2027-01-28',
    });
    const { complaint: twice } = carryOut(
      once,
      { ...command, alreadyGiven: byLetter },
      '2027-01-18T10:00:00Z',
    );
    expect(owedBy(twice, 'stage-1-response')).toMatchObject({
      dueOn: '2027-01-28',
      derivation: { startOn: '2027-01-14', count: 10 },
    });
  });

  describe('where the policy wants a second person', () => {
    const policy = variantOf('day-zero', { beyond: 'second-person' });
    const wish = { ...command, ...withUpdates };

    it('is refused to one alone, prepared or not', () => {
      expect(refusalOf(complaint, wish, now, { policy })).toEqual({
        type: 'SecondPersonNeeded',
        preparedBy: undefined,
      });
      const prepared = carryOut(complaint, { ...wish, type: 'PrepareExtension' }, now, { policy }).complaint;
      expect(refusalOf(prepared, wish, now, { policy })).toEqual({
        type: 'SecondPersonNeeded',
        preparedBy: 'handler',
      });
    });

    it('is given by one after another prepared the same date', () => {
      const prepared = carryOut(complaint, { ...wish, type: 'PrepareExtension' }, now, { policy }).complaint;
      const { complaint: after } = carryOut(prepared, { ...wish, by: colleague }, now, { policy });
      expect(after.extensions.map(({ extension, by, state }) => [extension, by, state])).toEqual([
        ['extension-1', 'handler', 'overtaken'],
        ['extension-2', 'colleague', 'requested'],
      ]);
      const other = { ...wish, by: colleague, newDueOn: date('2027-02-01') };
      expect(refusalOf(prepared, other, now, { policy }).type).toBe('SecondPersonNeeded');
    });

    it('is given by one alone within the cap', () => {
      expect(carryOut(complaint, command, now, { policy }).events).toHaveLength(1);
    });
  });
});

describe('an extension is refused', () => {
  it.each<[string, Partial<Extend>, unknown]>([
    [
      'to the same date',
      { newDueOn: date('2027-01-14') },
      { type: 'ExtensionNotLater', dueOn: '2027-01-14' },
    ],
    [
      'to a day that is not worked',
      { newDueOn: date('2027-01-23') },
      { type: 'NotAWorkingDay', date: '2027-01-23', before: '2027-01-22' },
    ],
    [
      'on the phone (Code 6.4)',
      { alreadyGiven: { how: 'phone', evidence: textRef(6) } },
      { type: 'NotInWriting', how: 'phone' },
    ],
    ['from before now without a proof', { happenedAt: at('2027-01-12T10:00:00Z') }, { type: 'ProofNeeded' }],
    [
      'from before the acknowledgement',
      { happenedAt: at('2026-12-30T09:59:00Z'), alreadyGiven: byLetter },
      { type: 'HappenedTooEarly', notBefore: '2026-12-30T10:00:00.000Z', what: 'acknowledgement' },
    ],
  ])('%s', (_, change, refusal) => {
    expect(refusalOf(complaint, { ...command, ...change }, now)).toEqual(refusal);
  });

  it('while another is on its way', () => {
    expect(refusalOf(inTime().complaint, command, now)).toEqual({
      type: 'ExtensionUnsettled',
      newDueOn: '2027-01-28',
    });
  });
});
