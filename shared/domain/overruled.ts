import type { Complaint } from './complaint.ts';
import type { Refusal } from './refusals.ts';

/** What an Ombudsman said is to be taken on is not excluded again for the same ground, whole or in part (Code 2.4). */
export function overruled(
  complaint: Pick<Complaint, 'overruled'>,
  { ground, points }: { ground: string; points?: readonly string[] },
): Refusal | undefined {
  const decided = complaint.overruled.find(
    (each) =>
      each.ground === ground &&
      (!each.points || !points || each.points.some((point) => points.includes(point))),
  );
  return decided && { type: 'OmbudsmanDecided', ombudsman: decided.ombudsman };
}
