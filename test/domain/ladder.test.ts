import { describe, expect, it } from 'vitest';
import { apologyAt, climbLadder } from '../../shared/domain/ladder.ts';
import type { PolicyVersion } from '../../shared/domain/policy.ts';
import { at, date, englandAndWales, versionOf } from '../support/rules.ts';

const policy = versionOf('day-zero');
const climb = (
  dueOn: string,
  now: string,
  given?: { dueOn: string; workingDays: number },
  by: PolicyVersion = policy,
  owedFrom = '2015-01-02',
) => {
  const alerted = given && { alerted: [{ dueOn: date(given.dueOn), workingDays: given.workingDays }] };
  const derivation = { promisedOn: date(owedFrom), clause: '6.6' };
  const obligation = { dueOn: date(dueOn), derivation, ...alerted };
  const { passed, next } = climbLadder(obligation, by, englandAndWales, at(now));
  return { passed: passed.map((rung) => rung.workingDays), next: next && [next.workingDays, next.at] };
};

describe('the ladder of Monday 4 January 2027', () => {
  it.each<[string, number[], [number, string]]>([
    ['2026-12-23T15:00:00Z', [], [-3, '2026-12-29T09:00:00.000Z']],
    ['2026-12-29T08:59:59.999Z', [], [-3, '2026-12-29T09:00:00.000Z']],
    ['2026-12-29T09:00:00.000Z', [-3], [-1, '2026-12-31T09:00:00.000Z']],
    ['2026-12-31T09:00:00Z', [-3, -1], [0, '2027-01-04T09:00:00.000Z']],
    ['2027-01-04T09:00:00Z', [-3, -1, 0], [1, '2027-01-05T09:00:00.000Z']],
    ['2027-01-05T09:00:00Z', [-3, -1, 0, 1], [5, '2027-01-11T09:00:00.000Z']],
    ['2027-01-11T09:00:00Z', [-3, -1, 0, 1, 5], [10, '2027-01-18T09:00:00.000Z']],
    ['2027-01-18T08:00:00Z', [-3, -1, 0, 1, 5], [10, '2027-01-18T09:00:00.000Z']],
    ['2027-01-25T09:00:00Z', [-3, -1, 0, 1, 5, 10, 15], [20, '2027-02-01T09:00:00.000Z']],
  ])('at %s has passed %j and comes next to %j', (now, passed, next) => {
    expect(climb('2027-01-04', now)).toEqual({ passed, next });
  });

  it.each<[string, number[], [number, string]]>([
    // Owed since the day before the first rung, on its day, and on the day of the second.
    ['2026-12-28', [-3], [-1, '2026-12-31T09:00:00.000Z']],
    ['2026-12-29', [], [-1, '2026-12-31T09:00:00.000Z']],
    ['2026-12-30', [], [-1, '2026-12-31T09:00:00.000Z']],
    ['2026-12-31', [], [0, '2027-01-04T09:00:00.000Z']],
  ])('owed from %s on has passed %j by the 30th, and comes next to %j', (owedFrom, passed, next) => {
    expect(climb('2027-01-04', '2026-12-30T12:00:00Z', undefined, policy, owedFrom)).toEqual({
      passed,
      next,
    });
  });

  it('never leaves out the due date and what comes after it', () => {
    const late = climb('2027-01-04', '2027-01-05T09:00:00Z', undefined, policy, '2027-01-05');
    expect(late.passed).toEqual([0, 1]);
  });

  it('forgets the rungs that were given for this date', () => {
    const given = { dueOn: '2027-01-04', workingDays: 0 };
    expect(climb('2027-01-04', '2027-01-05T09:00:00Z', given)).toEqual({
      passed: [1],
      next: [5, '2027-01-11T09:00:00.000Z'],
    });
  });

  it('begins afresh where the rungs were given for another date', () => {
    const given = { dueOn: '2026-12-29', workingDays: 5 };
    expect(climb('2027-01-04', '2026-12-31T09:00:00Z', given).passed).toEqual([-3, -1]);
  });

  it('goes on every five working days for as long as it takes', () => {
    const given = { dueOn: '2027-01-04', workingDays: 50 };
    expect(climb('2027-01-04', '2027-03-15T09:00:00Z', given)).toEqual({
      passed: [],
      next: [55, '2027-03-22T09:00:00.000Z'],
    });
  });
});

describe('a rung', () => {
  it('falls at nine in London on either side of a clock change', () => {
    // Due Tuesday 31 March 2026; clocks go forward on Sunday the 29th.
    expect(climb('2026-03-31', '2026-03-20T12:00:00Z').next).toEqual([-3, '2026-03-26T09:00:00.000Z']);
    expect(climb('2026-03-31', '2026-03-26T12:00:00Z').next).toEqual([-1, '2026-03-30T08:00:00.000Z']);
  });

  it('steps over Good Friday and Easter Monday both ways', () => {
    // Due Tuesday 7 April 2026.
    expect(climb('2026-04-07', '2026-03-30T12:00:00Z').next).toEqual([-3, '2026-03-31T08:00:00.000Z']);
    expect(climb('2026-04-07', '2026-04-01T12:00:00Z').next).toEqual([-1, '2026-04-02T08:00:00.000Z']);
    // Due Thursday 2 April 2026.
    expect(climb('2026-04-02', '2026-04-02T12:00:00Z').next).toEqual([1, '2026-04-07T08:00:00.000Z']);
  });

  it('is counted past the horizon by weekdays alone', () => {
    // Due Friday 29 December 2028, the last working day that is known.
    expect(climb('2028-12-29', '2028-12-29T12:00:00Z').next).toEqual([1, '2029-01-01T09:00:00.000Z']);
  });
});

describe('the ladder of what goes by post', () => {
  const climbByPost = (dueOn: string, now: string) => {
    const obligation = { dueOn: date(dueOn), derivation: { promisedOn: date('2015-01-02'), clause: '6.6' } };
    const { passed, next } = climbLadder(obligation, policy, englandAndWales, at(now), true);
    return { passed: passed.map((rung) => rung.workingDays), next: next && [next.workingDays, next.at] };
  };

  it('is as any other where there is a post on the last day', () => {
    expect(climbByPost('2027-01-04', '2026-12-31T09:00:00Z')).toEqual({
      passed: [-3, -1],
      next: [0, '2027-01-04T09:00:00.000Z'],
    });
  });

  it.each([
    ['a Saturday', '2027-01-09', [-3], '2027-01-07T09:00:00Z', [0, '2027-01-08T09:00:00.000Z']],
    ['Boxing Day', '2026-12-26', [-3], '2026-12-23T12:00:00Z', [0, '2026-12-24T09:00:00.000Z']],
  ])('reminds on the last day with a post before %s, once', (_, dueOn, passed, now, next) => {
    expect(climbByPost(dueOn, now)).toEqual({ passed, next });
    expect(climbByPost(dueOn, `${String(next[1]).slice(0, 10)}T09:00:00Z`).passed).toEqual([-3, 0]);
  });
});

describe('a ladder without a rung that repeats', () => {
  const once: PolicyVersion = {
    ...policy,
    ladder: { at: '08:30', rungs: [{ workingDays: 0, to: ['manager'] }] },
  };

  it('ends', () => {
    expect(climb('2027-01-04', '2027-01-04T08:29:00Z', undefined, once)).toEqual({
      passed: [],
      next: [0, '2027-01-04T08:30:00.000Z'],
    });
    expect(climb('2027-01-04', '2040-01-04T08:30:00Z', undefined, once)).toEqual({
      passed: [0],
      next: undefined,
    });
  });
});

describe('the resident’s apology', () => {
  it.each([
    ['2027-01-04', '2027-01-05T12:00:00.000Z'],
    ['2026-12-24', '2026-12-29T12:00:00.000Z'],
    ['2026-04-02', '2026-04-07T11:00:00.000Z'],
    ['2026-07-10', '2026-07-13T11:00:00.000Z'],
    ['2026-03-27', '2026-03-30T11:00:00.000Z'],
  ])('for %s goes at noon of the next working day, %s', (dueOn, expected) => {
    expect(apologyAt({ dueOn: date(dueOn) }, policy, englandAndWales)).toBe(expected);
  });
});
