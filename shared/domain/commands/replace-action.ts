import type { CivilDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type Giving, recorded } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { owedActionReplacement } from '../notices/compensation.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import type { StaffId } from '../staff.ts';
import { cannotBeTold, tellResident } from '../telling.ts';
import type { TextRef } from '../text.ts';
import { inPast, isPromised, newAction, openAction } from './action.ts';
import { unavailable } from './assign.ts';

/** Say why something promised cannot be done, and what is done instead (Code 7.3). */
export interface ReplaceAction extends Giving {
  type: 'ReplaceAction';
  action: string;
  why: TextRef;
  /** absent where nothing can take its place */
  replacement?: { description: TextRef; owner: StaffId; dueOn: CivilDate } | undefined;
}

/**
 * What was promised in an answer is done, or the resident is told why not (Code 7.3; Local Government Ombudsman 7.4). One
 * open action takes the place of another, so that there are never too many for it.
 */
export function replaceAction(complaint: Complaint, command: ReplaceAction, context: Context): Decision {
  const found = refusedByState(complaint, 'ReplaceAction') ?? openAction(complaint, command.action);
  if ('type' in found) return refuse(found);
  const { action, why, replacement, alreadyGiven } = command;
  const today = londonDateOf(context.now);
  const promised = isPromised(complaint, found.action);
  const cannot =
    (replacement && notPromisable(complaint, replacement, today, context)) ??
    (promised ? cannotBeTold(complaint, command) : undefined);
  if (cannot) return refuse(cannot);
  const event: EventOf<'ActionReplaced'> = {
    type: 'ActionReplaced',
    ...recorded(command),
    ...(alreadyGiven && { alreadyGiven }),
    action,
    why,
    ...(found.obligation.dueOn < today && { missed: true as const }),
    ...(replacement && { replacement: newAction(complaint, replacement, today) }),
  };
  if (!promised) return accept([event]);
  const letter = owedActionReplacement(evolve(complaint, event), found.action, event);
  return accept([event], [tellResident(command, letter)]);
}

function notPromisable(
  complaint: Complaint,
  { owner, dueOn }: NonNullable<ReplaceAction['replacement']>,
  today: CivilDate,
  context: Context,
): Refusal | undefined {
  return unavailable(complaint, owner, context) ?? inPast(dueOn, today);
}
