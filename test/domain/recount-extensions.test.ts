import { describe, expect, it } from 'vitest';
import type { RecordDelivery } from '../../shared/domain/commands/record-delivery.ts';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import { carryOut, handler, inShort, owedBy, textRef } from '../support/complaints.ts';
import { at, date } from '../support/rules.ts';
import { acknowledgedOn, beforeFuneral, passBy, putOff, withFuneral } from './other-calendars.ts';

/** Due on Thursday 22 September 2022, and on the 23rd by the calendar with the State Funeral. */
const complaint = acknowledgedOn('2022-09-08', beforeFuneral);

const asking = (type: 'Extend' | 'PrepareExtension', newDueOn: string): Command => ({
  type,
  by: handler,
  newDueOn: date(newDueOn),
  reason: textRef(7),
});
const delivery = (outcome: RecordDelivery['outcome'], when: string): RecordDelivery => ({
  type: 'RecordDelivery',
  notice: 'extension-1',
  kind: 'extension',
  outcome,
  at: at(when),
});
const learn = (extended: Complaint, told: RecordDelivery) =>
  carryOut(extended, told, told.at, { calendar: withFuneral });

describe('a date to which an answer was put off', () => {
  // Due on Thursday 15 September, put off to the 22nd: five working days then, four without the 19th.
  const before = acknowledgedOn('2022-09-01', beforeFuneral);
  const extended = putOff(before, '2022-09-14T10:00:00Z', '2022-09-22', beforeFuneral);
  const { complaint: after, events, notices } = passBy(extended, '2022-09-14T11:00:00Z', withFuneral, true);

  it('stays, since the day itself was promised', () => {
    expect(owedBy(after, 'stage-1-response')).toMatchObject({ dueOn: '2022-09-22' });
    expect(events[0]).toMatchObject({ dates: [{ was: '2022-09-22' }], told: false });
    expect(notices.filter(({ kind }) => kind === 'dates-changed')).toEqual([]);
  });

  it('is explained by how far it is from the first date now, which is kept with it', () => {
    const { derivation } = owedBy(extended, 'stage-1-response');
    expect(derivation).toMatchObject({ count: 5, startOn: '2022-09-15', skipped: [] });
    expect(owedBy(after, 'stage-1-response').derivation).toEqual({
      ...derivation,
      count: 4,
      calendarVersion: 2,
      skipped: [{ on: '2022-09-19', name: 'Bank Holiday for the State Funeral of Queen Elizabeth II' }],
    });
    expect(derivation).toMatchObject({ original: { count: 10, startOn: '2022-09-01', calendarVersion: 1 } });
  });

  it('stays also where it is that very holiday', () => {
    const onHoliday = putOff(before, '2022-09-14T10:00:00Z', '2022-09-19', beforeFuneral);
    const recounted = passBy(onHoliday, '2022-09-14T11:00:00Z', withFuneral).complaint;
    expect(owedBy(recounted, 'stage-1-response').dueOn).toBe('2022-09-19');
  });

  it('may be put off again, counted from the first date and never from the second', () => {
    const again = putOff(after, '2022-09-21T10:00:00Z', '2022-09-30', withFuneral);
    // Ten working days after the 15th without the 19th, and not ten after the 22nd.
    expect(owedBy(again, 'stage-1-response')).toMatchObject({
      dueOn: '2022-09-30',
      derivation: { startOn: '2022-09-15', count: 10, original: { startOn: '2022-09-01', count: 10 } },
    });
  });
});

describe('an extension that is on its way when the calendar changes', () => {
  const requested = carryOut(complaint, asking('Extend', '2022-09-29'), '2022-09-14T10:00:00Z', {
    calendar: beforeFuneral,
  }).complaint;
  const waiting = passBy(requested, '2022-09-15T10:00:00Z', withFuneral, true);

  it('is waited for, with no date changed and nobody woken for it', () => {
    expect(waiting.events).toEqual([]);
    expect(owedBy(waiting.complaint, 'stage-1-response').dueOn).toBe('2022-09-22');
    expect(waiting.wakes).toBe('2022-09-16T08:00:00.000Z');
  });

  it('takes effect from the date that it extends, and leaves nothing to count anew', () => {
    const effective = learn(waiting.complaint, delivery('accepted', '2022-09-15T11:00:00Z')).complaint;
    expect(owedBy(effective, 'stage-1-response')).toMatchObject({
      dueOn: '2022-09-29',
      derivation: { startOn: '2022-09-22', count: 5, original: { calendarVersion: 1 } },
    });
    expect(passBy(effective, '2022-09-15T12:00:00Z', withFuneral).events).toEqual([]);
  });

  it('is given up when its day is over, where it did not arrive', () => {
    const failed = learn(waiting.complaint, delivery('bounced', '2022-09-20T11:00:00Z')).complaint;
    const still = passBy(failed, '2022-09-22T08:00:00Z', withFuneral);
    expect(owedBy(still.complaint, 'stage-1-response').dueOn).toBe('2022-09-22');
    const over = passBy(still.complaint, '2022-09-22T23:00:00Z', withFuneral);
    expect(inShort(over)[0]).toBe('ExtensionCameTooLate');
    expect(owedBy(over.complaint, 'stage-1-response')).toMatchObject({
      dueOn: '2022-09-29',
      missed: ['2022-09-22'],
    });
    expect(passBy(over.complaint, '2022-09-22T23:00:00Z', withFuneral).events).toEqual([]);
  });
});

describe('an extension that is prepared when the calendar changes', () => {
  const prepare = (newDueOn: string) =>
    carryOut(complaint, asking('PrepareExtension', newDueOn), '2022-09-14T10:00:00Z', {
      calendar: beforeFuneral,
    }).complaint;

  it('puts off the date there is now, on the last morning of which it is sent', () => {
    const { complaint: after, events } = passBy(prepare('2022-09-29'), '2022-09-15T10:00:00Z', withFuneral);
    expect(events.map(({ type }) => type)).toEqual(['DatesRecounted']);
    expect(after.extensions).toMatchObject([
      { state: 'prepared', extends: '2022-09-23', newDueOn: '2022-09-29' },
    ]);
    expect(inShort(passBy(after, '2022-09-22T08:00:00Z', withFuneral))).not.toContain('extension-1');
    const sent = passBy(after, '2022-09-23T08:00:00Z', withFuneral);
    expect(inShort(sent)).toContain('extension-1');
    expect(sent.complaint.extensions).toMatchObject([{ state: 'requested', extends: '2022-09-23' }]);
  });

  it('lapses where the date there is now is no earlier than its own', () => {
    const { complaint: after, events } = passBy(prepare('2022-09-23'), '2022-09-15T10:00:00Z', withFuneral);
    expect(events.map(({ type }) => type)).toEqual(['DatesRecounted', 'ExtensionLapsed']);
    expect(owedBy(after, 'stage-1-response').dueOn).toBe('2022-09-23');
    expect(after.extensions).toMatchObject([{ state: 'overtaken' }]);
  });
});

describe('an extension after a date was counted anew', () => {
  it('is counted from that date, and explained by it', () => {
    const recounted = passBy(complaint, '2022-09-15T10:00:00Z', withFuneral).complaint;
    const extended = putOff(recounted, '2022-09-16T10:00:00Z', '2022-10-07', withFuneral);
    expect(owedBy(extended, 'stage-1-response')).toMatchObject({
      dueOn: '2022-10-07',
      derivation: {
        startOn: '2022-09-23',
        count: 10,
        original: { startOn: '2022-09-08', calendarVersion: 2 },
      },
    });
  });
});
