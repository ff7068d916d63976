import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintClosed,
  complaintResponded,
  handler,
  manager,
  owedBy,
  textRef,
} from '../support/complaints.ts';
import { excluding } from '../support/exclusions.ts';
import { at, date } from '../support/rules.ts';

const text = textRef(9);
const refusing: Command = { type: 'RefuseEscalation', by: manager, ground: 'other', reasons: text };
const closing: Command = { type: 'Close', by: handler, reason: text };
const escalating: Command = { type: 'Escalate' };

/** Each command an hour after the one before, from ten o’clock on Monday 1 February 2027. */
function later(complaint: Complaint, ...commands: Command[]): Complaint {
  return commands.reduce(
    (each, command, hour) => carryOut(each, command, `2027-02-01T${10 + hour}:00:00Z`).complaint,
    complaint,
  );
}

describe('what was asked and promised at stage 2, whose request is refused', () => {
  it('is asked no longer', () => {
    const asking: Command = { type: 'AskQuestion', by: handler, asked: { staff: colleague }, text };
    const complaint = later(complaintResponded(), escalating, asking, refusing);
    expect(owedBy(complaint, 'question-1').ended).toBe('refused');
  });

  it('keeps open what was closed before (Code 6.6)', () => {
    const promising: Command = {
      type: 'AddAction',
      by: handler,
      description: text,
      owner: handler,
      dueOn: date('2027-03-01'),
    };
    expect(later(complaintClosed(), escalating, refusing)).toMatchObject({ stage: 1, status: 'closed' });
    expect(later(complaintClosed(), escalating, promising, refusing)).toMatchObject({
      stage: 1,
      status: 'responded',
    });
  });
});

describe('stage 1 that was closed without an answer', () => {
  it('is not owed again where stage 2 is closed too, and opened again', () => {
    const reopening: Command = { type: 'Reopen', by: handler, reason: text };
    const complaint = later(complaintAcknowledged(), closing, escalating, closing, reopening);
    expect(complaint.obligations.map(({ id, ended }) => [id, ended])).toEqual([
      ['stage-1-acknowledgement', undefined],
      ['stage-1-response', 'escalated'],
      ['stage-2-acknowledgement', undefined],
      ['stage-2-response', undefined],
    ]);
  });
});

describe('a date that was promised with an extension', () => {
  it('keeps the Code’s own date that it came too late for, whatever day of receipt is corrected', () => {
    // Counted from receipt: due on 11 January by the policy, and on the 14th by the Code.
    const commands: [string, Command][] = [
      ['2027-01-11T10:00:00Z', { type: 'Extend', by: handler, newDueOn: date('2027-01-20'), reason: text }],
      [
        '2027-01-11T10:05:00Z',
        {
          type: 'RecordDelivery',
          notice: 'extension-1',
          kind: 'extension',
          outcome: 'bounced',
          at: at('2027-01-11T10:05:00Z'),
        },
      ],
      ['2027-01-12T00:00:00Z', { type: 'TimePassed' }],
      [
        '2027-01-12T10:00:00Z',
        { type: 'CorrectDate', by: handler, what: 'received', is: at('2026-12-22T15:00:00Z'), reason: text },
      ],
    ];
    const complaint = commands.reduce(
      (each, [now, command]) => carryOut(each, command, now).complaint,
      complaintAcknowledged({ landlord: 'counted-from-receipt' }),
    );
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({
      dueOn: '2027-01-20',
      codeDueOn: '2027-01-14',
      missed: ['2027-01-11'],
    });
  });
});

describe('a complaint that was acknowledged, not taken on after all, and begun anew', () => {
  it('is acknowledged again by a letter of its own, also where the resident came back in between', () => {
    const acknowledging: Command = { type: 'Acknowledge', by: handler, points: [] };
    const begunAnew: Command[] = [
      excluding,
      { type: 'AcceptAfterAll', by: manager, reason: text },
      { type: 'Withdraw' },
      { type: 'Reopen', by: handler, reason: text },
    ];
    const complaint = later(complaintAcknowledged(), ...begunAnew);
    const { notices } = carryOut(complaint, acknowledging, '2027-02-02T10:00:00Z');
    expect(notices.map(({ id }) => id)).toEqual(['acknowledgement_8']);
  });
});
