import type { RaiseIssue } from '../domain/commands/raise-issue.ts';
import { referenceBytes, referenceFrom } from '../domain/reference.ts';
import type { PersonalText } from '../ports/personal-text.ts';
import type { StaffRequest } from './handle-staff-command.ts';
import { encode, saltedHash } from './timeline.ts';

/** What staff say of something that the resident raised midway, in their own words. */
export interface Issue
  extends Pick<RaiseIssue, 'by' | 'happenedAt' | 'alreadyGiven' | 'responsible' | 'related' | 'wouldDelay'> {
  issue: string;
  outcomeSought?: string | undefined;
}

/**
 * Puts together what was raised with the complaint that it becomes, should the rule make it one of its own (Code 6.8):
 * its parties are those of the complaint in which it came up, and its words are the new ones.
 */
export function buildIssue(
  { issue, outcomeSought, ...said }: Issue,
  { keep, personal, randomBytes }: Parameters<StaffRequest['build']>[0],
): ReturnType<StaffRequest['build']> {
  const { salt: _, description: __, desiredOutcome: ___, ...parties } = personal ?? noParties;
  const text = {
    ...parties,
    description: issue,
    ...(outcomeSought !== undefined && { desiredOutcome: outcomeSought }),
  };
  const salt = encode(randomBytes(16));
  return {
    command: {
      type: 'RaiseIssue',
      ...said,
      issue: keep(issue),
      outcomeSought: outcomeSought === undefined ? undefined : keep(outcomeSought),
      reference: referenceFrom(randomBytes(referenceBytes)),
      personalTextHash: saltedHash(salt, text),
    },
    raised: { ...text, salt },
  };
}

/** Of a complaint whose personal text was erased. */
const noParties: PersonalText = { description: '', salt: '' };
