import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintClosed,
  complaintDrafted,
  complaintReceived,
  complaintResponded,
  complaintWithdrawn,
  handler,
  manager,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';

/** Answered on Wednesday 13 January 2027, at day-zero. */
const answered = complaintResponded();
const asked = '2027-02-03T10:00:00Z';
const ask: Command = { type: 'Escalate' };

function draftedWithPoints(): Complaint {
  const defined = carryOut(
    complaintAcknowledged(),
    { type: 'AddPoints', by: handler, points: [{ definition: textRef(7), responsible: true }] },
    '2027-01-04T10:00:00Z',
  ).complaint;
  const outcomes = ['point-1', 'point-2'].map((point) => ({
    point,
    finding: 'not-upheld' as const,
    reasons: textRef(3),
    remedy: 'none' as const,
  }));
  return carryOut(defined, { type: 'Draft', by: handler, outcomes }, '2027-01-05T10:00:00Z').complaint;
}

function withPoints(): Complaint {
  return carryOut(draftedWithPoints(), { type: 'Respond', by: handler }, '2027-01-13T10:00:00Z').complaint;
}

describe('a request for stage 2 (Code 6.10, 6.11, 6.14)', () => {
  it('owes an acknowledgement in 5 working days, and the answer 20 after the last day for that', () => {
    const { complaint } = carryOut(answered, ask, asked);
    expect(owedBy(complaint, 'stage-2-acknowledgement')).toMatchObject({ dueOn: '2027-02-10' });
    expect(owedBy(complaint, 'stage-2-response')).toMatchObject({ dueOn: '2027-03-10', projected: true });
    expect(complaint).toMatchObject({ stage: 2, status: 'received', stage1: { respondedOn: '2027-01-13' } });
  });

  it('is received for the resident at once, with both dates and its points', () => {
    const { notices } = carryOut(answered, ask, asked);
    const receipt = notices.find(({ kind }) => kind === 'escalation-receipt');
    expect(receipt?.tells).toEqual([
      { obligation: 'stage-2-acknowledgement', dueOn: '2027-02-10' },
      { obligation: 'stage-2-response', dueOn: '2027-03-10' },
    ]);
    expect(receipt?.texts).toEqual({ 'points.0.definition': 'text-1' });
  });

  it('asks whoever leads for a reviewer, since nobody handles it any more', () => {
    const assigned = carryOut(
      complaintDrafted(),
      { type: 'Assign', by: handler, handler },
      '2027-01-06T10:00:00Z',
    ).complaint;
    const done = carryOut(assigned, { type: 'Respond', by: handler }, '2027-01-13T10:00:00Z').complaint;
    const { complaint, notices } = carryOut(done, ask, asked);
    expect(complaint.handler).toBeUndefined();
    expect(complaint.stage1?.handler).toBe('handler');
    expect(
      notices.filter(({ kind }) => kind === 'reviewer-needed').map(({ recipient }) => recipient),
    ).toEqual([
      { type: 'staff', rank: 'team-leader' },
      { type: 'staff', rank: 'manager' },
    ]);
  });

  it('takes all points along where none are named, and otherwise those that are named', () => {
    const whole = carryOut(withPoints(), ask, asked).complaint;
    expect(whole.points.map(({ escalated }) => escalated)).toEqual([true, true]);
    const part = carryOut(withPoints(), { type: 'Escalate', points: ['point-2'] }, asked).complaint;
    expect(part.points).toMatchObject([
      { id: 'point-1', finding: 'not-upheld' },
      { id: 'point-2', escalated: true, stage1: { finding: 'not-upheld' } },
    ]);
    expect(part.points[0]).not.toHaveProperty('escalated');
    expect(part.points[1]).not.toHaveProperty('finding');
  });

  it.each<[string, Command, object]>([
    ['names no point', { type: 'Escalate', points: [] }, { type: 'NothingEscalated' }],
    [
      'names a point that is not there',
      { type: 'Escalate', points: ['point-9'] },
      { type: 'UnknownPoint', point: 'point-9', known: ['point-1'] },
    ],
    [
      'names an Ombudsman who is not the landlord’s',
      { type: 'Escalate', ombudsman: 'nobody' },
      { type: 'UnknownOmbudsman', ombudsman: 'nobody', known: ['housing-ombudsman'] },
    ],
    [
      'is said to have come before the answer',
      { type: 'Escalate', by: handler, happenedAt: '2027-01-12T23:59:59Z' as never },
      { type: 'HappenedTooEarly', notBefore: '2027-01-13T00:00:00.000Z', what: 'answer' },
    ],
  ])('is refused where it %s', (_, command, refusal) => {
    expect(refusalOf(answered, command, asked)).toEqual(refusal);
  });

  it('that was made on the phone counts from the day of the call', () => {
    const command: Command = { type: 'Escalate', by: handler, happenedAt: '2027-01-29T09:00:00Z' as never };
    const { complaint } = carryOut(answered, command, asked);
    expect(complaint.escalation).toMatchObject({ requestedOn: '2027-01-29' });
    expect(owedBy(complaint, 'stage-2-acknowledgement').dueOn).toBe('2027-02-05');
  });
});

describe('a request while stage 1 is not answered', () => {
  it('has to wait while stage 1 has its time', () => {
    expect(refusalOf(complaintAcknowledged(), ask, '2027-01-14T23:59:00Z')).toEqual({
      type: 'Stage1NotLate',
      dueOn: '2027-01-14',
    });
  });

  it('goes to stage 2 once the answer is late; the date stays missed, and stage 2 answers what stage 1 had not', () => {
    const { complaint } = carryOut(complaintAcknowledged(), ask, '2027-01-15T00:00:00Z');
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({
      ended: 'escalated',
      missed: ['2027-01-14'],
    });
    expect(owedBy(complaint, 'stage-2-acknowledgement').dueOn).toBe('2027-01-22');
    expect(complaint.points).toMatchObject([{ id: 'point-1', escalated: true }]);
  });

  it('takes along what it does not name: stage 1 answered none of it, and nobody sees what it had drafted', () => {
    const part: Command = { type: 'Escalate', points: ['point-2'] };
    const { complaint } = carryOut(draftedWithPoints(), part, '2027-01-18T10:00:00Z');
    expect(complaint.points).toEqual([
      { id: 'point-1', definition: textRef(1), responsible: true, escalated: true },
      { id: 'point-2', definition: textRef(7), responsible: true, escalated: true },
    ]);
  });

  it('goes there too where nothing was defined, which the acknowledgement does then', () => {
    const silent = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
    const atStage2 = carryOut(silent, ask, '2027-02-03T10:00:00Z').complaint;
    const acknowledge: Command = {
      type: 'Acknowledge',
      by: colleague,
      points: [{ definition: textRef(1), responsible: true }],
    };
    const { complaint } = carryOut(atStage2, acknowledge, '2027-02-05T10:00:00Z');
    expect(complaint.points).toMatchObject([{ id: 'point-1', escalated: true }]);
    expect(owedBy(complaint, 'stage-2-response').dueOn).toBe('2027-03-05');
  });
});

describe('a request where the complaint has ended', () => {
  it('is taken where it was closed: closing shuts nobody out', () => {
    expect(carryOut(complaintClosed(), ask, asked).complaint).toMatchObject({ stage: 2, status: 'received' });
  });

  it('needs a withdrawn complaint to be opened again first', () => {
    expect(refusalOf(complaintWithdrawn(), ask, asked)).toMatchObject({
      type: 'NotPermittedNow',
      why: 'withdrawn',
    });
  });
});

describe('reasons for stage 2 (Code 6.12)', () => {
  it('are asked for where the policy asks, in the receipt, and nobody is refused for lacking them: seeds 001, 002', () => {
    for (const landlord of ['fifteen-day-window', 'two-ombudsmen'] as const) {
      const answer: Command = { type: 'Respond', by: handler, notDiscussed: textRef(6) };
      const told = carryOut(complaintDrafted({ landlord }), answer, '2027-01-13T10:00:00Z').complaint;
      const { notices, complaint } = carryOut(told, ask, asked);
      expect(complaint.stage).toBe(2);
      const receipt = notices.find(({ kind }) => kind === 'escalation-receipt');
      expect(receipt?.values.questions).toMatch(/You do not have to/);
    }
  });

  it('are not asked for where they were given, nor where the policy does not ask: seed 003', () => {
    const given = carryOut(
      complaintResponded({ landlord: 'fifteen-day-window' }),
      { type: 'Escalate', reasons: textRef(8) },
      asked,
    );
    const unasked = carryOut(complaintResponded({ landlord: 'counted-from-receipt' }), ask, asked);
    for (const { notices } of [given, unasked])
      expect(notices.find(({ kind }) => kind === 'escalation-receipt')?.values.questions).toBe('');
    expect(given.complaint.escalation?.reasons).toEqual(textRef(8));
  });
});

describe('the landlord’s own window, which the Code does not set', () => {
  const late: Command = { type: 'Escalate' };

  it.each([
    ['seed 001: 15 working days', 'fifteen-day-window', '2027-02-03T23:59:00Z', undefined],
    ['seed 001: a day later', 'fifteen-day-window', '2027-02-04T00:00:00Z', '2027-02-03'],
    ['seed 004: 20 working days', 'day-zero', '2027-02-10T23:59:00Z', undefined],
    ['seed 004: a day later', 'day-zero', '2027-02-11T00:00:00Z', '2027-02-10'],
    ['seed 003 sets none', 'counted-from-receipt', '2027-12-01T10:00:00Z', undefined],
    ['the Code sets none', 'code-2024', '2027-12-01T10:00:00Z', undefined],
  ] as const)('is noted and refuses nobody by itself: %s', (_, landlord, now, windowEndedOn) => {
    const { complaint } = carryOut(complaintResponded({ landlord }), late, now);
    expect(complaint.stage).toBe(2);
    expect(complaint.escalation?.windowEndedOn).toBe(windowEndedOn);
  });

  it('is told with the answer, where there is one', () => {
    const told = (['fifteen-day-window', 'counted-from-receipt'] as const).map(
      (landlord) =>
        carryOut(complaintDrafted({ landlord }), { type: 'Respond', by: handler }, '2027-01-13T10:00:00Z')
          .notices[0]?.values.window,
    );
    expect(told).toEqual([
      'Please ask by Wednesday 3 February 2027 if you can. You can still ask after that day. Tell us if you had a reason to wait.',
      '',
    ]);
  });

  it('counts from the date on the letter at seed 001, and from the day it was given at seed 004', () => {
    const windows = (['fifteen-day-window', 'day-zero'] as const).map((landlord) => {
      const given: Command = {
        type: 'Respond',
        by: handler,
        datedOn: '2027-01-08' as never,
        alreadyGiven: { how: 'letter', evidence: textRef(5) },
      };
      const posted = carryOut(complaintDrafted({ landlord }), given, '2027-01-13T10:00:00Z').complaint;
      return carryOut(posted, late, '2027-03-01T10:00:00Z').complaint.escalation?.windowEndedOn;
    });
    expect(windows).toEqual(['2027-01-29', '2027-02-10']);
  });
});

describe('a message that asks for stage 2', () => {
  it('asked for it on the day it was sent, however late it was read', () => {
    const sent = carryOut(
      answered,
      { type: 'SendMessage', text: textRef(8) },
      '2027-01-29T22:00:00Z',
    ).complaint;
    const triage: Command = {
      type: 'TriageMessage',
      by: handler,
      message: 'message-1',
      outcome: 'wants-stage-2',
    };
    const { complaint } = carryOut(sent, triage, '2027-02-02T10:00:00Z');
    expect(complaint).toMatchObject({ stage: 2, escalation: { requestedOn: '2027-01-29' } });
    expect(owedBy(complaint, 'stage-2-acknowledgement').dueOn).toBe('2027-02-05');
  });

  it('is a message like any other while stage 1 has its time', () => {
    const sent = carryOut(
      complaintAcknowledged(),
      { type: 'SendMessage', text: textRef(8) },
      '2027-01-04T10:00:00Z',
    );
    const triage: Command = {
      type: 'TriageMessage',
      by: handler,
      message: 'message-1',
      outcome: 'wants-stage-2',
    };
    const { complaint } = carryOut(sent.complaint, triage, '2027-01-05T10:00:00Z');
    expect(complaint).toMatchObject({ stage: 1, messages: [{ outcome: 'wants-stage-2' }] });
  });

  it('is a message like any other where stage 2 was refused since: the refusal answered it', () => {
    const escalated = carryOut(answered, ask, asked).complaint;
    const message: Command = { type: 'SendMessage', text: textRef(8) };
    const sent = carryOut(escalated, message, '2027-02-03T11:00:00Z').complaint;
    const refusal: Command = {
      type: 'RefuseEscalation',
      by: manager,
      ground: 'considered-before',
      reasons: textRef(9),
    };
    const refused = carryOut(sent, refusal, '2027-02-08T10:00:00Z').complaint;
    const triage: Command = {
      type: 'TriageMessage',
      by: handler,
      message: 'message-1',
      outcome: 'wants-stage-2',
    };
    const { complaint } = carryOut(refused, triage, '2027-02-09T10:00:00Z');
    expect(complaint).toMatchObject({ stage: 1, messages: [{ outcome: 'wants-stage-2' }] });
    const before: Command = { type: 'Escalate', by: handler, happenedAt: '2027-02-07T10:00:00Z' as never };
    expect(refusalOf(complaint, before, '2027-02-09T10:00:00Z')).toEqual({
      type: 'HappenedTooEarly',
      notBefore: '2027-02-08T00:00:00.000Z',
      what: 'refusal',
    });
  });
});
