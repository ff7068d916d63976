import { type Instant, londonDateOf } from '../domain/london-time.ts';
import { type Obligation, oweOnReceipt } from '../domain/obligations.ts';
import type { Policy } from '../domain/policy.ts';
import { contextForNew, type Rules } from './rules.ts';

/** The dates that a complaint received at that instant would get from a landlord. */
export async function explainDeadlines(
  rules: Rules,
  policy: Policy,
  receivedAt: Instant,
): Promise<Obligation[]> {
  const context = await contextForNew(rules, policy, londonDateOf(receivedAt), receivedAt);
  return oweOnReceipt(receivedAt, context.policy, context.calendar);
}
