import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { ComplaintEvent } from '../../../shared/domain/events.ts';
import type { StaffId } from '../../../shared/domain/staff.ts';
import { fold } from '../../support/complaints.ts';
import type { Step } from './lived.ts';

/** What must hold of who complains, who decides, and what becomes one complaint. */

/** Of two that become one the earliest receipt counts, and the other owes nothing of its stage. */
export function countsTheEarliest({ before, command, context: { other }, decision }: Step, after: Complaint) {
  if (command.type !== 'Merge' || decision.type === 'Refused') return true;
  if (!other || !decision.other) return false;
  const merged = fold(decision.other.events, other);
  const earliest = other.receivedAt < before.receivedAt ? other.receivedAt : before.receivedAt;
  return (
    after.receivedAt === earliest &&
    after.merged.some(({ complaint }) => complaint === other.reference) &&
    merged.mergedInto === after.reference &&
    merged.obligations.every(({ met, ended }) => met || ended === 'merged')
  );
}

/** Who decides by an event, or is to. */
function decidersOf(event: ComplaintEvent): StaffId[] {
  switch (event.type) {
    case 'ComplaintAssigned':
      return [event.handler];
    case 'ResponseDrafted':
    case 'ResponseApproved':
      return [event.by];
    default:
      return [];
  }
}

/** Nobody decides who was said to have an interest in it. */
export function isDecidedWithoutInterest({ decision }: Step, _: Complaint, told: readonly ComplaintEvent[]) {
  if (decision.type === 'Refused') return true;
  const interested = new Set<StaffId>();
  for (const event of told)
    if (event.type === 'ConflictDeclared') interested[event.ended ? 'delete' : 'add'](event.person);
  return !decision.events.flatMap(decidersOf).some((person) => interested.has(person));
}

/** Copies go to whoever is in it, or speaks with consent, and only of what the resident is told. */
export function copiesRightly({ decision }: Step, { others, representative }: Complaint) {
  if (decision.type === 'Refused') return true;
  return decision.notices.every(({ id, kind, recipient }) => {
    if (recipient.type !== 'copied') return true;
    const { party } = recipient;
    const mayHave =
      party === 'representative'
        ? representative?.consent === 'given'
        : others.some((each) => each.party === party && !each.left);
    const original = decision.notices.find((each) => id.startsWith(`${each.id}_`) && each.kind === kind);
    return mayHave && (!original || original.recipient.type === 'complainant');
  });
}

/** Something is left of every complaint that goes on. */
export function keepsAPoint(_: Step, { status, points }: Complaint) {
  return status !== 'acknowledged' || points.some(({ excluded }) => !excluded);
}
