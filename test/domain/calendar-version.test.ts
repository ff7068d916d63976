import { describe, expect, it } from 'vitest';
import { bundledHolidays } from '../../shared/calendar/calendar.ts';
import { calendarVersionSchema, holidaysOf } from '../../shared/domain/calendar-version.ts';
import { newVersion } from '../support/calendars.ts';
import { date } from '../support/rules.ts';

const added = newVersion();
const moved = newVersion({
  version: 3,
  changes: [
    { change: 'removed', nation: 'england-and-wales', date: date('2027-01-04'), name: 'A day of thanks' },
    { change: 'added', nation: 'england-and-wales', date: date('2027-01-05'), name: 'A day of thanks' },
  ],
});
const in2027 = (version: number, versions = [added, moved]) =>
  holidaysOf(version, bundledHolidays, versions)
    ['england-and-wales'].map((each) => each.date)
    .filter((each) => each.startsWith('2027-01'));

describe('the bank holidays of a version', () => {
  it('are the bundled ones as version 1, whatever was added since', () => {
    expect(holidaysOf(1, bundledHolidays, [])).toBe(bundledHolidays);
    expect(in2027(1)).toEqual(['2027-01-01']);
  });

  it('are those of the version before it, with its own changes', () => {
    expect(in2027(2)).toEqual(['2027-01-01', '2027-01-04']);
    expect(in2027(3)).toEqual(['2027-01-01', '2027-01-05']);
  });

  it('are found in whatever order the versions come', () => {
    expect(in2027(3, [moved, added])).toEqual(['2027-01-01', '2027-01-05']);
  });

  it('are none where there is no such version, or one before it is missing', () => {
    expect(() => in2027(4)).toThrow('there is no version 4 of the calendar');
    expect(() => in2027(3, [moved])).toThrow('there is no version 2 of the calendar');
  });

  it('are none where a version cannot follow from those before it', () => {
    const twice = newVersion({ version: 3 });
    expect(() => in2027(3, [added, twice])).toThrow(
      'version 3 of the calendar cannot be: 2027-01-04 is there-already',
    );
  });
});

describe('a version that is kept', () => {
  it.each([
    ['as version 1, which is bundled', { version: 1 }],
    ['without a change', { changes: [] }],
    ['with a change of no name', { changes: added.changes.map((each) => ({ ...each, name: ' ' })) }],
    [
      'with a day that does not exist',
      { changes: added.changes.map((each) => ({ ...each, date: '2027-02-29' })) },
    ],
  ])('is refused %s', (_, change) => {
    expect(calendarVersionSchema.safeParse(added).success).toBe(true);
    expect(calendarVersionSchema.safeParse({ ...added, ...change }).success).toBe(false);
  });
});
