import { type Complaint, pointsInPlay } from '../complaint.ts';
import { accept, type Decision, refuse } from '../decision.ts';
import { recorded, type StaffAct } from '../happening.ts';
import { refusedByState } from '../permitted.ts';
import type { Outcome } from '../points.ts';
import { decidedBefore } from '../second-look.ts';

/** Write down what a stage makes of one point or more (Code 6.7, 6.18). Whatever was approved before must be approved again. */
export interface Draft extends StaffAct {
  type: 'Draft';
  outcomes: readonly Outcome[];
}

export function draft(complaint: Complaint, command: Draft): Decision {
  const { outcomes } = command;
  const refused = refusedByState(complaint, 'Draft') ?? decidedBefore(complaint, command.by);
  if (refused) return refuse(refused);
  const known = pointsInPlay(complaint).map(({ id }) => id);
  const unknown = outcomes.find(({ point }) => !known.includes(point));
  if (unknown) return refuse({ type: 'UnknownPoint', point: unknown.point, known });
  const { stage } = complaint;
  return accept([
    {
      type: 'ResponseDrafted',
      ...(stage === 2 && { stage }),
      ...recorded(command),
      outcomes: [...outcomes],
    },
  ]);
}
