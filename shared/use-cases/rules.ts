import type { CivilDate } from '../domain/civil-date.ts';
import { type Complaint, clocksUnder } from '../domain/complaint.ts';
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
  const { ombudsmen } = rules;
  return { now, policy: version, versions: policy, ombudsmen, ...(await rules.calendarFor(version)) };
}

/** What a command about a complaint is decided by: the policy version that its clocks started under. */
export async function contextOf(rules: Rules, complaint: Complaint, now: Instant): Promise<Context> {
  const versions = versionsOf(rules, complaint);
  const policy = policyVersionOf(versions, clocksUnder(complaint));
  const { ombudsmen } = rules;
  return { now, policy, versions, ombudsmen, ...(await rules.calendarFor(policy)) };
}

/**
 * The version that the clocks of the complaint's present stage run under.
 *
 * @throws Error where the landlord's policy is no longer shipped: complaints outlive no policy
 */
export function policyOf(rules: Pick<Rules, 'policies'>, complaint: Complaint): PolicyVersion {
  return policyVersionOf(versionsOf(rules, complaint), clocksUnder(complaint));
}

function versionsOf({ policies }: Pick<Rules, 'policies'>, { landlord, reference }: Complaint): Policy {
  const policy = policies.get(landlord);
  if (!policy) throw new Error(`complaint ${reference}: no policy of ${landlord} ships`);
  return policy;
}

export function ombudsmenOf(rules: Rules, policy: PolicyVersion, on: CivilDate): Ombudsman[] {
  return policy.ombudsmen.map((id) => ombudsmanInForce(rules.ombudsmen, id, on));
}
