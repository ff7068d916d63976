import { describe, expect, it } from 'vitest';
import { explainDeadlines } from '../../shared/use-cases/explain-deadlines.ts';
import { at, type LandlordId, policyOf, rules } from '../support/rules.ts';

const explain = (receivedAt: string, landlord: LandlordId = 'day-zero') =>
  explainDeadlines(rules, policyOf(landlord), at(receivedAt)).map(({ kind, dueOn, projected }) => [
    kind,
    dueOn,
    projected,
  ]);

describe('the dates that a complaint would get', () => {
  it('are those that it gets when it is received then', () => {
    expect(explain('2026-12-23T15:00:00Z')).toEqual([
      ['stage-1-acknowledgement', '2027-01-04', false],
      ['stage-1-response', '2027-01-18', true],
    ]);
    expect(explain('2026-12-23T15:00:00Z', 'counted-from-receipt')).toEqual([
      ['stage-1-acknowledgement', '2027-01-04', false],
      ['stage-1-response', '2027-01-11', false],
    ]);
  });

  it('are counted from the day in London', () => {
    expect(explain('2026-06-30T23:30:00Z')[0]).toEqual(['stage-1-acknowledgement', '2026-07-08', false]);
    expect(explain('2026-07-01T00:30:00+01:00')).toEqual(explain('2026-06-30T23:30:00Z'));
  });

  it.each([
    ['long past', '2012-01-01T12:00:00Z', '2012-01-09'],
    ['just past the horizon', '2029-03-01T12:00:00Z', '2029-03-08'],
    ['far past the horizon', '2098-06-02T12:00:00Z', '2098-06-09'],
  ])('are given for an instant that is %s', (_, receivedAt, acknowledgeBy) => {
    expect(explain(receivedAt)[0]?.[1]).toBe(acknowledgeBy);
  });

  it.each([
    ['before the calendar begins', '2000-01-04T12:00:00Z', '2000-01-11'],
    ['in the last days of the calendar', '2099-12-30T12:00:00Z', '2100-01-06'],
  ])('are given %s too, as the API admits every instant from 2000 to 2099', (_, receivedAt, acknowledgeBy) => {
    expect(explain(receivedAt)[0]?.[1]).toBe(acknowledgeBy);
  });
});
