import { describe, expect, it } from 'vitest';
import { staffId } from '../../../shared/domain/staff.ts';
import { colleague, handler } from '../../support/complaints.ts';
import { carryOutOn, decideLog, enquiryLogged, enquiryRefusalOf } from './enquiry-samples.ts';

const now = '2026-12-16T10:00:00Z';
const compliment = (change: object = {}) => enquiryLogged(now, { kind: 'compliment', ...change });
const passOn = { type: 'PassOn', by: handler, to: { person: colleague } } as const;

describe('a compliment (seed 003)', () => {
  it('is acknowledged by email at once', () => {
    expect(decideLog(now, { kind: 'compliment' })).toMatchObject({
      enquiry: { status: 'acknowledged' },
      notices: [{ kind: 'compliment-thanks', recipient: { type: 'enquirer' } }],
    });
    expect(compliment()).not.toHaveProperty('review');
  });

  it('of somebody who is not to be emailed stays open until they were thanked another way', () => {
    const byPhone = compliment({ reachableByEmail: false });
    expect(byPhone.status).toBe('open');
    expect(carryOutOn(byPhone, passOn, now).enquiry.status).toBe('open');
    expect(carryOutOn(byPhone, { ...passOn, thanked: true }, now).enquiry.status).toBe('acknowledged');
  });

  it('of nobody known waits for no thanks', () => {
    expect(compliment({ reachableByEmail: false, anonymous: true }).status).toBe('acknowledged');
  });

  it('is told to the person whom it is about', () => {
    const { enquiry, notices } = carryOutOn(compliment(), passOn, '2026-12-17T10:00:00Z');
    expect(enquiry.passedTo).toEqual({ to: { person: 'colleague' }, on: '2026-12-17' });
    expect(notices).toMatchObject([
      {
        id: 'compliment-passed-on_2',
        recipient: { type: 'staff', rank: 'team-leader', person: 'colleague' },
        texts: { words: 'description' },
        people: { praised: 'colleague' },
      },
    ]);
  });

  it('is told to a team by its leader, and once more where it was another', () => {
    const first = carryOutOn(compliment(), passOn, now).enquiry;
    const { enquiry, notices } = carryOutOn(first, { ...passOn, to: { team: 'repairs' } }, now);
    expect(enquiry.passedTo?.to).toEqual({ team: 'repairs' });
    expect(notices).toMatchObject([
      {
        id: 'compliment-passed-on_3',
        recipient: { type: 'staff', rank: 'team-leader' },
        values: { praised: 'the team repairs' },
      },
    ]);
    expect(notices[0]).not.toHaveProperty('people');
  });

  it.each([
    ['nobody', 'unknown'],
    ['leaver', 'disabled'],
    ['elsewhere', 'other-landlord'],
  ])('is not told to %s, who is %s', (id, why) => {
    const person = staffId(id);
    expect(enquiryRefusalOf(compliment(), { ...passOn, to: { person } }, now)).toEqual({
      type: 'HandlerNotAvailable',
      person,
      why,
    });
  });

  it('alone is passed on, and is never looked at again', () => {
    expect(enquiryRefusalOf(enquiryLogged(now), passOn, now)).toEqual({
      type: 'OtherKind',
      kind: 'service-request',
      wanted: 'compliment',
    });
    const resolve = { type: 'ReviewRequest', by: handler, outcome: 'resolved' } as const;
    expect(enquiryRefusalOf(compliment(), resolve, now)).toMatchObject({ wanted: 'service-request' });
  });
});

describe('what somebody says in a survey', () => {
  it('is noted with the choice that they were given, and is answered by nothing', () => {
    const choice = { offeredOn: '2026-12-16', answer: 'no-answer' };
    const decision = decideLog(now, { kind: 'survey', channel: 'survey', choice: choice as never });
    expect(decision).toMatchObject({ enquiry: { status: 'acknowledged', choice }, notices: [] });
  });

  it('was not answered before it was said', () => {
    const choice = { offeredOn: '2026-12-15', answer: 'complain' };
    expect(decideLog(now, { kind: 'survey', channel: 'survey', choice: choice as never })).toMatchObject({
      refusal: { type: 'BeforeFirstContact', field: 'choice.offeredOn' },
    });
  });
});
