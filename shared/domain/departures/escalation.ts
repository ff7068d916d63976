import { departs, type Rule, unstated } from './rule.ts';

/** The way to stage 2, and who reviews (sections 5 and 6 of the Code). */

export const escalationRules: Rule[] = [
  {
    clause: '5.11',
    field: 'stage2.beforehand',
    code: 'A request for stage 2 is refused only for valid reasons, which are set out.',
    judge: ({ stage2 }) =>
      stage2.beforehand === 'acceptance'
        ? departs('A request for stage 2 goes ahead only once it has been accepted.')
        : undefined,
  },
  {
    clause: '6.10',
    field: 'stage2.beforehand',
    code: 'What is not resolved to the resident’s satisfaction goes on to stage 2.',
    judge: ({ stage2 }) =>
      stage2.beforehand === 'discussion'
        ? departs('It is talked over first, which may delay stage 2.')
        : undefined,
  },
  {
    clause: '6.10',
    field: 'stage2.sameIssueOnly',
    code: 'All or part of what is not resolved goes on to stage 2; what is left out is refused with reasons.',
    judge: ({ stage2 }) =>
      stage2.sameIssueOnly ? departs('Stage 2 is for the same issue only.') : undefined,
  },
  {
    clause: '6.12',
    field: 'stage2.reasons.asked',
    code: 'Nobody has to explain why they ask for stage 2.',
    judge: ({ stage2 }) =>
      stage2.reasons.asked === 'required' ? departs('Whoever asks for stage 2 has to say why.') : undefined,
  },
  {
    clause: '6.13',
    field: 'stage2.reviewer',
    code: 'Whoever considers stage 2 did not consider stage 1.',
    judge: ({ stage2 }) =>
      stage2.reviewer === 'unstated'
        ? unstated('It does not say that somebody else than at stage 1 decides.')
        : undefined,
  },
];
