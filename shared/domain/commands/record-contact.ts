import { type Complaint, openObligations } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import { contactsMet } from '../evolve/work.ts';
import { evolve } from '../evolve.ts';
import type { AlreadyGiven } from '../giving.ts';
import { type StaffAct, whenItHappened } from '../happening.ts';
import { refusedByState } from '../permitted.ts';
import type { TextRef } from '../text.ts';
import { callsAmong, giveAll, writtenOn } from './give-notice.ts';

/**
 * Note a call, a visit or an attempt at one. Reaching the resident meets what the landlord owes them after a failed notice;
 * a call that gives a decision, or reaches somebody else, names what it meets.
 */
export interface NoteContact extends StaffAct {
  type: 'NoteContact';
  how: AlreadyGiven['how'];
  /** the one contact it was made for */
  obligation?: string | undefined;
  reached: boolean;
  note: TextRef;
}

/** Keep a letter or a mail that came or went outside of here: the record must be full (Code 5.12). */
export interface RecordCorrespondence extends StaffAct {
  type: 'RecordCorrespondence';
  direction: 'in' | 'out';
  how: AlreadyGiven['how'];
  text: TextRef;
}

export function noteContact(complaint: Complaint, command: NoteContact, context: Context): Decision {
  const refused = refusedByState(complaint, 'NoteContact');
  if (refused) return refuse(refused);
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const { by, how, obligation, reached, note } = command;
  const isOwed = openObligations(complaint).some(({ id, kind }) => kind === 'contact' && id === obligation);
  if (obligation && !isOwed) return refuse({ type: 'UnknownContact' });
  const calls = callsAmong(complaint, contactsMet(complaint, obligation));
  for (const call of calls) {
    const since = whenItHappened(command, context, writtenOn(call));
    if ('refusal' in since) return refuse(since.refusal);
  }
  const about = obligation && { obligation };
  const noted = { type: 'ContactNoted', by, ...happening, how, ...about, reached, note } as const;
  if (!reached) return accept([noted]);
  const way = how === 'letter' || how === 'email' ? 'letter' : 'phone';
  const given = giveAll(evolve(complaint, noted), calls, { by, way, ...happening }, context);
  return accept([noted, ...given.events], given.notices);
}

export function recordCorrespondence(
  complaint: Complaint,
  command: RecordCorrespondence,
  context: Context,
): Decision {
  const refused = refusedByState(complaint, 'RecordCorrespondence');
  if (refused) return refuse(refused);
  // What came before the complaint may belong to its record, so that receipt is no floor here.
  const happening = whenItHappened(command, context, undefined);
  if ('refusal' in happening) return refuse(happening.refusal);
  const { by, direction, how, text } = command;
  const { happenedAt } = happening;
  return accept([{ type: 'CorrespondenceRecorded', by, happenedAt, direction, how, text }]);
}
