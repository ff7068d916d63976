import type * as z from 'zod/mini';
import type { issueBody } from '../../shared/contracts/staff-commands/escalation.ts';
import type { StaffId } from '../../shared/domain/staff.ts';
import type { StaffRequest } from '../../shared/use-cases/handle-staff-command.ts';
import { buildIssue } from '../../shared/use-cases/raise-issue.ts';
import { given } from './commands/translation.ts';

/** Something that came up midway: it may become a complaint of its own, with words and parties of its own. */
export function buildRaisedIssue(by: StaffId, sent: unknown): StaffRequest['build'] {
  const { happenedAt, alreadyGiven, ...issue } = sent as z.infer<typeof issueBody>;
  return (parts) => buildIssue({ by, ...given({ happenedAt, alreadyGiven }, parts.keep), ...issue }, parts);
}
