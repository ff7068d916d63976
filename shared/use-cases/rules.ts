import type { CivilDate } from '../domain/civil-date.ts';
import type { Complaint } from '../domain/complaint.ts';
import type { Context } from '../domain/decision.ts';
import type { Instant } from '../domain/london-time.ts';
import { type Ombudsman, type Ombudsmen, ombudsmanInForce } from '../domain/ombudsman.ts';
import { type Policy, type PolicyVersion, policyInForce, policyVersionOf } from '../domain/policy.ts';
import type { Calendars } from './calendars.ts';

/** The rules that commands are decided by: every landlord's policy and calendar, the Ombudsmen's details. */
export interface Rules extends Calendars {
  policies: ReadonlyMap<string, Policy>;
  ombudsmen: Ombudsmen;
}

/** What a landlord's new complaint is decided by: the policy in force on the day it is received. */
export async function contextForNew(
  rules: Rules,
  policy: Policy,
  on: CivilDate,
  now: Instant,
): Promise<Context> {
  const version = policyInForce(policy, on);
  return { now, policy: version, ...(await rules.calendarFor(version)) };
}

/** What a command about a complaint is decided by: the policy version that its clocks started under. */
export async function contextOf(rules: Rules, complaint: Complaint, now: Instant): Promise<Context> {
  const policy = policyOf(rules, complaint);
  return { now, policy, ...(await rules.calendarFor(policy)) };
}

/** @throws Error where the landlord's policy is no longer shipped: complaints outlive no policy */
export function policyOf(rules: Pick<Rules, 'policies'>, complaint: Complaint): PolicyVersion {
  const policy = rules.policies.get(complaint.landlord);
  if (!policy) throw new Error(`complaint ${complaint.reference}: no policy of ${complaint.landlord} ships`);
  return policyVersionOf(policy, complaint.policyEffectiveFrom);
}

export function ombudsmenOf(rules: Rules, policy: PolicyVersion, on: CivilDate): Ombudsman[] {
  return policy.ombudsmen.map((id) => ombudsmanInForce(rules.ombudsmen, id, on));
}
