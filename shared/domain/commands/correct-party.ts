import type { Complaint } from '../complaint.ts';
import { accept, type Decision, refuse } from '../decision.ts';
import type { ComplaintEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { unsettledExtension } from '../extension.ts';
import { recorded, type StaffAct } from '../happening.ts';
import { owedExtensionProblem } from '../notices/to-staff.ts';
import { refusedByState } from '../permitted.ts';
import type { TextRef } from '../text.ts';

/** Put right who complains and how they are reached. What was written before is kept as a text. */
export interface CorrectParty extends StaffAct {
  type: 'CorrectParty';
  was: TextRef;
  personalTextHash: string;
  reachableByEmail: boolean;
  reason: TextRef;
}

/** An extension that is on its way to an address that was wrong does not arrive. */
export function correctParty(complaint: Complaint, command: CorrectParty): Decision {
  const { was, personalTextHash, reachableByEmail, reason } = command;
  const refused = refusedByState(complaint, 'CorrectParty');
  if (refused) return refuse(refused);
  const events: ComplaintEvent[] = [
    { type: 'PartyCorrected', ...recorded(command), was, personalTextHash, reachableByEmail, reason },
  ];
  const unsettled = unsettledExtension(complaint.extensions);
  if (reachableByEmail || !unsettled) return accept(events);
  events.push({ type: 'ExtensionNotReached', extension: unsettled.extension });
  const after = events.reduce<Complaint>(evolve, complaint);
  return accept(events, owedExtensionProblem(after, unsettled, 'not-reached'));
}
