import { type Complaint, openObligation } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import { flagBackdated, type StaffAct, whenItHappened } from '../happening.ts';
import { refusedByState } from '../permitted.ts';
import type { TextRef } from '../text.ts';

/** Record what was learnt, after the answer and never in its way (Code 9.1). */
export interface RecordLearning extends StaffAct {
  type: 'RecordLearning';
  /** the point that it was learnt from; the complaint as a whole, where it is left out */
  point?: string | undefined;
  rootCause?: TextRef | undefined;
  lesson: TextRef;
  change?: TextRef | undefined;
}

export function recordLearning(complaint: Complaint, command: RecordLearning, context: Context): Decision {
  const refused = refusedByState(complaint, 'RecordLearning');
  if (refused) return refuse(refused);
  const { by, point, rootCause, lesson, change } = command;
  const known = complaint.points.map(({ id }) => id);
  if (point !== undefined && !known.includes(point)) return refuse({ type: 'UnknownPoint', point, known });
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const owed = openObligation(complaint, 'learning');
  return accept([
    {
      type: 'LearningRecorded',
      by,
      ...happening,
      ...(owed && flagBackdated(happening.on, owed.dueOn, context)),
      ...(point && { point }),
      ...(rootCause && { rootCause }),
      lesson,
      ...(change && { change }),
    },
  ]);
}
