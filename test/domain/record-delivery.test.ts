import { describe, expect, it } from 'vitest';
import type { RecordDelivery } from '../../shared/domain/commands/record-delivery.ts';
import { complaintReceived, when, whenTimePasses } from '../support/complaints.ts';
import { at, contextAt } from '../support/rules.ts';

const complaint = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
const told = (outcome: RecordDelivery['outcome']): RecordDelivery => ({
  type: 'RecordDelivery',
  notice: 'receipt',
  kind: 'receipt',
  outcome,
  at: at('2026-12-23T15:01:00Z'),
});
const record = (outcome: RecordDelivery['outcome'], now: string, about = complaint) =>
  when(about, told(outcome), contextAt(now));

describe('what became of a notice', () => {
  const about = { notice: 'receipt', kind: 'receipt' };
  it.each([
    ['accepted', { type: 'NoticeAccepted', ...about, acceptedAt: '2026-12-23T15:01:00.000Z' }],
    ['delivered', { type: 'NoticeDelivered', ...about }],
    ['cancelled', { type: 'NoticeNotSent', ...about, why: 'cancelled' }],
    ['withheld', { type: 'NoticeNotSent', ...about, why: 'withheld' }],
  ] as const)('%s is one event and owes nothing', (outcome, event) => {
    const { events, notices } = record(outcome, '2026-12-23T15:01:00Z');
    expect([events, notices]).toEqual([[event], []]);
  });

  it('meets no obligation and changes no date', () => {
    expect(record('delivered', '2026-12-23T15:01:00Z').complaint.obligations).toEqual(complaint.obligations);
  });

  it('recorded in time leaves the complaint to wake at its next rung', () => {
    expect(record('delivered', '2026-12-23T15:01:00Z').wakes).toBe('2026-12-29T09:00:00.000Z');
  });

  it('recorded after a rung has passed and before the sweep leaves that rung due', () => {
    const late = record('delivered', '2026-12-29T09:02:00Z');
    expect(late.wakes).toBe('2026-12-29T09:00:00.000Z');
    expect(whenTimePasses(late.complaint, '2026-12-29T09:05:00Z').events).toMatchObject([
      { type: 'AlertGiven', workingDays: -3, skipped: [] },
    ]);
  });

  it('recorded after an apology has come due leaves the apology due', () => {
    const alerted = whenTimePasses(complaint, '2027-01-05T09:00:00Z').complaint;
    expect(record('delivered', '2027-01-05T12:03:00Z', alerted).wakes).toBe('2027-01-05T12:00:00.000Z');
  });
});
