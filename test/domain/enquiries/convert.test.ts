import { describe, expect, it } from 'vitest';
import type { Convert } from '../../../shared/domain/enquiries/convert.ts';
import { accused, colleague, handler, referenceNumber } from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';
import { carryOutOn, enquiryLogged, enquiryRefusalOf } from './enquiry-samples.ts';

const request = enquiryLogged('2026-12-16T10:00:00Z');
const now = '2026-12-30T10:00:00Z';
const complaint = referenceNumber(2);
const dissatisfied: Convert = {
  type: 'Convert',
  by: handler,
  complaint,
  channel: 'email',
  dissatisfiedAt: at('2026-12-28T20:00:00Z'),
};
const filedWrongly: Convert = { type: 'Convert', by: handler, complaint, filedWrongly: true };

describe('a service request whose sender has become dissatisfied', () => {
  it('makes a complaint of that day, which keeps the first contact', () => {
    expect(carryOutOn(request, dissatisfied, now).converts).toEqual({
      channel: 'email',
      receivedAt: '2026-12-28T20:00:00.000Z',
      enquiry: { reference: request.reference, firstContactOn: '2026-12-16' },
    });
  });

  it('stays open and is still looked at again, for the work goes on (Code 1.5)', () => {
    const { enquiry, notices } = carryOutOn(request, dissatisfied, now);
    expect(enquiry).toMatchObject({
      status: 'open',
      complaints: [complaint],
      review: { dueOn: '2027-01-04' },
    });
    expect(notices).toEqual([]);
    expect(enquiry.history.at(-1)).toEqual({
      what: 'converted',
      at: '2026-12-30T10:00:00.000Z',
      by: 'handler',
      complaint,
      receivedAt: '2026-12-28T20:00:00.000Z',
    });
  });

  it('keeps whom any complaint that comes of it is about, who deals with it no longer (Code 5.8)', () => {
    const handled = enquiryLogged('2026-12-16T10:00:00Z', { handler: colleague });
    const once = carryOutOn(handled, { ...dissatisfied, staffComplainedAbout: [accused] }, now).enquiry;
    expect(once).toMatchObject({ handler: 'colleague', staffComplainedAbout: ['accused'] });
    const other = { ...dissatisfied, complaint: referenceNumber(3), staffComplainedAbout: [colleague] };
    const twice = carryOutOn(once, other, now).enquiry;
    expect(twice.staffComplainedAbout).toEqual(['accused', 'colleague']);
    expect(twice).not.toHaveProperty('handler');
  });

  it('makes one of what was resolved too, and more than one', () => {
    const resolve = { type: 'ReviewRequest', by: handler, outcome: 'resolved' } as const;
    const resolved = carryOutOn(request, resolve, '2026-12-24T10:00:00Z').enquiry;
    const once = carryOutOn(resolved, dissatisfied, now).enquiry;
    const other = { ...dissatisfied, complaint: referenceNumber(3) };
    expect(carryOutOn(once, other, now).enquiry).toMatchObject({
      status: 'resolved',
      complaints: [referenceNumber(2), referenceNumber(3)],
    });
  });

  it('was not dissatisfied before the first contact, nor is yet', () => {
    const before = { ...dissatisfied, dissatisfiedAt: at('2026-12-15T23:59:59.999Z') };
    expect(enquiryRefusalOf(request, before, now)).toEqual({
      type: 'BeforeFirstContact',
      field: 'dissatisfiedAt',
      firstContactAt: '2026-12-16T10:00:00.000Z',
    });
    const same = { ...dissatisfied, dissatisfiedAt: request.receivedAt };
    expect(carryOutOn(request, same, now).converts?.receivedAt).toBe('2026-12-16T10:00:00.000Z');
    const later = { ...dissatisfied, dissatisfiedAt: at('2026-12-30T10:00:00.001Z') };
    expect(enquiryRefusalOf(request, later, now)).toMatchObject({ type: 'NotYet', field: 'dissatisfiedAt' });
  });
});

describe('a complaint that was filed wrongly as a request', () => {
  it('keeps its original date, however late that is found out', () => {
    expect(carryOutOn(request, filedWrongly, '2027-03-01T10:00:00Z').converts).toEqual({
      channel: 'phone',
      receivedAt: '2026-12-16T10:00:00.000Z',
      enquiry: { reference: request.reference, firstContactOn: '2026-12-16' },
    });
  });

  it('is a request no more: nothing is done to it again', () => {
    const { enquiry } = carryOutOn(request, filedWrongly, now);
    expect(enquiry).toMatchObject({ status: 'converted', complaints: [complaint] });
    expect(enquiry).not.toHaveProperty('review');
    for (const command of [
      filedWrongly,
      dissatisfied,
      { type: 'ReviewRequest', by: handler, outcome: 'resolved' },
      { type: 'OfferChoice', by: handler, offeredOn: date('2026-12-30'), answer: 'complain' },
    ] as const)
      expect(enquiryRefusalOf(enquiry, command, now)).toEqual({ type: 'EnquiryEnded', status: 'converted' });
    expect(carryOutOn(enquiry, { type: 'TimePassed' }, '2027-03-01T10:00:00Z').notices).toEqual([]);
  });
});

describe('the choice that was taken', () => {
  const chosen = { offeredOn: date('2026-12-22'), answer: 'complain' } as const;

  it('reaches the complaint from the record', () => {
    const offered = carryOutOn(request, { type: 'OfferChoice', by: handler, ...chosen }, now).enquiry;
    expect(carryOutOn(offered, dissatisfied, now).converts?.chosenOn).toBe('2026-12-22');
  });

  it('is no choice to complain where something else was said', () => {
    const offer = { type: 'OfferChoice', by: handler, ...chosen, answer: 'not-now' } as const;
    const offered = carryOutOn(request, offer, now).enquiry;
    expect(carryOutOn(offered, dissatisfied, now).converts).not.toHaveProperty('chosenOn');
  });

  it('is put on record where it is told with the conversion', () => {
    const survey = enquiryLogged('2026-12-16T10:00:00Z', { kind: 'survey', channel: 'survey' });
    const told = { ...dissatisfied, chosenOn: date('2026-12-29') };
    const { enquiry, converts } = carryOutOn(survey, told, now);
    expect(converts?.chosenOn).toBe('2026-12-29');
    expect(enquiry.choice).toEqual({ offeredOn: '2026-12-29', answer: 'complain' });
    expect(enquiryRefusalOf(survey, { ...told, chosenOn: date('2026-12-31') }, now)).toMatchObject({
      type: 'NotYet',
      field: 'chosenOn',
    });
  });
});
