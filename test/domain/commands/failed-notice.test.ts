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
    ['receipt', { id: 'receipt', kind: 'receipt' as const }, received, 'receipt'],
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

  it.each([
    'unreachable',
    'refused-by-ses',
    'given-up',
    'unconfirmed',
    'soft-bounced',
    'bounced',
    'suppressed',
    'rejected',
    'reported-as-spam',
  ] as const)('is told otherwise where it was %s', (outcome) => {
    const { complaint, events } = learn(answered.complaint, failing(noticeIn(answered), { outcome }));
    expect(events[0]).toEqual({
      type: 'NoticeNotDelivered',
      notice: 'response',
      kind: 'response',
      why: outcome,
      failedAt: '2027-01-15T16:00:00.000Z',
    });
    expect(owedBy(complaint, 'contact-response').dueOn).toBe('2027-01-18');
  });

  it('is told no other way where it was never sent: its reason was gone, or it would have been one too many', () => {
    for (const outcome of ['cancelled', 'withheld'] as const) {
      const { complaint, events } = learn(answered.complaint, failing(noticeIn(answered), { outcome }));
      expect(events).toEqual([{ type: 'NoticeNotSent', notice: 'response', kind: 'response', why: outcome }]);
      expect(complaint).toEqual({ ...answered.complaint, eventCount: answered.complaint.eventCount + 1 });
    }
  });

  it('tells that it may have been sent, where it had been handed over before it was cancelled', () => {
    const cancelled = failing(noticeIn(answered), { outcome: 'cancelled', attempts: 2 });
    expect(learn(answered.complaint, cancelled).events).toEqual([
      { type: 'NoticeNotSent', notice: 'response', kind: 'response', why: 'cancelled', attempts: 2 },
    ]);
  });

  it('is told otherwise no more once it has arrived, unless it was lost after all', () => {
    const soft = learn(
      answered.complaint,
      failing(noticeIn(answered), { outcome: 'soft-bounced' }),
    ).complaint;
    const arriving = failing(noticeIn(answered), { outcome: 'delivered', at: at('2027-01-16T09:00:00Z') });
    const arrived = learn(soft, arriving).complaint;
    expect(owedBy(arrived, 'contact-response').ended).toBe('arrived');
    expect(arrived.residentUnreached).toBe(false);
    const lost = learn(arrived, failing(noticeIn(answered), { at: at('2027-01-19T09:00:00Z') })).complaint;
    const { ended, dueOn, missed } = owedBy(lost, 'contact-response');
    expect([ended, dueOn, missed]).toEqual([undefined, '2027-01-20', undefined]);
    expect(lost.residentUnreached).toBe(true);
  });

  it('that is told otherwise keeps its reminders when it is owed anew, so that none has the name of another', () => {
    const once = learn(
      answered.complaint,
      failing(noticeIn(answered), { outcome: 'soft-bounced' }),
    ).complaint;
    const reminded = carryOut(once, { type: 'TimePassed' }, '2027-01-18T09:00:00Z').complaint;
    const arriving = failing(noticeIn(answered), { outcome: 'delivered', at: at('2027-01-18T10:00:00Z') });
    const again = learn(learn(reminded, arriving).complaint, failing(noticeIn(answered))).complaint;
    expect(owedBy(again, 'contact-response')).toMatchObject({
      dueOn: '2027-01-18',
      alerted: [{ dueOn: '2027-01-18', workingDays: 0 }],
    });
  });

  it('is told otherwise once, by when it failed last, and each notice for itself', () => {
    const told = failing(noticeIn(answered));
    const once = learn(answered.complaint, told).complaint;
    const again = { ...told, outcome: 'reported-as-spam', at: at('2027-01-19T10:00:00Z') } as const;
    const anew = learn(once, again).complaint;
    expect(contacts(anew)).toMatchObject([{ dueOn: '2027-01-20', missed: ['2027-01-18'] }]);
    expect(inShort(learn(anew, again))).toEqual(['NoticeNotDelivered']);
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
    ['excluded', 'receipt', 0],
    ['merged', 'receipt', 0],
    ['closed', 'exclusion', 0],
    ['excluded', 'exclusion', 1],
    ['excluded', 'points-excluded', 1],
    ['merged', 'merged', 1],
  ] as const)('of a complaint that is %s, a letter of kind %s owes %i calls', (status, kind, count) => {
    const { complaint } = learn({ ...received, status }, failing({ id: kind, kind }));
    expect(contacts(complaint)).toHaveLength(count);
  });

  it.each([
    ['Close', { type: 'Close', by: handler, reason: textRef(6) }, 'closed'],
    ['Withdraw', { type: 'Withdraw' }, 'withdrawn'],
  ] as const)('is owed again where it fails after the complaint went on: %s', (_, stopping, ended) => {
    const told = failing(noticeIn(acknowledged), { at: at('2027-01-11T12:00:00Z') });
    const soft = learn(acknowledged.complaint, { ...told, outcome: 'soft-bounced' }).complaint;
    const stopped = carryOut(soft, stopping, '2027-01-11T13:00:00Z').complaint;
    expect(owedBy(stopped, 'contact-acknowledgement').ended).toBe(ended);
    const reopening: Command = { type: 'Reopen', by: handler, reason: textRef(6) };
    const again = carryOut(stopped, reopening, '2027-01-12T10:00:00Z').complaint;
    const lost = learn(again, failing(noticeIn(acknowledged))).complaint;
    expect(contacts(lost)).toMatchObject([{ dueOn: '2027-01-18' }]);
    expect(contacts(lost)[0]).not.toHaveProperty('ended');
  });

  it('says nothing of whoever leads now, where it was for the lead before', () => {
    const led: Complaint = { ...acknowledged.complaint, party: 2, ledSince: 2 };
    const told = failing(noticeIn(acknowledged), { party: 1 });
    const { complaint, events } = learn(led, told);
    expect(events).toMatchObject([{ type: 'NoticeNotDelivered', to: 'earlier-lead' }]);
    expect([complaint.residentUnreached, contacts(complaint)]).toEqual([false, []]);
    const unreached: Complaint = { ...led, residentUnreached: true };
    expect(learn(unreached, { ...told, outcome: 'delivered' }).complaint.residentUnreached).toBe(true);
    expect(learn(led, { ...told, party: 2 }).complaint.residentUnreached).toBe(true);
    // One that was never sent nobody knows of: whoever leads now is told by phone or post.
    const unsent = learn(led, { ...told, outcome: 'unreachable' }).complaint;
    expect([unsent.residentUnreached, contacts(unsent).length]).toEqual([false, 1]);
  });

  it.each([
    ['a link that was asked for', { id: 'access-link_1', kind: 'access-link' }, acknowledged.complaint],
    ['of a complaint that nobody works on any more', noticeIn(closed), closed.complaint],
  ] as const)('is told no other way where it was %s', (_, notice, complaint) => {
    const { complaint: after, events } = learn(complaint, failing(notice));
    expect(events.map(({ type }) => type)).toEqual(['NoticeNotDelivered']);
    expect(contacts(after)).toEqual([]);
  });
});

describe('a notice to somebody else that does not arrive', () => {
  const asking: Command = {
    type: 'AskQuestion',
    by: handler,
    asked: { contractor: textRef(6) },
    text: textRef(7),
  };
  const asked = carryOut(complaintAcknowledged(), asking, '2027-01-14T10:00:00Z');
  const unasked = failing(noticeIn(asked), { to: 'contractor' });
  const contact = 'contact-question-1_2027-01-19_asked';

  it('puts a question to a contractor: somebody rings them, for as long as it is open', () => {
    const { complaint, events } = learn(asked.complaint, unasked);
    expect(events).toMatchObject([
      { type: 'NoticeNotDelivered', to: 'contractor', why: 'bounced' },
      { type: 'ContactOwed' },
    ]);
    expect(owedBy(complaint, contact).dueOn).toBe('2027-01-18');
    expect(complaint.residentUnreached).toBe(false);
    const answer: Command = { type: 'AnswerQuestion', question: 'question-1', answer: textRef(8) };
    const done = carryOut(complaint, answer, '2027-01-15T17:00:00Z').complaint;
    expect(owedBy(done, contact).ended).toBe('answered');
    const before = carryOut(asked.complaint, answer, '2027-01-14T17:00:00Z').complaint;
    expect(inShort(learn(before, unasked))).toEqual(['NoticeNotDelivered']);
    const ended = carryOut(asked.complaint, { type: 'Withdraw' }, '2027-01-14T17:00:00Z').complaint;
    expect(inShort(learn(ended, unasked))).toEqual(['NoticeNotDelivered']);
  });

  it('is not made good by a call to the resident, nor is that call by one to them', () => {
    const reaching = {
      type: 'NoteContact',
      by: handler,
      how: 'phone',
      reached: true,
      note: textRef(7),
    } as const;
    const lost = learn(asked.complaint, unasked).complaint;
    const both = learn(lost, failing(noticeIn(acknowledged))).complaint;
    const states = (change: { obligation?: string }) => {
      const { complaint } = carryOut(both, { ...reaching, ...change }, '2027-01-15T17:00:00Z');
      const met = contacts(complaint).map((each) => [each.whom, each.met?.on]);
      return [met, complaint.residentUnreached, complaint.discussed];
    };
    const none = ['contractor', undefined];
    const resident = [undefined, '2027-01-15'];
    expect(states({})).toEqual([[none, resident], false, true]);
    expect(states({ obligation: 'contact-acknowledgement' })).toEqual([[none, resident], false, true]);
    expect(states({ obligation: contact })).toEqual([
      [
        ['contractor', '2027-01-15'],
        [undefined, undefined],
      ],
      true,
      undefined,
    ]);
  });

  it('is a copy of the answer: somebody else is to be told', () => {
    const copy = failing({ id: 'response_copy_p1', kind: 'response' }, { to: 'copied' });
    expect(owedBy(learn(answered.complaint, copy).complaint, 'contact-response_copy_p1').whom).toBe('copied');
  });

  it('and arrives after all is told by nobody, and says nothing of the resident', () => {
    const soft = learn({ ...asked.complaint, residentUnreached: true }, unasked).complaint;
    const { complaint, events } = learn(soft, { ...unasked, outcome: 'delivered' });
    expect(events).toEqual([
      { type: 'NoticeDelivered', notice: 'question-1_2027-01-19_asked', kind: 'question', to: 'contractor' },
    ]);
    expect(owedBy(complaint, contact).ended).toBe('arrived');
    expect(complaint.residentUnreached).toBe(true);
  });

  it('is for one of the staff: whoever holds the rank is told instead', () => {
    const instead: NoticeOwed = {
      id: 'assignment_2_team',
      kind: 'assignment',
      lane: 'routine',
      recipient: { type: 'staff', rank: 'handler' },
      values: {},
    };
    const lost = failing({ id: 'assignment_2', kind: 'assignment' }, { to: 'staff' });
    const { complaint, events, notices } = learn(received, { ...lost, instead });
    expect(events).toMatchObject([{ type: 'NoticeNotDelivered', to: 'staff' }]);
    expect(notices).toEqual([instead]);
    expect(complaint.obligations).toEqual(received.obligations);
    expect(complaint.residentUnreached).toBe(false);
    expect(learn(received, lost).notices).toEqual([]);
  });
});
