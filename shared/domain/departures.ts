import { escalationRules } from './departures/escalation.ts';
import { handlingRules } from './departures/handling.ts';
import type { DepartureKind, Rule } from './departures/rule.ts';
import { scopeRules } from './departures/scope.ts';
import { timeRules } from './departures/stages.ts';
import type { PolicyVersion } from './policy.ts';

/** One place where a policy and the Complaint Handling Code 2024 differ. */
export interface Departure {
  /** less than the Code, silent where the Code speaks, or more than the Code asks */
  kind: DepartureKind;
  /** of the Code */
  clause: string;
  /** the path of the field within the policy */
  field: string;
  /** what the policy says, in plain words */
  policy: string;
  /** what the Code says, in plain words */
  code: string;
}

/** What the Code asks for, one rule for one field, in the order of its clauses. */
const rules: Rule[] = [
  ...scopeRules,
  ...handlingRules,
  ...escalationRules,
  ...timeRules(1),
  ...timeRules(2),
].sort((one, other) => compareClauses(one.clause, other.clause));

/**
 * Compares a policy with the Code field by field, in the order of the Code's clauses. It judges what the landlord
 * published about handling a complaint, never what Redress does: of two dates Redress keeps both, refuses nobody for
 * want of reasons, and names the Ombudsman in every letter, whatever a policy says. A time within which stage 2 is
 * normally asked for is no departure: the Code sets none and forbids none, and nobody is refused for missing it.
 * What the Code asks of a landlord as a whole (sections 8 and 9) is for its self-assessment.
 */
export function departuresOf(policy: PolicyVersion): Departure[] {
  return rules.flatMap(({ clause, field, code, judge }) => {
    const finding = judge(policy);
    return finding ? [{ kind: finding.kind, clause, field, policy: finding.policy, code }] : [];
  });
}

/** `6.9` comes before `6.10`. */
function compareClauses(one: string, other: string): number {
  const [section = 0, number = 0] = one.split('.').map(Number);
  const [otherSection = 0, otherNumber = 0] = other.split('.').map(Number);
  return section - otherSection || number - otherNumber;
}
