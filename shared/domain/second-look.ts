import type { Complaint } from './complaint.ts';
import type { Context } from './decision.ts';
import type { MovedBy } from './moves.ts';
import type { Refusal } from './refusals.ts';
import type { StaffId } from './staff.ts';

/** By what nobody decides anything: a record of what was said, work that is given away, and what keeps somebody safe. */
const recording: readonly string[] = [
  'NoteContact',
  'RecordCorrespondence',
  'AnswerQuestion',
  'HandOver',
  'SetSafeContact',
] satisfies MovedBy[];

/**
 * Nobody takes part in a complaint in which they have an interest, or makes another one part of it (Code 5.8); they may
 * still record what they know of it.
 */
export function conflicted(
  complaint: Pick<Complaint, 'conflicts'>,
  { type, by }: { type: string; by?: StaffId | undefined },
  { other }: Pick<Context, 'other'>,
): Refusal | undefined {
  if (by === undefined || recording.includes(type)) return undefined;
  const conflicts = [...complaint.conflicts, ...(other?.conflicts ?? [])];
  return conflicts.includes(by) ? { type: 'ConflictOfInterest', person: by } : undefined;
}

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
