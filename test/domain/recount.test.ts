import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/decide.ts';
import { carryOut, colleague, complaintReceived, handler, owedBy, textRef } from '../support/complaints.ts';
import { date } from '../support/rules.ts';
import {
  acknowledgedOn,
  beforeFuneral,
  beforeVeDay,
  passBy,
  withFuneral,
  withVeDay,
} from './other-calendars.ts';

const funeral = {
  change: 'added',
  on: '2022-09-19',
  name: 'Bank Holiday for the State Funeral of Queen Elizabeth II',
} as const;

describe('a complaint acknowledged on 8 September 2022, once the State Funeral was announced', () => {
  const complaint = acknowledgedOn('2022-09-08', beforeFuneral);
  const { events, complaint: after } = passBy(complaint, '2022-09-12T10:00:00Z', withFuneral);

  it('is answered by Friday 23 September instead of Thursday the 22nd', () => {
    expect(owedBy(complaint, 'stage-1-response').dueOn).toBe('2022-09-22');
    expect(owedBy(after, 'stage-1-response')).toMatchObject({ dueOn: '2022-09-23', projected: false });
  });

  it('has an event that says which date moved, how it is counted now, and which day did it', () => {
    const { on, name } = funeral;
    const response = owedBy(complaint, 'stage-1-response').derivation;
    expect(events).toEqual([
      {
        type: 'DatesRecounted',
        calendarVersion: 2,
        dates: [
          {
            obligation: 'stage-1-response',
            was: '2022-09-22',
            deadline: {
              dueOn: '2022-09-23',
              derivation: { ...response, calendarVersion: 2, skipped: [{ on, name }] },
            },
          },
        ],
        because: [funeral],
        told: false,
      },
    ]);
  });

  it('is counted anew once, however often time passes', () => {
    const again = passBy(after, '2022-09-12T10:00:00Z', withFuneral);
    expect([again.events, again.notices]).toEqual([[], []]);
    expect(again.complaint).toEqual(after);
  });

  it('is woken at once for it, and then by its new date', () => {
    const stale = carryOut(complaint, { type: 'TimePassed' }, '2022-09-12T10:00:00Z', {
      calendar: beforeFuneral,
    });
    expect(stale.wakes).toBe('2022-09-19T08:00:00.000Z');
    const asked: Command = { type: 'SendMessage', text: textRef(1) };
    const written = carryOut(complaint, asked, '2022-09-12T10:00:00Z', { calendar: withFuneral });
    expect(written.wakes).toBe('2022-09-12T10:00:00.000Z');
    expect(passBy(complaint, '2022-09-12T10:00:00Z', withFuneral).wakes).toBe('2022-09-20T08:00:00.000Z');
  });

  it('is never counted back by an older calendar', () => {
    expect(passBy(after, '2022-09-12T10:00:00Z', beforeFuneral).events).toEqual([]);
  });

  it('counts a question to a colleague anew as well, and leaves a promise that was made as a date', () => {
    const calendar = beforeFuneral;
    const asking: Command = {
      type: 'AskQuestion',
      by: handler,
      asked: { staff: colleague },
      text: textRef(2),
    };
    const promising: Command = {
      type: 'AddAction',
      by: handler,
      description: textRef(3),
      owner: colleague,
      dueOn: date('2022-09-19'),
    };
    const asked = carryOut(complaint, asking, '2022-09-15T10:00:00Z', { calendar }).complaint;
    const promised = carryOut(asked, promising, '2022-09-15T10:00:00Z', { calendar }).complaint;
    const recounted = passBy(promised, '2022-09-15T11:00:00Z', withFuneral).complaint;
    expect(owedBy(promised, 'question-1').dueOn).toBe('2022-09-20');
    expect(owedBy(recounted, 'question-1').dueOn).toBe('2022-09-21');
    expect(owedBy(recounted, 'action-1')).toEqual(owedBy(promised, 'action-1'));
  });
});

describe('a promise that was kept before the calendar changed', () => {
  it('stays kept on its day, with the date that it had', () => {
    // Received on Monday the 12th, acknowledged on the last day for it.
    const complaint = acknowledgedOn('2022-09-19', beforeFuneral, { receivedAt: '2022-09-12T09:00:00Z' });
    const { complaint: after, events } = passBy(complaint, '2022-09-20T07:00:00Z', withFuneral);
    expect(owedBy(after, 'stage-1-acknowledgement')).toEqual(owedBy(complaint, 'stage-1-acknowledgement'));
    expect(owedBy(after, 'stage-1-acknowledgement')).toMatchObject({
      dueOn: '2022-09-19',
      met: { on: '2022-09-19' },
    });
    expect(events).toEqual([]);
  });
});

describe('a complaint received on Monday 12 September 2022 and not acknowledged yet', () => {
  const complaint = complaintReceived({
    receivedAt: '2022-09-12T09:00:00Z',
    rules: { calendar: beforeFuneral },
  });

  it('has its projected answer counted from the new last day for the acknowledgement', () => {
    const { complaint: after } = passBy(complaint, '2022-09-12T10:00:00Z', withFuneral);
    expect(complaint.obligations.map(({ dueOn }) => dueOn)).toEqual(['2022-09-19', '2022-10-03']);
    expect(after.obligations.map(({ dueOn }) => dueOn)).toEqual(['2022-09-20', '2022-10-04']);
    expect(owedBy(after, 'stage-1-response')).toMatchObject({
      projected: true,
      derivation: { countedFrom: 'last-acknowledgement-day', startOn: '2022-09-20' },
    });
  });

  it('and acknowledged late, keeps the Code’s own date beside ours, and says which day moved ours', () => {
    // Due on the 19th, acknowledged on Wednesday the 21st: ours is counted from the 19th, the Code's from the 21st.
    const points = [{ definition: textRef(1), responsible: true }];
    const late = carryOut(complaint, { type: 'Acknowledge', by: handler, points }, '2022-09-21T10:00:00Z', {
      calendar: beforeFuneral,
    }).complaint;
    expect(owedBy(late, 'stage-1-response')).toMatchObject({
      dueOn: '2022-10-03',
      codeDueOn: '2022-10-05',
    });
    const { complaint: after, events } = passBy(late, '2022-09-21T11:00:00Z', withFuneral);
    expect(owedBy(after, 'stage-1-response')).toMatchObject({
      dueOn: '2022-10-04',
      codeDueOn: '2022-10-05',
    });
    expect(events[0]).toMatchObject({ type: 'DatesRecounted', because: [funeral] });
  });
});

describe('the early May bank holiday of 2020, moved from the 4th to the 8th', () => {
  const removed = { change: 'removed', on: '2020-05-04', name: 'Early May bank holiday' };
  const added = { change: 'added', on: '2020-05-08', name: 'Early May bank holiday (VE day)' };

  it('brings forward what was due between the two', () => {
    const complaint = acknowledgedOn('2020-04-22', beforeVeDay);
    const { complaint: after, events } = passBy(complaint, '2020-04-24T10:00:00Z', withVeDay);
    expect(owedBy(complaint, 'stage-1-response').dueOn).toBe('2020-05-07');
    expect(owedBy(after, 'stage-1-response').dueOn).toBe('2020-05-06');
    expect(events[0]).toMatchObject({ because: [removed], told: true });
  });

  it('changes no date that lies after both, but how it is explained', () => {
    const complaint = acknowledgedOn('2020-04-24', beforeVeDay);
    const { complaint: after, events, notices } = passBy(complaint, '2020-04-24T11:00:00Z', withVeDay, true);
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({
      dueOn: '2020-05-11',
      derivation: { skipped: [{ on: '2020-05-04' }] },
    });
    expect(owedBy(after, 'stage-1-response')).toMatchObject({
      dueOn: '2020-05-11',
      derivation: { skipped: [{ on: '2020-05-08' }] },
    });
    expect(events[0]).toMatchObject({ because: [removed, added], told: false });
    expect(notices).toEqual([]);
  });

  it('changes nothing that was counted before it', () => {
    const complaint = acknowledgedOn('2020-04-15', beforeVeDay);
    expect(passBy(complaint, '2020-04-16T10:00:00Z', withVeDay, true).events).toEqual([]);
  });
});
