import { type Calendar, countWorkingDays, lastWorkingDayUpTo } from './calendar.ts';
import type { CivilDate } from './civil-date.ts';
import { type Instant, londonInstant } from './london-time.ts';
import type { Obligation } from './obligations.ts';
import type { PolicyVersion } from './policy.ts';
import type { Rank } from './ranks.ts';

/** One step of the alert ladder as it falls for one obligation. */
export interface Rung {
  /** working days from the due date, negative before it */
  workingDays: number;
  at: Instant;
  to: readonly Rank[];
}

/** Rungs not yet given for the obligation's present due date: those that have passed, and the first that has not. */
export interface Climb {
  passed: Rung[];
  next: Rung | undefined;
}

/** The highest rung given for a due date. */
interface Given {
  dueOn: CivilDate;
  workingDays: number;
}

/**
 * Climbs the policy's ladder for one obligation up to an instant. The last rung comes again at its interval for as long
 * as the obligation is open; rungs of the day on which it became owed, and before, are none of its own.
 *
 * @param byPost what is owed goes by letter: the rung of the due date comes on the last day that has a post in time, and
 *   takes the place of those before the date that would come with it
 */
export function climbLadder(
  obligation: Pick<Obligation, 'dueOn' | 'derivation' | 'ownerRank'> & {
    alerted?: readonly Given[] | undefined;
  },
  policy: PolicyVersion,
  calendar: Calendar,
  now: Instant,
  byPost = false,
): Climb {
  const given = obligation.alerted?.find(({ dueOn }) => dueOn === obligation.dueOn)?.workingDays;
  const lastPost = byPost ? lastWorkingDayUpTo(calendar, obligation.dueOn) : undefined;
  const passed: Rung[] = [];
  for (const { workingDays, to } of rungsOf(policy)) {
    if (given !== undefined && workingDays <= given) continue;
    const date = dayOf(obligation.dueOn, workingDays, calendar, lastPost);
    if (workingDays < 0 && (date <= startOf(obligation) || (lastPost && date >= lastPost))) continue;
    const rung = { workingDays, at: londonInstant(date, policy.ladder.at), to: ranksFor(obligation, to) };
    if (rung.at > now) return { passed, next: rung };
    passed.push(rung);
  }
  return { passed, next: undefined };
}

function dayOf(
  dueOn: CivilDate,
  workingDays: number,
  calendar: Calendar,
  lastPost: CivilDate | undefined,
): CivilDate {
  if (workingDays === 0 && lastPost) return lastPost;
  return countWorkingDays(calendar, dueOn, workingDays).date;
}

/** The rank that answers for it takes the handler's place, and hears of it once. */
function ranksFor({ ownerRank }: Pick<Obligation, 'ownerRank'>, to: readonly Rank[]): readonly Rank[] {
  if (!ownerRank) return to;
  return [...new Set(to.map((rank) => (rank === 'handler' ? ownerRank : rank)))];
}

function startOf({ derivation }: Pick<Obligation, 'derivation'>): CivilDate {
  return 'startOn' in derivation ? derivation.startOn : derivation.promisedOn;
}

function* rungsOf(policy: PolicyVersion): Generator<{ workingDays: number; to: readonly Rank[] }> {
  const { rungs } = policy.ladder;
  yield* rungs;
  const last = rungs.at(-1);
  if (!last?.repeatsEvery) return;
  for (let workingDays = last.workingDays + last.repeatsEvery; ; workingDays += last.repeatsEvery) {
    yield { workingDays, to: last.to };
  }
}

/** When the resident is told sorry for a missed date: after staff have been told, unless a proof has come in. */
export function apologyAt(
  obligation: Pick<Obligation, 'dueOn'>,
  policy: PolicyVersion,
  calendar: Calendar,
): Instant {
  const { workingDaysAfterDue, at } = policy.missedDateApology;
  return londonInstant(countWorkingDays(calendar, obligation.dueOn, workingDaysAfterDue).date, at);
}
