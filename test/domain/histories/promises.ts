import { type Complaint, openObligation } from '../../../shared/domain/complaint.ts';
import type { ComplaintEvent } from '../../../shared/domain/events.ts';
import { unsettledExtension } from '../../../shared/domain/extension.ts';
import { londonDateOf } from '../../../shared/domain/london-time.ts';
import { datesHeldUp } from './duties.ts';
import type { Step } from './lived.ts';

/** What must hold of a step that was accepted, told from events alone wherever that can be done. */

/** Nobody is told sorry for a date that has not passed, or that an extension holds up. */
export function apologisesRightly(told: readonly ComplaintEvent[], { decision, context }: Step): boolean {
  if (decision.type === 'Refused') return true;
  return decision.events.every((event, index) => {
    if (event.type !== 'MissedDateApologised') return true;
    const heldUp = datesHeldUp([...told, ...decision.events.slice(0, index)]);
    const answer = event.obligation === 'stage-1-response';
    return londonDateOf(context.now) > event.dueOn && !(answer && heldUp.has(event.dueOn));
  });
}

/** Nobody is told that the answer is late while an extension of it is on its way. */
export function alertsRightly({ before, decision }: Step): boolean {
  if (decision.type === 'Refused' || !unsettledExtension(before.extensions)) return true;
  return !decision.events.some(
    (event) =>
      event.type === 'AlertGiven' && event.obligation === 'stage-1-response' && event.workingDays > 0,
  );
}

/** A date for which a later one came too late is kept as missed. */
export function keepsMissedDates({ before, decision }: Step, after: Complaint): boolean {
  if (decision.type === 'Refused') return true;
  const missed = after.obligations.find(({ kind }) => kind === 'stage-1-response')?.missed ?? [];
  return decision.events.every((event) => {
    if (event.type !== 'ExtensionCameTooLate') return true;
    const late = before.extensions.find(({ extension }) => extension === event.extension);
    return late !== undefined && missed.includes(late.extends);
  });
}

/** A date that was put off in time is not missed, also where that was proved only later. */
export function missesNoDateKept({ before, decision }: Step, after: Complaint): boolean {
  if (decision.type === 'Refused') return true;
  const missed = after.obligations.find(({ kind }) => kind === 'stage-1-response')?.missed ?? [];
  return decision.events.every((event) => {
    if (event.type !== 'ExtensionTookEffect') return true;
    const kept = [...before.extensions, ...after.extensions].find(
      (each) => each.extension === event.extension,
    );
    return kept !== undefined && !missed.includes(kept.extends);
  });
}

/** Nothing stays prepared that can no longer be sent: its day is over, or its date is another and will not return. */
export function preparesForItsDate(after: Complaint, { context }: Step): boolean {
  const response = openObligation(after, 'stage-1-response');
  const returning = after.extensions.some(({ state }) => state === 'not-reached');
  return after.extensions.every(({ state, extends: day }) => {
    if (state !== 'prepared') return true;
    return returning || (day === response?.dueOn && londonDateOf(context.now) <= day);
  });
}

/** No date comes earlier that the resident was told, unless they are told so or somebody is to do it. */
export function tellsOfEarlierDates({ before, decision }: Step): boolean {
  if (decision.type === 'Refused') return true;
  const { events, notices } = decision;
  const told = notices.flatMap(({ kind, tells = [] }) => (kind === 'dates-changed' ? tells : []));
  return (
    events.every((event) => {
      if (event.type !== 'DatesRecounted') return true;
      const contact = events.some((each) => each.type === 'ContactOwed');
      const earlier = event.dates.filter(({ was, deadline }) => deadline.dueOn < was);
      return earlier.every(({ obligation, deadline: { dueOn } }) => {
        const isTold = told.some((each) => each.obligation === obligation && each.dueOn === dueOn);
        return isTold || contact || !/^(stage-|update-)/.test(obligation);
      });
    }) &&
    (before.reachableByEmail || told.length === 0)
  );
}

/** A date that was promised as such is never another for a newer calendar. */
export function keepsPromisedDates({ before, decision }: Step): boolean {
  if (decision.type === 'Refused') return true;
  return decision.events.every((event) => {
    if (event.type !== 'DatesRecounted') return true;
    return event.dates.every(({ obligation, was, deadline: { dueOn } }) => {
      const derivation = before.obligations.find(({ id }) => id === obligation)?.derivation;
      const counted = derivation && 'countedFrom' in derivation;
      return counted && (derivation.countedFrom !== 'original-due-date' || dueOn === was);
    });
  });
}

/** Where the policy asks for it, somebody who wrote none of the answer approved the last word of it. */
export function isReviewed(told: readonly ComplaintEvent[], { command, context }: Step): boolean {
  if (command.type !== 'Respond' || context.policy.stage1.review !== 'before') return true;
  const writing = told.filter(
    ({ type }) => type === 'ResponseDrafted' || type === 'ResponseApproved' || type === 'ResponseReturned',
  );
  const last = writing.at(-1);
  if (last?.type !== 'ResponseApproved') return false;
  return !writing.some((event) => event.type === 'ResponseDrafted' && event.by === last.by);
}

/** The date of the answer is a projection until the acknowledgement from which it is counted, and not after it. */
export function isProjectedRightly(after: Complaint, { context }: Step): boolean {
  const response = openObligation(after, 'stage-1-response');
  const waits = context.policy.stage1.response.countedFrom === 'acknowledgement' && !after.acknowledgedAt;
  return response === undefined || response.projected === waits;
}
