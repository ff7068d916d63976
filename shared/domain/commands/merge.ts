import { extensionByMail } from '../by-hand.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import { type Accepted, type Context, type Decision, refuse } from '../decision.ts';
import type { ComplaintEvent, EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type Giving, recorded, whenItHappened } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { losesDate, notMergeable, notMergedBecause, tooMany } from '../mergeable.ts';
import { isConsentOpen, oweWhatIsMissing } from '../missing.ts';
import { owedMerged } from '../notices/merging.ts';
import { owedExtensionProblem, owedHandlerNeeded } from '../notices/to-staff.ts';
import { owedUrgent } from '../notices/urgent.ts';
import { missingDetails, type Representative } from '../parties.ts';
import { refusedByState } from '../permitted.ts';
import type { Reference } from '../reference.ts';
import type { Refusal } from '../refusals.ts';
import { isAnonymous, tellResident } from '../telling.ts';
import type { TextRef } from '../text.ts';
import { dateCorrected } from './correct-date.ts';
import { otherOf } from './link.ts';

/**
 * Make another complaint, which the context has, part of this one: the earliest receipt counts, and every word of both
 * is kept.
 */
export interface Merge extends Giving {
  type: 'Merge';
  /** the complaint that becomes part of this one */
  other: Reference;
  /** its words, kept with this one */
  texts: readonly TextRef[];
  /** those who made the other, where they are somebody else: they complain with this one's from now on */
  joined?: EventOf<'ComplaintMerged'>['joined'] | undefined;
  /** those who made both, of whom the other says more */
  met?: EventOf<'ComplaintMerged'>['met'];
  unsafeToMail?: EventOf<'ComplaintMerged'>['unsafeToMail'];
  /** the one who leads can be reached in any way, by what is known now */
  canBeReached?: boolean | undefined;
  /** who spoke for the other; whoever speaks for this one goes on */
  representative?: Representative | undefined;
  personalTextHash?: string | undefined;
  /** kept with this one */
  reason: TextRef;
  /** the same reason, kept with the other */
  otherReason: TextRef;
}

/** Whoever made the other is told, since its reference and its dates are no longer those that they know. */
export function merge(complaint: Complaint, command: Merge, context: Context): Decision {
  const found = refusedByState(complaint, 'Merge') ?? otherOf(complaint, context);
  if ('type' in found) return refuse(found);
  const { other } = found;
  const refused = notMergeable(complaint, other) ?? tooMany(complaint, command.joined);
  if (refused) return refuse(refused);
  const happening = whenItHappened(command, context, { at: other.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const { on } = happening;
  const merging: EventOf<'ComplaintMerged'> = {
    ...mergedWith(other, command, on),
    ...peopleMet(complaint, command, on, context),
  };
  const received = earlierReceipt(evolve(complaint, merging), other, command, context);
  if ('refusal' in received) return refuse(received.refusal);
  const events: ComplaintEvent[] = [merging, ...received.events];
  const merged = events.reduce<Complaint>(evolve, complaint);
  if (losesDate(other, merged)) return refuse(notMergedBecause(other, 'earlier-dates'));
  const lost = lostExtension(complaint, merged);
  if (lost) events.push({ type: 'ExtensionNotReached', extension: lost.extension });
  const after = events.reduce<Complaint>(evolve, complaint);
  return {
    type: 'Accepted',
    events,
    notices: [
      ...owedUrgent(after, context, complaint),
      ...owedHandlerNeeded(complaint, after),
      ...(lost ? owedExtensionProblem(after, lost, 'not-reached') : []),
    ],
    other: endThere(other, after, command, on, londonDateOf(context.now)),
  };
}

function mergedWith(other: Complaint, command: Merge, on: EventOf<'ComplaintMerged'>['on']) {
  const { texts, joined = [], personalTextHash, reason } = command;
  const { reference, hazards, vulnerabilities, staffComplainedAbout, conflicts } = other;
  return {
    type: 'ComplaintMerged',
    ...recorded(command),
    on,
    merged: reference,
    texts: [...texts],
    reason,
    joined: [...joined],
    ...(personalTextHash && { personalTextHash }),
    ...{ hazards, vulnerabilities, staffComplainedAbout, conflicts },
  } as const satisfies EventOf<'ComplaintMerged'>;
}

/** What is known now of those who made both, and what is still to be found out. */
function peopleMet(
  complaint: Complaint,
  command: Merge,
  on: EventOf<'ComplaintMerged'>['on'],
  context: Context,
): Partial<EventOf<'ComplaintMerged'>> {
  const { met = [], unsafeToMail, canBeReached = false } = command;
  const representative = complaint.representative ? undefined : command.representative;
  const isFound = canBeReached && complaint.missing.includes('way-to-reach');
  const asks = representative && complaint.standing !== 'executor' && !isAnonymous(complaint);
  const isUnasked = asks && isConsentOpen(representative);
  const missing = missingDetails.filter((each) =>
    each === 'consent' && isUnasked
      ? true
      : complaint.missing.includes(each) && !(each === 'way-to-reach' && isFound),
  );
  return {
    ...(met.length > 0 && { met: [...met] }),
    ...(unsafeToMail && { unsafeToMail }),
    ...(representative && { representative }),
    ...((isFound || isUnasked) && oweWhatIsMissing(complaint, missing, on, context)),
  };
}

/** An extension on its way to somebody whom mail may not reach, as is known now. */
function lostExtension(complaint: Complaint, merged: Complaint) {
  const isLost = complaint.reachableByEmail && !merged.reachableByEmail;
  return isLost ? extensionByMail(merged) : undefined;
}

/** Whoever complained first is not made to wait because somebody logged it twice (Code 6.2). */
function earlierReceipt(
  complaint: Complaint,
  { receivedAt: is }: Complaint,
  command: Merge,
  context: Context,
): { events: ComplaintEvent[] } | { refusal: Refusal } {
  if (is >= complaint.receivedAt) return { events: [] };
  const { by, happenedAt, reason } = command;
  const correction = dateCorrected(complaint, { by, happenedAt, what: 'received', is, reason }, context);
  return 'refusal' in correction ? correction : { events: [correction.event] };
}

function endThere(
  other: Complaint,
  into: Complaint,
  command: Merge,
  on: EventOf<'MergedInto'>['on'],
  today: CivilDate,
): NonNullable<Accepted['other']> {
  const { otherReason: reason, alreadyGiven } = command;
  const event: EventOf<'MergedInto'> = {
    type: 'MergedInto',
    ...recorded(command),
    ...(alreadyGiven && { alreadyGiven }),
    on,
    into: into.reference,
    reason,
  };
  const merged = evolve(other, event);
  return { events: [event], notices: [tellResident(command, owedMerged(merged, into, reason, today))] };
}
