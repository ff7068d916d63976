import type { Complaint } from './complaint.ts';
import { type MovedBy, moves } from './moves.ts';
import type { Refusal } from './refusals.ts';

/** Why the table of moves does not permit a command now, or undefined where it does. */
export function refusedByState(
  { stage, status }: Pick<Complaint, 'stage' | 'status'>,
  command: MovedBy,
): Refusal | undefined {
  const move = moves[stage][command][status];
  return 'refused' in move ? { type: 'NotPermittedNow', command, status, why: move.refused } : undefined;
}
