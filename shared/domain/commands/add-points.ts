import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import { recorded, type StaffAct } from '../happening.ts';
import { refusedByState } from '../permitted.ts';
import { mostPoints, type NewPoint, numberPoints } from '../points.ts';

/** Define what else the complaint is about. What comes up after the answer is a new complaint (Code 6.8). */
export interface AddPoints extends StaffAct {
  type: 'AddPoints';
  points: readonly NewPoint[];
}

export function addPoints(complaint: Complaint, command: AddPoints, { policy }: Context): Decision {
  const { points } = command;
  const refused = refusedByState(complaint, 'AddPoints');
  if (refused) return refuse(refused);
  if (complaint.stage1?.respondedOn) {
    const { status } = complaint;
    const why = 'new-issue-at-stage-2';
    return refuse({ type: 'NotPermittedNow', command: 'AddPoints', status, why });
  }
  if (points.length === 0) return refuse({ type: 'NothingDefined' });
  if (complaint.points.length + points.length > mostPoints)
    return refuse({ type: 'TooManyPoints', most: mostPoints });
  const unknown = points
    .flatMap(({ ombudsmen = [] }) => ombudsmen)
    .find((id) => !policy.ombudsmen.includes(id));
  if (unknown) return refuse({ type: 'UnknownOmbudsman', ombudsman: unknown, known: policy.ombudsmen });
  return accept([
    { type: 'PointsAdded', ...recorded(command), points: numberPoints(complaint.points, points) },
  ]);
}
