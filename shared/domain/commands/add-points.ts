import type { Complaint } from '../complaint.ts';
import { accept, type Decision, refuse } from '../decision.ts';
import { recorded, type StaffAct } from '../happening.ts';
import { refusedByState } from '../permitted.ts';
import { mostPoints, type NewPoint, numberPoints } from '../points.ts';

/** Define what else the complaint is about. What comes up after the answer is a new complaint (Code 6.8). */
export interface AddPoints extends StaffAct {
  type: 'AddPoints';
  points: readonly NewPoint[];
}

export function addPoints(complaint: Complaint, command: AddPoints): Decision {
  const { points } = command;
  const refused = refusedByState(complaint, 'AddPoints');
  if (refused) return refuse(refused);
  if (points.length === 0) return refuse({ type: 'NothingDefined' });
  if (complaint.points.length + points.length > mostPoints)
    return refuse({ type: 'TooManyPoints', most: mostPoints });
  return accept([
    { type: 'PointsAdded', ...recorded(command), points: numberPoints(complaint.points, points) },
  ]);
}
