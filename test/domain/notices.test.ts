import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/decide.ts';
import { owedAlerts, owedApology, owedReceipt } from '../../shared/domain/notices/automatic.ts';
import { isStillOwed, type NoticeOwed } from '../../shared/domain/notices.ts';
import type { Obligation } from '../../shared/domain/obligations.ts';
import type { Rank } from '../../shared/domain/ranks.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  handler,
  textRef,
} from '../support/complaints.ts';
import { contextAt, date } from '../support/rules.ts';

const complaint = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
const [acknowledgement, response] = complaint.obligations as [Obligation, Obligation];

const { calendar } = contextAt('2026-12-23T15:00:00Z');
const on = (today: string) => ({ today: date(today), calendar });
const alert = (workingDays: number, to: Rank[], skipped: number[] = [], about = complaint) =>
  owedAlerts(about, acknowledgement, { workingDays, to, skipped }, on('2027-01-05'));

describe('a receipt', () => {
  it('gives both dates and how each came about, and repeats nothing that was typed', () => {
    expect(owedReceipt(complaint).values).toEqual({
      receivedOn: 'Wednesday 23 December 2026',
      acknowledgementDueOn: 'Monday 4 January 2027',
      acknowledgementExplanation: expect.stringMatching(/^Monday 4 January 2027 is 5 working days after/),
      responseDueOn: 'Monday 18 January 2027',
      responseExplanation: expect.stringMatching(/^Monday 18 January 2027 is 10 working days after/),
    });
  });

  it('cannot be owed for a complaint without its dates', () => {
    expect(() => owedReceipt({ ...complaint, obligations: [acknowledgement] })).toThrow('lacks its stage 1');
  });
});

describe('an alert', () => {
  it('goes once to each rank, under an id made of what it is about', () => {
    expect(alert(0, ['handler', 'team-leader']).map(({ id, recipient }) => [id, recipient])).toEqual([
      ['alert_stage-1-acknowledgement_2027-01-04_0_handler', { type: 'staff', rank: 'handler' }],
      ['alert_stage-1-acknowledgement_2027-01-04_0_team-leader', { type: 'staff', rank: 'team-leader' }],
    ]);
  });

  it('before the date is no mail to whoever owes it, who has the digest, but one to each other rank', () => {
    expect(alert(-1, ['handler'])).toEqual([]);
    expect(alert(-1, ['handler', 'manager']).map(({ recipient }) => recipient)).toEqual([
      { type: 'staff', rank: 'manager' },
    ]);
  });

  it('has an id that fits into a tag of SES, at any rung and rank', () => {
    for (const workingDays of [-3, 0, 1, 5, 2000]) {
      const [notice] = alert(workingDays, ['senior-lead']);
      expect(notice?.id).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
    }
  });

  it.each([
    ['2026-12-29', 'due in 3 working days'],
    ['2026-12-31', 'due in 1 working day'],
    ['2027-01-04', 'due today'],
    ['2027-01-05', '1 working day overdue'],
    ['2027-01-09', '4 working days overdue'],
    ['2027-01-18', '10 working days overdue'],
  ])('given on %s says “%s”, whichever rung it is', (today, position) => {
    const rung = { workingDays: 0, to: ['handler'] as const, skipped: [] };
    expect(owedAlerts(complaint, acknowledgement, rung, on(today))[0]?.values).toMatchObject({
      position,
      task: 'Acknowledge the complaint',
      dueOn: 'Monday 4 January 2027',
    });
  });

  it('names the rank in words and the task by its obligation', () => {
    const rung = { workingDays: 0, to: ['team-leader'] as const, skipped: [] };
    const [notice] = owedAlerts(complaint, response, rung, on('2027-01-18'));
    expect(notice?.values).toMatchObject({ rank: 'team leader', task: 'Send the stage 1 response' });
  });

  it('says nothing of the resident or of earlier alerts where there is nothing to say', () => {
    expect(alert(0, ['handler'])[0]?.values).toMatchObject({ residentNote: '', earlierAlerts: '' });
  });

  it('tells staff to phone or write where the last email did not arrive', () => {
    const unreached = { ...complaint, residentUnreached: true };
    expect(alert(0, ['handler'], [], unreached)[0]?.values.residentNote).toBe(
      'Our last email did not reach the resident: tell them by phone or post.',
    );
  });

  it('asks for updates to be agreed once an answer is late by the Code, unless they are (5.9)', () => {
    const rung = { workingDays: 1, to: ['manager'] as const, skipped: [] };
    const note = (today: string, about = complaint) =>
      owedAlerts(about, response, rung, on(today))[0]?.values.residentNote;
    expect(note('2027-01-18')).toBe('');
    expect(note('2027-01-19')).toBe(
      'No updates are agreed: agree with the resident how often you tell them how things stand (Code 5.9).',
    );
    expect(note('2027-01-19', { ...complaint, updateEvery: 5 })).toBe('');
  });

  it('lists the rungs it stands for', () => {
    expect(alert(1, ['manager'], [0])[0]?.values.earlierAlerts).toBe(
      'It also stands for alerts that could not be sent in time: the day it was due.',
    );
  });
});

describe('an apology', () => {
  it('is for one obligation and one date, to the resident, in the statutory lane', () => {
    expect(owedApology(response, response.dueOn, date('2027-01-19'))).toMatchObject({
      id: 'apology_stage-1-response_2027-01-18',
      kind: 'missed-date-apology',
      lane: 'statutory',
      recipient: { type: 'complainant' },
      reason: { obligation: 'stage-1-response', dueOn: '2027-01-18' },
      values: { missedTask: 'answer your complaint', dueOn: 'Monday 18 January 2027' },
    });
    expect(owedApology(acknowledgement, acknowledgement.dueOn, date('2027-01-19')).values.missedTask).toBe(
      'acknowledge your complaint',
    );
  });
});

describe('a notice is still owed', () => {
  const notice: NoticeOwed = owedApology(acknowledgement, acknowledgement.dueOn, date('2027-01-19'));

  it('for as long as its obligation is open with the same date', () => {
    expect(isStillOwed(notice, complaint)).toBe(true);
  });

  it('no longer once the obligation is gone or its date has moved, even where another falls on that date', () => {
    expect(isStillOwed(notice, { ...complaint, obligations: [response] })).toBe(false);
    const moved = { ...acknowledgement, dueOn: date('2027-01-05') };
    const other = { ...response, dueOn: acknowledgement.dueOn };
    expect(isStillOwed(notice, { ...complaint, obligations: [moved, other] })).toBe(false);
  });

  it('of an extension only while that extension is asked for, and no other', () => {
    const reason = textRef(5);
    const extending: Command = { type: 'Extend', by: handler, newDueOn: date('2027-01-28'), reason };
    const requested = carryOut(complaintAcknowledged(), extending, '2027-01-11T10:00:00Z');
    const [extension] = requested.notices as [NoticeOwed];
    expect(isStillOwed(extension, requested.complaint)).toBe(true);
    const closing: Command = { type: 'Close', by: handler, reason };
    const closed = carryOut(requested.complaint, closing, '2027-01-11T11:00:00Z').complaint;
    const reopening: Command = { type: 'Reopen', by: handler, reason };
    const reopened = carryOut(closed, reopening, '2027-01-11T12:00:00Z').complaint;
    expect(reopened.obligations).toEqual(requested.complaint.obligations);
    expect(isStillOwed(extension, reopened)).toBe(false);
    const again = carryOut(reopened, extending, '2027-01-11T13:00:00Z');
    expect(isStillOwed(extension, again.complaint)).toBe(false);
    expect(again.notices.map((each) => isStillOwed(each, again.complaint))).toEqual([true]);
  });

  it('of a reminder, or of a question put again, only until a later one is given for the same date', () => {
    const reminders = (dueOn: string, rung?: number, rank: Rank = 'handler'): NoticeOwed => ({
      ...notice,
      kind: 'alert',
      recipient: { type: 'staff', rank },
      reason: { obligation: acknowledgement.id, dueOn: date(dueOn) },
      rung,
    });
    const alerted = [
      { dueOn: date('2026-12-31'), workingDays: 5, heard: { handler: 5 } },
      { dueOn: date('2027-01-04'), workingDays: 3, heard: { handler: 0, manager: 3 } },
    ];
    const after = { ...complaint, obligations: [{ ...acknowledgement, alerted }, response] };
    const isOwed = (rung?: number, rank?: Rank) => isStillOwed(reminders('2027-01-04', rung, rank), after);
    expect([-3, -1, 0, 1, undefined].map((rung) => isOwed(rung))).toEqual([false, false, true, true, true]);
    expect(isOwed(0, 'team-leader')).toBe(true);
    const question = { ...reminders('2027-01-04', 0), kind: 'question' as const };
    expect([0, 3].map((rung) => isStillOwed({ ...question, rung }, after))).toEqual([false, true]);
    expect([-3, 0].map((rung) => isStillOwed(reminders('2027-01-04', rung), complaint))).toEqual([
      true,
      true,
    ]);
  });

  it('names the rung that it is of, where it is a reminder or a question put again', () => {
    expect(alert(0, ['handler'])[0]?.rung).toBe(0);
    const asking: Command = {
      type: 'AskQuestion',
      by: handler,
      asked: { contractor: textRef(6) },
      text: textRef(7),
    };
    const asked = carryOut(complaintAcknowledged(), asking, '2026-12-30T11:00:00Z');
    expect(asked.notices[0]).not.toHaveProperty('rung');
    const chased = carryOut(asked.complaint, { type: 'TimePassed' }, '2027-01-04T09:00:00Z');
    expect(chased.notices.map(({ kind, rung }) => [kind, rung])).toEqual([['question', -1]]);
  });

  it('whatever happens, where it depends on nothing', () => {
    expect(isStillOwed(owedReceipt(complaint), { ...complaint, obligations: [] })).toBe(true);
  });
});
