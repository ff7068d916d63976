import { describe, expect, it } from 'vitest';
import { explainRecount } from '../../shared/domain/explain-recount.ts';
import { date } from '../support/rules.ts';

const moved = [
  { change: 'removed' as const, on: date('2020-05-04'), name: 'Early May bank holiday' },
  { change: 'added' as const, on: date('2020-05-08'), name: 'Early May bank holiday (VE day)' },
];

describe('why dates were counted anew', () => {
  it('is a sentence for each day that makes the difference', () => {
    expect(explainRecount({ because: moved })).toEqual([
      'Monday 4 May 2020 is not a bank holiday after all (it was to be Early May bank holiday), so it is a working day.',
      'Friday 8 May 2020 is now a bank holiday (Early May bank holiday (VE day)), so it is not a working day.',
    ]);
  });

  it('is said also where a year was published of which nothing was known', () => {
    expect(explainRecount({ because: [] })).toEqual([
      'The bank holidays of those days were not published before, and now they are.',
    ]);
  });
});
