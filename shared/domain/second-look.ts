import type { Complaint } from './complaint.ts';
import type { Refusal } from './refusals.ts';
import type { StaffId } from './staff.ts';

/**
 * Whoever investigated, decided or approved stage 1 does not decide stage 2 (Code 6.13). Logging, acknowledging and
 * sending do not count.
 */
export function decidedBefore(
  { stage, decidedStage1 }: Pick<Complaint, 'stage' | 'decidedStage1'>,
  person: StaffId,
): Refusal | undefined {
  return stage === 2 && decidedStage1.includes(person) ? { type: 'DecidedStage1', person } : undefined;
}
