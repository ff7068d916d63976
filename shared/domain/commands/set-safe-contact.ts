import type { Complaint } from '../complaint.ts';
import { findParty } from '../copies.ts';
import { accept, type Decision, refuse } from '../decision.ts';
import type { ComplaintEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { unsettledExtension } from '../extension.ts';
import { recorded, type StaffAct } from '../happening.ts';
import { owedExtensionProblem } from '../notices/to-staff.ts';
import { refusedByState } from '../permitted.ts';

/** The record of somebody says whether automatic mail is safe. */
export interface SetSafeContact extends StaffAct {
  type: 'SetSafeContact';
  /** `representative`, or an other party, of whom an address is known; whoever leads, where it is left out */
  party?: string | undefined;
  mayBeMailed: boolean;
}

/** What is on its way is not sent any more, so that an extension that counted on it does not arrive. */
export function setSafeContact(complaint: Complaint, command: SetSafeContact): Decision {
  const { party, mayBeMailed } = command;
  const refused = refusedByState(complaint, 'SetSafeContact');
  if (refused) return refuse(refused);
  if (party !== undefined) {
    const isSaid = findParty(complaint, party)?.reachableByEmail === !mayBeMailed;
    return accept(isSaid ? [{ type: 'SafeContactSet', ...recorded(command), party, mayBeMailed }] : []);
  }
  if (mayBeMailed !== (complaint.unsafeToMail ?? false)) return accept([]);
  const events: ComplaintEvent[] = [{ type: 'SafeContactSet', ...recorded(command), mayBeMailed }];
  const set = events.reduce<Complaint>(evolve, complaint);
  const unsettled = unsettledExtension(complaint.extensions);
  if (set.reachableByEmail || !complaint.reachableByEmail || !unsettled) return accept(events);
  events.push({ type: 'ExtensionNotReached', extension: unsettled.extension });
  const after = events.reduce<Complaint>(evolve, complaint);
  return accept(events, owedExtensionProblem(after, unsettled, 'not-reached'));
}
