import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/decide.ts';
import { carryOut, colleague, handler, inShort, owedBy, textRef } from '../support/complaints.ts';
import {
  acknowledgedOn,
  beforeFuneral,
  beforeVeDay,
  passBy,
  until2028,
  until2029,
  withFuneral,
  withVeDay,
} from './other-calendars.ts';

describe('a date that moves earlier', () => {
  // Due on Thursday 7 May 2020, and on Wednesday the 6th once the 4th is worked.
  const complaint = acknowledgedOn('2020-04-22', beforeVeDay);

  it.each([true, false, undefined])('is told to the resident, whatever the landlord chose (%s)', (tells) => {
    const { events, notices } = passBy(complaint, '2020-04-24T10:00:00Z', withVeDay, tells);
    expect(events).toMatchObject([{ type: 'DatesRecounted', told: true }]);
    expect(notices).toEqual([
      {
        id: 'dates-changed_2_4',
        kind: 'dates-changed',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        tells: [{ obligation: 'stage-1-response', dueOn: '2020-05-06' }],
        values: {
          because: expect.stringContaining('Monday 4 May 2020'),
          'dates.0.task': expect.any(String),
          'dates.0.was': 'Thursday 7 May 2020',
          'dates.0.explanation':
            'Wednesday 6 May 2020 is 10 working days after Wednesday 22 April 2020, the day we acknowledged your complaint, not counting weekends.',
          'dates.0.note': '',
        },
      },
    ]);
  });

  it('is told by staff to somebody without email: by the next working day', () => {
    const unreachable = acknowledgedOn('2020-04-22', beforeVeDay, { reachableByEmail: false });
    const now = '2020-05-01T10:00:00Z';
    const { complaint: after, events, notices } = passBy(unreachable, now, withVeDay);
    expect(events.map(({ type }) => type)).toEqual(['DatesRecounted', 'ContactOwed', 'AlertGiven']);
    expect(events[0]).toMatchObject({ told: true });
    // Monday the 4th, which is worked now.
    expect(owedBy(after, 'contact-dates-changed_2_4')).toMatchObject({
      kind: 'contact',
      dueOn: '2020-05-04',
      derivation: { countedFrom: 'dates-changed', startOn: '2020-05-01' },
    });
    // the call is due on the next working day: the digest says so
    expect(notices).toEqual([]);
    expect(passBy(after, now, withVeDay).events).toEqual([]);
  });

  it('is not told where it was never told to a resident, but to a colleague', () => {
    const calendar = beforeVeDay;
    const asking: Command = {
      type: 'AskQuestion',
      by: handler,
      asked: { staff: colleague },
      text: textRef(2),
    };
    const after = acknowledgedOn('2020-04-29', calendar);
    const asked = carryOut(after, asking, '2020-05-01T10:00:00Z', { calendar }).complaint;
    const { complaint: recounted, events, notices } = passBy(asked, '2020-05-01T11:00:00Z', withVeDay);
    expect(owedBy(asked, 'question-1').dueOn).toBe('2020-05-07');
    expect(owedBy(recounted, 'question-1').dueOn).toBe('2020-05-06');
    expect(events[0]).toMatchObject({ told: false });
    expect(notices.filter(({ kind }) => kind === 'dates-changed')).toEqual([]);
  });
});

describe('a date that moves later', () => {
  const complaint = acknowledgedOn('2022-09-08', beforeFuneral);
  const now = '2022-09-12T10:00:00Z';

  it('is told where the landlord chose to', () => {
    const { events, notices } = passBy(complaint, now, withFuneral, true);
    expect(events).toMatchObject([{ told: true }]);
    expect(notices).toMatchObject([
      {
        id: 'dates-changed_2_4',
        tells: [{ obligation: 'stage-1-response', dueOn: '2022-09-23' }],
        values: {
          because: expect.stringContaining('Monday 19 September 2022'),
          'dates.0.was': 'Thursday 22 September 2022',
          'dates.0.explanation':
            'Friday 23 September 2022 is 10 working days after Thursday 8 September 2022, the day we acknowledged your complaint, not counting weekends and Bank Holiday for the State Funeral of Queen Elizabeth II (19 September).',
        },
      },
    ]);
  });

  it.each([false, undefined])('is not told where it did not (%s)', (tells) => {
    const { events, notices } = passBy(complaint, now, withFuneral, tells);
    expect([events.length, notices]).toEqual([1, []]);
  });

  it('is told by staff to somebody without email where the landlord chose to', () => {
    const unreachable = acknowledgedOn('2022-09-08', beforeFuneral, { reachableByEmail: false });
    expect(inShort(passBy(unreachable, now, withFuneral, true))).toEqual(['DatesRecounted', 'ContactOwed']);
    expect(inShort(passBy(unreachable, now, withFuneral, false))).toEqual(['DatesRecounted']);
  });

  it('because its year was published is told too', () => {
    // Acknowledged on Friday 29 December 2028: Friday 12 January, and Monday the 15th without New Year's Day.
    const provisional = acknowledgedOn('2028-12-29', until2028);
    const { notices } = passBy(provisional, '2028-12-29T11:00:00Z', until2029, true);
    expect(notices).toMatchObject([
      { tells: [{ dueOn: '2029-01-15' }], values: { 'dates.0.was': 'Friday 12 January 2029' } },
    ]);
  });
});

describe('a date that is in the past once it is counted anew', () => {
  const complaint = acknowledgedOn('2020-04-22', beforeVeDay);

  it('and was not before, is told with regret now and with no apology later', () => {
    const { complaint: after, events, notices, wakes } = passBy(complaint, '2020-05-07T10:00:00Z', withVeDay);
    expect(events[0]).toMatchObject({ type: 'DatesRecounted', untold: ['stage-1-response'] });
    expect(events[0]).not.toHaveProperty('missed');
    expect(notices[0]?.values['dates.0.note']).toBe(
      'The date should have been Wednesday 6 May 2020. That day has passed, and we are sorry that we did not keep it.',
    );
    expect(owedBy(after, 'stage-1-response')).toMatchObject({
      dueOn: '2020-05-06',
      apologisedFor: ['2020-05-06'],
    });
    // The fifth working day after the 6th, without the 8th, and no noon before it.
    expect(wakes).toBe('2020-05-14T08:00:00.000Z');
  });

  it('and had passed unkept before, stays missed, for which the resident is told sorry', () => {
    const { complaint: after, events, wakes } = passBy(complaint, '2020-05-09T10:00:00Z', withVeDay);
    expect(events[0]).toMatchObject({ missed: ['stage-1-response'], untold: ['stage-1-response'] });
    expect(owedBy(after, 'stage-1-response')).toMatchObject({
      missed: ['2020-05-07'],
      apologisedFor: ['2020-05-06'],
    });
    expect(wakes).toBe('2020-05-11T11:00:00.000Z');
    expect(inShort(passBy(after, '2020-05-11T11:00:00Z', withVeDay))).toEqual([
      'stage-1-response apologised',
      'apology_stage-1-response_2020-05-07',
    ]);
  });

  it('is not missed where it moved later, to a day that has not passed', () => {
    const late = acknowledgedOn('2022-09-08', beforeFuneral);
    const { complaint: after, events } = passBy(late, '2022-09-23T07:00:00Z', withFuneral);
    expect(events[0]).not.toHaveProperty('missed');
    expect(owedBy(after, 'stage-1-response')).not.toHaveProperty('missed');
    expect(inShort(passBy(after, '2022-09-23T11:00:00Z', withFuneral))).toEqual([
      'stage-1-response 0 to handler and team-leader',
      'alert_stage-1-response_2022-09-23_0_handler',
      'alert_stage-1-response_2022-09-23_0_team-leader',
    ]);
  });
});

describe('the alerts of a date that moved', () => {
  it('climb afresh, and wake nobody twice', () => {
    const complaint = acknowledgedOn('2022-09-08', beforeFuneral);
    const alerted = passBy(complaint, '2022-09-19T08:00:00Z', beforeFuneral);
    expect(inShort(alerted)[0]).toBe('stage-1-response -3 to handler');
    const told: (string | undefined)[][] = [];
    let state = alerted.complaint;
    let now: string = '2022-09-20T10:00:00Z';
    while (now < '2022-09-27') {
      const { complaint: after, events, notices, wakes } = passBy(state, now, withFuneral);
      told.push([now, ...inShort({ events, notices: [] })]);
      expect(notices.map(({ id }) => id).every((id) => id.includes('2022-09-23'))).toBe(true);
      if (wakes === undefined || wakes <= now) throw new Error(`woken at ${now} to wake at ${wakes}`);
      state = after;
      now = wakes;
    }
    expect(told).toEqual([
      ['2022-09-20T10:00:00Z', 'DatesRecounted', 'stage-1-response -3 to handler'],
      ['2022-09-22T08:00:00.000Z', 'stage-1-response -1 to handler'],
      ['2022-09-23T08:00:00.000Z', 'stage-1-response 0 to handler and team-leader'],
      ['2022-09-26T08:00:00.000Z', 'stage-1-response 1 to manager'],
      ['2022-09-26T11:00:00.000Z', 'stage-1-response apologised'],
    ]);
  });
});
