import { describe, expect, it } from 'vitest';
import { owedApology, owedReceipt } from '../../shared/domain/notices/automatic.ts';
import type { Obligation } from '../../shared/domain/obligations.ts';
import {
  type Notice,
  noticeSchema,
  noticeStatuses,
  owe,
  planSend,
  type SendOutcome,
  settleAttempt,
} from '../../shared/domain/sending.ts';
import { complaintReceived, sample } from '../support/complaints.ts';
import { at } from '../support/rules.ts';

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
      notice: { ...sending, status: 'unknown', revision: 2, wakeAt: '2027-01-05T12:20:00.000Z' },
    });
  });

  it('sends once more where the wait was in vain', () => {
    const unknown: Notice = {
      ...sending,
      status: 'unknown',
      revision: 2,
      wakeAt: at('2027-01-05T12:20:00Z'),
    };
    expect(plan(unknown, '2027-01-05T12:19:59Z').type).toBe('leave');
    expect(plan(unknown, '2027-01-05T12:20:00Z')).toMatchObject({
      type: 'send',
      notice: { status: 'sending', attempts: 2, revision: 3, wakeAt: '2027-01-05T12:25:00.000Z' },
    });
  });

  it('cancels it where its reason has gone, for good', () => {
    const [acknowledgement] = complaint.obligations as [Obligation];
    const apology = owe(owedApology(acknowledgement), owner, noon);
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
    const landlords = owe(owedApology(acknowledgement), { type: 'landlord', landlord: 'day-zero' }, noon);
    expect(planSend(landlords, undefined, noon)).toMatchObject({
      type: 'send',
      notice: { owner: { type: 'landlord', landlord: 'day-zero' }, status: 'sending' },
    });
  });

  it('does not cancel what may have been sent, though its reason has gone meanwhile', () => {
    const [acknowledgement] = complaint.obligations as [Obligation];
    const held: Notice = { ...sending, ...owedApology(acknowledgement) };
    expect(plan(held, '2027-01-05T12:05:00Z', { ...complaint, obligations: [] })).toMatchObject({
      type: 'record',
      notice: { status: 'unknown' },
    });
  });
});

describe('an attempt that ends', () => {
  it('accepted is settled under SES’s message id', () => {
    const { wakeAt: _, ...rest } = sending;
    expect(settle({ type: 'accepted', messageId: 'm-1' })).toEqual({
      ...rest,
      status: 'accepted',
      revision: 2,
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

  it('unknown waits for SES’s event', () => {
    expect(settle({ type: 'unknown', error: 'TimeoutError' })).toEqual({
      ...sending,
      status: 'unknown',
      revision: 2,
      wakeAt: '2027-01-05T12:15:00.000Z',
      lastError: 'TimeoutError',
    });
  });

  it.each([
    [1, '12:01'],
    [2, '12:02'],
    [3, '12:04'],
    [4, '12:08'],
    [5, '12:10'],
    [50, '12:10'],
  ])('surely unsent at attempt %i is tried again at %s', (attempts, time) => {
    expect(settle({ type: 'retry', error: 'Throttling' }, { ...sending, attempts })).toMatchObject({
      status: 'pending',
      attempts,
      revision: 2,
      wakeAt: `2027-01-05T${time}:00.000Z`,
      lastError: 'Throttling',
    });
  });

  it('where the line is stopped burns no attempt and waits a minute', () => {
    const held = { ...sending, attempts: 3 };
    expect(settle({ type: 'stop-the-line', error: 'AccessDenied' }, held)).toMatchObject({
      status: 'pending',
      attempts: 2,
      wakeAt: '2027-01-05T12:01:00.000Z',
    });
  });
});
