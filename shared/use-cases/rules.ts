import type { Calendar, Nation } from '../domain/calendar.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import type { Complaint } from '../domain/complaint.ts';
import type { Context } from '../domain/decision.ts';
import type { Instant } from '../domain/london-time.ts';
import { type Ombudsman, type Ombudsmen, ombudsmanInForce } from '../domain/ombudsman.ts';
import { type Policy, type PolicyVersion, policyInForce, policyVersionOf } from '../domain/policy.ts';

/** The rules that commands are decided by: every landlord's policy, the calendar, the Ombudsmen's details. */
export interface Rules {
  policies: ReadonlyMap<string, Policy>;
  calendarFor: (nations: readonly Nation[]) => Calendar;
  ombudsmen: Ombudsmen;
}

/** What a landlord's new complaint is decided by: the policy in force on the day it is received. */
export function contextForNew(rules: Rules, policy: Policy, on: CivilDate, now: Instant): Context {
  const version = policyInForce(policy, on);
  return { now, policy: version, calendar: rules.calendarFor(version.nations) };
}

/** What a command about a complaint is decided by: the policy version that its clocks started under. */
export function contextOf(rules: Rules, complaint: Complaint, now: Instant): Context {
  const policy = policyOf(rules, complaint);
  return { now, policy, calendar: rules.calendarFor(policy.nations) };
}

/** @throws Error where the landlord's policy is no longer shipped: complaints outlive no policy */
export function policyOf(rules: Rules, complaint: Complaint): PolicyVersion {
  const policy = rules.policies.get(complaint.landlord);
  if (!policy) throw new Error(`complaint ${complaint.reference}: no policy of ${complaint.landlord} ships`);
  return policyVersionOf(policy, complaint.policyEffectiveFrom);
}

export function ombudsmenOf(rules: Rules, policy: PolicyVersion, on: CivilDate): Ombudsman[] {
  return policy.ombudsmen.map((id) => ombudsmanInForce(rules.ombudsmen, id, on));
}
