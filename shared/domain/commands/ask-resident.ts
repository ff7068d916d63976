import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type Giving, whenGiven } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { owedClarification } from '../notices/to-resident.ts';
import { refusedByState } from '../permitted.ts';
import { cannotBeTold, tellResident } from '../telling.ts';
import type { TextRef } from '../text.ts';

/** Ask the resident what is not clear about their complaint, so that both agree on what it is (Code 5.6). */
export interface AskResident extends Giving {
  type: 'AskResident';
  text: TextRef;
}

/** No clock waits for the reply, which comes as a message and is read as one. */
export function askResident(complaint: Complaint, command: AskResident, context: Context): Decision {
  const { by, text, alreadyGiven } = command;
  const refused = refusedByState(complaint, 'AskResident');
  if (refused) return refuse(refused);
  const happening = whenGiven(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const cannot = cannotBeTold(complaint, command);
  if (cannot) return refuse(cannot);
  const event: EventOf<'ResidentAsked'> = {
    type: 'ResidentAsked',
    by,
    ...happening,
    ...(alreadyGiven && { alreadyGiven }),
    text,
  };
  const letter = owedClarification(evolve(complaint, event), text, londonDateOf(context.now));
  return accept([event], [tellResident(command, letter)]);
}
