import type { CivilDate } from '../civil-date.ts';
import { type Complaint, openObligation, openObligations, openResponse } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { owedUpdate } from '../extension-rules.ts';
import { flagBackdated, type Giving, whenGiven } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { owedUpdateNotice } from '../notices/to-resident.ts';
import { refusedByState } from '../permitted.ts';
import { cannotBeTold, tellResident } from '../telling.ts';
import type { TextRef } from '../text.ts';

/** Tell the resident how things stand, as was agreed (Code 5.9, 6.6), or because there is something to say. */
export interface GiveUpdate extends Giving {
  type: 'GiveUpdate';
  text: TextRef;
}

export function giveUpdate(complaint: Complaint, command: GiveUpdate, context: Context): Decision {
  const { by, text, alreadyGiven } = command;
  const refused = refusedByState(complaint, 'GiveUpdate');
  if (refused) return refuse(refused);
  const happening = whenGiven(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const cannot = cannotBeTold(complaint, command);
  if (cannot) return refuse(cannot);
  const owed = openObligation(complaint, 'update');
  const event: EventOf<'UpdateGiven'> = {
    type: 'UpdateGiven',
    by,
    ...happening,
    ...(owed && flagBackdated(happening.on, owed.dueOn, context)),
    ...(alreadyGiven && { alreadyGiven }),
    text,
    ...nextUpdate(complaint, happening.on, context),
  };
  const letter = owedUpdateNotice(evolve(complaint, event), text, londonDateOf(context.now));
  return accept([event], [tellResident(command, letter)]);
}

/**
 * Counted from this update; none where the answer, or the last thing that is to be done, comes before it. What is late
 * already is told of until it is done (Code 5.9).
 */
function nextUpdate(complaint: Complaint, on: CivilDate, context: Context) {
  const until = updatesUntil(complaint);
  if (!complaint.updateEvery || !until) return {};
  const next = owedUpdate(complaint, complaint.updateEvery, on, context);
  return next.dueOn < until || until < on ? { next } : {};
}

/** Until when updates are owed: until the answer, and after it while something that was promised is open (Code 6.6). */
export function updatesUntil(complaint: Complaint): CivilDate | undefined {
  const actions = openObligations(complaint).filter(({ kind }) => kind === 'action');
  const ends = actions.map(({ dueOn }) => dueOn).sort();
  return openResponse(complaint)?.dueOn ?? ends.at(-1);
}
