import { describe, expect, it } from 'vitest';
import { nextReminder } from '../../../shared/domain/enquiries/review.ts';
import { handler, referenceNumber } from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';
import {
  carryOutOn,
  decideLog,
  enquiryContextAt,
  enquiryLogged,
  enquiryRefusalOf,
} from './enquiry-samples.ts';

/** Logged on Wednesday 16 December 2026; three bank holidays lie before its review on Monday 4 January. */
const loggedAt = '2026-12-16T10:00:00Z';
const request = enquiryLogged(loggedAt);

describe('a service request', () => {
  it('is looked at again within 10 working days of the first contact, which is not that of its logging', () => {
    expect(request).toMatchObject({
      status: 'open',
      receivedOn: '2026-12-16',
      review: { dueOn: '2027-01-04' },
    });
    const late = enquiryLogged(loggedAt, { receivedAt: at('2026-12-14T23:30:00Z') });
    expect(late).toMatchObject({
      receivedOn: '2026-12-14',
      loggedAt: '2026-12-16T10:00:00.000Z',
      review: { dueOn: '2026-12-30', derivation: { countedFrom: 'first-contact', startOn: '2026-12-14' } },
    });
  });

  it('leaves out the days of its landlord’s nations', () => {
    expect(enquiryLogged(loggedAt, {}, 'code-2024').review?.dueOn).toBe('2027-01-04');
    expect(request.review?.derivation).toMatchObject({
      skipped: [{ on: '2026-12-25' }, { on: '2026-12-28' }, { on: '2027-01-01' }],
    });
  });

  it('is not logged before it came', () => {
    expect(decideLog(loggedAt, { receivedAt: at('2026-12-16T10:00:00.001Z') })).toEqual({
      type: 'Refused',
      refusal: { type: 'NotYet', field: 'receivedAt', now: '2026-12-16T10:00:00.000Z' },
    });
  });

  it('is told to whoever asked, and to nobody who may not be mailed', () => {
    const noticesOf = (change: object) => {
      const decision = decideLog(loggedAt, change);
      return decision.type === 'Accepted' ? decision.notices : undefined;
    };
    expect(noticesOf({})).toMatchObject([
      { kind: 'service-request-receipt', recipient: { type: 'enquirer' } },
    ]);
    expect(noticesOf({ reachableByEmail: false })).toEqual([]);
  });

  it('that is still open is looked at again 10 working days after it was', () => {
    const { enquiry } = carryOutOn(
      request,
      { type: 'ReviewRequest', by: handler, outcome: 'still-open', note: 'note-1' },
      '2026-12-24T10:00:00Z',
    );
    // Thursday 24 December to Tuesday 12 January
    expect(enquiry).toMatchObject({
      status: 'open',
      revision: 2,
      review: { dueOn: '2027-01-12', derivation: { countedFrom: 'review' } },
    });
    expect(enquiry.history.at(-1)).toEqual({
      what: 'reviewed',
      at: '2026-12-24T10:00:00.000Z',
      by: 'handler',
      outcome: 'still-open',
      note: 'note-1',
      nextReviewOn: '2027-01-12',
    });
  });

  it('that is resolved is looked at no more', () => {
    const { enquiry } = carryOutOn(
      request,
      { type: 'ReviewRequest', by: handler, outcome: 'resolved' },
      '2026-12-24T10:00:00Z',
    );
    expect(enquiry.status).toBe('resolved');
    expect(enquiry).not.toHaveProperty('review');
    const again = { type: 'ReviewRequest', by: handler, outcome: 'still-open' } as const;
    expect(enquiryRefusalOf(enquiry, again, '2026-12-29T10:00:00Z')).toEqual({
      type: 'EnquiryEnded',
      status: 'resolved',
    });
  });
});

describe('the reminders of a review', () => {
  const remindedAt = (now: string, from = request) => carryOutOn(from, { type: 'TimePassed' }, now);

  it('come by the landlord’s ladder, each once, and change nothing that somebody has read', () => {
    expect(nextReminder(request, enquiryContextAt(loggedAt))).toBe('2026-12-29T09:00:00.000Z');
    const { enquiry, notices } = remindedAt('2026-12-29T09:00:00Z');
    expect(notices).toMatchObject([
      { id: 'service-request-review_2027-01-04_-3_handler', values: { position: 'due in 3 working days' } },
    ]);
    expect(enquiry.revision).toBe(1);
    expect(enquiry.history).toHaveLength(2);
    expect(nextReminder(enquiry, enquiryContextAt('2026-12-29T09:00:00Z'))).toBe('2026-12-31T09:00:00.000Z');
    expect(remindedAt('2026-12-29T09:00:00Z', enquiry).notices).toEqual([]);
    expect(remindedAt('2026-12-29T09:00:00Z', enquiry).enquiry).toEqual(enquiry);
  });

  it('reach the handler by name on the day, and higher ranks once it is overdue', () => {
    const handled = enquiryLogged(loggedAt, { handler });
    expect(remindedAt('2027-01-04T09:00:00Z', handled).notices.map(({ recipient }) => recipient)).toEqual([
      { type: 'staff', rank: 'handler', person: 'handler' },
      { type: 'staff', rank: 'team-leader' },
    ]);
    expect(remindedAt('2027-01-05T09:00:00Z', handled).notices).toMatchObject([
      { recipient: { rank: 'manager' }, values: { position: '1 working day overdue' } },
    ]);
  });

  it('stop once it is resolved, and begin anew for the next day', () => {
    const resolve = { type: 'ReviewRequest', by: handler, outcome: 'resolved' } as const;
    const { enquiry } = carryOutOn(request, resolve, '2026-12-24T10:00:00Z');
    expect(nextReminder(enquiry, enquiryContextAt('2026-12-24T10:00:00Z'))).toBeUndefined();
    expect(remindedAt('2027-02-01T10:00:00Z', enquiry).notices).toEqual([]);
    const keep = { type: 'ReviewRequest', by: handler, outcome: 'still-open' } as const;
    const open = carryOutOn(remindedAt('2026-12-29T09:00:00Z').enquiry, keep, '2026-12-29T10:00:00Z').enquiry;
    // due on Wednesday 13 January
    expect(open.review?.dueOn).toBe('2027-01-13');
    expect(nextReminder(open, enquiryContextAt('2026-12-29T10:00:00Z'))).toBe('2027-01-08T09:00:00.000Z');
  });
});

describe('the choice to complain', () => {
  const offer = {
    type: 'OfferChoice',
    by: handler,
    offeredOn: date('2026-12-21'),
    answer: 'not-now',
  } as const;

  it('is recorded with its day and what was said', () => {
    const { enquiry } = carryOutOn(request, offer, '2026-12-22T10:00:00Z');
    expect(enquiry).toMatchObject({
      status: 'open',
      choice: { offeredOn: '2026-12-21', answer: 'not-now' },
      review: { dueOn: '2027-01-04' },
    });
    expect(enquiry.history.at(-1)).toMatchObject({
      what: 'choice-offered',
      offeredOn: '2026-12-21',
      by: 'handler',
    });
  });

  it('is not lost where it was taken: a complaint is owed by the next working day, and nothing else', () => {
    const taken = carryOutOn(request, { ...offer, answer: 'complain' }, '2026-12-22T10:00:00Z').enquiry;
    expect(taken).toMatchObject({
      status: 'open',
      review: { dueOn: '2026-12-22', derivation: { countedFrom: 'choice-to-complain', clause: '1.3' } },
    });
    const resolve = { type: 'ReviewRequest', by: handler, outcome: 'resolved' } as const;
    expect(enquiryRefusalOf(taken, resolve, '2026-12-22T11:00:00Z')).toEqual({ type: 'ChoseToComplain' });
    const reminded = carryOutOn(taken, { type: 'TimePassed' }, '2026-12-23T10:00:00Z').notices;
    expect(reminded[0]?.values.task).toBe('make it a complaint, which they chose');
    const again = carryOutOn(taken, offer, '2026-12-23T10:00:00Z').enquiry;
    expect(again).toMatchObject({
      status: 'open',
      choice: { answer: 'not-now' },
      review: { dueOn: '2027-01-11' },
    });
  });

  it('that somebody took in a survey stays open until a complaint has come of it', () => {
    const choice = { offeredOn: date('2026-12-16'), answer: 'complain' } as const;
    const survey = enquiryLogged(loggedAt, { kind: 'survey', channel: 'survey', choice });
    expect(survey).toMatchObject({ status: 'open', review: { dueOn: '2026-12-17' } });
    const convert = {
      type: 'Convert',
      by: handler,
      complaint: referenceNumber(5),
      dissatisfiedAt: at(loggedAt),
    } as const;
    const { enquiry, converts } = carryOutOn(survey, convert, '2026-12-17T10:00:00Z');
    expect(enquiry.status).toBe('acknowledged');
    expect(enquiry).not.toHaveProperty('review');
    expect(converts?.chosenOn).toBe('2026-12-16');
  });

  it.each([
    ['2026-12-15', 'BeforeFirstContact'],
    ['2026-12-23', 'NotYet'],
  ])('was not offered on %s: %s', (offeredOn, type) => {
    const refusal = enquiryRefusalOf(
      request,
      { ...offer, offeredOn: date(offeredOn) },
      '2026-12-22T10:00:00Z',
    );
    expect(refusal).toMatchObject({ type, field: 'offeredOn' });
  });
});
