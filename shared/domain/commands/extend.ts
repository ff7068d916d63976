import type { CivilDate } from '../civil-date.ts';
import { type Complaint, openResponse } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { ComplaintEvent, EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Extension } from '../extension.ts';
import { deadlineOf, latestWithoutReason, planExtension, type Wish } from '../extension-rules.ts';
import { settleExtension } from '../extension-settling.ts';
import { flagBackdated, type Giving, recorded, type StaffAct, whenGiven } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { owedExtension } from '../notices/to-resident.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import { limitsAt } from '../stage-dates.ts';
import { cannotBeWritten, isAnonymous, tellResident } from '../telling.ts';

/** Put the answer off, with a reason and a new date, in writing and before the day is over (Code 6.4, 6.5). */
export interface Extend extends Giving, Wish {
  type: 'Extend';
}

/** Write an extension that is sent on the last working morning if no answer has gone by then. */
export interface PrepareExtension extends StaffAct, Wish {
  type: 'PrepareExtension';
}

/** It takes effect once its notice was given in time; by hand, or where there is nobody to give it to, that is now. */
export function extend(complaint: Complaint, command: Extend, context: Context): Decision {
  const { by, alreadyGiven } = command;
  const isGiven = alreadyGiven !== undefined || isAnonymous(complaint);
  const refused = refusedByState(complaint, 'Extend');
  if (refused) return refuse(refused);
  const happening = whenGiven(command, context, { at: acknowledgedAt(complaint), what: 'acknowledgement' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const cannot = cannotBeWritten(complaint, command);
  if (cannot) return refuse(cannot);
  const proven = alreadyGiven && givenInTimeAfterAll(complaint, command, happening.on);
  if (proven) return accept([{ ...proven, reason: command.reason, ...recorded(command), alreadyGiven }]);
  const plan = planExtension(complaint, command, happening.on, context);
  if ('refusal' in plan) return refuse(plan.refusal);
  const alone = decidedAlone(complaint, command, context);
  if (alone) return refuse(alone);

  const requested: EventOf<'ExtensionRequested'> = {
    type: 'ExtensionRequested',
    by,
    ...plan,
    happenedAt: happening.happenedAt,
    ...(alreadyGiven && { alreadyGiven }),
    ...(!isGiven && { notice: plan.extension }),
  };
  const after = evolve(complaint, requested);
  const letter = owedExtension(requested, deadlineOf(after, plan, context), complaint.stage);
  const told = [tellResident(command, letter)];
  if (!isGiven) return accept([requested], told);
  const settled = settleExtension(after, plan.extension, happening.on, context);
  // Only what staff say is flagged: that SES took a notice in time is proved, however late we learn of it.
  const flag = settled.type === 'ExtensionTookEffect' && flagBackdated(happening.on, plan.extends, context);
  const events: ComplaintEvent[] = [requested, { ...settled, ...flag }];
  return accept(events, told);
}

/** A notice that was taken for too late counts once somebody can prove that it was given in time. */
function givenInTimeAfterAll(
  complaint: Complaint,
  { newDueOn }: Wish,
  on: CivilDate,
): EventOf<'ExtensionTookEffect'> | undefined {
  const response = openResponse(complaint);
  const late = complaint.extensions.find(
    (each) =>
      each.stage === complaint.stage &&
      each.state === 'too-late' &&
      each.newDueOn === newDueOn &&
      on <= each.extends,
  );
  if (!response || response.dueOn !== newDueOn || !late) return undefined;
  const deadline = { dueOn: response.dueOn, derivation: response.derivation };
  const { stage } = complaint;
  return {
    type: 'ExtensionTookEffect',
    ...(stage === 2 && { stage }),
    extension: late.extension,
    deadline,
    backdated: true,
  };
}

export function prepareExtension(
  complaint: Complaint,
  command: PrepareExtension,
  context: Context,
): Decision {
  const refused = refusedByState(complaint, 'PrepareExtension');
  if (refused) return refuse(refused);
  const cannot = cannotBeWritten(complaint, {});
  if (cannot) return refuse(cannot);
  const plan = planExtension(complaint, command, londonDateOf(context.now), context);
  if ('refusal' in plan) return refuse(plan.refusal);
  return accept([{ type: 'ExtensionPrepared', ...recorded(command), ...plan }]);
}

/** What time sends on the last working morning: what was prepared, exactly, unless a second person is still wanted. */
export function sendPrepared(
  complaint: Complaint,
  { state: _, replaced: __, notice: ___, stage: ____, requestedAt: _____, ...prepared }: Extension,
  context: Context,
): { requested: EventOf<'ExtensionRequested'>; after: Complaint } {
  const requested = {
    type: 'ExtensionRequested',
    ...prepared,
    happenedAt: context.now,
    notice: prepared.extension,
  } as const satisfies EventOf<'ExtensionRequested'>;
  return { requested, after: evolve(complaint, requested) };
}

/** Beyond the cap some policies want two: one who prepares it, another who gives it. */
export function needsSecondPerson(
  complaint: Complaint,
  { newDueOn }: Wish,
  { policy, calendar }: Context,
): boolean {
  const { beyond } = limitsAt(complaint.stage, policy).extension;
  return beyond === 'second-person' && newDueOn > latestWithoutReason(complaint, policy, calendar);
}

function decidedAlone(complaint: Complaint, command: Extend, context: Context): Refusal | undefined {
  if (!needsSecondPerson(complaint, command, context)) return undefined;
  const prepared = complaint.extensions.find(
    ({ state, newDueOn }) => state === 'prepared' && newDueOn === command.newDueOn,
  );
  if (prepared && prepared.by !== command.by) return undefined;
  return { type: 'SecondPersonNeeded', preparedBy: prepared?.by };
}

function acknowledgedAt(complaint: Complaint) {
  if (!complaint.acknowledgedAt || !openResponse(complaint))
    throw new Error(`complaint ${complaint.reference} cannot be extended`);
  return complaint.acknowledgedAt;
}
