import { describe, expect, it } from 'vitest';
import { type LandlordId, versionOf } from '../../support/rules.ts';

const ownRecords = (landlord: LandlordId) =>
  versionOf(landlord)
    .records.filter(({ source }) => source === 'landlord')
    .map(({ what }) => what);

describe('records, by seed', () => {
  it.each<[LandlordId, string[]]>([
    ['six-month-limit', []],
    ['fifteen-day-window', ['Everything that people say of our services']],
    ['two-ombudsmen', []],
    ['counted-from-receipt', ['Root causes and trends', 'What staff need to be trained in']],
    ['day-zero', ['The service area', 'How long our answer took', 'Whether the Ombudsman was involved']],
    ['code-2024', []],
  ])('%s keeps of its own: %j', (landlord, records) => {
    expect(ownRecords(landlord)).toEqual(records);
  });

  it('Code 5.12: everybody keeps the complaint, its correspondence, its documents and its outcomes', () => {
    const { records } = versionOf('six-month-limit');
    for (const landlord of ['day-zero', 'fifteen-day-window', 'counted-from-receipt'] as const)
      expect(versionOf(landlord).records.slice(-4)).toEqual(records);
    expect(records.map(({ source }) => source)).toEqual(['code', 'code', 'code', 'code']);
  });
});

describe('reports, by seed', () => {
  it.each<[LandlordId, [every: string, to: string, source: string][]]>([
    [
      'six-month-limit',
      [
        ['year', 'The governing body, whose response is published with it', 'code'],
        ['regularly', 'The governing body', 'code'],
      ],
    ],
    [
      'fifteen-day-window',
      [
        ['year', 'The governing body, whose response is published with it', 'code'],
        ['regularly', 'The governing body', 'code'],
      ],
    ],
    [
      'two-ombudsmen',
      [
        ['year', 'The governing body, whose response is published with it', 'code'],
        ['regularly', 'The governing body', 'code'],
      ],
    ],
    [
      'code-2024',
      [
        ['year', 'The governing body, whose response is published with it', 'code'],
        ['regularly', 'The governing body', 'code'],
      ],
    ],
    [
      'counted-from-receipt',
      [
        ['regularly', 'Senior management and the Board', 'landlord'],
        ['half-year', 'Everybody, on the website', 'landlord'],
        ['quarter', 'Everybody', 'landlord'],
        ['year', 'Everybody, on the website and in newsletters', 'landlord'],
        ['regularly', 'Senior management', 'landlord'],
      ],
    ],
    [
      'day-zero',
      [
        ['year', 'Everybody', 'landlord'],
        ['regularly', 'The Board', 'landlord'],
      ],
    ],
  ])('%s: %j', (landlord, reports) => {
    expect(versionOf(landlord).reports.map(({ every, to, source }) => [every, to, source])).toEqual(reports);
  });

  it.each<[LandlordId, object]>([
    ['six-month-limit', { wording: 'We have adopted the Code in full', source: 'landlord' }],
    [
      'fifteen-day-window',
      { wording: 'We work with the Ombudsman to review and improve our services', source: 'landlord' },
    ],
    ['two-ombudsmen', { every: 'year', wording: 'Published with the yearly report', source: 'code' }],
    ['code-2024', { every: 'year', wording: 'Published with the yearly report', source: 'code' }],
    ['counted-from-receipt', { every: 'year', wording: 'Against the Ombudsman’s Code', source: 'landlord' }],
    ['day-zero', { wording: 'Published with what we say of complaints on our website', source: 'landlord' }],
  ])('%s: assesses itself: %j', (landlord, selfAssessment) => {
    expect(versionOf(landlord).selfAssessment).toEqual(selfAssessment);
  });

  it('seed 003 alone says when its policy is reviewed, and by whom', () => {
    expect(versionOf('counted-from-receipt').policyReview).toEqual({
      everyYears: 3,
      owner: 'The performance improvement manager',
      approved: '2025-05',
      due: '2028-05',
      source: 'landlord',
    });
    for (const landlord of [
      'six-month-limit',
      'fifteen-day-window',
      'two-ombudsmen',
      'day-zero',
      'code-2024',
    ] as const)
      expect(versionOf(landlord).policyReview).toBeUndefined();
  });

  it('seed 003 alone owes what was learnt from an answer by a date', () => {
    expect(versionOf('counted-from-receipt').inside.learning).toMatchObject({
      unit: 'working-days',
      count: 20,
      source: 'practice',
    });
    for (const landlord of [
      'six-month-limit',
      'fifteen-day-window',
      'two-ombudsmen',
      'day-zero',
      'code-2024',
    ] as const)
      expect(versionOf(landlord).inside.learning).toBeUndefined();
  });
});
