import { type Instant, londonDateOf } from '../domain/london-time.ts';
import { type Obligation, oweOnReceipt } from '../domain/obligations.ts';
import type { Policy } from '../domain/policy.ts';
import { contextForNew, type Rules } from './rules.ts';

/** The dates that a complaint received at that instant would get from a landlord. */
export function explainDeadlines(rules: Rules, policy: Policy, receivedAt: Instant): Obligation[] {
  const receivedOn = londonDateOf(receivedAt);
  const context = contextForNew(rules, policy, receivedOn, receivedAt);
  return oweOnReceipt(receivedOn, context.policy, context.calendar);
}
