import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { recorded, type StaffAct, whenItHappened } from '../happening.ts';
import { missingOnceStanding, oweWhatIsMissing } from '../missing.ts';
import { owedUrgent } from '../notices/urgent.ts';
import { refusedByState } from '../permitted.ts';
import type { TextRef } from '../text.ts';
import { endsTooLate, outOfOrder } from '../told-dates.ts';

type Found = EventOf<'ComplaintTriaged'>;

/** Write down what was found out at the door. What is left out stays as it was. */
export interface Triage extends StaffAct {
  type: 'Triage';
  hazards?: Found['hazards'];
  vulnerabilities?: Found['vulnerabilities'];
  category?: Found['category'];
  standing?: Found['standing'];
  tenure?: Found['tenure'];
  tenancyEndedOn?: Found['tenancyEndedOn'];
  issueOccurredOn?: Found['issueOccurredOn'];
  becameAwareOn?: Found['becameAwareOn'];
  /** why what is missing cannot be had */
  unobtainable?: TextRef | undefined;
}

/** Danger is told at once, and what staff were told of before is not told again. */
export function triage(complaint: Complaint, command: Triage, context: Context): Decision {
  const refused = refusedByState(complaint, 'Triage');
  if (refused) return refuse(refused);
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const { type: _, by: __, happenedAt: ___, ...said } = command;
  const found = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const impossible =
    outOfOrder({ ...complaint, ...found }, complaint) ?? endsTooLate(command.tenancyEndedOn, context.now);
  if (impossible) return refuse(impossible);
  if (command.unobtainable && complaint.missing.length === 0) return refuse({ type: 'NothingMissing' });
  const missing = missingOnceStanding(complaint, command.standing);
  const event: Found = {
    type: 'ComplaintTriaged',
    ...recorded(command),
    on: happening.on,
    ...found,
    ...(missing && oweWhatIsMissing(complaint, missing, happening.on, context)),
  };
  const after = evolve(complaint, event);
  return accept([event], owedUrgent(after, context, complaint));
}
