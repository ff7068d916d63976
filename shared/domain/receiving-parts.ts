import type { Calendar } from './calendar.ts';
import { usualCopies } from './copies.ts';
import { deriveDeadline, type Start } from './deadline.ts';
import type { EventOf } from './events.ts';
import type { Obligation } from './obligations.ts';
import type { Missing } from './parties.ts';
import type { PolicyVersion } from './policy.ts';
import type { Receive } from './receiving.ts';

const told = [
  'conflicts',
  'others',
  'standing',
  'tenure',
  'tenancyEndedOn',
  'hazards',
  'vulnerabilities',
  'category',
  'chosenOn',
  'enquiry',
  'resident',
  'property',
  'otherWays',
  'phoneAgreed',
  'unsafeToMail',
  'missing',
  'imported',
] as const;

/** Who complains, and what was said of them and of the matter; what was not said is absent. */
export function partiesOf(
  command: Receive,
  policy: PolicyVersion,
): Pick<EventOf<'ComplaintReceived'>, 'madeBy' | 'representative' | (typeof told)[number]> {
  const { madeBy = 'individual', representative } = command;
  const said = told.flatMap((name) => {
    const value = command[name];
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [[name, value]];
  });
  return {
    madeBy,
    ...(representative && {
      representative: {
        ...representative,
        copies: representative.copies ?? usualCopies(representative, policy),
      },
    }),
    ...Object.fromEntries(said),
  };
}

/** What is not known yet is found out by the day on which the complaint is acknowledged at the latest. */
export function whatIsMissing(
  missing: readonly Missing[],
  start: Start,
  policy: PolicyVersion,
  calendar: Calendar,
): Obligation[] {
  if (missing.length === 0) return [];
  const deadline = deriveDeadline(start, policy.stage1.acknowledgement, policy, calendar);
  return [{ id: 'resident-information', kind: 'resident-information', projected: false, ...deadline }];
}
