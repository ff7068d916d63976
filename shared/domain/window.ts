import { countWorkingDays } from './calendar.ts';
import type { CivilDate } from './civil-date.ts';
import type { Complaint } from './complaint.ts';
import { countDays } from './counting.ts';
import { type Context, calendarOf } from './decision.ts';
import { policyInForce } from './policy.ts';

/**
 * The last day on which a resident normally asks for stage 2, as the landlord counts it: from the date written on the
 * letter (seed 001), or from the day on which it was given (seed 004). The Code sets none, so that a later request is
 * still a request. More time that was agreed with the resident stretches it (seed 003); a policy that changes after the
 * answer does not shorten what the answer told.
 *
 * @returns undefined where the policy sets none, and while stage 1 is not answered
 */
export function lastDayToEscalate(
  { respondedOn, givenOn, adjustments }: Pick<Complaint, 'respondedOn' | 'givenOn' | 'adjustments'>,
  context: Pick<Context, 'policy' | 'versions' | 'calendar'>,
): CivilDate | undefined {
  if (!respondedOn) return undefined;
  const policy = policyInForce(context.versions, respondedOn);
  const { startDay, stage2 } = policy;
  const { window } = stage2;
  if (!window) return undefined;
  const calendar = calendarOf(context, policy);
  const startOn = window.countedFrom === 'date-on-letter' ? respondedOn : (givenOn ?? respondedOn);
  const { dueOn } = countDays({ ...window, startOn, startDay }, calendar);
  const more = adjustments.reduce((sum, { workingDays = 0, ended }) => sum + (ended ? 0 : workingDays), 0);
  return more > 0 ? countWorkingDays(calendar, dueOn, more).date : dueOn;
}
