import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import { explainDeadline } from '../../../shared/domain/explain-deadline.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintClosed,
  complaintReceived,
  complaintResponded,
  complaintWithdrawn,
  handler,
  inShort,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { excluding } from '../../support/exclusions.ts';
import { at, date } from '../../support/rules.ts';

const by = handler;
const now = '2027-02-15T10:00:00Z';
const asking = {
  type: 'RecordOmbudsmanRequest',
  by,
  ombudsman: 'housing-ombudsman',
  text: textRef(3),
  dueOn: date('2027-03-01'),
} as const;
const answering: Command = { type: 'AnswerOmbudsman', by, request: 'request-1', evidence: textRef(4) };
const received = complaintReceived({ receivedAt: '2026-12-29T15:00:00Z' });
const asked = carryOut(complaintResponded(), asking, now).complaint;

describe('seed 003, 5.3: what an Ombudsman asks before they determine', () => {
  it.each<[string, Complaint]>([
    ['received', received],
    ['acknowledged', complaintAcknowledged()],
    ['answered', complaintResponded()],
    ['closed', complaintClosed()],
    ['withdrawn', complaintWithdrawn()],
    ['not taken on', carryOut(received, excluding, now).complaint],
    ['at stage 2', carryOut(complaintResponded(), { type: 'Escalate' }, '2027-01-20T10:00:00Z').complaint],
  ])('is owed also on a complaint that is %s', (_, complaint) => {
    const after = carryOut(complaint, asking, now).complaint;
    expect(after.status).toBe(complaint.status);
    expect(owedBy(after, 'request-1')).toEqual({
      id: 'request-1',
      kind: 'ombudsman-request',
      projected: false,
      ownerRank: 'senior-lead',
      dueOn: '2027-03-01',
      derivation: {
        promisedOn: '2027-02-15',
        clause: 'ombudsman',
        setBy: 'Housing Ombudsman Service',
      },
    });
  });

  it('is kept with who asked, and numbered', () => {
    const twice = carryOut(asked, { ...asking, text: textRef(6), dueOn: date('2027-03-12') }, now);
    expect(twice.events).toMatchObject([{ type: 'OmbudsmanAsked', by: 'handler', request: 'request-2' }]);
    expect(twice.complaint.ombudsmanRequests).toEqual([
      { request: 'request-1', ombudsman: 'housing-ombudsman', text: textRef(3) },
      { request: 'request-2', ombudsman: 'housing-ombudsman', text: textRef(6) },
    ]);
    expect(owedBy(twice.complaint, 'request-2').dueOn).toBe('2027-03-12');
    expect(twice.notices).toEqual([]);
  });

  it('says that the Ombudsman set the date, and that we did not promise it', () => {
    const sentence =
      'Monday 1 March 2027 is the day that the Housing Ombudsman Service set on Monday 15 February 2027.';
    expect(explainDeadline(owedBy(asked, 'request-1'))).toBe(sentence);
    expect(explainDeadline(owedBy(asked, 'request-1'), 'staff')).toBe(sentence);
  });

  it('was set on the day of the letter, also where that is recorded later', () => {
    const happenedAt = at('2027-02-12T10:00:00Z');
    const late = carryOut(complaintResponded(), { ...asking, happenedAt, dueOn: date('2027-02-12') }, now);
    expect(owedBy(late.complaint, 'request-1')).toMatchObject({
      dueOn: '2027-02-12',
      derivation: { promisedOn: '2027-02-12' },
    });
  });

  it('is not due before it was asked', () => {
    expect(refusalOf(asked, { ...asking, dueOn: date('2027-02-14') }, now)).toEqual({
      type: 'DateInPast',
      today: '2027-02-15',
    });
    const today = carryOut(asked, { ...asking, dueOn: date('2027-02-15') }, now).complaint;
    expect(owedBy(today, 'request-2').dueOn).toBe('2027-02-15');
  });

  it('seed 002: comes from either Ombudsman of a council, and elsewhere from one', () => {
    const lgo = { ...asking, ombudsman: 'local-government-ombudsman' };
    expect(refusalOf(asked, lgo, now)).toEqual({
      type: 'UnknownOmbudsman',
      ombudsman: 'local-government-ombudsman',
      known: ['housing-ombudsman'],
    });
    const council = complaintReceived({ receivedAt: '2026-12-29T15:00:00Z', landlord: 'two-ombudsmen' });
    expect(explainDeadline(owedBy(carryOut(council, lgo, now).complaint, 'request-1'))).toBe(
      'Monday 1 March 2027 is the day that the Local Government and Social Care Ombudsman set on Monday 15 February 2027.',
    );
  });
});

describe('an answer to the Ombudsman', () => {
  it('meets the request with evidence', () => {
    const { complaint, events } = carryOut(asked, answering, '2027-03-01T16:00:00Z');
    expect(events).toEqual([
      {
        type: 'OmbudsmanAnswered',
        by: 'handler',
        happenedAt: '2027-03-01T16:00:00.000Z',
        on: '2027-03-01',
        request: 'request-1',
        evidence: textRef(4),
      },
    ]);
    expect(owedBy(complaint, 'request-1').met).toEqual({
      on: '2027-03-01',
      keptPolicy: true,
      keptCode: true,
    });
  });

  it('is late after its day, and flagged where it is said afterwards to have been in time', () => {
    const late = carryOut(asked, answering, '2027-03-02T10:00:00Z').complaint;
    expect(owedBy(late, 'request-1').met).toMatchObject({ on: '2027-03-02', keptPolicy: false });
    const inTime = { ...answering, happenedAt: at('2027-02-26T10:00:00Z') };
    const flagged = carryOut(asked, inTime, '2027-03-02T10:00:00Z').complaint;
    expect(owedBy(flagged, 'request-1').met).toMatchObject({ on: '2027-02-26', backdated: true });
  });

  it('answers what was asked, once, and not before it was', () => {
    expect(refusalOf(asked, { ...answering, request: 'request-2' }, now).type).toBe('UnknownRequest');
    expect(refusalOf(asked, { ...answering, request: 'stage-1-response' }, now).type).toBe('UnknownRequest');
    const answered = carryOut(asked, answering, '2027-02-16T10:00:00Z').complaint;
    expect(refusalOf(answered, answering, '2027-02-17T10:00:00Z')).toEqual({
      type: 'RequestAnsweredAlready',
      on: '2027-02-16',
    });
    expect(refusalOf(asked, { ...answering, happenedAt: at('2027-02-14T23:59:00Z') }, now)).toEqual({
      type: 'HappenedTooEarly',
      notBefore: '2027-02-15T00:00:00.000Z',
      what: 'ombudsman',
    });
  });

  it('is chased until it is given, and the resident is told sorry for nothing that they were not promised', () => {
    const passed = carryOut(asked, { type: 'TimePassed' }, '2027-03-02T12:00:00Z').complaint;
    expect(inShort(carryOut(passed, { type: 'TimePassed' }, '2027-03-03T12:00:00Z'))).toEqual([]);
    expect(owedBy(passed, 'request-1').alerted).toEqual([
      { dueOn: '2027-03-01', workingDays: 1, heard: { manager: 1 } },
    ]);
    expect(owedBy(passed, 'request-1')).not.toHaveProperty('apologisedFor');
    expect(carryOut(passed, answering, '2027-03-03T12:00:00Z').wakes).toBeUndefined();
  });
});
