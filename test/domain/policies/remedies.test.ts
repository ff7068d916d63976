import { describe, expect, it } from 'vitest';
import { type LandlordId, versionOf } from '../../support/rules.ts';

const everyRemedy = [
  'apology',
  'acknowledgement',
  'explanation',
  'action',
  'decision-reconsidered',
  'record-corrected',
  'financial',
  'practice-changed',
];

describe('what can put things right, by seed', () => {
  it.each<[LandlordId, string[], string]>([
    ['six-month-limit', everyRemedy, 'code'],
    ['fifteen-day-window', everyRemedy, 'code'],
    [
      'two-ombudsmen',
      ['acknowledgement', 'apology', 'explanation', 'decision-reconsidered', 'practice-changed', 'financial'],
      'landlord',
    ],
    ['counted-from-receipt', ['financial', 'practice-changed'], 'landlord'],
    ['day-zero', ['apology', 'action', 'explanation'], 'landlord'],
    ['code-2024', everyRemedy, 'code'],
  ])('%s: %j (%s)', (landlord, kinds, source) => {
    const { remedies } = versionOf(landlord);
    expect([remedies.listed.map(({ kind }) => kind), remedies.source]).toEqual([kinds, source]);
  });

  it('seed 003: the service area decides on compensation, and personal injury is the insurer’s', () => {
    expect(versionOf('counted-from-receipt').compensation).toEqual({
      decidedBy: 'service-area',
      personalInjury: 'insurer',
      source: 'landlord',
    });
    expect(versionOf('day-zero').compensation).toMatchObject({ decidedBy: 'handler', source: 'practice' });
  });
});

describe('restrictions of contact, by seed', () => {
  it('seed 003: a last resort, approved by rank, to one person or one way, agreed and in writing', () => {
    expect(versionOf('counted-from-receipt').restrictions).toEqual({
      approvers: ['approver', 'senior-lead'],
      approvedBy: 'A head of service, an assistant director or an executive director',
      kinds: ['single-contact', 'single-medium'],
      rules: [
        'A last resort',
        'We aim to agree the way of contact, and confirm it in writing',
        'With regard to the Equality Act 2010',
        'The complaint itself is still handled',
      ],
      elsewhere: 'Our guidance on unreasonable or persistent complainants',
      source: 'landlord',
    });
  });

  it('seed 000 has a policy on behaviour of its own; the others are silent', () => {
    expect(versionOf('six-month-limit').restrictions).toMatchObject({
      elsewhere: 'Our policy on behaviour',
      source: 'practice',
    });
    for (const landlord of ['fifteen-day-window', 'two-ombudsmen', 'day-zero', 'code-2024'] as const) {
      expect(versionOf(landlord).restrictions).toMatchObject({ source: 'practice' });
      expect(versionOf(landlord).restrictions).not.toHaveProperty('elsewhere');
    }
  });
});

describe('compliments, by seed', () => {
  it.each<[LandlordId, object | undefined]>([
    ['six-month-limit', undefined],
    [
      'fifteen-day-window',
      {
        ways: [],
        handling: ['Everything that people say is counted, to see where we can do better'],
        source: 'landlord',
      },
    ],
    ['two-ombudsmen', undefined],
    [
      'counted-from-receipt',
      {
        ways: ['phone', 'email', 'letter', 'social-media'],
        handling: ['Acknowledged', 'Passed on to the person or team it is about', 'Counted'],
        publishedEvery: 'quarter',
        source: 'landlord',
      },
    ],
    [
      'day-zero',
      {
        ways: ['in-person', 'email', 'phone'],
        handling: ['Used to see what works well and who was of particular help'],
        source: 'landlord',
      },
    ],
    ['code-2024', undefined],
  ])('%s: %j', (landlord, compliments) => {
    expect(versionOf(landlord).compliments).toEqual(compliments);
  });
});
