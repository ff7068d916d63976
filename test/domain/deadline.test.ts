import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../shared/calendar/calendar.ts';
import { oweStage, receipt } from '../../shared/domain/stage-dates.ts';
import { at, date, englandAndWales, versionOf } from '../support/rules.ts';

describe('a derivation', () => {
  it('keeps what is needed to work the date out again: rule, clause, policy and calendar version', () => {
    const [acknowledgement, response] = oweStage(
      1,
      receipt(at('2026-12-23T15:00:00Z')),
      versionOf('counted-from-receipt'),
      englandAndWales,
    );
    const policy = { landlord: 'counted-from-receipt', effectiveFrom: '2025-05-01' };
    const skipped = [
      { on: '2026-12-25', name: 'Christmas Day' },
      { on: '2026-12-28', name: 'Boxing Day' },
      { on: '2027-01-01', name: 'New Year’s Day' },
    ];
    const common = {
      unit: 'working-days',
      countedFrom: 'receipt',
      startOn: '2026-12-23',
      policy,
      calendarVersion: 1,
      skipped,
      beyondHorizon: false,
    };
    expect(acknowledgement?.derivation).toEqual({ ...common, count: 5, clause: '6.2', source: 'code' });
    expect(response?.derivation).toEqual({ ...common, count: 10, clause: '6.3', source: 'landlord' });
  });

  it('says where bank holidays are not published that far, and only there', () => {
    const owed = oweStage(1, receipt(at('2028-12-20T10:00:00Z')), versionOf('day-zero'), englandAndWales);
    expect(owed.map(({ derivation }) => 'beyondHorizon' in derivation && derivation.beyondHorizon)).toEqual([
      false,
      true,
    ]);
  });

  it('lists no bank holiday that falls on a weekend, which is not counted anyway', () => {
    const days = [
      { name: 'Saint’s Day', date: date('2026-01-10') },
      { name: 'Plough Monday', date: date('2026-01-12') },
    ];
    const calendar = buildCalendar(
      { 'england-and-wales': days, scotland: days, 'northern-ireland': days },
      2,
      ['england-and-wales'],
    );
    const [acknowledgement] = oweStage(
      1,
      receipt(at('2026-01-07T10:00:00Z')),
      versionOf('day-zero'),
      calendar,
    );
    expect(acknowledgement).toMatchObject({
      dueOn: '2026-01-15',
      derivation: { skipped: [{ on: '2026-01-12', name: 'Plough Monday' }], calendarVersion: 2 },
    });
  });
});
