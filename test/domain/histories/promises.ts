import { type Complaint, clocksUnder, openResponse } from '../../../shared/domain/complaint.ts';
import type { ComplaintEvent } from '../../../shared/domain/events.ts';
import { unsettledExtension } from '../../../shared/domain/extension.ts';
import { londonDateOf } from '../../../shared/domain/london-time.ts';
import { policyVersionOf } from '../../../shared/domain/policy.ts';
import { limitsAt } from '../../../shared/domain/stage-dates.ts';
import { owedAtStage } from '../../../shared/domain/stages.ts';
import { wayTo } from '../../../shared/domain/ways.ts';
import type { Claim } from './claims.ts';
import { copiesRightly, countsTheEarliest, isDecidedWithoutInterest, keepsAPoint } from './door-promises.ts';
import { datesHeldUp } from './held-up.ts';
import type { Step } from './lived.ts';
import {
  asksForNoReasons,
  hasBothDates,
  learnsAfterwards,
  owesNothingExcluded,
  startsUnderPresent,
} from './stage-promises.ts';

/** What must hold of a step that was accepted, told from events alone wherever that can be done. */

/** Nobody is told sorry for a date that has not passed, or that an extension holds up. */
function apologisesRightly(
  { decision, context }: Step,
  _: Complaint,
  told: readonly ComplaintEvent[],
): boolean {
  if (decision.type === 'Refused') return true;
  return decision.events.every((event, index) => {
    if (event.type !== 'MissedDateApologised') return true;
    const heldUp = datesHeldUp([...told, ...decision.events.slice(0, index)]);
    const answer = event.obligation.endsWith('-response');
    return londonDateOf(context.now) > event.dueOn && !(answer && heldUp.has(event.dueOn));
  });
}

/** Nobody is told that the answer is late while an extension of it is on its way, until time itself gives it up. */
function alertsRightly({ before, decision }: Step): boolean {
  if (decision.type === 'Refused' || !unsettledExtension(before.extensions)) return true;
  if (decision.events.some(({ type }) => type === 'ExtensionCameTooLate')) return true;
  return !decision.events.some(
    (event) =>
      event.type === 'AlertGiven' && /^stage-.-response$/.test(event.obligation) && event.workingDays > 0,
  );
}

function missedAt({ stage }: Complaint, { obligations }: Complaint): string[] {
  return obligations.find(({ kind }) => kind === owedAtStage[stage].response)?.missed ?? [];
}

/** A date for which a later one came too late is kept as missed. */
function keepsMissedDates({ before, decision }: Step, after: Complaint): boolean {
  if (decision.type === 'Refused') return true;
  const missed = missedAt(before, after);
  return decision.events.every((event) => {
    if (event.type !== 'ExtensionCameTooLate') return true;
    const late = before.extensions.find(({ extension }) => extension === event.extension);
    return late !== undefined && missed.includes(late.extends);
  });
}

/** A date that was put off in time is not missed, also where that was proved only later. */
function missesNoDateKept({ before, decision }: Step, after: Complaint): boolean {
  if (decision.type === 'Refused') return true;
  const missed = missedAt(before, after);
  return decision.events.every((event) => {
    if (event.type !== 'ExtensionTookEffect') return true;
    const kept = [...before.extensions, ...after.extensions].find(
      (each) => each.extension === event.extension,
    );
    return kept !== undefined && !missed.includes(kept.extends);
  });
}

/** No date comes earlier that the resident was told, unless they are told so or somebody is to do it. */
function tellsOfEarlierDates({ before, decision }: Step): boolean {
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
        const nobody = before.madeBy === 'anonymous';
        return isTold || contact || nobody || !/^(stage-|update-)/.test(obligation);
      });
    }) &&
    (wayTo(before) !== undefined || told.length === 0)
  );
}

/** A date that was promised as such is never another for a newer calendar. */
function keepsPromisedDates({ before, decision }: Step): boolean {
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
function isReviewed(
  { command, context, before }: Step,
  _: Complaint,
  told: readonly ComplaintEvent[],
): boolean {
  if (command.type !== 'Respond' || limitsAt(before.stage, context.policy).review !== 'before') return true;
  const begun = told.findLastIndex(({ type }) => type === 'EscalationRequested');
  const writing = told
    .slice(begun + 1)
    .filter(
      ({ type }) => type === 'ResponseDrafted' || type === 'ResponseApproved' || type === 'ResponseReturned',
    );
  const last = writing.at(-1);
  if (last?.type !== 'ResponseApproved') return false;
  return !writing.some((event) => event.type === 'ResponseDrafted' && event.by === last.by);
}

/** The date of the answer is a projection until the acknowledgement from which it is counted, and not after it. */
function isProjectedRightly({ context }: Step, after: Complaint): boolean {
  const response = openResponse(after);
  const policy = policyVersionOf(context.versions, clocksUnder(after));
  const fromAcknowledgement = limitsAt(after.stage, policy).response.countedFrom === 'acknowledgement';
  return response === undefined || response.projected === (fromAcknowledgement && !after.acknowledgedAt);
}

/** By the claim that each proves. */
export const promisesAbout = {
  apology: apologisesRightly,
  ladder: alertsRightly,
  missed: keepsMissedDates,
  notMissed: missesNoDateKept,
  review: isReviewed,
  promised: keepsPromisedDates,
  told: tellsOfEarlierDates,
  projected: isProjectedRightly,
  present: startsUnderPresent,
  bothDates: hasBothDates,
  reasons: asksForNoReasons,
  learning: learnsAfterwards,
  excluded: owesNothingExcluded,
  earliest: countsTheEarliest,
  interest: isDecidedWithoutInterest,
  copies: copiesRightly,
  onePoint: keepsAPoint,
} satisfies { [Name in Claim]?: (step: Step, after: Complaint, told: readonly ComplaintEvent[]) => boolean };
