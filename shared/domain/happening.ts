import type { CivilDate } from './civil-date.ts';
import type { Context } from './decision.ts';
import type { AlreadyGiven } from './giving.ts';
import { type Instant, londonDateOf } from './london-time.ts';
import type { Refusal } from './refusals.ts';
import type { StaffId } from './staff.ts';

/** What every act of staff says: who recorded it, and when it happened where that was not now. */
export interface StaffAct {
  by: StaffId;
  happenedAt?: Instant | undefined;
}

/** An act by which something is given to the resident: sent by us, or given by hand already. */
export interface Giving extends StaffAct {
  alreadyGiven?: AlreadyGiven | undefined;
}

/** Who did it, and when where that was not when it was recorded. */
export function recorded({ by, happenedAt }: StaffAct): StaffAct {
  return happenedAt ? { by, happenedAt } : { by };
}

/** When an act happened, and on which civil day in London. */
export interface Happening {
  happenedAt: Instant;
  on: CivilDate;
}

/** What an act answers, which it cannot come before. */
export interface Floor {
  at: Instant;
  what: Extract<Refusal, { type: 'HappenedTooEarly' }>['what'];
}

/**
 * An act may be recorded after it happened, never before it, and it never happened before what it answers.
 */
export function whenItHappened(
  { happenedAt }: Pick<StaffAct, 'happenedAt'>,
  { now }: Context,
  floor: Floor | undefined,
): Happening | { refusal: Refusal } {
  const at = happenedAt ?? now;
  if (at > now) return { refusal: { type: 'HappenedInFuture', now } };
  if (floor && at < floor.at)
    return { refusal: { type: 'HappenedTooEarly', notBefore: floor.at, what: floor.what } };
  return { happenedAt: at, on: londonDateOf(at) };
}

/** As `whenItHappened`, of what is given to the resident: what we send is given now, what was given before has a proof. */
export function whenGiven(command: Giving, context: Context, floor: Floor): Happening | { refusal: Refusal } {
  const happening = whenItHappened(command, context, floor);
  const earlier = command.happenedAt !== undefined && command.happenedAt !== context.now;
  if (earlier && !('refusal' in happening) && !command.alreadyGiven)
    return { refusal: { type: 'ProofNeeded' } };
  return happening;
}

/** Recording that turns late into kept is flagged, so that it can be counted apart. */
export function flagBackdated(on: CivilDate, dueOn: CivilDate, { now }: Context): { backdated?: true } {
  return on <= dueOn && londonDateOf(now) > dueOn ? { backdated: true } : {};
}
