import type * as z from 'zod/mini';
import type { linkBody, mergerBody } from '../../shared/contracts/staff-commands/intake.ts';
import type { StaffId } from '../../shared/domain/staff.ts';
import type { StaffRequest } from '../../shared/use-cases/handle-staff-command.ts';
import { buildMerging } from '../../shared/use-cases/merge-complaints.ts';
import { given } from './commands/translation.ts';

type Parts = Pick<StaffRequest, 'action' | 'people' | 'other' | 'build'>;

/** Another complaint that becomes part of this one, of whose parties and words this one takes over what it lacks. */
export function mergeParts(by: StaffId, sent: unknown): Parts {
  const { happenedAt, alreadyGiven, ...merging } = sent as z.infer<typeof mergerBody>;
  return {
    action: 'merge',
    people: [],
    other: merging.other,
    // what proves that it was given is of the other's resident
    build: (parts) =>
      buildMerging(
        { by, ...given({ happenedAt, alreadyGiven }, (parts.other ?? parts).keep), ...merging },
        parts,
      ),
  };
}

/** Why is kept with both. */
export function linkParts(by: StaffId, sent: unknown): Parts {
  const { happenedAt, other, because } = sent as z.infer<typeof linkBody>;
  return {
    action: 'link',
    people: [],
    other,
    build: (parts) => ({
      command: {
        type: 'Link',
        by,
        happenedAt,
        other,
        because: parts.keep(because),
        otherBecause: (parts.other ?? parts).keep(because),
      },
    }),
  };
}
