import { describe, expect, it } from 'vitest';
import type { CalendarChange } from '../../shared/domain/bank-holidays.ts';
import { addVersion, applyVersion } from '../../shared/domain/change-calendar.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { newApplication } from '../support/calendars.ts';
import { at, date } from '../support/rules.ts';

const asked = { by: staffId('anna'), now: at('2026-12-24T10:00:00Z') };
const bankHoliday = (change: Partial<CalendarChange> = {}): CalendarChange => ({
  ...{ change: 'added', nation: 'scotland', date: date('2027-01-05'), name: 'A day' },
  ...change,
});
const holidays = {
  'england-and-wales': [],
  scotland: [{ date: date('2027-01-04'), name: '2nd January' }],
  'northern-ireland': [],
};

describe('a version that is added', () => {
  const add = (basedOn: number, changes: CalendarChange[]) =>
    addVersion({ newest: 4, holidays }, { basedOn, changes, reason: 'Announced.' }, asked);

  it('is the next after the newest', () => {
    const changes = [bankHoliday(), bankHoliday({ change: 'removed', date: date('2027-01-04') })];
    expect(add(4, changes)).toEqual({
      ...{ version: 5, changes, reason: 'Announced.' },
      ...{ addedBy: 'anna', addedAt: '2026-12-24T10:00:00.000Z' },
    });
  });

  it.each([3, 5])('is none where it is based on %d and the newest is 4', (basedOn) => {
    expect(add(basedOn, [bankHoliday()])).toEqual({ refusal: { type: 'NotBasedOnNewest', newest: 4 } });
  });

  it.each([
    ['not-a-weekday', bankHoliday({ date: date('2027-01-09') })],
    ['there-already', bankHoliday({ date: date('2027-01-04') })],
    ['not-there', bankHoliday({ change: 'removed', nation: 'england-and-wales' })],
  ])('is none with a change that is %s, which is named by its place', (why, change) => {
    expect(add(4, [bankHoliday(), change])).toEqual({
      refusal: { type: 'ImpossibleChange', index: 1, impossible: { change, why } },
    });
  });

  it('is none where one of its changes makes the next impossible', () => {
    const twice = [bankHoliday(), bankHoliday()];
    expect(add(4, twice)).toMatchObject({ refusal: { index: 1, impossible: { why: 'there-already' } } });
  });
});

describe('a version that is applied', () => {
  const apply = (version: number, before = newApplication({ version: 2, revision: 6, recounted: 9 })) =>
    applyVersion(before, 4, { landlord: 'day-zero', version, tellResidents: false }, asked);
  const application = {
    ...{ landlord: 'day-zero', version: 2, tellResidents: false, appliedBy: 'anna' },
    ...{ appliedAt: '2026-12-24T10:00:00.000Z', recounted: 0 },
    pass: { startedAt: '2026-12-24T10:00:00.000Z', recounted: 0 },
  };

  it('is a landlord’s first, and every open complaint is to be counted anew', () => {
    const first = applyVersion(
      undefined,
      4,
      { landlord: 'day-zero', version: 2, tellResidents: false },
      asked,
    );
    expect(first).toEqual({ ...application, revision: 0 });
  });

  it.each([3, 4])('is a newer one, even where it is not the newest: %d after 2', (version) => {
    expect(apply(version)).toEqual({ ...application, version, revision: 7 });
  });

  it.each([1, 2])('is never the same nor an older one: %d after 2', (version) => {
    expect(apply(version)).toEqual({ refusal: { type: 'NotNewer', applied: 2 } });
  });

  it('is never the first, which every landlord begins with', () => {
    const asksFor = { landlord: 'day-zero', version: 1, tellResidents: true };
    expect(applyVersion(undefined, 1, asksFor, asked)).toEqual({
      refusal: { type: 'NotNewer', applied: 1 },
    });
  });

  it('is there', () => {
    expect(apply(5)).toEqual({ refusal: { type: 'UnknownVersion', newest: 4 } });
  });
});
