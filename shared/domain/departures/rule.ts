import { type Limit, sayLength } from '../limit.ts';
import type { PolicyVersion } from '../policy.ts';

/** How a policy stands to the Code: it gives residents less, says nothing, or binds the landlord to more. */
export type DepartureKind = 'departs' | 'unstated' | 'stricter';

export interface Finding {
  kind: DepartureKind;
  /** what the policy says, in plain words */
  policy: string;
}

/** What the Code asks for in one field of a policy, and how to tell whether the policy says so too. */
export interface Rule {
  /** of the Complaint Handling Code 2024 */
  clause: string;
  /** the path of the field within the policy */
  field: string;
  /** what the Code says, in plain words */
  code: string;
  judge: (policy: PolicyVersion) => Finding | undefined;
}

export const departs = (policy: string): Finding => ({ kind: 'departs', policy });
export const unstated = (policy: string): Finding => ({ kind: 'unstated', policy });
export const stricter = (policy: string): Finding => ({ kind: 'stricter', policy });

/** Whether a value is only there because the landlord's own text says nothing. The Code as a policy says all it says. */
export function isSilent({ publishes }: PolicyVersion, { source }: { source: string }): boolean {
  return source === 'code' && publishes === 'own-text';
}

type Length = Pick<Limit, 'unit' | 'count'>;

/** As people are told, but that days are called calendar days beside working days. */
export function sayLimit(length: Length): string {
  const said = sayLength(length);
  return length.unit === 'calendar-days' ? said.replace(' day', ' calendar day') : said;
}

/** Negative where the first limit is the shorter one. */
export function compareLengths(one: Length, other: Length): number {
  return one.unit === other.unit ? one.count - other.count : daysOf(one) - daysOf(other);
}

/** Calendar days, without holidays: five working days are a week. */
function daysOf({ unit, count }: Length): number {
  switch (unit) {
    case 'working-days':
      return Math.floor(count / 5) * 7 + (count % 5);
    case 'calendar-days':
      return count;
    case 'weeks':
      return count * 7;
    case 'months':
      return Math.round((count * 365) / 12);
    case 'clock-hours':
      return count / 24;
  }
}
