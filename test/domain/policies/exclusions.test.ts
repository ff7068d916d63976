import { describe, expect, it } from 'vitest';
import { type LandlordId, versionOf } from '../../support/rules.ts';

/** What is excluded, and whether the seed says so or the Code's own ground stands (Code 2.2). */
const grounds: Record<LandlordId, { landlord: string[]; code: string[] }> = {
  'six-month-limit': {
    landlord: [
      'too-old',
      'legal-proceedings',
      'already-considered',
      'first-time-request',
      'compensation-only',
      'statutory-appeal',
      'information-request',
      'staff-grievance',
      'whistleblowing',
      'safeguarding',
      'abuse',
      'another-organisation',
    ],
    code: [],
  },
  'fifteen-day-window': { landlord: [], code: ['too-old', 'legal-proceedings', 'already-considered'] },
  'two-ombudsmen': {
    landlord: ['another-organisation', 'separate-policy', 'dealt-with-elsewhere'],
    code: ['too-old', 'legal-proceedings', 'already-considered'],
  },
  'counted-from-receipt': {
    landlord: [
      'too-old',
      'former-tenant',
      'legal-proceedings',
      'anti-social-behaviour',
      'first-time-request',
      'survey-feedback',
      'unauthorised-service',
      'policy-or-law',
      'service-charge',
      'personal-injury',
    ],
    code: ['already-considered'],
  },
  'day-zero': {
    landlord: [
      'too-old',
      'first-time-request',
      'information-request',
      'neighbour-dispute',
      'anti-social-behaviour',
    ],
    code: ['legal-proceedings', 'already-considered'],
  },
  'code-2024': { landlord: [], code: ['too-old', 'legal-proceedings', 'already-considered'] },
};

const excludedBy = (landlord: LandlordId, ground: string) =>
  versionOf(landlord).exclusions.find(({ id }) => id === ground);

describe('what each landlord does not take on', () => {
  it.each(Object.entries(grounds))('%s: %j', (landlord, expected) => {
    const { exclusions } = versionOf(landlord as LandlordId);
    const idsOf = (source: string) => exclusions.filter((each) => each.source === source).map(({ id }) => id);
    expect({ landlord: idsOf('landlord'), code: idsOf('code') }).toEqual(expected);
  });

  it.each<[LandlordId, string, string]>([
    ['six-month-limit', 'another-organisation', 'it acts on our behalf'],
    ['six-month-limit', 'too-old', 'there are special circumstances'],
    ['day-zero', 'first-time-request', 'we failed to deal with the request'],
    ['day-zero', 'anti-social-behaviour', 'it is about how we responded'],
    ['day-zero', 'neighbour-dispute', 'it is about how we responded'],
    ['day-zero', 'information-request', 'it is about how we responded'],
    ['counted-from-receipt', 'policy-or-law', 'the merits of the case speak for looking at it'],
  ])('%s: not %s, unless %s', (landlord, ground, unless) => {
    expect(excludedBy(landlord, ground)).toMatchObject({ unless });
  });

  it('seed 002 does not except the third parties that act on its behalf', () => {
    expect(excludedBy('two-ombudsmen', 'another-organisation')).toMatchObject({
      wording: 'A service that a third party provides',
    });
    expect(excludedBy('two-ombudsmen', 'another-organisation')).not.toHaveProperty('unless');
  });

  it.each<[LandlordId, string, string]>([
    ['six-month-limit', 'safeguarding', 'We deal with it at once, under our safeguarding procedure.'],
    ['six-month-limit', 'abuse', 'We deal with it under our policy on behaviour.'],
    [
      'six-month-limit',
      'statutory-appeal',
      'You can use the appeal or procedure that there is for that decision.',
    ],
    [
      'six-month-limit',
      'information-request',
      'We deal with it under our procedure for requests for information.',
    ],
    ['two-ombudsmen', 'separate-policy', 'We deal with it under the policy that covers it.'],
    [
      'counted-from-receipt',
      'service-charge',
      'You can take it to the First-tier Tribunal (Property Chamber).',
    ],
    ['counted-from-receipt', 'personal-injury', 'Our insurer deals with it.'],
    ['counted-from-receipt', 'survey-feedback', 'You can complain about it. Tell us if you would like to.'],
  ])('%s: %s goes to “%s”', (landlord, ground, signpost) => {
    expect(excludedBy(landlord, ground)).toMatchObject({ signpost });
  });

  it.each<[LandlordId, string[]]>([
    ['six-month-limit', ['information-request to data-protection', 'safeguarding to safeguarding']],
    ['fifteen-day-window', []],
    ['two-ombudsmen', []],
    ['counted-from-receipt', ['personal-injury to insurer']],
    ['day-zero', []],
    ['code-2024', []],
  ])('%s: passes on itself %j', (landlord, expected) => {
    const passedOn = versionOf(landlord).exclusions.filter(({ handover }) => handover);
    expect(passedOn.map(({ id, handover }) => `${id} to ${handover}`)).toEqual(expected);
  });

  it('seed 003 alone turns whole subjects away: policy, process and law, and service charges', () => {
    const blanket = (Object.keys(grounds) as LandlordId[]).flatMap((landlord) =>
      versionOf(landlord)
        .exclusions.filter((each) => each.blanket)
        .map(({ id }) => `${landlord} ${id}`),
    );
    expect(blanket).toEqual(['counted-from-receipt policy-or-law', 'counted-from-receipt service-charge']);
  });

  it('Code 2.2: proceedings have started once the claim is filed at court, a letter before action is none', () => {
    for (const landlord of ['code-2024', 'counted-from-receipt'] as const) {
      expect(excludedBy(landlord, 'legal-proceedings')?.wording).toBe(
        'Legal proceedings have started: the claim form and particulars of claim have been filed at court',
      );
    }
  });
});

describe('how far the list goes, and what a refusal tells', () => {
  it.each<[LandlordId, string, string, string[], string]>([
    ['six-month-limit', 'open', 'landlord', ['reasons', 'other-procedure'], 'landlord'],
    ['fifteen-day-window', 'open', 'code', ['reasons', 'ombudsman'], 'code'],
    ['two-ombudsmen', 'open', 'landlord', ['next-steps'], 'landlord'],
    ['counted-from-receipt', 'case-by-case', 'landlord', ['other-procedure'], 'landlord'],
    ['day-zero', 'open', 'code', ['ombudsman'], 'landlord'],
    ['code-2024', 'open', 'code', ['reasons', 'ombudsman'], 'code'],
  ])('%s: the list is %s (%s), and a refusal tells %j (%s)', (landlord, extent, listed, says, source) => {
    const { exclusionList, refusal } = versionOf(landlord);
    expect(exclusionList).toEqual({ extent, source: listed });
    expect(refusal).toEqual({ says, source });
  });
});

describe('what a complaint can be about', () => {
  it('seed 000 lists twelve grounds, its own policies among them', () => {
    const { grounds: listed, source } = versionOf('six-month-limit').inScope;
    expect(source).toBe('landlord');
    expect(listed.map(({ id }) => id)).toEqual([
      'service-refused',
      'quality',
      'delay',
      'slow-answers',
      'unfairness',
      'advice',
      'repair',
      'our-policy',
      'law-or-procedure',
      'administrative-process',
      'conduct',
      'decision',
    ]);
  });

  it('seed 000 takes two of them back where somebody else deals with them', () => {
    const { grounds: listed } = versionOf('six-month-limit').inScope;
    expect(listed.filter(({ unless }) => unless).map(({ id, unless }) => [id, unless])).toEqual([
      ['conduct', 'it was arranged that the contractor handles the complaint'],
      ['decision', 'there is a statutory way to challenge it, or an established appeal'],
    ]);
  });

  it.each<LandlordId>([
    'fifteen-day-window',
    'two-ombudsmen',
    'counted-from-receipt',
    'day-zero',
    'code-2024',
  ])('%s: the three of the Code’s definition (1.2)', (landlord) => {
    const { grounds: listed, source } = versionOf(landlord).inScope;
    expect([source, listed.map(({ id }) => id)]).toEqual([
      'code',
      ['standard-of-service', 'action', 'lack-of-action'],
    ]);
  });

  it.each<[LandlordId, string, string, string, string]>([
    ['six-month-limit', 'anyone', 'included', 'dissatisfaction', 'landlord'],
    ['fifteen-day-window', 'individual-or-group', 'included', 'dissatisfaction', 'landlord'],
    ['two-ombudsmen', 'resident-or-group', 'unstated', 'dissatisfaction', 'code'],
    ['counted-from-receipt', 'individual-or-group', 'included', 'dissatisfaction', 'landlord'],
    ['day-zero', 'resident-or-group', 'included', 'failed-service-request', 'landlord'],
    ['code-2024', 'resident-or-group', 'included', 'dissatisfaction', 'code'],
  ])('%s: what affects %s, others on its behalf %s, after %s (%s)', (landlord, affecting, ...rest) => {
    const [onOurBehalf, after, source] = rest;
    expect(versionOf(landlord).definition).toEqual({ affecting, onOurBehalf, after, source });
  });
});
