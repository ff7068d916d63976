import { departs, isSilent, type Rule, unstated } from './rule.ts';

/** Who speaks for a resident, the way to the Ombudsman, and what may not stand beside the two stages (sections 3 and 5). */
export const handlingRules: Rule[] = [
  {
    clause: '3.6',
    field: 'representatives',
    code: 'A resident may have somebody else deal with the complaint.',
    judge: (policy) =>
      isSilent(policy, policy.representatives)
        ? unstated('It does not speak of representatives.')
        : undefined,
  },
  {
    clause: '3.7',
    field: 'ombudsmanAccess.from',
    code: 'Residents are told of their right to go to the Ombudsman, throughout.',
    judge: (policy) => {
      const { ombudsmanAccess } = policy;
      if (isSilent(policy, ombudsmanAccess)) return unstated('It does not say how to reach the Ombudsman.');
      if (ombudsmanAccess.from === 'any-time') return undefined;
      const advice = ombudsmanAccess.advice === 'any-time' ? ', and for advice at any time' : '';
      return departs(`Residents can go to the Ombudsman after both stages${advice}.`);
    },
  },
  {
    clause: '5.2',
    field: 'early.handling',
    code: 'No stage before stage 1, by whatever name; what is settled at once is a request for service, or a fast stage 1.',
    judge: ({ early }) => {
      if (early.handling === 'none') return undefined;
      const formal = early.formalAtOnce === 'always' ? ', unless the resident wants stage 1 at once' : '';
      return departs(`It tries to settle the matter before stage 1${formal}.`);
    },
  },
  {
    clause: '5.4',
    field: 'contractors.handling',
    code: 'A third party that handles complaints does so within the two stages.',
    judge: ({ contractors }) =>
      contractors.handling === 'themselves-in-some-cases'
        ? departs('Contractors handle some complaints themselves, which may be outside the two stages.')
        : undefined,
  },
  {
    clause: '6.2',
    field: 'closures',
    code: 'Time limits run on every working day.',
    judge: ({ closures = [] }) =>
      closures.length > 0
        ? departs(
            `It leaves days of its own out of every count: ${closures.map(({ name }) => name).join('; ')}.`,
          )
        : undefined,
  },
  {
    clause: '6.9',
    field: 'answers.inWriting',
    code: 'Every answer is confirmed in writing, with its reasons.',
    judge: (policy) => {
      if (isSilent(policy, policy.answers)) return unstated('It does not say that answers are in writing.');
      return policy.answers.inWriting === 'if-not-upheld'
        ? unstated('It promises a written answer where a complaint is not upheld, and is silent on others.')
        : undefined;
    },
  },
];
