import { describe, expect, it } from 'vitest';
import { CalendarHorizonError } from '../../shared/domain/working-days.ts';
import { explainDeadlines } from '../../shared/use-cases/explain-deadlines.ts';
import { at, type LandlordId, policyOf, rules } from '../support/rules.ts';

const explain = async (receivedAt: string, landlord: LandlordId = 'day-zero') => {
  const obligations = await explainDeadlines(rules, policyOf(landlord), at(receivedAt));
  return obligations.map(({ kind, dueOn, projected }) => [kind, dueOn, projected]);
};

describe('the dates that a complaint would get', () => {
  it('are those that it gets when it is received then', async () => {
    expect(await explain('2026-12-23T15:00:00Z')).toEqual([
      ['stage-1-acknowledgement', '2027-01-04', false],
      ['stage-1-response', '2027-01-18', true],
    ]);
    expect(await explain('2026-12-23T15:00:00Z', 'counted-from-receipt')).toEqual([
      ['stage-1-acknowledgement', '2027-01-04', false],
      ['stage-1-response', '2027-01-11', false],
    ]);
  });

  it('are counted from the day in London', async () => {
    expect((await explain('2026-06-30T23:30:00Z'))[0]).toEqual([
      'stage-1-acknowledgement',
      '2026-07-08',
      false,
    ]);
    expect(await explain('2026-07-01T00:30:00+01:00')).toEqual(await explain('2026-06-30T23:30:00Z'));
  });

  it.each([
    ['long past', '2012-01-01T12:00:00Z', '2012-01-09'],
    ['just past the horizon', '2029-03-01T12:00:00Z', '2029-03-08'],
    ['far past the horizon', '2098-06-02T12:00:00Z', '2098-06-09'],
  ])('are given for an instant that is %s', async (_, receivedAt, acknowledgeBy) => {
    expect((await explain(receivedAt))[0]?.[1]).toBe(acknowledgeBy);
  });

  it.each([
    '1999-12-31T23:59:59Z',
    '2011-12-31T12:00:00Z',
    '2099-12-14T12:00:00Z',
    '2099-12-31T23:59:59Z',
    '2100-01-01T00:00:00Z',
  ])('are refused by name for %s, where no calendar reaches', async (receivedAt) => {
    await expect(explain(receivedAt)).rejects.toThrow(CalendarHorizonError);
  });
});
