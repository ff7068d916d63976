import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  accused,
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintResponded,
  handler,
  kept,
  leaver,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

const complaint = complaintAcknowledged({ staffComplainedAbout: [accused] });
const now = '2026-12-30T11:00:00Z';
const question: Command = { type: 'AskQuestion', by: handler, asked: { staff: colleague }, text: textRef(7) };
const answer: Command = { type: 'AnswerQuestion', question: 'question-1', answer: textRef(8) };
const asked = carryOut(complaint, question, now);

describe('a question', () => {
  it('is owed an answer within three working days by whoever was asked, and is sent to them', () => {
    expect(owedBy(asked.complaint, 'question-1')).toMatchObject({
      kind: 'contribution',
      dueOn: '2027-01-05',
      owner: 'colleague',
    });
    expect(asked.notices).toEqual([
      {
        id: 'question-1_2027-01-05_asked',
        kind: 'question',
        lane: 'routine',
        recipient: { type: 'staff', rank: 'handler', person: 'colleague' },
        reason: { obligation: 'question-1', dueOn: '2027-01-05' },
        values: {
          dueOn: 'Tuesday 5 January 2027',
          explanation:
            'Tuesday 5 January 2027 is 3 working days after Wednesday 30 December 2026, the day the question was asked, not counting weekends and New Year’s Day (1 January); as is our practice under 6.3 of the Code with the policy in force from Monday 1 April 2024, by calendar version 1.',
          chasing: '',
        },
        texts: { question: 'text-7' },
      },
    ]);
  });

  it('is counted from the day on which it was asked, whenever that is recorded', () => {
    const before: Command = { ...question, happenedAt: at('2026-12-24T16:00:00Z') };
    const { complaint: after, events } = carryOut(complaint, before, now);
    expect(owedBy(after, 'question-1')).toMatchObject({
      dueOn: '2026-12-31',
      derivation: { countedFrom: 'question', startOn: '2026-12-24' },
    });
    expect(events[0]).toMatchObject({ by: 'handler', happenedAt: '2026-12-24T16:00:00.000Z' });
  });

  it('is asked of a contractor at an address that is kept apart', () => {
    const { complaint: after, notices } = carryOut(
      complaint,
      { ...question, asked: { contractor: textRef(6) } },
      now,
    );
    expect(notices[0]?.recipient).toEqual({ type: 'contractor', address: 'text-6' });
    expect(notices[0]?.values.explanation).toBe(
      'Tuesday 5 January 2027 is 3 working days after Wednesday 30 December 2026, the day the question was asked, not counting weekends and New Year’s Day (1 January).',
    );
    expect(owedBy(after, 'question-1')).not.toHaveProperty('owner');
  });

  it('is asked again by every rung, under an id of its own', () => {
    const { notices } = carryOut(asked.complaint, { type: 'TimePassed' }, '2027-01-04T09:00:00Z');
    expect(notices.map(({ id, values }) => [id, values.chasing])).toEqual([
      ['question-1_2027-01-05_-1', 'We asked this before and have not had an answer.'],
    ]);
  });

  it('is answered, also after the complaint was, by an answer that is kept', () => {
    const { complaint: after } = carryOut(asked.complaint, answer, '2027-01-04T10:00:00Z');
    expect(after.questions).toEqual([
      { id: 'question-1', asked: { staff: 'colleague' }, text: textRef(7), answer: textRef(8) },
    ]);
    expect(owedBy(after, 'question-1').met).toEqual({ on: '2027-01-04', ...kept });
  });

  it('is refused to whom the complaint is about, and to somebody who left', () => {
    expect(refusalOf(complaint, { ...question, asked: { staff: accused } }, now)).toEqual({
      type: 'StaffComplainedAbout',
      person: 'accused',
    });
    expect(refusalOf(complaint, { ...question, asked: { staff: leaver } }, now)).toEqual({
      type: 'HandlerNotAvailable',
      person: 'leaver',
      why: 'disabled',
    });
  });

  it('is refused after the answer, for which it would have been asked', () => {
    expect(refusalOf(complaintResponded(), question, '2027-01-14T10:00:00Z')).toMatchObject({
      why: 'answered-already',
    });
  });

  it('is not asked again on the day on which it was asked', () => {
    const { events, notices } = carryOut(asked.complaint, { type: 'TimePassed' }, '2026-12-30T11:05:00Z');
    expect([events, notices]).toEqual([[], []]);
  });

  it('is refused where a dozen questions and actions wait already', () => {
    const action = { type: 'AddAction', by: handler, description: textRef(5), owner: handler } as const;
    const adding: Command = { ...action, dueOn: date('2027-02-10') };
    const begun: Command[] = [adding, ...Array<Command>(11).fill(question)];
    const full = begun.reduce((each, one) => carryOut(each, one, now).complaint, complaint);
    for (const command of [question, adding])
      expect(refusalOf(full, command, now)).toEqual({ type: 'TooManyOpenTasks', most: 12 });
    const answered = carryOut(full, answer, now).complaint;
    expect(carryOut(answered, question, now).complaint.questions).toHaveLength(12);
  });
});

describe('an answer to a question is refused', () => {
  it('where nobody asked it', () => {
    expect(refusalOf(complaint, answer, now)).toEqual({ type: 'UnknownQuestion' });
  });

  it('where it was answered already', () => {
    const answered = carryOut(asked.complaint, answer, now).complaint;
    expect(refusalOf(answered, answer, now)).toEqual({ type: 'AnsweredAlready' });
  });
});
