import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { owedReceipt } from '../../shared/domain/notices/automatic.ts';
import {
  applyMailEvent,
  type MailEventOutcome,
  planSend,
  type SendOutcome,
  settleAttempt,
} from '../../shared/domain/sending.ts';
import { type Notice, type NoticeStatus, noticeSchema, owe } from '../../shared/domain/stored-notice.ts';
import { complaintReceived, sample } from '../support/complaints.ts';
import { at } from '../support/rules.ts';

const complaint = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
const noon = at('2027-01-05T12:00:00Z');
const pending = owe(owedReceipt(complaint), { type: 'complaint', reference: sample }, noon);
const sending: Notice = {
  ...pending,
  status: 'sending',
  attempts: 1,
  revision: 1,
  wakeAt: at('2027-01-05T12:05:00Z'),
};

const outcomes: MailEventOutcome[] = [
  'accepted',
  'soft-bounced',
  'delivered',
  'bounced',
  'suppressed',
  'rejected',
  'reported-as-spam',
];
const unsettled: NoticeStatus[] = [
  'pending',
  'sending',
  'unknown',
  'cancelled',
  'withheld',
  'unreachable',
  'refused-by-ses',
  'given-up',
];
const hear = (notice: Notice, outcome: MailEventOutcome) => applyMailEvent(notice, outcome, 'm-1', noon);

describe('an event of SES', () => {
  it.each(unsettled)('settles a notice that is %s, whatever it says', (status) => {
    for (const outcome of outcomes) {
      const told = hear({ ...sending, status }, outcome);
      expect(told).toMatchObject({ status: outcome, revision: 2, messageId: 'm-1' });
      expect(told?.wakeAt).toBe(outcome === 'accepted' ? '2027-01-06T02:00:00.000Z' : undefined);
    }
  });

  it('brings nothing new where it is repeated or overtaken', () => {
    for (const [index, status] of outcomes.entries()) {
      for (const [other, outcome] of outcomes.entries()) {
        const told = hear({ ...sending, status }, outcome);
        expect(told?.status).toBe(other > index ? outcome : undefined);
      }
    }
  });

  it('that silence was taken for loss is put right by whatever comes after it, and only so', () => {
    const silent: Notice = { ...sending, status: 'unconfirmed' };
    expect(hear(silent, 'accepted')).toBeUndefined();
    expect(hear(silent, 'soft-bounced')?.status).toBe('soft-bounced');
    expect(hear(silent, 'delivered')?.status).toBe('delivered');
  });

  it('ends in the same state in any order and with any repeats', () => {
    const events = fc.uniqueArray(fc.constantFrom(...outcomes), { minLength: 1 });
    const begun = fc.constantFrom(...unsettled);
    fc.assert(
      fc.property(events, begun, fc.infiniteStream(fc.nat()), (once, status, choices) => {
        const applied = (order: MailEventOutcome[]) =>
          order.reduce<Notice>((notice, outcome) => hear(notice, outcome) ?? notice, {
            ...sending,
            status,
          });
        const repeated = [...once, ...once];
        const shuffled = repeated
          .map((outcome) => ({ outcome, by: choices.next().value }))
          .sort((one, other) => one.by - other.by)
          .map(({ outcome }) => outcome);
        const { revision: _, ...expected } = applied(once);
        expect(applied(shuffled)).toMatchObject(expected);
        expect(Object.keys(applied(shuffled)).sort()).toEqual(Object.keys(applied(once)).sort());
      }),
    );
  });
});

describe('through any life, a notice', () => {
  type Step = { minutes: number; outcome: SendOutcome['type'] | 'nothing' | MailEventOutcome };
  const step: fc.Arbitrary<Step> = fc.record({
    minutes: fc.integer({ min: 0, max: 30 }),
    outcome: fc.constantFrom<Step['outcome']>(
      ...(['retry', 'stop-the-line', 'refused', 'unknown', 'nothing', ...outcomes] as const),
    ),
  });

  it('rises in revision by one at each change, never loses its way and never wakes in the past', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let notice = pending;
        let now = Date.parse(noon);
        for (const { minutes, outcome } of steps) {
          now += minutes * 60_000;
          const next = take(notice, outcome, new Date(now).toISOString());
          if (next === notice) continue;
          expect(next.revision).toBe(notice.revision + 1);
          expect(() => noticeSchema.parse(next)).not.toThrow();
          const open = ['pending', 'sending', 'unknown', 'accepted'].includes(next.status);
          expect(next.wakeAt !== undefined).toBe(open);
          if (next.wakeAt && next.status !== 'pending') expect(Date.parse(next.wakeAt)).toBeGreaterThan(now);
          expect(next.attempts).toBeGreaterThanOrEqual(0);
          notice = next;
        }
      }),
    );
  });

  function take(notice: Notice, outcome: Step['outcome'], now: string): Notice {
    if (outcomes.includes(outcome as MailEventOutcome) && outcome !== 'accepted')
      return hear(notice, outcome as MailEventOutcome) ?? notice;
    if (notice.status === 'sending' && outcome !== 'nothing')
      return settleAttempt(notice, { type: outcome, error: 'E', messageId: 'm-1' } as SendOutcome, at(now));
    const planned = planSend(notice, complaint, at(now));
    return planned.type === 'leave' ? notice : planned.notice;
  }
});
