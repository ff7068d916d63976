import { describe, expect, it } from 'vitest';
import { type LandlordId, landlordIds, versionOf } from '../../support/rules.ts';

type Part = 'acknowledgement' | 'response' | 'extension';
type Given = [count: number, source: 'landlord' | 'code'];

/** Working days, and whether the seed gives them or the Code does where the seed is silent. */
const stages: Record<LandlordId, { stage1: Record<Part, Given>; stage2: Record<Part, Given> }> = {
  'six-month-limit': {
    stage1: { acknowledgement: [5, 'code'], response: [10, 'code'], extension: [10, 'code'] },
    stage2: { acknowledgement: [5, 'code'], response: [20, 'code'], extension: [20, 'code'] },
  },
  'fifteen-day-window': {
    stage1: { acknowledgement: [5, 'landlord'], response: [10, 'landlord'], extension: [10, 'code'] },
    stage2: { acknowledgement: [5, 'landlord'], response: [20, 'landlord'], extension: [20, 'code'] },
  },
  'two-ombudsmen': {
    stage1: { acknowledgement: [5, 'landlord'], response: [10, 'landlord'], extension: [10, 'code'] },
    stage2: { acknowledgement: [5, 'code'], response: [20, 'landlord'], extension: [20, 'code'] },
  },
  'counted-from-receipt': {
    stage1: { acknowledgement: [5, 'code'], response: [10, 'landlord'], extension: [10, 'landlord'] },
    stage2: { acknowledgement: [5, 'code'], response: [20, 'landlord'], extension: [20, 'code'] },
  },
  'day-zero': {
    stage1: { acknowledgement: [5, 'landlord'], response: [10, 'landlord'], extension: [10, 'landlord'] },
    stage2: { acknowledgement: [5, 'landlord'], response: [20, 'landlord'], extension: [20, 'landlord'] },
  },
  'code-2024': {
    stage1: { acknowledgement: [5, 'code'], response: [10, 'code'], extension: [10, 'code'] },
    stage2: { acknowledgement: [5, 'code'], response: [20, 'code'], extension: [20, 'code'] },
  },
};

const everyLimit = Object.entries(stages).flatMap(([landlord, of]) =>
  Object.entries(of).flatMap(([stage, parts]) =>
    Object.entries(parts).map(
      ([part, [count, source]]) =>
        [landlord as LandlordId, stage as 'stage1' | 'stage2', part as Part, count, source] as const,
    ),
  ),
);

describe('the time limits of the two stages, by seed', () => {
  it.each(everyLimit)('%s: %s %s is %i working days, from the %s', (landlord, stage, part, count, source) => {
    expect(versionOf(landlord)[stage][part]).toMatchObject({ unit: 'working-days', count, source });
  });

  it.each<[LandlordId, string, string, string, string]>([
    // 001 and 002 say how long, and leave open from when; 004 leaves it open at stage 2
    ['six-month-limit', 'acknowledgement', 'code', 'acknowledgement', 'code'],
    ['fifteen-day-window', 'acknowledgement', 'code', 'acknowledgement', 'code'],
    ['two-ombudsmen', 'acknowledgement', 'code', 'acknowledgement', 'code'],
    ['counted-from-receipt', 'receipt', 'landlord', 'acknowledgement', 'landlord'],
    ['day-zero', 'acknowledgement', 'landlord', 'acknowledgement', 'code'],
    ['code-2024', 'acknowledgement', 'code', 'acknowledgement', 'code'],
  ])(
    '%s: stage 1 counts from %s (%s), stage 2 from %s (%s)',
    (landlord, first, firstSource, second, source) => {
      const { stage1, stage2 } = versionOf(landlord);
      expect(stage1.response).toMatchObject({ countedFrom: first, startSource: firstSource });
      expect(stage2.response).toMatchObject({ countedFrom: second, startSource: source });
    },
  );

  it('seed 004: the day of receipt is day zero', () => {
    expect(versionOf('day-zero').startDay).toBe('day-zero');
  });
});

describe('what is said of putting an answer off, by seed', () => {
  it.each<[LandlordId, object, object]>([
    ['six-month-limit', { cap: 'unstated', tells: [] }, { cap: 'unstated', tells: [] }],
    [
      'fifteen-day-window',
      { cap: 'no-cap', tells: ['progress', 'new-date'] },
      { cap: 'no-cap', tells: ['progress', 'new-date'] },
    ],
    ['two-ombudsmen', { cap: 'no-cap', tells: ['new-date'] }, { cap: 'no-cap', tells: ['new-date'] }],
    ['counted-from-receipt', { cap: 'stated', tells: ['progress'] }, { cap: 'unstated', tells: [] }],
    ['day-zero', { cap: 'stated', tells: [] }, { cap: 'stated', tells: [] }],
  ])('%s: %j at stage 1, %j at stage 2', (landlord, first, second) => {
    const { stage1, stage2 } = versionOf(landlord);
    expect([stage1.extension.published, stage2.extension.published]).toEqual([first, second]);
  });

  it('seed 004 alone asks the resident for extra time, at both stages', () => {
    for (const [landlord, asks] of [
      ['day-zero', true],
      ['counted-from-receipt', undefined],
      ['fifteen-day-window', undefined],
    ] as const) {
      const { stage1, stage2 } = versionOf(landlord);
      expect([stage1.extension.asksResident, stage2.extension.asksResident]).toEqual([asks, asks]);
    }
  });
});

describe('how long a resident has, by seed', () => {
  it('seed 001: 15 working days from the date on the stage 1 letter', () => {
    expect(versionOf('fifteen-day-window').stage2.window).toEqual({
      unit: 'working-days',
      count: 15,
      source: 'landlord',
      clause: '6.10',
      countedFrom: 'date-on-letter',
    });
  });

  it('seed 004: 20 working days from the answer, unless there is a good reason', () => {
    expect(versionOf('day-zero').stage2.window).toEqual({
      unit: 'working-days',
      count: 20,
      source: 'landlord',
      clause: '6.10',
      countedFrom: 'day-given',
      goodReason: 'you waited to see whether what we did would put things right',
    });
  });

  it('seed 002 asks for it straight away, and sets no limit', () => {
    expect(versionOf('two-ombudsmen').stage2).toMatchObject({ timing: 'Straight away' });
  });

  it.each<LandlordId>(['six-month-limit', 'two-ombudsmen', 'counted-from-receipt', 'code-2024'])(
    '%s: no limit to ask for stage 2',
    (landlord) => {
      expect(versionOf(landlord).stage2.window).toBeUndefined();
    },
  );

  it.each<[LandlordId, number, string, string, string[]]>([
    ['six-month-limit', 6, 'aware', 'landlord', ['there are special circumstances']],
    [
      'fifteen-day-window',
      12,
      'event-or-aware',
      'code',
      ['there are good reasons to look at it all the same'],
    ],
    ['two-ombudsmen', 12, 'event-or-aware', 'code', ['there are good reasons to look at it all the same']],
    [
      'counted-from-receipt',
      12,
      'services-provided',
      'landlord',
      [
        'there is evidence of a problem that keeps coming back',
        'circumstances kept it from being raised earlier',
      ],
    ],
    [
      'day-zero',
      12,
      'event',
      'landlord',
      ['there is a good reason for the delay', 'it is about health and safety'],
    ],
    ['code-2024', 12, 'event-or-aware', 'code', ['there are good reasons to look at it all the same']],
  ])(
    '%s: an issue may be %i months old, from %s (%s)',
    (landlord, count, countedFrom, source, exceptions) => {
      expect(versionOf(landlord).ageLimit).toMatchObject({
        unit: 'months',
        count,
        countedFrom,
        source,
        exceptions,
      });
    },
  );

  it('seed 004 alone makes an exception of it wherever health and safety are at stake', () => {
    const excepted = landlordIds.map((landlord) => versionOf(landlord).ageLimit.healthAndSafety ?? 'none');
    expect(excepted).toEqual(['none', 'none', 'none', 'none', 'it is about health and safety', 'none']);
  });

  it('seed 003: former tenants have six months from the end of their tenancy', () => {
    expect(versionOf('counted-from-receipt').complainants.formerTenants).toMatchObject({
      unit: 'months',
      count: 6,
      countedFrom: 'tenancy-ended',
      source: 'landlord',
    });
  });
});

describe('answers in writing, by seed', () => {
  it.each<[LandlordId, string, string]>([
    ['six-month-limit', 'always', 'code'],
    ['fifteen-day-window', 'always', 'landlord'],
    ['two-ombudsmen', 'if-not-upheld', 'landlord'],
    ['counted-from-receipt', 'always', 'code'],
    ['day-zero', 'always', 'code'],
    ['code-2024', 'always', 'code'],
  ])('%s: in writing %s, from the %s', (landlord, inWriting, source) => {
    expect(versionOf(landlord).answers).toEqual({ inWriting, source });
  });
});
