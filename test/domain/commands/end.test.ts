import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintClosed,
  complaintReceived,
  complaintResponded,
  complaintWithdrawn,
  handler,
  inShort,
  kept,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

const now = '2027-01-08T10:00:00Z';
const withdrawing: Command = { type: 'Withdraw' };
const closing: Command = { type: 'Close', by: handler, reason: textRef(5) };
const reopening: Command = { type: 'Reopen', by: handler, reason: textRef(6) };
const adding: Command = {
  type: 'AddAction',
  by: handler,
  description: textRef(7),
  owner: colleague,
  dueOn: date('2027-02-10'),
};
const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
const busy = [
  adding,
  { type: 'SendMessage', text: textRef(8) } as const,
  { type: 'AskQuestion', by: handler, asked: { staff: colleague }, text: textRef(9) } as const,
  { type: 'PrepareExtension', by: handler, newDueOn: date('2027-01-28'), reason: textRef(10) } as const,
].reduce(
  (each, command) => carryOut(each, command, '2027-01-05T10:00:00Z').complaint,
  complaintAcknowledged(),
);

describe('a complaint that is withdrawn', () => {
  const { complaint, events, notices } = carryOut(busy, withdrawing, now);

  it('owes nothing any more but to read what the resident wrote (Code 6.10)', () => {
    expect(complaint.status).toBe('withdrawn');
    expect(complaint.obligations.map(({ id, ended }) => [id, ended])).toEqual([
      ['stage-1-acknowledgement', undefined],
      ['stage-1-response', 'withdrawn'],
      ['action-1', 'withdrawn'],
      ['message-1', undefined],
      ['question-1', 'withdrawn'],
    ]);
    expect(complaint.extensions[0]?.state).toBe('overtaken');
  });

  it('was withdrawn by the resident themself, or by staff who were told', () => {
    expect(events).toEqual([{ type: 'ComplaintWithdrawn', happenedAt: '2027-01-08T10:00:00.000Z' }]);
    expect(notices).toMatchObject([{ id: 'withdrawal_8', kind: 'withdrawal', values: { reason: '' } }]);
    const told: Command = {
      type: 'Withdraw',
      by: handler,
      happenedAt: at('2027-01-07T10:00:00Z'),
      reason: textRef(3),
    };
    expect(carryOut(busy, told, now).events).toEqual([
      {
        type: 'ComplaintWithdrawn',
        happenedAt: '2027-01-07T10:00:00.000Z',
        by: 'handler',
        reason: textRef(3),
      },
    ]);
  });

  it('is not withdrawn before it was received, nor in the future', () => {
    for (const [happenedAt, type] of [
      ['2026-12-23T14:59:00Z', 'HappenedTooEarly'],
      ['2027-01-08T10:01:00Z', 'HappenedInFuture'],
    ] as const) {
      expect(refusalOf(busy, { type: 'Withdraw', happenedAt: at(happenedAt) }, now).type).toBe(type);
      expect(
        refusalOf(
          received,
          { type: 'Close', by: handler, reason: textRef(5), happenedAt: at(happenedAt) },
          now,
        ).type,
      ).toBe(type);
    }
  });

  it('is told nothing where it cannot be mailed', () => {
    const unreachable = complaintAcknowledged({ reachableByEmail: false });
    expect(carryOut(unreachable, withdrawing, now).notices).toEqual([]);
    expect(carryOut(unreachable, closing, now).notices).toEqual([]);
  });
});

describe('a complaint that is closed', () => {
  it('is closed with a reason, at any stage', () => {
    const { complaint, events, notices, wakes } = carryOut(received, closing, now);
    expect(complaint.obligations.map(({ ended }) => ended)).toEqual(['closed', 'closed']);
    expect(events).toEqual([
      { type: 'ComplaintClosed', by: 'handler', happenedAt: '2027-01-08T10:00:00.000Z', reason: textRef(5) },
    ]);
    expect(notices).toMatchObject([{ id: 'closure_2', kind: 'closure', texts: { reason: 'text-5' } }]);
    expect(wakes).toBeUndefined();
  });

  it('is told of stage 2 where that was not asked for yet, and never after it', () => {
    const atStage2 = carryOut(complaintResponded(), { type: 'Escalate' }, '2027-02-03T10:00:00Z').complaint;
    const told = [complaintResponded(), atStage2].map(
      (complaint) => carryOut(complaint, closing, '2027-02-04T10:00:00Z').notices[0]?.values.stage2,
    );
    expect(told).toEqual([
      'If we have answered it and you are not happy with the answer, you can ask for stage 2, and you do not have to tell us why.',
      '',
    ]);
  });

  it('is not closed while the resident waits to be read, or for what was promised (Code 6.6, 6.10)', () => {
    expect(refusalOf(busy, closing, now)).toEqual({
      type: 'MessagesUnread',
      messages: [{ id: 'message-1', dueOn: '2027-01-07' }],
    });
    const reading: Command = {
      type: 'TriageMessage',
      by: handler,
      message: 'message-1',
      outcome: 'answered',
    };
    expect(refusalOf(carryOut(busy, reading, now).complaint, closing, now)).toEqual({
      type: 'ActionsOpen',
      actions: [{ id: 'action-1', dueOn: '2027-02-10' }],
    });
  });
});

describe('a closed complaint that is opened again', () => {
  it('owes what it owed, by the dates that stood', () => {
    const closed = carryOut(complaintAcknowledged(), closing, now).complaint;
    const { complaint, events, notices, wakes } = carryOut(closed, reopening, '2027-01-11T10:00:00Z');
    expect(complaint.status).toBe('acknowledged');
    expect(events[0]).toMatchObject({ type: 'ComplaintReopened', renewed: [] });
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({ dueOn: '2027-01-14' });
    expect(owedBy(complaint, 'stage-1-response')).not.toHaveProperty('ended');
    expect(wakes).toBe('2027-01-11T09:00:00.000Z');
    expect(notices[0]?.values).toMatchObject({
      next: '',
      'promises.0.task': 'answer your complaint by Thursday 14 January 2027',
      'promises.0.explanation': expect.stringMatching(/^Thursday 14 January 2027 is 10 working days after/),
    });
  });

  it('has missed a date that passed while it was closed', () => {
    const closed = carryOut(complaintAcknowledged(), closing, now).complaint;
    const { complaint: reopened, notices } = carryOut(closed, reopening, '2027-01-20T10:00:00Z');
    expect(notices[0]?.values).toMatchObject({
      'promises.0.task': 'answer your complaint as soon as we can',
      'promises.0.explanation':
        'We promised to do so by Thursday 14 January 2027. We are late, and we are sorry.',
    });
    expect(inShort(carryOut(reopened, { type: 'TimePassed' }, '2027-01-20T10:00:00Z')).slice(0, 2)).toEqual([
      'stage-1-response 1 to manager for -3 and -1 and 0 too',
      'stage-1-response apologised',
    ]);
  });

  it('owes nothing more where it was answered', () => {
    const { complaint, notices, wakes } = carryOut(complaintClosed(), reopening, '2027-01-21T10:00:00Z');
    expect(notices[0]?.values).toEqual({
      next: 'You have our answer already. We will now look at what is still to be put right. If you are not happy with the answer, you can ask for stage 2, and you do not have to tell us why.',
    });
    expect(complaint.status).toBe('responded');
    expect(wakes).toBeUndefined();
    expect(carryOut(complaint, adding, '2027-01-21T10:00:00Z').complaint.actions).toHaveLength(1);
  });
});

describe('a withdrawn complaint that is opened again', () => {
  const monday = '2027-03-01T10:00:00Z';

  it('is dealt with anew: both dates are counted from that day', () => {
    const { complaint } = carryOut(carryOut(received, withdrawing, now).complaint, reopening, monday);
    expect(complaint).toMatchObject({ status: 'received', receivedOn: '2026-12-23' });
    expect(owedBy(complaint, 'stage-1-acknowledgement')).toMatchObject({
      dueOn: '2027-03-08',
      derivation: { countedFrom: 'reopening', startOn: '2027-03-01' },
    });
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({ dueOn: '2027-03-22', projected: true });
  });

  it.each([
    ['in time', '2027-03-03T10:00:00Z', '2027-03-17', undefined],
    ['late', '2027-03-10T10:00:00Z', '2027-03-22', '2027-03-24'],
  ])('has its answer counted from the acknowledgement that follows, %s', (_, then, answerBy, codeDueOn) => {
    const reopened = carryOut(carryOut(received, withdrawing, now).complaint, reopening, monday).complaint;
    const acknowledging: Command = {
      type: 'Acknowledge',
      by: handler,
      points: [{ definition: textRef(1), responsible: true }],
    };
    const { complaint } = carryOut(reopened, acknowledging, then);
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({ dueOn: answerBy, projected: false });
    expect(owedBy(complaint, 'stage-1-response').codeDueOn).toBe(codeDueOn);
  });

  it('owes its answer from that day where it was acknowledged before, and may be put off from there', () => {
    const { complaint } = carryOut(complaintWithdrawn(), reopening, monday);
    expect(complaint.status).toBe('acknowledged');
    expect(owedBy(complaint, 'stage-1-acknowledgement').met).toEqual({ on: '2026-12-30', ...kept });
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({
      dueOn: '2027-03-15',
      derivation: { countedFrom: 'reopening', startOn: '2027-03-01' },
    });
  });

  it('may be put off as far as any other, whatever was put off before it was withdrawn', () => {
    const byLetter = { how: 'letter', evidence: textRef(4) } as const;
    const extending: Command = {
      type: 'Extend',
      by: handler,
      newDueOn: date('2027-01-28'),
      reason: textRef(3),
      alreadyGiven: byLetter,
    };
    const extended = carryOut(complaintAcknowledged(), extending, now).complaint;
    const reopened = carryOut(carryOut(extended, withdrawing, now).complaint, reopening, monday).complaint;
    // Ten working days after 15 March, without Good Friday and Easter Monday.
    const again: Command = { ...extending, newDueOn: date('2027-03-31') };
    expect(owedBy(carryOut(reopened, again, monday).complaint, 'stage-1-response')).toMatchObject({
      dueOn: '2027-03-31',
      derivation: { startOn: '2027-03-15', count: 10 },
    });
    expect(refusalOf(reopened, { ...again, newDueOn: date('2027-04-01') }, monday)).toEqual({
      type: 'BeyondCap',
      latest: '2027-03-31',
    });
  });

  it('has its actions again by their dates, and none of its questions', () => {
    const { complaint } = carryOut(
      carryOut(busy, withdrawing, now).complaint,
      reopening,
      '2027-01-11T10:00:00Z',
    );
    expect(owedBy(complaint, 'action-1')).toMatchObject({ dueOn: '2027-02-10' });
    expect(owedBy(complaint, 'action-1')).not.toHaveProperty('ended');
    expect(owedBy(complaint, 'question-1').ended).toBe('withdrawn');
  });
});

describe('opening a complaint again', () => {
  it('is refused where it is open', () => {
    expect(refusalOf(complaintResponded(), reopening, '2027-01-14T10:00:00Z')).toEqual({
      type: 'NotPermittedNow',
      command: 'Reopen',
      status: 'responded',
      why: 'open-already',
    });
  });

  it('is not told from the future', () => {
    const early: Command = {
      type: 'Reopen',
      by: handler,
      reason: textRef(6),
      happenedAt: at('2027-01-22T10:00:00Z'),
    };
    expect(refusalOf(complaintClosed(), early, '2027-01-21T10:00:00Z').type).toBe('HappenedInFuture');
  });
});
