import { describe, expect, it } from 'vitest';
import type { RecordDelivery } from '../../../shared/domain/commands/record-delivery.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import type { NoticeOwed } from '../../../shared/domain/notices.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintClosed,
  complaintDrafted,
  complaintReceived,
  handler,
  inShort,
  type Outcome,
  owedBy,
  textRef,
} from '../../support/complaints.ts';
import { at } from '../../support/rules.ts';

const failing = ({ id, kind }: Pick<NoticeOwed, 'id' | 'kind'>, change: Partial<RecordDelivery> = {}) =>
  ({
    type: 'RecordDelivery',
    notice: id,
    kind,
    outcome: 'bounced',
    at: at('2027-01-15T16:00:00Z'),
    ...change,
  }) satisfies RecordDelivery;
const learn = (complaint: Complaint, told: RecordDelivery) => carryOut(complaint, told, told.at);
const noticeIn = ({ notices }: Outcome) => notices[0] as NoticeOwed;
const contacts = ({ obligations }: Complaint) => obligations.filter(({ kind }) => kind === 'contact');

const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
const acknowledging: Command = {
  type: 'Acknowledge',
  by: handler,
  points: [{ definition: textRef(1), responsible: true }],
};
const acknowledged = carryOut(received, acknowledging, '2026-12-30T10:00:00Z');
const answered = carryOut(complaintDrafted(), { type: 'Respond', by: handler }, '2027-01-13T10:00:00Z');
const updated = carryOut(
  complaintAcknowledged(),
  { type: 'GiveUpdate', by: handler, text: textRef(5) },
  '2027-01-13T10:00:00Z',
);
const closed = carryOut(
  complaintAcknowledged(),
  { type: 'Close', by: handler, reason: textRef(6) },
  '2027-01-13T10:00:00Z',
);
const reopened = carryOut(
  closed.complaint,
  { type: 'Reopen', by: handler, reason: textRef(6) },
  '2027-01-14T10:00:00Z',
);

describe('a notice to the resident that does not arrive', () => {
  it.each([
    ['acknowledgement', noticeIn(acknowledged), acknowledged.complaint, 'acknowledgement'],
    ['response', noticeIn(answered), answered.complaint, 'response'],
    ['update', noticeIn(updated), updated.complaint, 'update_4'],
    ['closure', noticeIn(closed), reopened.complaint, 'closure_4'],
  ])('%s: is told otherwise by the next working day', (kind, notice, complaint, id) => {
    expect(notice).toMatchObject({ kind });
    const { complaint: after, events } = learn(complaint, failing(notice));
    expect(events.map(({ type }) => type)).toEqual(['NoticeNotDelivered', 'ContactOwed']);
    expect(contacts(after).map((each) => each.id)).toEqual([`contact-${id}`]);
    expect(contacts(after)[0]).toMatchObject({
      dueOn: '2027-01-18',
      derivation: { countedFrom: 'failed-notice', startOn: '2027-01-15', count: 1 },
    });
    expect(after.residentUnreached).toBe(true);
  });

  it.each(['bounced', 'reported-as-spam', 'rejected', 'refused-by-ses', 'unreachable'] as const)(
    'is told otherwise where it was %s',
    (outcome) => {
      const { complaint } = learn(answered.complaint, failing(noticeIn(answered), { outcome }));
      expect(owedBy(complaint, 'contact-response').dueOn).toBe('2027-01-18');
    },
  );

  it('is told otherwise once, however often it fails, and each notice for itself', () => {
    const told = failing(noticeIn(answered));
    const once = learn(answered.complaint, told).complaint;
    const again = { ...told, outcome: 'reported-as-spam', at: at('2027-01-19T10:00:00Z') } as const;
    expect(inShort(learn(once, again))).toEqual(['NoticeNotDelivered']);
    const noted: Command = {
      type: 'NoteContact',
      by: handler,
      how: 'phone',
      reached: true,
      note: textRef(7),
    };
    const met = carryOut(once, noted, '2027-01-18T10:00:00Z').complaint;
    expect(inShort(learn(met, again))).toEqual(['NoticeNotDelivered']);
    const other = { ...again, notice: 'acknowledgement', kind: 'acknowledgement' } as const;
    expect(contacts(learn(once, other).complaint).map(({ id, dueOn }) => [id, dueOn])).toEqual([
      ['contact-response', '2027-01-18'],
      ['contact-acknowledgement', '2027-01-20'],
    ]);
  });

  it('is told otherwise where it refused stage 2 of a complaint that was closed (Code 5.11)', () => {
    const escalated = carryOut(complaintClosed(), { type: 'Escalate' }, '2027-02-03T10:00:00Z').complaint;
    const refusing: Command = {
      type: 'RefuseEscalation',
      by: handler,
      ground: 'considered-before',
      reasons: textRef(6),
    };
    const refused = carryOut(escalated, refusing, '2027-02-04T10:00:00Z');
    expect(refused.complaint.status).toBe('closed');
    const told = failing(noticeIn(refused), { at: at('2027-02-04T16:00:00Z') });
    expect(contacts(learn(refused.complaint, told).complaint)).toMatchObject([{ dueOn: '2027-02-05' }]);
  });

  it.each([
    ['a receipt', { id: 'receipt', kind: 'receipt' }, received],
    ['a link that was asked for', { id: 'access-link_1', kind: 'access-link' }, acknowledged.complaint],
    ['of a complaint that nobody works on any more', noticeIn(closed), closed.complaint],
  ] as const)('is told no other way where it was %s', (_, notice, complaint) => {
    const { complaint: after, events } = learn(complaint, failing(notice));
    expect(events.map(({ type }) => type)).toEqual(['NoticeNotDelivered']);
    expect(contacts(after)).toEqual([]);
  });
});
