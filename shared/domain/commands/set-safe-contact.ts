import { extensionByMail } from '../by-hand.ts';
import type { Complaint } from '../complaint.ts';
import { findParty } from '../copies.ts';
import { accept, type Decision, refuse } from '../decision.ts';
import type { ComplaintEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
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

/**
 * What is on its way is not sent any more, so that an extension that counted on it does not arrive.
 *
 * @param givenOtherwise notices decided just now, which have not left yet and go by another way
 */
export function setSafeContact(
  complaint: Complaint,
  command: SetSafeContact,
  givenOtherwise: ReadonlySet<string> = new Set(),
): Decision {
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
  const unsettled = extensionByMail(complaint);
  const isLost = !set.reachableByEmail && complaint.reachableByEmail;
  if (!isLost || !unsettled || givenOtherwise.has(unsettled.notice ?? '')) return accept(events);
  events.push({ type: 'ExtensionNotReached', extension: unsettled.extension });
  const after = events.reduce<Complaint>(evolve, complaint);
  return accept(events, owedExtensionProblem(after, unsettled, 'not-reached'));
}
