import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintClosed,
  handler,
  inShort,
  kept,
  late,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at } from '../../support/rules.ts';

const complaint = complaintAcknowledged();
const now = '2027-01-01T11:00:00Z';
const sending: Command = { type: 'SendMessage', text: textRef(7) };
const sent = carryOut(complaint, sending, now);
const triage: Command = {
  type: 'TriageMessage',
  by: handler,
  message: 'message-1',
  outcome: 'wants-stage-2',
};

describe('a message of the resident’s', () => {
  it('is read within two working days by somebody, who is told of it', () => {
    expect(owedBy(sent.complaint, 'message-1')).toMatchObject({
      kind: 'message-triage',
      dueOn: '2027-01-05',
    });
    expect(sent.notices).toEqual([
      {
        id: 'resident-message_message-1',
        kind: 'resident-message',
        lane: 'routine',
        recipient: { type: 'staff', rank: 'handler' },
        reason: { obligation: 'message-1', dueOn: '2027-01-05' },
        values: {
          dueOn: 'Tuesday 5 January 2027',
          explanation:
            'Tuesday 5 January 2027 is 2 working days after Friday 1 January 2027, the day the message came, not counting weekends; as is our practice under 6.11 of the Code with the policy in force from Monday 1 April 2024, by calendar version 1.',
        },
      },
    ]);
  });

  it('is read once somebody said what it is', () => {
    const { complaint: after } = carryOut(sent.complaint, triage, '2027-01-04T10:00:00Z');
    expect(after.messages).toEqual([
      { id: 'message-1', sentAt: at(now), text: textRef(7), outcome: 'wants-stage-2' },
    ]);
    expect(owedBy(after, 'message-1').met).toEqual({ on: '2027-01-04', ...kept });
  });

  it.each([
    ['2027-01-05T23:30:00Z', '2027-01-05T23:45:00Z', { on: '2027-01-05' }, kept],
    ['2027-01-05T23:30:00Z', '2027-01-06T00:00:00Z', { on: '2027-01-05', backdated: true }, kept],
    ['2027-01-06T00:00:00Z', '2027-01-07T10:00:00Z', { on: '2027-01-06' }, late],
  ])(
    'was read on the day on which somebody did; flagged where that turns late into kept: %s told %s',
    (happenedAt, then, told, judged) => {
      const read: Command = { ...triage, happenedAt: at(happenedAt) };
      const { complaint: after, events } = carryOut(sent.complaint, read, then);
      expect(owedBy(after, 'message-1').met).toEqual({ ...told, ...judged });
      expect(events[0]).toMatchObject({ happenedAt: at(happenedAt), ...told });
    },
  );

  it('is not read before the day on which it came', () => {
    const read = (happenedAt: string): Command => ({ ...triage, happenedAt: at(happenedAt) });
    expect(refusalOf(sent.complaint, read('2026-12-31T23:59:59.999Z'), now)).toEqual({
      type: 'HappenedTooEarly',
      notBefore: '2027-01-01T00:00:00.000Z',
      what: 'message',
    });
    const { complaint: after } = carryOut(sent.complaint, read('2027-01-01T00:00:00Z'), now);
    expect(owedBy(after, 'message-1').met).toEqual({ on: '2027-01-01', ...kept });
  });

  it('is first reminded of on the working day before it is due, and not on the day on which it came', () => {
    const wednesday = '2026-12-30T11:00:00Z';
    const written = carryOut(complaint, sending, wednesday);
    expect(owedBy(written.complaint, 'message-1').dueOn).toBe('2027-01-04');
    expect(written.wakes).toBe('2026-12-31T09:00:00.000Z');
    expect(carryOut(written.complaint, { type: 'TimePassed' }, wednesday).events).toEqual([]);
    const thursday = carryOut(written.complaint, { type: 'TimePassed' }, '2026-12-31T09:00:00Z');
    expect(inShort(thursday)).toEqual(['message-1 -1 to handler']);
  });

  it('is read also where the complaint is closed, for it may ask for stage 2 (Code 6.10)', () => {
    const written = carryOut(
      complaintClosed(),
      { type: 'SendMessage', text: textRef(7) },
      '2027-01-21T10:00:00Z',
    );
    expect(owedBy(written.complaint, 'message-1').dueOn).toBe('2027-01-25');
    const { wakes } = carryOut(written.complaint, { type: 'TimePassed' }, '2027-01-21T10:00:00Z');
    expect(wakes).toBe('2027-01-22T09:00:00.000Z');
  });

  it('is not read where it never came, nor twice', () => {
    expect(refusalOf(complaint, triage, now)).toEqual({ type: 'UnknownMessage' });
    const read = carryOut(sent.complaint, triage, now).complaint;
    expect(refusalOf(read, triage, now)).toEqual({ type: 'TriagedAlready' });
  });

  it('is refused where six wait to be read, until one of them was', () => {
    const full = Array<Command>(5)
      .fill(sending)
      .reduce((each, one) => carryOut(each, one, now).complaint, sent.complaint);
    expect(refusalOf(full, sending, now)).toEqual({ type: 'TooManyUnread', most: 6 });
    const read = carryOut(full, triage, now).complaint;
    expect(carryOut(read, sending, now).complaint.messages).toHaveLength(7);
  });
});
