import { describe, expect, it } from 'vitest';
import { deriveDeadline } from '../../shared/domain/deadline.ts';
import { explainDeadline } from '../../shared/domain/explain-deadline.ts';
import { oweStage, receipt } from '../../shared/domain/stage-dates.ts';
import { at, date, englandAndWales, type LandlordId, versionOf } from '../support/rules.ts';

const explain = (landlord: LandlordId, receivedOn: string) =>
  oweStage(1, receipt(at(`${receivedOn}T10:00:00Z`)), versionOf(landlord), englandAndWales).map(
    (obligation) => [obligation.dueOn, explainDeadline(obligation)],
  );

const fromAcknowledgement: Record<string, [string, string][]> = {
  '2026-12-23': [
    [
      '2027-01-04',
      'Monday 4 January 2027 is 5 working days after Wednesday 23 December 2026, the day we received your complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January).',
    ],
    [
      '2027-01-18',
      'Monday 18 January 2027 is 10 working days after Monday 4 January 2027, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward.',
    ],
  ],
  '2026-04-02': [
    [
      '2026-04-13',
      'Monday 13 April 2026 is 5 working days after Thursday 2 April 2026, the day we received your complaint, not counting weekends, Good Friday (3 April) and Easter Monday (6 April).',
    ],
    [
      '2026-04-27',
      'Monday 27 April 2026 is 10 working days after Monday 13 April 2026, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward.',
    ],
  ],
  '2026-03-14': [
    [
      '2026-03-20',
      'Friday 20 March 2026 is 5 working days after Saturday 14 March 2026, the day we received your complaint, not counting weekends.',
    ],
    [
      '2026-04-07',
      'Tuesday 7 April 2026 is 10 working days after Friday 20 March 2026, the last day for our acknowledgement, not counting weekends, Good Friday (3 April) and Easter Monday (6 April); if we acknowledge it sooner, this date comes forward.',
    ],
  ],
  '2028-12-20': [
    [
      '2028-12-29',
      'Friday 29 December 2028 is 5 working days after Wednesday 20 December 2028, the day we received your complaint, not counting weekends, Christmas Day (25 December) and Boxing Day (26 December).',
    ],
    [
      '2029-01-12',
      'Friday 12 January 2029 is 10 working days after Friday 29 December 2028, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward; bank holidays that far ahead are not published yet, so this date is provisional and may move later.',
    ],
  ],
};

const fromReceipt: Record<string, [string, string]> = {
  '2026-12-23': [
    '2027-01-11',
    'Monday 11 January 2027 is 10 working days after Wednesday 23 December 2026, the day we received your complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January).',
  ],
  '2026-04-02': [
    '2026-04-20',
    'Monday 20 April 2026 is 10 working days after Thursday 2 April 2026, the day we received your complaint, not counting weekends, Good Friday (3 April) and Easter Monday (6 April).',
  ],
  '2026-03-14': [
    '2026-03-27',
    'Friday 27 March 2026 is 10 working days after Saturday 14 March 2026, the day we received your complaint, not counting weekends.',
  ],
  '2028-12-20': [
    '2029-01-05',
    'Friday 5 January 2029 is 10 working days after Wednesday 20 December 2028, the day we received your complaint, not counting weekends, Christmas Day (25 December) and Boxing Day (26 December); bank holidays that far ahead are not published yet, so this date is provisional and may move later.',
  ],
};

describe.each(Object.keys(fromAcknowledgement))('a complaint received on %s', (receivedOn) => {
  it.each<LandlordId>(['day-zero', 'code-2024'])(
    'is explained by %s, whose answer is counted from the acknowledgement',
    (landlord) => {
      expect(explain(landlord, receivedOn)).toEqual(fromAcknowledgement[receivedOn]);
    },
  );

  it('is explained by counted-from-receipt, whose answer is counted from the receipt', () => {
    const [acknowledgement] = fromAcknowledgement[receivedOn] ?? [];
    expect(explain('counted-from-receipt', receivedOn)).toEqual([acknowledgement, fromReceipt[receivedOn]]);
  });
});

describe('an explanation', () => {
  const explainCount = (count: number, startOn: string) => {
    const limit = { ...versionOf('day-zero').stage1.acknowledgement, count };
    const start = { countedFrom: 'acknowledgement', on: date(startOn) } as const;
    return explainDeadline(deriveDeadline(start, limit, versionOf('day-zero'), englandAndWales));
  };

  it('of one day is in the singular, of two things not counted joined by “and”', () => {
    expect(explainCount(1, '2026-04-30')).toBe(
      'Friday 1 May 2026 is 1 working day after Thursday 30 April 2026, the day we acknowledged your complaint, not counting weekends.',
    );
    expect(explainCount(1, '2026-05-01')).toBe(
      'Tuesday 5 May 2026 is 1 working day after Friday 1 May 2026, the day we acknowledged your complaint, not counting weekends and Early May bank holiday (4 May).',
    );
  });

  it('names no holiday on the start itself, which is day zero whatever day it is', () => {
    expect(explainCount(1, '2026-12-25')).toBe(
      'Tuesday 29 December 2026 is 1 working day after Friday 25 December 2026, the day we acknowledged your complaint, not counting weekends and Boxing Day (28 December).',
    );
  });
});
