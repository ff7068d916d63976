import { codeStages } from '../code.ts';
import type { Limit } from '../limit.ts';
import type { PolicyVersion } from '../policy.ts';
import type { Stage } from '../stages.ts';
import {
  compareLengths,
  departs,
  type Finding,
  isSilent,
  type Rule,
  sayLimit,
  stricter,
  unstated,
} from './rule.ts';

/** The time limits of one stage, and what is told when an answer is put off (section 6 of the Code). */
export function timeRules(stage: Stage): Rule[] {
  const key = `stage${stage}` as const;
  const code = codeStages[stage];
  const asked = stage === 1 ? 'a complaint' : 'a request for stage 2';
  return [
    {
      clause: code.acknowledgement.clause,
      field: `${key}.acknowledgement.count`,
      code: `${capitalize(asked)} is acknowledged within ${sayLimit(code.acknowledgement)}.`,
      judge: (policy) =>
        judgeLength(
          policy,
          policy[key].acknowledgement,
          code.acknowledgement,
          (length) => `${capitalize(asked)} is acknowledged within ${length}.`,
          `It does not say when ${asked} is acknowledged.`,
        ),
    },
    {
      clause: code.response.clause,
      field: `${key}.response.count`,
      code: `Stage ${stage} is answered within ${sayLimit(code.response)} of the acknowledgement.`,
      judge: (policy) =>
        judgeLength(
          policy,
          policy[key].response,
          code.response,
          (length) => `Stage ${stage} is answered within ${length}.`,
          `It does not say when stage ${stage} is answered.`,
        ),
    },
    {
      clause: code.response.clause,
      field: `${key}.response.countedFrom`,
      code: 'The time for the answer counts from the acknowledgement.',
      judge: (policy) => judgeStart(policy, policy[key].response, asked),
    },
    {
      clause: code.extension.clause,
      field: `${key}.extension`,
      code: `An answer is put off by no more than ${sayLimit(code.extension)} without good reason.`,
      judge: (policy) => judgeCap(policy, policy[key].extension, code.extension),
    },
    {
      clause: stage === 1 ? '6.5' : '6.16',
      field: `${key}.extension.published.tells`,
      code: 'Whoever is told that an answer is put off is given the Ombudsman’s details.',
      judge: (policy) => judgeNotice(policy[key].extension),
    },
  ];
}

function judgeLength(
  policy: PolicyVersion,
  own: Limit,
  code: Limit,
  say: (length: string) => string,
  silence: string,
): Finding | undefined {
  if (isSilent(policy, own)) return unstated(silence);
  const difference = compareLengths(own, code);
  if (difference === 0) return undefined;
  return difference > 0 ? departs(say(sayLimit(own))) : stricter(say(sayLimit(own)));
}

/** Counted from the day something comes in, an answer is due sooner than counted from its acknowledgement. */
function judgeStart(
  policy: PolicyVersion,
  response: PolicyVersion['stage1']['response'],
  asked: string,
): Finding | undefined {
  if (response.countedFrom === 'receipt') return stricter(`The time counts from the day ${asked} comes in.`);
  const lengthOnly = isSilent(policy, { source: response.startSource }) && !isSilent(policy, response);
  return lengthOnly ? unstated('It does not say from when the time counts.') : undefined;
}

function judgeCap(
  policy: PolicyVersion,
  extension: PolicyVersion['stage1']['extension'],
  code: Limit,
): Finding | undefined {
  if (extension.published.cap === 'no-cap')
    return departs('An answer can be put off, and nothing says by how much at most.');
  if (extension.published.cap === 'unstated')
    return unstated('It does not say that an answer can be put off.');
  const put = (length: string) => `An answer is put off by up to ${length}.`;
  const length = judgeLength(policy, extension, code, put, '');
  if (length || extension.beyond === 'good-reason') return length;
  return stricter('Beyond that a second person has to agree, whatever the reason.');
}

/** A text that says what such a notice tells leaves the Ombudsman out; one that does not is silent. */
function judgeNotice({ published }: PolicyVersion['stage1']['extension']): Finding | undefined {
  if (published.tells.includes('ombudsman')) return undefined;
  return published.tells.includes('new-date')
    ? departs('It promises the new date and leaves out the Ombudsman’s details.')
    : unstated('It does not promise the Ombudsman’s details.');
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
