import { describe, expect, it } from 'vitest';
import { decide } from '../../shared/domain/decide.ts';
import type { Receive } from '../../shared/domain/receiving.ts';
import {
  accepted,
  complaintReceived,
  fold,
  inShort,
  live,
  type Received,
  sample,
  whenTimePasses,
} from '../support/complaints.ts';
import { at, contextAt } from '../support/rules.ts';

const christmas: Received = { receivedAt: '2026-12-23T15:00:00Z' };
const acknowledgement = 'stage-1-acknowledgement';
const response = 'stage-1-response';

describe('a complaint to day-zero of 23 December 2026 that nobody answers', () => {
  it('speaks at nine in London on each rung, and to the resident at noon after each missed date', () => {
    expect(live(complaintReceived(christmas), '2027-02-01T09:00:00.000Z')).toEqual([
      { at: '2026-12-29T09:00:00.000Z', told: [`${acknowledgement} -3 to handler`] },
      { at: '2026-12-31T09:00:00.000Z', told: [`${acknowledgement} -1 to handler`] },
      { at: '2027-01-04T09:00:00.000Z', told: [`${acknowledgement} 0 to handler and team-leader`] },
      { at: '2027-01-05T09:00:00.000Z', told: [`${acknowledgement} 1 to manager`] },
      { at: '2027-01-05T12:00:00.000Z', told: [`${acknowledgement} apologised`] },
      { at: '2027-01-11T09:00:00.000Z', told: [`${acknowledgement} 5 to senior-lead`] },
      { at: '2027-01-13T09:00:00.000Z', told: [`${response} -3 to handler`] },
      { at: '2027-01-15T09:00:00.000Z', told: [`${response} -1 to handler`] },
      {
        at: '2027-01-18T09:00:00.000Z',
        told: [`${acknowledgement} 10 to senior-lead`, `${response} 0 to handler and team-leader`],
      },
      { at: '2027-01-19T09:00:00.000Z', told: [`${response} 1 to manager`] },
      { at: '2027-01-19T12:00:00.000Z', told: [`${response} apologised`] },
      {
        at: '2027-01-25T09:00:00.000Z',
        told: [`${acknowledgement} 15 to senior-lead`, `${response} 5 to senior-lead`],
      },
      {
        at: '2027-02-01T09:00:00.000Z',
        told: [`${acknowledgement} 20 to senior-lead`, `${response} 10 to senior-lead`],
      },
    ]);
  });

  it('owes one notice to each rank that a rung speaks to, each with an id of its own', () => {
    const complaint = complaintReceived(christmas);
    const before = whenTimePasses(complaint, '2026-12-31T09:00:00Z').complaint;
    const { notices, wakes } = whenTimePasses(before, '2027-01-04T09:00:00Z');
    expect(notices.map(({ id, lane, recipient }) => [id, lane, recipient])).toEqual([
      ['alert_stage-1-acknowledgement_2027-01-04_0_handler', 'routine', { type: 'staff', rank: 'handler' }],
      [
        'alert_stage-1-acknowledgement_2027-01-04_0_team-leader',
        'routine',
        { type: 'staff', rank: 'team-leader' },
      ],
    ]);
    expect(wakes).toBe('2027-01-05T09:00:00.000Z');
  });
});

describe('one complaint to counted-from-receipt over Easter 2026, in summer time', () => {
  it('speaks at nine in London, which is eight in UTC', () => {
    const complaint = complaintReceived({
      receivedAt: '2026-04-02T10:00:00Z',
      landlord: 'counted-from-receipt',
    });
    expect(live(complaint, '2026-04-21T23:00:00.000Z')).toEqual([
      { at: '2026-04-08T08:00:00.000Z', told: [`${acknowledgement} -3 to handler`] },
      { at: '2026-04-10T08:00:00.000Z', told: [`${acknowledgement} -1 to handler`] },
      { at: '2026-04-13T08:00:00.000Z', told: [`${acknowledgement} 0 to handler and team-leader`] },
      { at: '2026-04-14T08:00:00.000Z', told: [`${acknowledgement} 1 to manager`] },
      { at: '2026-04-14T11:00:00.000Z', told: [`${acknowledgement} apologised`] },
      { at: '2026-04-15T08:00:00.000Z', told: [`${response} -3 to handler`] },
      { at: '2026-04-17T08:00:00.000Z', told: [`${response} -1 to handler`] },
      {
        at: '2026-04-20T08:00:00.000Z',
        told: [`${acknowledgement} 5 to senior-lead`, `${response} 0 to handler and team-leader`],
      },
      { at: '2026-04-21T08:00:00.000Z', told: [`${response} 1 to manager`] },
      { at: '2026-04-21T11:00:00.000Z', told: [`${response} apologised`] },
    ]);
  });
});

describe('time that passes', () => {
  const complaint = complaintReceived(christmas);

  it('says nothing a millisecond before a rung, and speaks at its very instant', () => {
    expect(whenTimePasses(complaint, '2026-12-29T08:59:59.999Z')).toMatchObject({
      events: [],
      notices: [],
      complaint,
      wakes: '2026-12-29T09:00:00.000Z',
    });
    expect(whenTimePasses(complaint, '2026-12-29T09:00:00.000Z').events).toHaveLength(1);
  });

  it('says nothing again when it is told twice', () => {
    const once = whenTimePasses(complaint, '2026-12-29T09:00:00Z');
    const twice = whenTimePasses(once.complaint, '2026-12-29T09:00:00Z');
    expect(twice).toEqual({ ...once, events: [], notices: [] });
    expect(twice.wakes).toBe('2026-12-31T09:00:00.000Z');
  });

  it('holds nothing against a clock that was set back', () => {
    const once = whenTimePasses(complaint, '2026-12-31T09:00:00Z');
    expect(whenTimePasses(once.complaint, '2026-12-29T09:00:00Z').events).toEqual([]);
  });
});

describe('after an outage of ten days', () => {
  const before = whenTimePasses(complaintReceived(christmas), '2026-12-29T09:00:00Z').complaint;
  const late = whenTimePasses(before, '2027-01-08T09:00:00Z');

  it('the newest rung speaks for those that were skipped, staff before the resident', () => {
    expect(inShort(late)).toEqual([
      `${acknowledgement} 1 to manager for -1 and 0 too`,
      `${acknowledgement} apologised`,
      'alert_stage-1-acknowledgement_2027-01-04_1_manager',
      'apology_stage-1-acknowledgement_2027-01-04',
    ]);
    expect(late.notices[0]?.values.earlierAlerts).toBe(
      'It also stands for alerts that could not be sent in time: 1 working day before it was due, the day it was due.',
    );
    expect(late.wakes).toBe('2027-01-11T09:00:00.000Z');
  });

  it('the alert says how late the task is now, not how late it was when the rung passed', () => {
    expect(late.notices[0]?.values.position).toBe('4 working days overdue');
  });

  it('an alert for the due day that comes a day late does not call the task due today', () => {
    const early = whenTimePasses(before, '2026-12-31T09:00:00Z').complaint;
    const alert = whenTimePasses(early, '2027-01-05T08:30:00Z').notices[0];
    expect(alert?.id).toBe('alert_stage-1-acknowledgement_2027-01-04_0_handler');
    expect(alert?.values.position).toBe('1 working day overdue');
  });

  it('both obligations speak once each after a silence of two months', () => {
    const silence = whenTimePasses(complaintReceived(christmas), '2027-02-26T10:00:00Z');
    expect(inShort(silence).slice(0, 4)).toEqual([
      `${acknowledgement} 35 to senior-lead for -3 and -1 and 0 and 1 and 5 and 10 and 15 and 20 and 25 and 30 too`,
      `${acknowledgement} apologised`,
      `${response} 25 to senior-lead for -3 and -1 and 0 and 1 and 5 and 10 and 15 and 20 too`,
      `${response} apologised`,
    ]);
    expect(silence.wakes).toBe('2027-03-01T09:00:00.000Z');
  });
});

describe('a complaint of 4 January 2027 that is logged on the 20th', () => {
  const logged = '2027-01-20T15:00:00Z';
  const command: Receive = {
    type: 'Receive',
    reference: sample,
    channel: 'letter',
    receivedAt: at('2027-01-04T10:00:00Z'),
    reachableByEmail: true,
    personalTextHash: 'hash',
  };
  const complaint = fold(accepted(decide(undefined, command, contextAt(logged))).events);
  const told = whenTimePasses(complaint, logged);

  it('is late at once for the staff, and for the resident at noon of the next working day', () => {
    expect(complaint).toMatchObject({ receivedOn: '2027-01-04', loggedAt: '2027-01-20T15:00:00.000Z' });
    expect(complaint.obligations.map(({ dueOn }) => dueOn)).toEqual(['2027-01-11', '2027-01-25']);
    expect(told.events.map(({ type }) => type)).toEqual(['AlertGiven', 'AlertGiven']);
    expect(told.wakes).toBe('2027-01-21T12:00:00.000Z');
    expect(inShort(whenTimePasses(told.complaint, '2027-01-21T11:59:59.999Z'))).toEqual([]);
    expect(inShort(whenTimePasses(told.complaint, '2027-01-21T12:00:00Z'))).toEqual([
      `${acknowledgement} apologised`,
      'apology_stage-1-acknowledgement_2027-01-11',
    ]);
  });

  it('is late by its own dates from then on', () => {
    const apologies = live(told.complaint, '2027-01-31T00:00:00.000Z').filter(({ told: said }) =>
      said.some((each) => each.endsWith('apologised')),
    );
    expect(apologies.map((each) => each.at)).toEqual([
      '2027-01-21T12:00:00.000Z',
      '2027-01-26T12:00:00.000Z',
    ]);
  });
});

describe('someone without an email address', () => {
  const complaint = complaintReceived({ ...christmas, reachableByEmail: false });

  it('is owed no apology, and nobody wakes at noon for one', () => {
    const told = live(complaint, '2027-01-20T00:00:00.000Z').flatMap((each) => each.told);
    expect(told.filter((each) => each.includes('apologised'))).toEqual([]);
    expect(whenTimePasses(complaint, '2027-01-05T09:00:00Z').wakes).toBe('2027-01-11T09:00:00.000Z');
  });

  it('is told by staff, whose alert says so', () => {
    const { notices } = whenTimePasses(complaint, '2027-01-04T09:00:00Z');
    expect(notices[0]?.values.residentNote).toMatch(/tell them by phone or post\.$/);
  });
});
