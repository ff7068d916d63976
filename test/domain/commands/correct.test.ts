import { describe, expect, it } from 'vitest';
import type { CorrectDate } from '../../../shared/domain/commands/correct-date.ts';
import type { CorrectParty } from '../../../shared/domain/commands/correct-party.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  complaintWithdrawn,
  handler,
  inShort,
  kept,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

const now = '2027-01-07T10:00:00Z';
const received: CorrectDate = {
  type: 'CorrectDate',
  by: handler,
  what: 'received',
  is: at('2026-12-21T09:00:00Z'),
  reason: textRef(5),
};
const acknowledged: CorrectDate = { ...received, what: 'acknowledged', is: at('2026-12-29T11:00:00Z') };
const unacknowledged = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
const complaint = complaintAcknowledged();
const extending: Command = {
  type: 'Extend',
  by: handler,
  newDueOn: date('2027-01-28'),
  reason: textRef(6),
  alreadyGiven: { how: 'letter', evidence: textRef(7) },
};

describe('a date of receipt that is corrected (Code 6.2)', () => {
  it('moves both dates of a complaint that is not acknowledged; the timeline keeps what it was', () => {
    const { complaint: after, events, notices } = carryOut(unacknowledged, received, now);
    expect(after).toMatchObject({ receivedAt: '2026-12-21T09:00:00.000Z', receivedOn: '2026-12-21' });
    expect(owedBy(after, 'stage-1-acknowledgement').dueOn).toBe('2026-12-30');
    expect(owedBy(after, 'stage-1-response')).toMatchObject({ dueOn: '2027-01-14', projected: true });
    expect(events[0]).toMatchObject({ was: '2026-12-23T15:00:00.000Z', is: '2026-12-21T09:00:00.000Z' });
    expect(notices).toEqual([]);
  });

  it('judges anew whether the acknowledgement was in time, and the answer by it', () => {
    const { complaint: after } = carryOut(complaint, { ...received, is: at('2026-12-18T09:00:00Z') }, now);
    expect(owedBy(after, 'stage-1-acknowledgement')).toMatchObject({
      dueOn: '2026-12-29',
      met: { on: '2026-12-30' },
    });
    // Counted from the last day for the acknowledgement now, since that came a day late.
    expect(owedBy(after, 'stage-1-response')).toMatchObject({
      dueOn: '2027-01-13',
      codeDueOn: '2027-01-14',
    });
  });

  it('leaves an answer alone that was put off, as it was promised', () => {
    const extended = carryOut(complaint, extending, now).complaint;
    const { complaint: after } = carryOut(extended, received, now);
    expect(owedBy(after, 'stage-1-acknowledgement').dueOn).toBe('2026-12-30');
    expect(owedBy(after, 'stage-1-response').dueOn).toBe('2027-01-28');
  });

  it('leaves dates alone that are counted from a reopening', () => {
    const withdrawn = carryOut(unacknowledged, { type: 'Withdraw' }, now).complaint;
    for (const ended of [withdrawn, complaintWithdrawn()]) {
      const reopening: Command = { type: 'Reopen', by: handler, reason: textRef(8) };
      const reopened = carryOut(ended, reopening, '2027-03-01T10:00:00Z').complaint;
      const { complaint: after } = carryOut(reopened, received, '2027-03-01T11:00:00Z');
      expect(owedBy(after, 'stage-1-response').dueOn).toBe(owedBy(reopened, 'stage-1-response').dueOn);
      expect(after.receivedOn).toBe('2026-12-21');
    }
  });

  it('is not after the acknowledgement, nor in the future, nor what it was', () => {
    expect(refusalOf(complaint, { ...received, is: at('2026-12-30T10:01:00Z') }, now)).toEqual({
      type: 'NotAfterAcknowledgement',
      acknowledgedAt: '2026-12-30T10:00:00.000Z',
    });
    expect(refusalOf(unacknowledged, { ...received, is: at('2027-01-07T10:01:00Z') }, now)).toEqual({
      type: 'HappenedInFuture',
      now: '2027-01-07T10:00:00.000Z',
    });
    expect(refusalOf(complaint, { ...received, is: at('2026-12-23T15:00:00Z') }, now)).toEqual({
      type: 'NothingToCorrect',
    });
  });

  it('is not before what it is about had happened or was known', () => {
    const told = { issueOccurredOn: date('2026-12-22'), becameAwareOn: date('2026-12-22') };
    expect(refusalOf({ ...unacknowledged, ...told }, received, now)).toEqual({
      type: 'IssueAfterReceipt',
      issueOccurredOn: '2026-12-22',
      receivedOn: '2026-12-21',
    });
    const aware = { ...unacknowledged, becameAwareOn: told.becameAwareOn };
    expect(refusalOf(aware, received, now).type).toBe('AwareAfterReceipt');
  });

  it('of a survey is not after the day on which the person chose to complain (Code 1.6)', () => {
    const surveyed = { ...unacknowledged, channel: 'survey', chosenOn: date('2026-12-23') } as const;
    const later = { ...received, is: at('2026-12-24T09:00:00Z') };
    expect(refusalOf(surveyed, later, now)).toEqual({ type: 'ReceivedAfterChoice', chosenOn: '2026-12-23' });
  });
});

describe('a date of acknowledgement that is corrected (Code 6.3)', () => {
  it('moves the answer, which is counted from it', () => {
    const { complaint: after } = carryOut(complaint, acknowledged, now);
    expect(after.acknowledgedAt).toBe('2026-12-29T11:00:00.000Z');
    expect(owedBy(after, 'stage-1-acknowledgement').met).toEqual({ on: '2026-12-29', ...kept });
    expect(owedBy(after, 'stage-1-response')).toMatchObject({ dueOn: '2027-01-13', projected: false });
  });

  it('that was late never pushes the answer back; one that was in time after all forgets the Code’s own date', () => {
    const { complaint: late } = carryOut(complaint, { ...acknowledged, is: at('2027-01-06T11:00:00Z') }, now);
    expect(owedBy(late, 'stage-1-response')).toMatchObject({
      dueOn: '2027-01-18',
      codeDueOn: '2027-01-20',
    });
    const { complaint: back } = carryOut(late, acknowledged, now);
    expect(owedBy(back, 'stage-1-response')).not.toHaveProperty('codeDueOn');
  });

  it('moves no answer that is counted from receipt (seed 003)', () => {
    const other = complaintAcknowledged({ landlord: 'counted-from-receipt' });
    expect(owedBy(carryOut(other, acknowledged, now).complaint, 'stage-1-response').dueOn).toBe('2027-01-11');
  });

  it('is not before the receipt, and is one that there is', () => {
    expect(refusalOf(complaint, { ...acknowledged, is: at('2026-12-23T14:59:00Z') }, now)).toEqual({
      type: 'HappenedTooEarly',
      notBefore: '2026-12-23T15:00:00.000Z',
      what: 'receipt',
    });
    expect(refusalOf(unacknowledged, acknowledged, now)).toEqual({
      type: 'NotPermittedNow',
      command: 'CorrectDate',
      status: 'received',
      why: 'acknowledge-first',
    });
  });
});

describe('a corrected date that is corrected back', () => {
  it('owes neither an alert nor an apology a second time', () => {
    // Received on 16 December it had to be acknowledged by the 23rd; of the 23rd, by 4 January.
    const told = carryOut(unacknowledged, { type: 'TimePassed' }, '2027-01-05T12:00:00Z').complaint;
    const there = carryOut(
      told,
      { ...received, is: at('2026-12-16T09:00:00Z') },
      '2027-01-05T13:00:00Z',
    ).complaint;
    const moved = carryOut(there, { type: 'TimePassed' }, '2027-01-05T13:00:00Z').complaint;
    const back = carryOut(
      moved,
      { ...received, is: at('2026-12-23T15:00:00Z') },
      '2027-01-05T14:00:00Z',
    ).complaint;
    expect(inShort(carryOut(back, { type: 'TimePassed' }, '2027-01-05T14:00:00Z'))).toEqual([]);
  });
});

describe('a party that is corrected', () => {
  const correcting: CorrectParty = {
    type: 'CorrectParty',
    by: handler,
    was: textRef(8),
    personalTextHash: 'another-hash',
    reachableByEmail: false,
    canBeReached: true,
    reason: textRef(9),
  };

  it('is reached otherwise from then on; what was written before is kept as a text', () => {
    const { complaint: after, events } = carryOut({ ...complaint, residentUnreached: true }, correcting, now);
    expect(after).toMatchObject({ reachableByEmail: false, residentUnreached: false });
    expect(events).toEqual([
      {
        type: 'PartyCorrected',
        by: 'handler',
        was: textRef(8),
        personalTextHash: 'another-hash',
        reachableByEmail: false,
        madeBy: 'individual',
        missing: [],
        on: '2027-01-07',
        reason: textRef(9),
      },
    ]);
  });

  it('lets no extension arrive that is on its way to a wrong address', () => {
    const { alreadyGiven: _, ...mailed } = extending as Extract<Command, { type: 'Extend' }>;
    const requested = carryOut(complaint, mailed, now).complaint;
    const { complaint: after, events, notices } = carryOut(requested, correcting, now);
    expect(events.map(({ type }) => type)).toEqual(['PartyCorrected', 'ExtensionNotReached']);
    expect(after.extensions[0]?.state).toBe('not-reached');
    expect(notices.map(({ kind }) => kind)).toEqual(Array(3).fill('extension-problem'));
    expect(carryOut(requested, { ...correcting, reachableByEmail: true }, now).events).toHaveLength(1);
  });
});
