import { describe, expect, it } from 'vitest';
import { type LandlordId, versionOf } from '../../support/rules.ts';

describe('the way to stage 2, by seed', () => {
  it.each<[LandlordId, object]>([
    ['six-month-limit', { asked: 'not-asked', source: 'code' }],
    [
      'fifteen-day-window',
      {
        asked: 'required',
        source: 'landlord',
        questions: [
          'Which part of your complaint has not been put right?',
          'How do you think we could put it right?',
        ],
      },
    ],
    [
      'two-ombudsmen',
      {
        asked: 'required',
        source: 'landlord',
        questions: [
          'Why are you not satisfied with our decision at stage 1?',
          'Is there anything new that might change it?',
        ],
      },
    ],
    ['counted-from-receipt', { asked: 'not-asked', source: 'code' }],
    [
      'day-zero',
      {
        asked: 'optional',
        source: 'landlord',
        questions: ['Why are you still dissatisfied?', 'What would you like us to do to put it right?'],
      },
    ],
    ['code-2024', { asked: 'not-asked', source: 'code' }],
  ])('%s: reasons %j', (landlord, reasons) => {
    expect(versionOf(landlord).stage2.reasons).toEqual(reasons);
  });

  it.each<[LandlordId, string]>([
    ['six-month-limit', 'nothing'],
    ['fifteen-day-window', 'acceptance'],
    ['two-ombudsmen', 'nothing'],
    ['counted-from-receipt', 'nothing'],
    ['day-zero', 'discussion'],
    ['code-2024', 'nothing'],
  ])('%s: %s comes before it', (landlord, beforehand) => {
    expect(versionOf(landlord).stage2.beforehand).toBe(beforehand);
  });

  it('seed 001: a new issue is a new stage 1, and seed 004: the review checks what was agreed', () => {
    expect(versionOf('fifteen-day-window').stage2).toMatchObject({ sameIssueOnly: true });
    expect(versionOf('day-zero').stage2).toMatchObject({ checksActions: true });
    expect(versionOf('code-2024').stage2).not.toHaveProperty('sameIssueOnly');
    expect(versionOf('code-2024').stage2).not.toHaveProperty('checksActions');
  });
});

describe('what is tried before stage 1, by seed', () => {
  it.each<[LandlordId, string, string, string]>([
    ['six-month-limit', 'none', 'unstated', 'landlord'],
    ['fifteen-day-window', 'before-stage-1', 'always', 'landlord'],
    ['two-ombudsmen', 'before-stage-1', 'unstated', 'landlord'],
    ['counted-from-receipt', 'before-stage-1', 'always', 'landlord'],
    ['day-zero', 'before-stage-1', 'unstated', 'landlord'],
    ['code-2024', 'none', 'always', 'code'],
  ])('%s: %s, formally at once: %s (%s)', (landlord, handling, formalAtOnce, source) => {
    expect(versionOf(landlord).early).toMatchObject({ handling, formalAtOnce, source });
  });
});
