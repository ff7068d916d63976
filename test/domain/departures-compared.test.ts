import { describe, expect, it } from 'vitest';
import { departuresOf } from '../../shared/domain/departures.ts';
import type { PolicyVersion } from '../../shared/domain/policy.ts';
import { versionOf } from '../support/rules.ts';

/** The Code as it stands, with one part replaced. */
function departuresWith(change: Partial<PolicyVersion>): string[] {
  const found = departuresOf({ ...versionOf('code-2024'), ...change });
  return found.map(({ kind, clause, policy }) => `${kind} ${clause} ${policy}`);
}

const { stage1, stage2, ageLimit, complainants, definition } = versionOf('code-2024');
const own = 'landlord' as const;

type Length = Pick<PolicyVersion['stage1']['response'], 'unit' | 'count'>;
const answerWithin = (length: Length) =>
  departuresWith({ stage1: { ...stage1, response: { ...stage1.response, ...length, source: own } } });

describe('a time limit is compared with the Code’s by its length', () => {
  it.each<[Length, string[]]>([
    [{ unit: 'working-days', count: 9 }, ['stricter 6.3 Stage 1 is answered within 9 working days.']],
    [{ unit: 'working-days', count: 10 }, []],
    [{ unit: 'working-days', count: 11 }, ['departs 6.3 Stage 1 is answered within 11 working days.']],
    [{ unit: 'calendar-days', count: 13 }, ['stricter 6.3 Stage 1 is answered within 13 calendar days.']],
    [{ unit: 'calendar-days', count: 14 }, []],
    [{ unit: 'calendar-days', count: 15 }, ['departs 6.3 Stage 1 is answered within 15 calendar days.']],
    [{ unit: 'weeks', count: 1 }, ['stricter 6.3 Stage 1 is answered within 1 week.']],
    [{ unit: 'weeks', count: 2 }, []],
    [{ unit: 'months', count: 1 }, ['departs 6.3 Stage 1 is answered within 1 month.']],
  ])('an answer within %j: %j', (length, expected) => {
    expect(answerWithin(length)).toEqual(expected);
  });

  it('and so are acknowledgements and extensions, at both stages', () => {
    const later = { count: 30, source: own };
    const longer = <Stage extends typeof stage1 | typeof stage2>(stage: Stage) => ({
      ...stage,
      acknowledgement: { ...stage.acknowledgement, ...later },
      extension: { ...stage.extension, ...later },
    });
    expect(departuresWith({ stage1: longer(stage1), stage2: longer(stage2) })).toEqual([
      'departs 6.2 A complaint is acknowledged within 30 working days.',
      'departs 6.4 An answer is put off by up to 30 working days.',
      'departs 6.11 A request for stage 2 is acknowledged within 30 working days.',
      'departs 6.15 An answer is put off by up to 30 working days.',
    ]);
  });

  it('a second person who agrees to more time is more than the Code asks, a shorter time too', () => {
    const extension = { ...stage1.extension, beyond: 'second-person' } as const;
    expect(departuresWith({ stage1: { ...stage1, extension } })).toEqual([
      'stricter 6.4 Beyond that a second person has to agree, whatever the reason.',
    ]);
    const shorter = { ...stage1.extension, count: 5 };
    expect(departuresWith({ stage1: { ...stage1, extension: shorter } })).toEqual([
      'stricter 6.4 An answer is put off by up to 5 working days.',
    ]);
  });

  it('stage 2 counted from the request is stricter', () => {
    const response = { ...stage2.response, countedFrom: 'receipt' } as const;
    expect(departuresWith({ stage2: { ...stage2, response } })).toEqual([
      'stricter 6.14 The time counts from the day a request for stage 2 comes in.',
    ]);
  });
});

describe('what residents have time for is compared the other way round', () => {
  it.each<[Pick<typeof ageLimit, 'unit' | 'count'>, string[]]>([
    [{ unit: 'months', count: 11 }, ['departs 2.3 Complaints are accepted within 11 months.']],
    [{ unit: 'months', count: 12 }, []],
    [{ unit: 'months', count: 24 }, ['stricter 2.3 Complaints are accepted within 24 months.']],
    [{ unit: 'calendar-days', count: 365 }, []],
    [{ unit: 'weeks', count: 52 }, ['departs 2.3 Complaints are accepted within 52 weeks.']],
  ])('an issue of %j: %j', (length, expected) => {
    expect(departuresWith({ ageLimit: { ...ageLimit, ...length, source: own } })).toEqual(expected);
  });

  it('former tenants may have a year as everybody has', () => {
    const formerTenants = {
      ...versionOf('counted-from-receipt').complainants.formerTenants,
      count: 12,
    } as NonNullable<typeof complainants.formerTenants>;
    expect(departuresWith({ complainants: { ...complainants, formerTenants } })).toEqual([]);
  });
});

describe('other statements', () => {
  it('closures of the landlord’s own lengthen every count', () => {
    expect(departuresWith({ closures: [{ on: '2026-12-24', name: 'Christmas closure' }] })).toEqual([
      'departs 6.2 It leaves days of its own out of every count: Christmas closure.',
    ]);
  });

  it('a definition that is silent on those who act on its behalf excludes nobody by that', () => {
    const silent = { definition: { ...definition, onOurBehalf: 'unstated' as const } };
    const expected = ['unstated 1.2 It does not speak of those who act on its behalf.'];
    expect(departuresWith(silent)).toEqual(expected);
    // seed 000 excludes other organisations, unless they act on its behalf
    const { exclusions } = versionOf('six-month-limit');
    expect(departuresWith({ ...silent, exclusions })).toEqual(expected);
  });

  it('a window to ask for stage 2 is none: the Code sets no time and forbids none', () => {
    const window = versionOf('fifteen-day-window').stage2.window;
    expect(departuresWith({ stage2: { ...stage2, ...(window && { window }) } })).toEqual([]);
  });

  it('a text of its own that gives no value of its own is silent in every one', () => {
    const kinds = departuresOf({ ...versionOf('code-2024'), publishes: 'own-text' }).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['unstated']));
  });
});
