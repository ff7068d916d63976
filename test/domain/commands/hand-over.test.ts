import { describe, expect, it } from 'vitest';
import type { HandOver } from '../../../shared/domain/commands/hand-over.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  accused,
  carryOut,
  colleague,
  complaintAcknowledged,
  handler,
  leaver,
  manager,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

const now = '2027-01-05T10:00:00Z';
const begun: Command[] = [
  { type: 'Assign', by: manager, handler },
  { type: 'AddAction', by: manager, description: textRef(1), owner: handler, dueOn: date('2027-02-10') },
  { type: 'AddAction', by: manager, description: textRef(2), owner: colleague, dueOn: date('2027-02-17') },
  { type: 'AskQuestion', by: manager, asked: { staff: handler }, text: textRef(3) },
];
const complaint = begun.reduce(
  (each, command) => carryOut(each, command, now).complaint,
  complaintAcknowledged({ staffComplainedAbout: [accused] }),
);
const command: HandOver = { type: 'HandOver', by: manager, from: handler, to: manager };
const { complaint: after, events, notices } = carryOut(complaint, command, now);

describe('everything that a leaver owes', () => {
  it('is owed by somebody else: the complaint, their actions, what they were asked', () => {
    expect(after.handler).toBe('manager');
    expect(after.actions.map(({ owner }) => owner)).toEqual(['manager', 'colleague']);
    expect(owedBy(after, 'action-1').owner).toBe('manager');
    expect(owedBy(after, 'action-2').owner).toBe('colleague');
    expect(owedBy(after, 'question-1').owner).toBe('manager');
    expect(events).toEqual([{ type: 'WorkHandedOver', by: 'manager', from: 'handler', to: 'manager' }]);
  });

  it('is told to whoever takes it, who is chased from then on', () => {
    expect(notices).toMatchObject([
      { kind: 'assignment', recipient: { person: 'manager' } },
      { kind: 'question', recipient: { person: 'manager' } },
      { kind: 'handler-change', recipient: { type: 'complainant' }, people: { handlerName: 'manager' } },
    ]);
    // The question is due on Friday 8 January.
    const chased = carryOut(after, { type: 'TimePassed' }, '2027-01-07T09:00:00Z').notices;
    expect(chased.map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ['question', { type: 'staff', rank: 'handler', person: 'manager' }],
    ]);
  });

  it('has its open questions put again, with a link that is not the leaver’s', () => {
    expect(notices[1]).toEqual({
      id: `question-1_2027-01-08_handed-over-${complaint.eventCount}`,
      kind: 'question',
      lane: 'routine',
      recipient: { type: 'staff', rank: 'handler', person: 'manager' },
      reason: { obligation: 'question-1', dueOn: '2027-01-08' },
      values: {
        dueOn: 'Friday 8 January 2027',
        explanation:
          'Friday 8 January 2027 is 3 working days after Tuesday 5 January 2027, the day the question was asked, not counting weekends; as is our practice under 6.3 of the Code with the policy in force from Monday 1 April 2024, by calendar version 1.',
        chasing: '',
      },
      texts: { question: textRef(3).id },
    });
    const on = carryOut(after, { ...command, from: manager, to: colleague }, now).notices;
    expect(on.map(({ id, kind }) => [kind, id])).toEqual([
      ['assignment', `assignment_${after.eventCount}`],
      ['question', `question-1_2027-01-08_handed-over-${after.eventCount}`],
      ['handler-change', `handler-change_${after.eventCount}`],
    ]);
    const theirs = carryOut(complaint, { ...command, from: colleague }, now).notices;
    expect(theirs.map(({ kind }) => kind)).toEqual(['assignment']);
    const answer = { type: 'AnswerQuestion', question: 'question-1', answer: textRef(4) } as const;
    const answered = carryOut(complaint, answer, now).complaint;
    expect(carryOut(answered, command, now).notices.map(({ kind }) => kind)).toEqual([
      'assignment',
      'handler-change',
    ]);
  });

  it('was handed over when it is told to have been', () => {
    const before = { ...command, happenedAt: at('2027-01-05T09:00:00Z') };
    expect(carryOut(complaint, before, now).events).toEqual([
      {
        type: 'WorkHandedOver',
        by: 'manager',
        happenedAt: '2027-01-05T09:00:00.000Z',
        from: 'handler',
        to: 'manager',
      },
    ]);
  });

  it('changes nothing when it is handed over again', () => {
    const again = carryOut(after, command, now, { people: [] });
    expect([again.events, again.notices]).toEqual([[], []]);
  });

  it('is refused to somebody who cannot take it on', () => {
    expect(refusalOf(complaint, { ...command, to: leaver }, now)).toEqual({
      type: 'HandlerNotAvailable',
      person: 'leaver',
      why: 'disabled',
    });
    expect(refusalOf(complaint, { ...command, to: accused }, now)).toEqual({
      type: 'StaffComplainedAbout',
      person: 'accused',
    });
  });
});

describe('somebody who owes an action only', () => {
  it('hands it over without the complaint', () => {
    const handedOver = carryOut(complaint, { ...command, from: colleague }, now).complaint;
    expect(handedOver.handler).toBe('handler');
    expect(owedBy(handedOver, 'action-2').owner).toBe('manager');
  });
});
