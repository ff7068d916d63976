import { type CivilDate, describeDate } from '../civil-date.ts';
import { type Complaint, pointsInPlay } from '../complaint.ts';
import type { Context } from '../decision.ts';
import type { NoticeOwed } from '../notices.ts';
import { isOpen } from '../obligations.ts';
import { lastDayFor, type Ombudsman, ombudsmanInForce } from '../ombudsman.ts';
import type { Point } from '../points.ts';
import { findings, list, sayFinding, toResident } from './parts.ts';

/**
 * The final answer, with its seven parts (Code 6.19): what became of the actions of stage 1, and for every point which
 * Ombudsman looks at it and by when they must be asked (each by their own limit).
 */
export function owedFinalResponse(complaint: Complaint, on: CivilDate, context: Context): NoticeOwed {
  const points = list(
    'points',
    pointsInPlay(complaint).map((point) => describePoint(point, complaint, on, context)),
  );
  const actions = list(
    'actions',
    complaint.actions.map((action) => describeAction(action, complaint, on)),
  );
  return toResident(`final-response_${complaint.eventCount}`, 'final-response', {
    values: { respondedOn: describeDate(on), ...points.values, ...actions.values },
    texts: { ...points.texts, ...actions.texts },
  });
}

function describePoint(point: Point, complaint: Complaint, on: CivilDate, context: Context) {
  const { definition, finding, reasons, remedy, stage1 } = point;
  return {
    values: {
      before: stage1?.finding ? sayBefore(stage1.finding) : 'We did not answer this at stage 1.',
      finding: sayFinding(finding),
      ...(remedy === 'none' && { remedy: 'There is nothing that we need to put right.' }),
      route: routesOf(point, complaint, on, context).join(' '),
    },
    texts: { definition, reasons, remedy: remedy === 'none' ? undefined : remedy },
  };
}

/** What stage 1 said of a point, and what that meant. */
function sayBefore(finding: keyof typeof findings): string {
  const { said, meant } = findings[finding];
  return `At stage 1 we said: “${said}” We ${meant} then.`;
}

/** A point that is said to be for one Ombudsman names that one; a mixed one names them all. */
function routesOf(
  { ombudsmen }: Point,
  { becameAwareOn }: Complaint,
  on: CivilDate,
  { policy, ombudsmen: details }: Context,
): string[] {
  return (ombudsmen ?? policy.ombudsmen).map((id) =>
    sayRoute(ombudsmanInForce(details, id, on), on, becameAwareOn),
  );
}

/** That an Ombudsman looks at a point, and until when they normally take it. */
export function sayRoute(
  ombudsman: Ombudsman,
  finalResponseOn: CivilDate,
  firstKnownOn: CivilDate | undefined,
): string {
  const limit = sayLimit(ombudsman, finalResponseOn, firstKnownOn);
  return `You can ask the ${ombudsman.name} to look at this, ${limit}.`;
}

function sayLimit(
  ombudsman: Ombudsman,
  finalResponseOn: CivilDate,
  firstKnownOn: CivilDate | undefined,
): string {
  const { count, countedFrom } = ombudsman.limit;
  const last = lastDayFor(ombudsman, { finalResponseOn, ...(firstKnownOn && { firstKnownOn }) });
  const from = countedFrom === 'final-response' ? 'this answer' : 'the day you first knew of the problem';
  return last
    ? `until ${describeDate(last)}, ${count} months after ${from}`
    : `within ${count} months of ${from}`;
}

function describeAction(
  { id, description, note }: Complaint['actions'][number],
  { obligations }: Complaint,
  on: CivilDate,
) {
  const owed = obligations.find((each) => each.id === id);
  return {
    values: {
      standing: owed?.met
        ? `This was done on ${describeDate(owed.met.on)}.`
        : owed && isOpen(owed)
          ? sayStanding(owed.dueOn, on)
          : 'We are no longer doing this.',
      ...(!note && { note: '' }),
    },
    texts: { description, note },
  };
}

function sayStanding(dueOn: CivilDate, on: CivilDate): string {
  const by = describeDate(dueOn);
  return dueOn < on
    ? `This is still to be done. We promised to do it by ${by}. We are late, and we are sorry.`
    : `This is still to be done. We will do it by ${by}.`;
}
