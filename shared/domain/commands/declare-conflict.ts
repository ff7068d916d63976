import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { recorded, type StaffAct } from '../happening.ts';
import { owedHandlerNeeded } from '../notices/to-staff.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import type { StaffId } from '../staff.ts';
import type { TextRef } from '../text.ts';

/** Say that somebody has an interest in a complaint: they no longer handle or decide it (Code 5.8); or have none any more. */
export interface DeclareConflict extends StaffAct {
  type: 'DeclareConflict';
  person: StaffId;
  /** they have none: it was declared wrongly, or is over */
  ended?: true | undefined;
  reason: TextRef;
}

/** Whoever has an interest may still see it, unlike somebody whom it is about. */
export function declareConflict(complaint: Complaint, command: DeclareConflict, context: Context): Decision {
  const { person, ended, reason } = command;
  const refused = refusedByState(complaint, 'DeclareConflict') ?? notDeclared(complaint, command, context);
  if (refused) return refuse(refused);
  const event: EventOf<'ConflictDeclared'> = {
    type: 'ConflictDeclared',
    ...recorded(command),
    person,
    ...(ended && { ended }),
    reason,
  };
  return accept([event], owedHandlerNeeded(complaint, evolve(complaint, event)));
}

/** Somebody of the register, whether or not they still work here; what ends was declared. */
function notDeclared(
  { conflicts }: Complaint,
  { person, ended }: DeclareConflict,
  { people = [] }: Context,
): Refusal | undefined {
  if (ended) return conflicts.includes(person) ? undefined : { type: 'NothingToCorrect' };
  return people.some(({ id }) => id === person)
    ? undefined
    : { type: 'HandlerNotAvailable', person, why: 'unknown' };
}
