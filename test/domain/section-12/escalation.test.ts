import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  handler,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { date, type LandlordId, landlordIds } from '../../support/rules.ts';
import {
  acknowledgedAgain,
  answer,
  answered,
  day,
  finalAnswer,
  readyToAnswer,
  readyToAnswerFinally,
} from './lives.ts';

/** Sections 12.5 and 12.8: the way to stage 2, and what stage 2 looks at. */

const ask: Command = { type: 'Escalate' };
const helps = 'It helps us if you tell us why you are not happy with our answer.';
const free = 'You do not have to answer these: we look at your complaint again either way.';

function questionsAsked(landlord: LandlordId, command: Command): string | undefined {
  const { complaint, notices } = carryOut(answered(landlord), command, day('2027-02-03'));
  expect([complaint.stage, complaint.status]).toEqual([2, 'received']);
  return notices.find(({ kind }) => kind === 'escalation-receipt')?.values.questions;
}

describe('a request for stage 2 without reasons is a request (Code 6.12)', () => {
  it.each<[LandlordId, string]>([
    ['six-month-limit', ''],
    [
      'fifteen-day-window',
      `${helps} Which part of your complaint has not been put right? How do you think we could put it right? You do not have to answer these.`,
    ],
    [
      'two-ombudsmen',
      `${helps} Why are you not satisfied with our decision at stage 1? Is there anything new that might change it? ${free}`,
    ],
    ['counted-from-receipt', ''],
    [
      'day-zero',
      `${helps} Why are you still dissatisfied? What would you like us to do to put it right? ${free}`,
    ],
    ['code-2024', ''],
  ])('%s: its receipt asks “%s”', (landlord, questions) => {
    expect(questionsAsked(landlord, ask)).toBe(questions);
  });

  it.each(landlordIds)('%s: whoever gives reasons is not asked for them', (landlord) => {
    expect(questionsAsked(landlord, { ...ask, reasons: textRef(9) })).toBe('');
  });
});

describe('what comes before stage 2 by a landlord’s text holds nobody back (Code 5.11, 6.10)', () => {
  it.each<[LandlordId, string]>([
    ['fifteen-day-window', 'acceptance'],
    ['day-zero', 'discussion'],
  ])('%s: its clocks run from the request, without any %s', (landlord) => {
    const { complaint } = carryOut(answered(landlord), ask, day('2027-01-08'));
    expect(owedBy(complaint, 'stage-2-acknowledgement').dueOn).toBe('2027-01-15');
    expect(owedBy(complaint, 'stage-2-response').dueOn).toBe('2027-02-12');
  });
});

describe('a part of a complaint goes to stage 2 (Code 6.10, 6.18)', () => {
  const outcomes = ['point-1', 'point-2'].map((point) => ({
    point,
    finding: 'not-upheld' as const,
    reasons: textRef(3),
    remedy: 'none' as const,
  }));
  const steps: [Command, string][] = [
    [
      { type: 'AddPoints', by: handler, points: [{ definition: textRef(2), responsible: true }] },
      '2027-01-04',
    ],
    [{ type: 'Draft', by: handler, outcomes }, '2027-01-05'],
    [{ type: 'Respond', by: handler, notDiscussed: textRef(8) }, '2027-01-08'],
    [{ ...ask, points: ['point-2'] }, '2027-02-03'],
    [{ type: 'Acknowledge', by: handler, points: [] }, '2027-02-05'],
  ];
  const partly = (landlord: LandlordId) =>
    steps.reduce<Complaint>(
      (state, [command, on]) => carryOut(state, command, day(on)).complaint,
      complaintAcknowledged({ landlord }),
    );

  it.each(landlordIds)('%s: that part is answered, all of it, and no other', (landlord) => {
    const lacking = refusalOf(partly(landlord), finalAnswer, day('2027-03-01'));
    expect(lacking).toMatchObject({
      missing: [{ point: 'point-2', lacks: ['finding', 'reasons', 'remedy'] }],
    });
    const drafting: Command = { type: 'Draft', by: colleague, outcomes: outcomes.slice(1) };
    const ready = carryOut(partly(landlord), drafting, day('2027-02-22')).complaint;
    const [letter] = carryOut(ready, finalAnswer, day('2027-03-01')).notices;
    expect(letter?.texts).toEqual({ 'points.0.definition': 'text-2', 'points.0.reasons': 'text-3' });
  });
});

describe('a late answer at stage 1 keeps nobody from stage 2 (Code 6.10)', () => {
  it.each<[LandlordId, string, string]>([
    ['six-month-limit', '2027-01-14', '2027-01-15'],
    ['fifteen-day-window', '2027-01-14', '2027-01-15'],
    ['two-ombudsmen', '2027-01-14', '2027-01-15'],
    ['counted-from-receipt', '2027-01-11', '2027-01-12'],
    ['day-zero', '2027-01-14', '2027-01-15'],
    ['code-2024', '2027-01-14', '2027-01-15'],
  ])('%s: not yet on %s, and from %s on', (landlord, dueOn, late) => {
    const waiting = complaintAcknowledged({ landlord });
    expect(refusalOf(waiting, ask, day(dueOn))).toEqual({ type: 'Stage1NotLate', dueOn });
    expect(carryOut(waiting, ask, day(late)).complaint.stage).toBe(2);
  });
});

describe('the promises of stage 1 that are open when stage 2 answers (Code 6.17; seed 004)', () => {
  const promise: Command = {
    type: 'AddAction',
    by: handler,
    description: textRef(5),
    owner: handler,
    dueOn: date('2027-04-30'),
  };

  it.each(landlordIds)('%s: are each answered before it is', (landlord) => {
    const promised = carryOut(readyToAnswer(landlord), promise, day('2027-01-08')).complaint;
    const stage1 = carryOut(promised, answer, day('2027-01-08')).complaint;
    const ready = readyToAnswerFinally(landlord, stage1);
    expect(refusalOf(ready, finalAnswer, day('2027-03-01'))).toEqual({
      type: 'ActionsUnanswered',
      actions: ['action-1'],
    });
    const note: Command = { type: 'UpdateAction', by: handler, action: 'action-1', note: textRef(15) };
    const said = carryOut(ready, note, day('2027-03-01')).complaint;
    const [letter] = carryOut(said, finalAnswer, day('2027-03-01')).notices;
    expect(letter?.texts).toMatchObject({ 'actions.0.description': 'text-5', 'actions.0.note': 'text-15' });
  });
});

describe('stage 2 is the last (Code 5.3, 6.10)', () => {
  it.each(landlordIds)('%s: what is asked for after it is for the Ombudsman', (landlord) => {
    const { complaint } = carryOut(readyToAnswerFinally(landlord), finalAnswer, day('2027-03-01'));
    expect(refusalOf(complaint, ask, day('2027-03-02'))).toMatchObject({ why: 'final-answer-given' });
  });

  it.each(landlordIds)(
    '%s: it defines nothing that stage 1 had not answered (Code 6.8; seed 001)',
    (landlord) => {
      const points = [{ definition: textRef(6), responsible: true }];
      const adding: Command = { type: 'AddPoints', by: colleague, points };
      expect(refusalOf(acknowledgedAgain(landlord), adding, day('2027-02-08'))).toMatchObject({
        why: 'new-issue-at-stage-2',
      });
    },
  );
});
