import { type Complaint, pointsInPlay } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type Floor, type Giving, whenItHappened } from '../happening.ts';
import { londonDateOf, londonInstant } from '../london-time.ts';
import { owedPointsAcceptance, owedPointsExclusion } from '../notices/exclusion.ts';
import { overruled } from '../overruled.ts';
import { refusedByState } from '../permitted.ts';
import type { Point } from '../points.ts';
import type { Refusal } from '../refusals.ts';
import { tellResident } from '../telling.ts';
import type { TextRef } from '../text.ts';
import { unknownOmbudsman } from './escalate.ts';
import { type Exclusion, handOverExcluded, judgeExclusion } from './exclusion.ts';

/** Do not take some points on, while the complaint goes on with the others (Code 2.2, 2.4). */
export interface ExcludePoints extends Exclusion {
  type: 'ExcludePoints';
  points: readonly string[];
}

/** Take points on after all, because an Ombudsman says so (Code 2.4) or because the landlord thought better of it. */
export interface AcceptPoints extends Giving {
  type: 'AcceptPoints';
  points: readonly string[];
  ombudsman?: string | undefined;
  reason: TextRef;
}

/** Each ground holds or does not as it does for a whole complaint; what is left of that is never nothing. */
export function excludePoints(complaint: Complaint, command: ExcludePoints, context: Context): Decision {
  const { by, alreadyGiven } = command;
  const refused =
    refusedByState(complaint, 'ExcludePoints') ??
    notThere(complaint, command) ??
    cannotGo(complaint, command) ??
    overruled(complaint, command);
  if (refused) return refuse(refused);
  const judged = judgeExclusion(complaint, command, context);
  if ('refusal' in judged) return refuse(judged.refusal);
  const { ground, happening, said } = judged;
  const points = [...new Set(command.points)];
  const event: EventOf<'PointsExcluded'> = {
    type: 'PointsExcluded',
    by,
    ...happening,
    ...(alreadyGiven && { alreadyGiven }),
    points,
    ...said,
  };
  const { events, passedOn } = handOverExcluded(complaint, ground, happening, command, context);
  const notice = owedPointsExclusion(
    evolve(complaint, event),
    points,
    ground,
    said,
    passedOn,
    londonDateOf(context.now),
  );
  return accept([event, ...events], [tellResident(command, notice)]);
}

/** The complaint never stopped, so that its dates stay. */
export function acceptPoints(complaint: Complaint, command: AcceptPoints, context: Context): Decision {
  const { by, ombudsman, reason, alreadyGiven } = command;
  const refused =
    refusedByState(complaint, 'AcceptPoints') ??
    notThere(complaint, command) ??
    notExcluded(complaint, command) ??
    unknownOmbudsman(command, context);
  if (refused) return refuse(refused);
  const happening = whenItHappened(command, context, floorOf(namedBy(complaint, command)));
  if ('refusal' in happening) return refuse(happening.refusal);
  const points = [...new Set(command.points)];
  const event: EventOf<'PointsAccepted'> = {
    type: 'PointsAccepted',
    by,
    ...happening,
    ...(alreadyGiven && { alreadyGiven }),
    points,
    ...(ombudsman && { ombudsman }),
    reason,
  };
  const after = evolve(complaint, event);
  return accept(
    [event],
    [tellResident(command, owedPointsAcceptance(after, points, reason, londonDateOf(context.now)))],
  );
}

type Named = Pick<ExcludePoints, 'points'>;

function namedBy({ points }: Complaint, { points: named }: Named): Point[] {
  return points.filter(({ id }) => named.includes(id));
}

function notThere({ points }: Complaint, { points: named }: Named): Refusal | undefined {
  const known = points.map(({ id }) => id);
  const unknown = named.find((id) => !known.includes(id));
  return unknown === undefined ? undefined : { type: 'UnknownPoint', point: unknown, known };
}

function cannotGo(complaint: Complaint, { points }: Named): Refusal | undefined {
  const gone = namedBy(complaint, { points }).find(({ excluded }) => excluded);
  if (gone) return { type: 'PointExcludedAlready', point: gone.id };
  const left = pointsInPlay(complaint).filter(({ id }) => !points.includes(id));
  return left.length === 0 ? { type: 'EveryPointExcluded' } : undefined;
}

function notExcluded(complaint: Complaint, command: Named): Refusal | undefined {
  const there = namedBy(complaint, command).find(({ excluded }) => !excluded);
  return there && { type: 'PointNotExcluded', point: there.id };
}

/** What was excluded on several days is accepted after the last of them. */
function floorOf(points: readonly Point[]): Floor | undefined {
  const last = points
    .flatMap(({ excluded }) => (excluded ? [excluded.on] : []))
    .sort()
    .at(-1);
  return last && { at: londonInstant(last, '00:00'), what: 'exclusion' };
}
