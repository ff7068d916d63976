import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../shared/domain/civil-date.ts';
import { countDays } from '../../shared/domain/counting.ts';
import { lastDays } from '../../shared/domain/limit.ts';
import { date, englandAndWales } from '../support/rules.ts';
import { slowEnd } from './slow-periods.ts';

describe('days, weeks and months', () => {
  it('end where they do on a printed calendar, with any rule for the last day', () => {
    const holidays = new Set(englandAndWales.holidayNames.keys());
    const day = fc.integer({ min: 0, max: 16 * 366 }).map((days) => addDays(date('2012-02-01'), days));
    const unit = fc.constantFrom('calendar-days', 'weeks', 'months');
    fc.assert(
      fc.property(day, unit, fc.integer({ min: 1, max: 40 }), fc.constantFrom(...lastDays), (...each) => {
        const [startOn, unit, count, lastDay] = each;
        const { dueOn } = countDays({ startOn, unit, count, lastDay }, englandAndWales);
        expect(dueOn).toBe(slowEnd(startOn, unit, count, lastDay, holidays));
      }),
      { numRuns: 300 },
    );
  });
});
