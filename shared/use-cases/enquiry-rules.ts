import type { EnquiryContext } from '../domain/enquiries/decision.ts';
import type { Enquiry } from '../domain/enquiries/enquiry.ts';
import { type Instant, londonDateOf } from '../domain/london-time.ts';
import { type Policy, policyInForce } from '../domain/policy.ts';
import type { Rules } from './rules.ts';

/** What a command about an enquiry is decided by: the landlord's policy of the day. */
export async function enquiryContext(rules: Rules, policy: Policy, now: Instant): Promise<EnquiryContext> {
  const version = policyInForce(policy, londonDateOf(now));
  const { calendar } = await rules.calendarFor(version);
  return { now, policy: version, calendar };
}

/** @throws Error where the landlord's policy is no longer shipped */
export function policyOfEnquiry(
  { policies }: Pick<Rules, 'policies'>,
  { landlord, reference }: Enquiry,
): Policy {
  const policy = policies.get(landlord);
  if (!policy) throw new Error(`enquiry ${reference}: no policy of ${landlord} ships`);
  return policy;
}
