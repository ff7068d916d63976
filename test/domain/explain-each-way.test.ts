import { describe, expect, it } from 'vitest';
import { buildCalendar, bundledHolidays } from '../../shared/calendar/calendar.ts';
import { type ClockStart, type Deadline, deriveDeadline } from '../../shared/domain/deadline.ts';
import { explainDeadline } from '../../shared/domain/explain-deadline.ts';
import type { Limit } from '../../shared/domain/limit.ts';
import { londonDateOf } from '../../shared/domain/london-time.ts';
import type { PolicyVersion } from '../../shared/domain/policy.ts';
import { complaintAcknowledged, owedBy } from '../support/complaints.ts';
import { at, date, englandAndWales, versionOf } from '../support/rules.ts';
import { putOff } from './other-calendars.ts';

describe('the sentence of each way to count', () => {
  const clause = { source: 'landlord', clause: '6.3' } as const;
  function derive(
    from: string,
    limit: Pick<Limit, 'unit' | 'count'> & Partial<Limit>,
    change: Partial<PolicyVersion> = {},
    calendar = englandAndWales,
    countedFrom: ClockStart = 'receipt',
  ): Deadline {
    const policy = { ...versionOf('day-zero'), ...change };
    const start = { countedFrom, on: londonDateOf(at(from)), at: at(from) };
    return deriveDeadline(start, { ...clause, ...limit }, policy, calendar);
  }

  const five = { unit: 'working-days', count: 5 } as const;
  const rolling = { startDay: 'roll-forward', closesAt: '17:00' } as const;
  const closures = [{ on: '2026-12-24', name: 'Christmas closure' }];
  const closed = buildCalendar(bundledHolidays, 1, ['england-and-wales'], closures);

  it.each<[string, Deadline, string]>([
    [
      'the day of receipt as day one',
      derive('2026-03-10T10:00:00Z', five, { startDay: 'day-one' }),
      'Monday 16 March 2026 is 5 working days after Tuesday 10 March 2026, the day we received your complaint, counting that day, not counting weekends.',
    ],
    [
      'the first working day as day one',
      derive('2026-03-14T10:00:00Z', five, { startDay: 'day-one' }),
      'Friday 20 March 2026 is 5 working days after Monday 16 March 2026, counting that day, the first working day after Saturday 14 March 2026, the day we received your complaint, not counting weekends.',
    ],
    [
      'a start that rolls over a holiday',
      derive('2026-04-03T10:00:00Z', five, rolling),
      'Tuesday 14 April 2026 is 5 working days after Tuesday 7 April 2026, the first working day after Friday 3 April 2026, the day we received your complaint, not counting weekends, Good Friday (3 April) and Easter Monday (6 April).',
    ],
    [
      'a start after hours',
      derive('2026-03-10T17:00:00Z', five, rolling),
      'Wednesday 18 March 2026 is 5 working days after Wednesday 11 March 2026, the first working day after Tuesday 10 March 2026, the day we received your complaint after our offices had closed, not counting weekends.',
    ],
    [
      'days, which count weekends and name no holiday',
      derive('2026-03-27T10:00:00Z', { unit: 'calendar-days', count: 14, lastDay: 'as-counted' }),
      'Friday 10 April 2026 is 14 days after Friday 27 March 2026, the day we received your complaint.',
    ],
    [
      'one week',
      derive('2026-03-10T10:00:00Z', { unit: 'weeks', count: 1, lastDay: 'next-working-day' }),
      'Tuesday 17 March 2026 is 1 week after Tuesday 10 March 2026, the day we received your complaint.',
    ],
    [
      'weeks whose last day rolls forward',
      derive('2026-03-20T10:00:00Z', { unit: 'weeks', count: 2, lastDay: 'next-working-day' }),
      'Tuesday 7 April 2026 is the first working day after Friday 3 April 2026, which is 2 weeks after Friday 20 March 2026, the day we received your complaint, not counting weekends, Good Friday (3 April) and Easter Monday (6 April).',
    ],
    [
      'months whose last day rolls back',
      derive('2026-11-25T10:00:00Z', { unit: 'months', count: 1, lastDay: 'previous-working-day' }),
      'Thursday 24 December 2026 is the last working day before Friday 25 December 2026, which is 1 month after Wednesday 25 November 2026, the day we received your complaint, not counting weekends and Christmas Day (25 December).',
    ],
    [
      'months whose last day is a weekend past the horizon',
      derive('2028-11-13T10:00:00Z', { unit: 'months', count: 2, lastDay: 'next-working-day' }),
      'Monday 15 January 2029 is the first working day after Saturday 13 January 2029, which is 2 months after Monday 13 November 2028, the day we received your complaint, not counting weekends; bank holidays that far ahead are not published yet, so this date is provisional and may move later.',
    ],
    [
      'hours over the night on which clocks go forward',
      derive('2026-03-28T20:00:00Z', { unit: 'clock-hours', count: 24 }),
      '21:00 on Sunday 29 March 2026 is 24 hours after 20:00 on Saturday 28 March 2026, the day we received your complaint.',
    ],
    [
      'the landlord’s own closures',
      derive('2026-12-23T10:00:00Z', { ...five, count: 1 }, {}, closed),
      'Tuesday 29 December 2026 is 1 working day after Wednesday 23 December 2026, the day we received your complaint, not counting weekends, Christmas closure (24 December, when our offices are closed), Christmas Day (25 December) and Boxing Day (28 December).',
    ],
    [
      'the day on which a date changed',
      derive('2026-03-10T10:00:00Z', { ...five, count: 1 }, {}, englandAndWales, 'dates-changed'),
      'Wednesday 11 March 2026 is 1 working day after Tuesday 10 March 2026, the day a date of ours changed, not counting weekends.',
    ],
  ])('%s', (_, deadline, sentence) => {
    expect(explainDeadline(deadline)).toBe(sentence);
  });

  it.each<[Limit['source'], string]>([
    ['landlord', 'as the policy in force from Monday 1 April 2024 says under 6.3 of the Code'],
    ['code', 'as 6.3 of the Code says, where the policy in force from Monday 1 April 2024 is silent'],
    [
      'practice',
      'as is our practice under 6.3 of the Code with the policy in force from Monday 1 April 2024',
    ],
  ])('for staff, with the version of the calendar and the rule of a %s', (source, basis) => {
    const deadline = derive('2026-03-10T10:00:00Z', { ...five, source });
    expect(explainDeadline(deadline, 'staff')).toBe(
      `Tuesday 17 March 2026 is 5 working days after Tuesday 10 March 2026, the day we received the complaint, not counting weekends; ${basis}, by calendar version 1.`,
    );
  });

  it('for staff, past the horizon', () => {
    const deadline = derive('2028-12-29T10:00:00Z', five);
    expect(explainDeadline(deadline, 'staff')).toBe(
      'Friday 5 January 2029 is 5 working days after Friday 29 December 2028, the day we received the complaint, not counting weekends; bank holidays that far ahead are not published yet, so this date is provisional and may move later; as the policy in force from Monday 1 April 2024 says under 6.3 of the Code, by calendar version 1.',
    );
  });
});

describe('the sentence of an extension', () => {
  const extended = putOff(complaintAcknowledged(), '2027-01-13T10:00:00Z', '2027-01-28', englandAndWales);
  const response = owedBy(extended, 'stage-1-response');
  const sentence = (complaint: string) =>
    `Thursday 28 January 2027 is 10 working days after Thursday 14 January 2027, the date we had given before, not counting weekends; Thursday 14 January 2027 was 10 working days after Wednesday 30 December 2026, the day we acknowledged ${complaint}, not counting weekends and New Year’s Day (1 January)`;

  it('tells how the date came to be that it puts off', () => {
    expect(explainDeadline(response)).toBe(`${sentence('your complaint')}.`);
  });

  it('and for staff the rule of the extension, once', () => {
    expect(explainDeadline(response, 'staff')).toBe(
      `${sentence('the complaint')}; as the policy in force from Monday 1 April 2024 says under 6.4 of the Code, by calendar version 1.`,
    );
  });
});

describe('the sentence of a promise', () => {
  const promise = {
    dueOn: date('2027-02-10'),
    derivation: { promisedOn: date('2027-01-27'), clause: '6.6' },
  };

  it('says when it was made, and to staff under which clause', () => {
    expect(explainDeadline(promise)).toBe(
      'Wednesday 10 February 2027 is the day we promised on Wednesday 27 January 2027.',
    );
    expect(explainDeadline(promise, 'staff')).toBe(
      'Wednesday 10 February 2027 is the day we promised on Wednesday 27 January 2027, under 6.6 of the Code.',
    );
  });
});
