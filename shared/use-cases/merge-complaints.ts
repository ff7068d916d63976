import type { Merge } from '../domain/commands/merge.ts';
import type { PersonalText } from '../ports/personal-text.ts';
import type { BuildParts, StaffRequest } from './handle-staff-command.ts';
import { takeOverParties } from './merge-parties.ts';
import { saltedHash } from './timeline.ts';

/** What staff say of two complaints that become one, in their own words. */
export interface Merging extends Pick<Merge, 'by' | 'happenedAt' | 'alreadyGiven' | 'other'> {
  reason: string;
}

/**
 * Puts together what one complaint takes over of another: every word of it, and whoever made it and is not among those
 * who make this one.
 */
export function buildMerging(
  { reason, ...said }: Merging,
  { keep, complaint, personal, other }: BuildParts,
): ReturnType<StaffRequest['build']> {
  const words = other?.personal ? wordsOf(other.personal) : [];
  const taken =
    personal && other?.personal
      ? takeOverParties({ complaint, personal }, { ...other, personal: other.personal }, keep)
      : undefined;
  const { personal: after, ...people } = taken ?? {};
  return {
    command: {
      type: 'Merge',
      ...said,
      texts: words.map(keep),
      ...people,
      personalTextHash: after && hashOf(after),
      reason: keep(reason),
      otherReason: other?.keep(reason) ?? keep(reason),
    },
    personal: after,
  };
}

/** As they were written, the parties in one. */
function wordsOf({ description, desiredOutcome, adjustments, ...rest }: PersonalText): string[] {
  const { salt: _, ...parties } = rest;
  return [
    description,
    ...(desiredOutcome === undefined ? [] : [desiredOutcome]),
    ...(adjustments ?? []),
    ...(Object.keys(parties).length > 0 ? [JSON.stringify(parties)] : []),
  ];
}

function hashOf({ salt, ...text }: PersonalText): string {
  return saltedHash(salt, text);
}
