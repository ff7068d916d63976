import { describe, expect, it } from 'vitest';
import { type LandlordId, versionOf } from '../../support/rules.ts';

describe('who answers, by seed', () => {
  it.each<[LandlordId, string, string]>([
    ['six-month-limit', 'Customer focus advisors', 'landlord'],
    [
      'fifteen-day-window',
      'A complaint investigator of the customer resolution team, or another specialist',
      'landlord',
    ],
    ['two-ombudsmen', 'The manager of the service complained of', 'landlord'],
    ['counted-from-receipt', 'A complaints officer, the manager of the service, or both', 'landlord'],
    ['day-zero', 'A complaints officer', 'code'],
    ['code-2024', 'A complaints officer', 'code'],
  ])('%s: stage 1 by “%s” (%s)', (landlord, handledBy, handlerSource) => {
    expect(versionOf(landlord).stage1).toMatchObject({ handledBy, handlerSource });
  });

  it.each<[LandlordId, string, string, string]>([
    ['six-month-limit', 'Somebody who took no part in stage 1', 'code', 'unstated'],
    ['fifteen-day-window', 'A senior investigator', 'landlord', 'unstated'],
    ['two-ombudsmen', 'The manager concerned', 'landlord', 'unstated'],
    ['counted-from-receipt', 'A senior manager, who reviews it independently', 'landlord', 'independent'],
    ['day-zero', 'Somebody who took no part in stage 1', 'code', 'unstated'],
    ['code-2024', 'Somebody who took no part in stage 1', 'code', 'independent'],
  ])('%s: stage 2 by “%s” (%s), independence %s', (landlord, handledBy, handlerSource, reviewer) => {
    expect(versionOf(landlord).stage2).toMatchObject({ handledBy, handlerSource, reviewer });
  });

  it('seed 002: the manager speaks with the resident before answering, at stage 1 alone', () => {
    const { stage1, stage2 } = versionOf('two-ombudsmen');
    expect([stage1.discussion, stage2.discussion]).toEqual(['before-response', undefined]);
  });

  it('seed 003: every answer is reviewed after it was sent, by nobody elsewhere', () => {
    const reviews = (landlord: LandlordId) => {
      const { stage1, stage2 } = versionOf(landlord);
      return [stage1.review, stage2.review];
    };
    expect(reviews('counted-from-receipt')).toEqual(['after', 'after']);
    for (const landlord of [
      'six-month-limit',
      'fifteen-day-window',
      'two-ombudsmen',
      'day-zero',
      'code-2024',
    ] as const) {
      expect(reviews(landlord)).toEqual(['none', 'none']);
    }
  });

  it('seed 000: contractors handle some complaints themselves; elsewhere the Code stands (5.4)', () => {
    expect(versionOf('six-month-limit').contractors).toEqual({
      handling: 'themselves-in-some-cases',
      wording: 'Where it was arranged so, a contractor handles a complaint about its people itself',
      source: 'landlord',
    });
    for (const landlord of [
      'fifteen-day-window',
      'two-ombudsmen',
      'counted-from-receipt',
      'day-zero',
      'code-2024',
    ] as const) {
      expect(versionOf(landlord).contractors).toMatchObject({
        handling: 'within-the-stages',
        source: 'code',
      });
    }
  });
});

describe('who watches over complaints, by seed', () => {
  it('seed 003: the performance improvement team reviews every answer, a director answers for orders', () => {
    const { oversight, ombudsmanOrders } = versionOf('counted-from-receipt');
    expect(oversight).toContainEqual({
      role: 'reviewer-of-answers',
      wording: 'The performance improvement team, which reviews every answer',
      source: 'landlord',
    });
    expect(ombudsmanOrders).toEqual({
      owner: 'senior-lead',
      ownedBy: 'The chief executive or the director concerned',
      source: 'landlord',
    });
  });

  it('seed 004: the director of operations leads, and a Board member is responsible', () => {
    expect(versionOf('day-zero').oversight).toEqual([
      { role: 'senior-lead', wording: 'The director of operations', source: 'landlord' },
      {
        role: 'board-member',
        wording: 'A Board member responsible for complaints, who handles none',
        source: 'landlord',
      },
    ]);
  });

  it.each<LandlordId>(['six-month-limit', 'fifteen-day-window', 'two-ombudsmen', 'code-2024'])(
    '%s: a senior lead and a member of the governing body, as the Code has it (9.4, 9.5)',
    (landlord) => {
      expect(versionOf(landlord).oversight).toMatchObject([
        { role: 'senior-lead', source: 'code' },
        { role: 'board-member', source: 'code' },
      ]);
    },
  );
});
