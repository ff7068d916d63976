import { type Complaint, openObligation } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { owedUpdate } from '../extension-rules.ts';
import { type Giving, recorded, whenItHappened } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { owedUpdatesAgreed } from '../notices/compensation.ts';
import { refusedByState } from '../permitted.ts';
import { tellResident } from '../telling.ts';
import { updatesUntil } from './give-update.ts';

/** Agree with the resident how often they are told how things stand: before the answer, and while actions are open (Code 5.9, 6.6). */
export interface AgreeUpdates extends Giving {
  type: 'AgreeUpdates';
  /** working days between updates */
  every: number;
}

/** The same interval may be agreed again where updates had stopped: it is refused only where nothing would change. */
export function agreeUpdates(complaint: Complaint, command: AgreeUpdates, context: Context): Decision {
  const refused = refusedByState(complaint, 'AgreeUpdates');
  if (refused) return refuse(refused);
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const { every, alreadyGiven } = command;
  const until = updatesUntil(complaint);
  if (!until) return refuse({ type: 'NothingToUpdate' });
  const first = owedUpdate(complaint, every, happening.on, context, 'agreement');
  const opens = !openObligation(complaint, 'update') && (first.dueOn < until || until < happening.on);
  if (complaint.updateEvery === every && !opens) return refuse({ type: 'UpdatesAgreedAlready', every });
  const event: EventOf<'UpdatesAgreed'> = {
    type: 'UpdatesAgreed',
    ...recorded(command),
    ...(alreadyGiven && { alreadyGiven }),
    every,
    ...(opens && { update: first }),
  };
  const letter = owedUpdatesAgreed(evolve(complaint, event), every, londonDateOf(context.now));
  return accept([event], [tellResident(command, letter)]);
}
