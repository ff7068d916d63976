import type { Calendar } from './calendar.ts';
import type { CivilDate } from './civil-date.ts';
import { type Complaint, openObligations } from './complaint.ts';
import {
  basisOf,
  type CountedDeadline,
  type CountedDerivation,
  countAgain,
  type Deadline,
} from './deadline.ts';
import type { EventOf } from './events.ts';
import { londonDateOf } from './london-time.ts';
import type { Obligation, ObligationKind } from './obligations.ts';
import { countByCode } from './stage-dates.ts';
import { isAcknowledgement, isResponse, owedAtStage } from './stages.ts';
import { workingDaysBetween } from './working-days.ts';

export type RecountedDate = EventOf<'DatesRecounted'>['dates'][number];

/**
 * What a newer version of the calendar makes of the dates that a complaint owes: those that come out differently, or
 * are no longer provisional. A date that was promised as such stays, be it an action's or that of an extension, which
 * is counted from the date first given and never from a moved one; so does one whose extension is on its way.
 */
export function recountDates(complaint: Complaint, calendar: Calendar): RecountedDate[] {
  return openObligations(complaint).flatMap((obligation) => {
    const deadline = recount(complaint, obligation, calendar);
    return deadline && isChanged(obligation, deadline)
      ? [
          {
            obligation: obligation.id,
            was: obligation.dueOn,
            deadline,
            ...codeDateOf(complaint, obligation, deadline, calendar),
          },
        ]
      : [];
  });
}

function recount(
  complaint: Complaint,
  obligation: Pick<Obligation, 'id' | 'kind' | 'dueOn' | 'derivation'>,
  calendar: Calendar,
): CountedDeadline | undefined {
  const { kind, dueOn, derivation } = obligation;
  if ('promisedOn' in derivation || derivation.calendarVersion >= calendar.version) return undefined;
  if (isResponse(kind) && isBeingPutOff(complaint)) return undefined;
  if (derivation.countedFrom === 'original-due-date') return keepPromise(dueOn, derivation, calendar);
  const basis = basisOf(derivation);
  if (derivation.countedFrom !== 'last-acknowledgement-day') return countAgain(basis, calendar);
  return countAgain(
    { ...basis, startOn: lastAcknowledgementDay(complaint, kind, basis.startOn, calendar) },
    calendar,
  );
}

function isBeingPutOff({ extensions }: Complaint): boolean {
  return extensions.some(({ state }) => state === 'requested' || state === 'not-reached');
}

/** The day itself was promised; only how far it is from the first date may be known better. */
function keepPromise(dueOn: CivilDate, derivation: CountedDerivation, calendar: Calendar): CountedDeadline {
  const { original } = derivation;
  const count = workingDaysBetween(calendar.extended, derivation.startOn, dueOn);
  const again = countAgain({ ...basisOf(derivation), count }, calendar);
  return { dueOn, derivation: { ...again.derivation, ...(original && { original }) } };
}

function lastAcknowledgementDay(
  complaint: Complaint,
  kind: ObligationKind,
  was: CivilDate,
  calendar: Calendar,
): CivilDate {
  const owed = acknowledgementBefore(complaint, kind);
  if (!owed || 'promisedOn' in owed.derivation) return was;
  return countAgain(basisOf(owed.derivation), calendar).dueOn;
}

/** The Code's own date, where that is another one; what was put off keeps the one that it has. */
function codeDateOf(
  complaint: Complaint,
  { kind, codeDueOn }: Obligation,
  { dueOn, derivation }: CountedDeadline,
  calendar: Calendar,
): { codeDueOn?: CivilDate } {
  const owed = acknowledgementBefore(complaint, kind);
  if (derivation.countedFrom === 'original-due-date') return codeDueOn ? { codeDueOn } : {};
  if (!owed || 'promisedOn' in owed.derivation || derivation.countedFrom === 'reopening') return {};
  const { acknowledgedAt, stage } = complaint;
  const acknowledgedOn = acknowledgedAt && londonDateOf(acknowledgedAt);
  const code = countByCode(stage, basisOf(owed.derivation), acknowledgedOn, calendar);
  const date = isResponse(kind) ? code.response : code.acknowledgement;
  return date === dueOn ? {} : { codeDueOn: date };
}

/** What is acknowledged before it is answered, or the acknowledgement itself. */
function acknowledgementBefore({ stage, obligations }: Complaint, kind: ObligationKind) {
  if (!isResponse(kind) && !isAcknowledgement(kind)) return undefined;
  return obligations.find((each) => each.kind === owedAtStage[stage].acknowledgement);
}

function isChanged({ dueOn, derivation }: Deadline, is: CountedDeadline): boolean {
  if ('promisedOn' in derivation) return false;
  const days = ({ skipped }: CountedDerivation) => skipped.map(({ on }) => on).join();
  return (
    dueOn !== is.dueOn ||
    derivation.beyondHorizon !== is.derivation.beyondHorizon ||
    days(derivation) !== days(is.derivation)
  );
}

type Reasons = EventOf<'DatesRecounted'>['because'];

/** The days that make the difference: they lie where a date was counted, and are left out now or are no longer. */
export function reasonsFor(
  complaint: Complaint,
  dates: readonly RecountedDate[],
  calendar: Calendar,
): Reasons {
  const reasons = dates.flatMap(({ obligation, was, deadline: { derivation } }) => {
    const owed = complaint.obligations.find(({ id }) => id === obligation);
    const before = owed?.derivation;
    if (!owed || !before || 'promisedOn' in before || 'promisedOn' in derivation) return [];
    const start = reasonsForStart(complaint, owed.kind, before, calendar);
    return [...between(before, derivation, was, calendar), ...start];
  });
  const byDay = new Map(reasons.map((reason) => [reason.on, reason]));
  return [...byDay.values()].sort((one, other) => (one.on < other.on ? -1 : 1));
}

/** The last day for the acknowledgement may be another now, though its own date stays once it was given. */
function reasonsForStart(
  complaint: Complaint,
  kind: ObligationKind,
  { countedFrom }: CountedDerivation,
  calendar: Calendar,
): Reasons {
  const owed = acknowledgementBefore(complaint, kind);
  if (countedFrom !== 'last-acknowledgement-day' || !owed || 'promisedOn' in owed.derivation) return [];
  const again = countAgain(basisOf(owed.derivation), calendar);
  return between(owed.derivation, again.derivation, owed.dueOn, calendar);
}

function between(
  before: CountedDerivation,
  after: CountedDerivation,
  was: CivilDate,
  calendar: Calendar,
): Reasons {
  return [...addedTo(before, after, was), ...removedFrom(before, calendar)];
}

function addedTo(before: CountedDerivation, { skipped }: CountedDerivation, was: CivilDate): Reasons {
  if (before.beyondHorizon) return [];
  const wasCounted = (on: CivilDate) => before.startOn < on && on <= was;
  const isNew = (on: CivilDate) => wasCounted(on) && !before.skipped.some((each) => each.on === on);
  return skipped.flatMap(({ on, name }) => (isNew(on) ? [{ change: 'added' as const, on, name }] : []));
}

function removedFrom({ skipped, nations }: CountedDerivation, policyCalendar: Calendar): Reasons {
  const { holidayNames, closures } = nations ? policyCalendar.of(nations) : policyCalendar;
  return skipped.flatMap(({ on, name }) =>
    holidayNames.has(on) || closures.has(on) ? [] : [{ change: 'removed' as const, on, name }],
  );
}
