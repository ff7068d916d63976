import { type Complaint, openObligation } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { owedUpdate } from '../extension-rules.ts';
import { flagBackdated, type Giving, whenGiven } from '../happening.ts';
import { owedUpdateNotice } from '../notices/to-resident.ts';
import { refusedByState } from '../permitted.ts';
import type { TextRef } from '../text.ts';

/** Tell the resident how things stand, as was agreed with an extension (Code 5.9), or because there is something to say. */
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
  if (!alreadyGiven && !complaint.reachableByEmail) return refuse({ type: 'NotReachableByEmail' });
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
  return accept([event], alreadyGiven ? [] : [owedUpdateNotice(evolve(complaint, event), text)]);
}

/** Counted from this update; none once the answer comes before it. */
function nextUpdate(complaint: Complaint, on: EventOf<'UpdateGiven'>['on'], context: Context) {
  const response = openObligation(complaint, 'stage-1-response');
  if (!complaint.updateEvery || !response) return {};
  const next = owedUpdate(complaint, complaint.updateEvery, on, context);
  return next.dueOn < response.dueOn ? { next } : {};
}
