import { type Complaint, openResponse } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import { recorded, type StaffAct } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { owedHandlerChange } from '../notices/to-resident.ts';
import { owedAssignment } from '../notices/to-staff.ts';
import type { NoticeOwed } from '../notices.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import { decidedBefore } from '../second-look.ts';
import type { StaffId } from '../staff.ts';

/** Make somebody answerable for the complaint (Code 4.1). */
export interface Assign extends StaffAct {
  type: 'Assign';
  handler: StaffId;
  /** without, the handler's first team */
  team?: string | undefined;
}

/** Nobody handles a complaint that is about themself, or in which they have an interest (Code 5.8). */
export function assign(complaint: Complaint, command: Assign, context: Context): Decision {
  const refused =
    refusedByState(complaint, 'Assign') ??
    unavailable(complaint, command.handler, context) ??
    decidedBefore(complaint, command.handler);
  if (refused) return refuse(refused);
  const { by, handler } = command;
  const team = command.team ?? context.people?.find(({ id }) => id === handler)?.teams[0];
  const notices = handler === by ? [] : [owedAssignment(complaint, handler)];
  return accept(
    [{ type: 'ComplaintAssigned', ...recorded(command), handler, ...(team && { team }) }],
    [...notices, ...tellOfHandler(complaint, handler, context)],
  );
}

/** Whoever was told a name in the acknowledgement, and has no answer yet, is told another. */
export function tellOfHandler(complaint: Complaint, handler: StaffId, { now }: Context): NoticeOwed[] {
  const { acknowledgedAt, handler: before } = complaint;
  const wasTold = acknowledgedAt !== undefined && before !== undefined && openResponse(complaint);
  if (!wasTold || before === handler) return [];
  return [owedHandlerChange(complaint, handler, londonDateOf(now))];
}

/** Why somebody cannot take on work for a complaint, or undefined where they can. */
export function unavailable(
  { landlord, staffComplainedAbout, conflicts }: Complaint,
  person: StaffId,
  { people = [] }: Context,
): Refusal | undefined {
  if (staffComplainedAbout.includes(person)) return { type: 'StaffComplainedAbout', person };
  if (conflicts.includes(person)) return { type: 'ConflictOfInterest', person };
  const row = people.find(({ id }) => id === person);
  if (!row) return { type: 'HandlerNotAvailable', person, why: 'unknown' };
  if (row.disabled) return { type: 'HandlerNotAvailable', person, why: 'disabled' };
  if (!row.landlords.includes(landlord))
    return { type: 'HandlerNotAvailable', person, why: 'other-landlord' };
  return undefined;
}
