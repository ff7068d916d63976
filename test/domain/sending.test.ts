import { describe, expect, it } from 'vitest';
import { owedApology, owedReceipt } from '../../shared/domain/notices/automatic.ts';
import type { NoticeOwed } from '../../shared/domain/notices.ts';
import type { Obligation } from '../../shared/domain/obligations.ts';
import { planSend, type SendOutcome, settleAttempt } from '../../shared/domain/sending.ts';
import {
  dutyOf,
  type Notice,
  noticeSchema,
  noticeStatuses,
  owe,
  queueOf,
} from '../../shared/domain/stored-notice.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  handler,
  sample,
  textRef,
} from '../support/complaints.ts';
import { at, date } from '../support/rules.ts';

const complaint = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
const owner = { type: 'complaint', reference: sample } as const;
const noon = at('2027-01-05T12:00:00Z');
const pending = owe(owedReceipt(complaint), owner, noon);
const sending: Notice = {
  ...pending,
  status: 'sending',
  attempts: 1,
  revision: 1,
  wakeAt: at('2027-01-05T12:05:00Z'),
};
const plan = (notice: Notice, now: string, about = complaint) => planSend(notice, about, at(now));
const settle = (outcome: SendOutcome, notice = sending) => settleAttempt(notice, outcome, noon);

describe('a notice that becomes owed', () => {
  it('waits to be sent at once, for the first time', () => {
    expect(pending).toMatchObject({
      status: 'pending',
      attempts: 0,
      revision: 0,
      owedAt: noon,
      wakeAt: noon,
    });
    expect(noticeSchema.parse(pending)).toEqual(pending);
  });
});

describe('whoever finds a notice', () => {
  it('claims it for five minutes and counts the attempt', () => {
    expect(plan(pending, noon)).toEqual({
      type: 'send',
      notice: { ...pending, status: 'sending', attempts: 1, revision: 1, wakeAt: '2027-01-05T12:05:00.000Z' },
    });
  });

  it('leaves it before its time and where nothing is left to do', () => {
    expect(plan(pending, '2027-01-05T11:59:59.999Z')).toEqual({ type: 'leave' });
    expect(plan(sending, '2027-01-05T12:04:59.999Z')).toEqual({ type: 'leave' });
    const { wakeAt: _, ...settled } = sending;
    for (const status of noticeStatuses)
      expect(plan({ ...settled, status }, '2099-01-01T00:00:00Z')).toEqual({ type: 'leave' });
  });

  it('waits a quarter of an hour for SES’s event where the lease ran out, and does not send', () => {
    expect(plan(sending, '2027-01-05T12:05:00Z')).toEqual({
      type: 'record',
      notice: {
        ...sending,
        status: 'unknown',
        revision: 2,
        failed: { retry: 0, unknown: 1 },
        wakeAt: '2027-01-05T12:20:00.000Z',
      },
    });
  });

  const unknown: Notice = { ...sending, status: 'unknown', revision: 2, wakeAt: at('2027-01-05T12:20:00Z') };

  it('puts it back in line where the wait was in vain, and sends it from there', () => {
    const once = { ...unknown, failed: { retry: 0, unknown: 1 } };
    expect(plan(once, '2027-01-05T12:19:59Z').type).toBe('leave');
    expect(plan(once, '2027-01-05T12:20:00Z')).toEqual({
      type: 'record',
      notice: { ...once, status: 'pending', revision: 3 },
    });
    expect(plan({ ...once, status: 'pending' }, '2027-01-05T12:20:00Z')).toMatchObject({
      type: 'send',
      notice: { status: 'sending', attempts: 2, revision: 3, wakeAt: '2027-01-05T12:25:00.000Z' },
    });
  });

  it('gives it up where the wait was in vain twice: somebody may have it twice by then', () => {
    const { wakeAt: _, ...rest } = { ...unknown, attempts: 2, failed: { retry: 3, unknown: 2 } };
    expect(plan({ ...rest, wakeAt: unknown.wakeAt }, '2027-01-05T12:20:00Z')).toEqual({
      type: 'record',
      notice: { ...rest, status: 'given-up', revision: 3 },
    });
  });

  it('gives it up after five attempts, though none counted while the circuit was open', () => {
    const uncounted = { ...unknown, failed: { retry: 0, unknown: 0 } };
    expect(plan({ ...uncounted, attempts: 4 }, '2027-01-05T12:20:00Z')).toMatchObject({
      notice: { status: 'pending' },
    });
    expect(plan({ ...uncounted, attempts: 5 }, '2027-01-05T12:20:00Z')).toMatchObject({
      type: 'record',
      notice: { status: 'given-up' },
    });
  });

  it('takes silence for an answer where what was taken was never heard of again', () => {
    const { wakeAt: _, ...rest } = sending;
    const accepted: Notice = { ...rest, status: 'accepted', wakeAt: at('2027-01-06T02:00:00Z') };
    expect(plan(accepted, '2027-01-06T01:59:59Z').type).toBe('leave');
    expect(plan(accepted, '2027-01-06T02:00:00Z')).toEqual({
      type: 'record',
      notice: { ...rest, status: 'unconfirmed', revision: 2 },
    });
  });

  it('cancels a link that nobody waits for any more: an hour after it was asked for', () => {
    const link: Notice = { ...pending, id: 'access-link_1', kind: 'access-link' };
    expect(plan(link, '2027-01-05T12:59:59.999Z').type).toBe('send');
    expect(plan(link, '2027-01-05T13:00:00Z')).toMatchObject({
      type: 'record',
      notice: { status: 'cancelled' },
    });
    expect(plan({ ...link, status: 'sending' }, '2027-01-05T13:00:00Z')).toMatchObject({
      type: 'record',
      notice: { status: 'unknown' },
    });
    expect(plan(pending, '2027-01-05T13:00:00Z').type).toBe('send');
  });

  it('cancels it where its reason has gone, for good', () => {
    const [acknowledgement] = complaint.obligations as [Obligation];
    const apology = owe(owedApology(acknowledgement, acknowledgement.dueOn, date('2027-01-19')), owner, noon);
    const { wakeAt: _, ...rest } = apology;
    const answered = { ...complaint, obligations: [] };
    expect(plan(apology, noon).type).toBe('send');
    expect(plan(apology, noon, answered)).toEqual({
      type: 'record',
      notice: { ...rest, status: 'cancelled', revision: 1 },
    });
  });

  it('sends what a landlord is told without asking a complaint, whatever it names as its reason', () => {
    const [acknowledgement] = complaint.obligations as [Obligation];
    const landlords = owe(
      owedApology(acknowledgement, acknowledgement.dueOn, date('2027-01-19')),
      { type: 'landlord', landlord: 'day-zero' },
      noon,
    );
    expect(planSend(landlords, undefined, noon)).toMatchObject({
      type: 'send',
      notice: { owner: { type: 'landlord', landlord: 'day-zero' }, status: 'sending' },
    });
  });

  it('does not cancel what may have been sent, though its reason has gone meanwhile', () => {
    const [acknowledgement] = complaint.obligations as [Obligation];
    const held: Notice = {
      ...sending,
      ...owedApology(acknowledgement, acknowledgement.dueOn, date('2027-01-19')),
    };
    expect(plan(held, '2027-01-05T12:05:00Z', { ...complaint, obligations: [] })).toMatchObject({
      type: 'record',
      notice: { status: 'unknown' },
    });
  });
});

describe('an attempt that ends', () => {
  it('accepted is settled under SES’s message id', () => {
    expect(settle({ type: 'accepted', messageId: 'm-1' })).toEqual({
      ...sending,
      status: 'accepted',
      revision: 2,
      wakeAt: '2027-01-06T02:00:00.000Z',
      messageId: 'm-1',
    });
  });

  it('refused is settled with the error’s name', () => {
    const { wakeAt: _, ...rest } = sending;
    expect(settle({ type: 'refused', error: 'MessageRejected' })).toEqual({
      ...rest,
      status: 'refused-by-ses',
      revision: 2,
      lastError: 'MessageRejected',
    });
  });

  it.each([
    [1, '2027-01-05T12:15:00.000Z'],
    [2, '2027-01-05T13:00:00.000Z'],
    [3, '2027-01-05T16:00:00.000Z'],
    [9, '2027-01-05T16:00:00.000Z'],
  ])('unknown at attempt %i waits for SES’s event until %s, and counts', (attempts, wakeAt) => {
    const held = { ...sending, attempts };
    expect(settle({ type: 'unknown', error: 'TimeoutError' }, held)).toEqual({
      ...held,
      status: 'unknown',
      revision: 2,
      failed: { retry: 0, unknown: 1 },
      wakeAt,
      lastError: 'TimeoutError',
    });
  });

  it.each([
    [1, '12:01'],
    [2, '12:02'],
    [3, '12:04'],
    [4, '12:08'],
    [5, '12:10'],
    [26, '12:10'],
  ])('surely unsent for the %ith time is tried again at %s', (times, time) => {
    const held = { ...sending, attempts: 40, failed: { retry: times - 1, unknown: 1 } };
    expect(settle({ type: 'retry', error: 'Throttling' }, held)).toMatchObject({
      status: 'pending',
      attempts: 40,
      failed: { retry: times, unknown: 1 },
      revision: 2,
      wakeAt: `2027-01-05T${time}:00.000Z`,
      lastError: 'Throttling',
    });
  });

  it('surely unsent for the 27th time, four hours on, is given up', () => {
    const { wakeAt: _, ...rest } = sending;
    expect(
      settle({ type: 'retry', error: 'Throttling' }, { ...sending, failed: { retry: 26, unknown: 0 } }),
    ).toEqual({
      ...rest,
      status: 'given-up',
      revision: 2,
      failed: { retry: 27, unknown: 0 },
      lastError: 'Throttling',
    });
  });

  it.each<SendOutcome>([
    { type: 'stop-the-line', error: 'AccountSendingPausedException' },
    { type: 'retry', error: 'Throttling' },
  ])('by which no mail at all could leave ($type) burns nothing, and keeps its place', (outcome) => {
    const held = { ...sending, attempts: 3, failed: { retry: 2, unknown: 1 } };
    expect(settleAttempt(held, outcome, noon, false)).toEqual({
      ...held,
      status: 'pending',
      attempts: 2,
      revision: 2,
      wakeAt: noon,
      lastError: 'error' in outcome ? outcome.error : '',
    });
  });

  it('unknown while no mail at all could leave waits, and does not count', () => {
    const held = { ...sending, failed: { retry: 0, unknown: 1 } };
    expect(settleAttempt(held, { type: 'unknown', error: 'TimeoutError' }, noon, false)).toMatchObject({
      status: 'unknown',
      failed: { retry: 0, unknown: 1 },
      wakeAt: '2027-01-05T12:15:00.000Z',
    });
  });
});

describe('silence is taken for an answer', () => {
  const acceptedAt = '2027-01-05T12:00:00Z';
  const dueOn = (day: string) => ({ obligation: 'stage-1-response', dueOn: date(day) });
  const until = (change: Partial<Notice>, now = acceptedAt) =>
    settleAttempt({ ...sending, ...change }, { type: 'accepted', messageId: 'm-1' }, at(now)).wakeAt;

  it.each([
    ['after the fourteen hours for which SES goes on trying', undefined, '2027-01-06T02:00:00.000Z'],
    ['no later where the day that hangs on it is far', '2027-01-08', '2027-01-06T02:00:00.000Z'],
    ['a day before that day is over', '2027-01-06', '2027-01-06T00:00:00.000Z'],
    ['but not within the hour, however near it is', '2027-01-05', '2027-01-05T13:00:00.000Z'],
    ['no sooner where it has passed, as what an apology is for', '2027-01-04', '2027-01-06T02:00:00.000Z'],
  ])('%s', (_, day, wakeAt) => {
    expect(until(day ? { reason: dueOn(day) } : {})).toBe(wakeAt);
  });

  it('soon enough for staff to give an extension in another way by the end of the day that it extends', () => {
    const extending = {
      type: 'Extend',
      by: handler,
      newDueOn: date('2027-01-28'),
      reason: textRef(5),
    } as const;
    const { notices } = carryOut(complaintAcknowledged(), extending, '2027-01-12T10:00:00Z');
    const [extension] = notices as [NoticeOwed];
    expect(extension.reason).toEqual({ obligation: 'stage-1-response', dueOn: '2027-01-14' });
    const given = owe(extension, owner, noon);
    expect(dutyOf(given)).toBe('2027-01-14');
    const silentAt = (taken: string) =>
      settleAttempt(given, { type: 'accepted', messageId: 'm-1' }, at(taken)).wakeAt;
    expect(silentAt('2027-01-12T10:00:00Z')).toBe('2027-01-13T00:00:00.000Z');
    expect(silentAt('2027-01-13T18:00:00Z')).toBe('2027-01-14T00:00:00.000Z');
    expect(silentAt('2027-01-14T18:00:00Z')).toBe('2027-01-14T19:00:00.000Z');
  });

  it.each([
    ['2027-03-26T12:00:00Z', '2027-03-27', '2027-03-27T00:00:00.000Z'],
    ['2027-03-27T12:00:00Z', '2027-03-28', '2027-03-27T23:00:00.000Z'],
    ['2027-10-30T12:00:00Z', '2027-10-31', '2027-10-31T00:00:00.000Z'],
  ])('taken at %s for %s, at %s: also where a day has 23 or 25 hours', (taken, day, wakeAt) => {
    expect(until({ reason: dueOn(day) }, taken)).toBe(wakeAt);
  });

  it.each<[string, Partial<Notice>]>([
    ['a link', { kind: 'access-link' }],
    ['a copy', { recipient: { type: 'copied', party: 'representative' } }],
    ['mail to staff', { recipient: { type: 'staff', rank: 'handler' } }],
    ['mail to a contractor', { recipient: { type: 'contractor', address: 'text-1' } }],
  ])('never of %s, of which nobody waits to hear', (_, change) => {
    expect(until(change)).toBeUndefined();
  });
});

describe('a notice waits', () => {
  it.each<[Partial<Notice>, string | undefined]>([
    [{}, 'statutory'],
    [{ lane: 'routine' }, 'routine'],
    [{ status: 'sending' }, 'sending'],
    [{ status: 'unknown' }, 'unknown'],
    [{ status: 'accepted' }, 'accepted'],
    [{ wakeAt: undefined }, undefined],
  ])('as %j in the queue %s', (change, queue) => {
    expect(queueOf({ ...pending, ...change })).toBe(queue);
  });

  it('by the day that hangs on it, or else by when it became owed', () => {
    expect(dutyOf(pending)).toBe('2027-01-05T12:00:00.000Z');
    const reason = { obligation: 'stage-1-response', dueOn: date('2027-01-18') };
    expect(dutyOf({ ...pending, reason })).toBe('2027-01-18');
  });
});
