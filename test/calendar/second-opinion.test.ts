import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { bundledHolidays } from '../../shared/calendar/calendar.ts';
import { disagreementsOf, knownDisagreements, secondOpinion } from '../../shared/calendar/second-opinion.ts';
import type { CalendarChange } from '../../shared/domain/bank-holidays.ts';
import { date } from '../support/rules.ts';

const years = Array.from({ length: 17 }, (_, index) => 2012 + index);
const change = (
  kind: CalendarChange['change'],
  on: string,
  nation: CalendarChange['nation'] = 'england-and-wales',
): CalendarChange => ({ change: kind, nation, date: date(on), name: 'As GOV.UK calls it' });

describe('the archive of bank holidays', () => {
  it('agrees with date-holidays but for what is named', () => {
    expect(disagreementsOf(bundledHolidays, years)).toEqual([]);
  });

  it('disagrees with it in everything that is named, or the name is out of date', () => {
    expect(disagreementsOf(bundledHolidays, years, [])).toEqual([
      { nation: 'england-and-wales', date: '2012-05-28', knownTo: 'date-holidays' },
      { nation: 'england-and-wales', date: '2012-06-04', knownTo: 'us' },
      { nation: 'scotland', date: '2012-05-28', knownTo: 'date-holidays' },
      { nation: 'scotland', date: '2012-06-04', knownTo: 'us' },
      { nation: 'scotland', date: '2026-06-15', knownTo: 'us' },
      { nation: 'northern-ireland', date: '2012-05-28', knownTo: 'date-holidays' },
      { nation: 'northern-ireland', date: '2012-06-04', knownTo: 'us' },
    ]);
    expect(knownDisagreements).toHaveLength(7);
  });

  it('would be found to disagree where it was wrong', () => {
    const wrong = {
      ...bundledHolidays,
      scotland: bundledHolidays.scotland.map((day) =>
        day.date === '2027-08-02' ? { ...day, date: date('2027-08-30') } : day,
      ),
    };
    expect(disagreementsOf(wrong, years)).toEqual([
      { nation: 'scotland', date: '2027-08-02', knownTo: 'date-holidays' },
      { nation: 'scotland', date: '2027-08-30', knownTo: 'us' },
    ]);
  });
});

describe('a second opinion', () => {
  it('says of each change whether date-holidays knows the day', () => {
    expect(
      secondOpinion([
        change('added', '2028-01-03'),
        change('added', '2028-01-03', 'scotland'),
        change('added', '2026-06-15', 'scotland'),
        change('removed', '2027-08-30', 'northern-ireland'),
        change('removed', '2027-08-30', 'scotland'),
      ]),
    ).toEqual([
      "date-holidays knows Monday 3 January 2028 as New Year's Day in England and Wales too.",
      'date-holidays knows Monday 3 January 2028 as January 2nd in Scotland too.',
      'date-holidays does not know Monday 15 June 2026 as a holiday in Scotland.',
      'date-holidays still knows Monday 30 August 2027 as Summer bank holiday in Northern Ireland.',
      'date-holidays does not know Monday 30 August 2027 as a holiday in Scotland either.',
    ]);
  });

  it('says nothing where nothing changed', () => {
    expect(secondOpinion([])).toEqual([]);
  });

  it.each(['Pacific/Kiritimati', 'America/Los_Angeles'])('is the same on a machine in %s', async (TZ) => {
    const file = join(import.meta.dirname, '../../shared/calendar/second-opinion.ts');
    const none = '{"england-and-wales":[],"scotland":[],"northern-ireland":[]}';
    const program = `
      const { disagreementsOf } = await import(${JSON.stringify(file)});
      console.log(new Date(2026, 0, 1).getTimezoneOffset(), disagreementsOf(${none}, [2026]).map(({ date }) => date).join(' '));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', program],
      { env: { ...process.env, TZ } },
    );
    const [offset, ...dates] = stdout.trim().split(' ');
    expect(offset).toBe({ 'Pacific/Kiritimati': '-840', 'America/Los_Angeles': '480' }[TZ]);
    expect(dates.slice(0, 8)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
    ]);
  });
});
