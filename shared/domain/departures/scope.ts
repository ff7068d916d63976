import { codeAgeLimit } from '../code.ts';
import type { PolicyVersion } from '../policy.ts';
import { compareLengths, departs, isSilent, type Rule, sayLimit, stricter, unstated } from './rule.ts';

/** What is a complaint, how old it may be, and what is not taken on (sections 1, 2 and 5 of the Code). */

export const scopeRules: Rule[] = [
  {
    clause: '1.2',
    field: 'definition.affecting',
    code: 'A complaint is about what affects a resident or a group of residents.',
    judge: (policy) => {
      if (isSilent(policy, policy.definition)) return unstated('It does not say what a complaint is.');
      return policy.definition.affecting === 'individual-or-group'
        ? departs('A complaint is about what affects an individual resident or a group of residents.')
        : undefined;
    },
  },
  {
    clause: '1.2',
    field: 'definition.onOurBehalf',
    code: 'What others do on the landlord’s behalf is its own to answer for.',
    judge: ({ definition, exclusions }) => {
      if (definition.onOurBehalf === 'included') return undefined;
      const others = exclusions.find(({ id }) => id === 'another-organisation');
      return others && !others.unless
        ? departs('It excludes the services of third parties, and does not except those given on its behalf.')
        : unstated('It does not speak of those who act on its behalf.');
    },
  },
  {
    clause: '1.5',
    field: 'definition.after',
    code: 'Whoever is dissatisfied with the response to a request for service can complain, even while it is being handled.',
    judge: ({ definition }) =>
      definition.after === 'failed-service-request'
        ? departs('In most cases a complaint can be made only once a request for service has failed.')
        : undefined,
  },
  {
    clause: '2.2',
    field: 'exclusions',
    code: 'The policy sets out, fairly and in full, what is not taken on.',
    judge: (policy) =>
      policy.exclusions.every((exclusion) => isSilent(policy, exclusion))
        ? unstated('It does not say what is not taken on.')
        : undefined,
  },
  { clause: '2.3', field: 'ageLimit.count', code: sayAgeLimit(), judge: judgeAgeLimit },
  {
    clause: '2.3',
    field: 'ageLimit.countedFrom',
    code: 'The 12 months count from the issue, or from when the resident became aware of it.',
    judge: ({ ageLimit: { countedFrom } }) => {
      if (countedFrom === 'event') return departs('The time counts from the incident alone.');
      if (countedFrom === 'services-provided')
        return departs(
          'The time counts from when the service was provided, whenever the resident knew of it.',
        );
      return undefined;
    },
  },
  {
    clause: '2.3',
    field: 'complainants.formerTenants',
    code: sayAgeLimit(),
    judge: ({ complainants: { formerTenants } }) =>
      formerTenants && compareLengths(formerTenants, codeAgeLimit) < 0
        ? departs(`Former tenants have ${sayLimit(formerTenants)} from the end of their tenancy.`)
        : undefined,
  },
  {
    clause: '2.4',
    field: 'refusal.says',
    code: 'Whoever is refused is told in detail why.',
    judge: (policy) =>
      isSilent(policy, policy.refusal) || !policy.refusal.says.includes('reasons')
        ? unstated('It does not promise reasons to somebody whose complaint is refused.')
        : undefined,
  },
  {
    clause: '2.4',
    field: 'refusal.says',
    code: 'Whoever is refused is told of the right to take that decision to the Ombudsman.',
    judge: (policy) => {
      const { says } = policy.refusal;
      if (isSilent(policy, policy.refusal)) return unstated('It does not say what a refusal tells.');
      if (says.includes('ombudsman')) return undefined;
      return says.includes('reasons')
        ? departs('It sets out what a refusal tells, and leaves out the Ombudsman.')
        : unstated('What it says of refusals does not mention the Ombudsman.');
    },
  },
  {
    clause: '2.5',
    field: 'exclusions',
    code: 'No blanket exclusions: each case is considered on its own circumstances.',
    judge: ({ exclusions }) => {
      const blanket = exclusions.filter((exclusion) => exclusion.blanket);
      if (blanket.length === 0) return undefined;
      return departs(`It excludes whole subjects: ${blanket.map(({ wording }) => wording).join('; ')}.`);
    },
  },
];

function sayAgeLimit(): string {
  return 'Complaints are accepted within 12 months, and later ones where there are good reasons.';
}

function judgeAgeLimit(policy: PolicyVersion) {
  const { ageLimit } = policy;
  if (isSilent(policy, ageLimit)) return unstated('It does not say how old a complaint may be.');
  const difference = compareLengths(ageLimit, codeAgeLimit);
  const words = `Complaints are accepted within ${sayLimit(ageLimit)}.`;
  if (difference === 0) return undefined;
  return difference < 0 ? departs(words) : stricter(words);
}
