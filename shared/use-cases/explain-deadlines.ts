import { type Instant, londonDateOf } from '../domain/london-time.ts';
import type { Obligation } from '../domain/obligations.ts';
import type { Policy } from '../domain/policy.ts';
import { oweStage, receipt } from '../domain/stage-dates.ts';
import { contextForNew, type Rules } from './rules.ts';

/** The dates that a complaint received at that instant would get from a landlord. */
export async function explainDeadlines(
  rules: Rules,
  policy: Policy,
  receivedAt: Instant,
): Promise<Obligation[]> {
  const context = await contextForNew(rules, policy, londonDateOf(receivedAt), receivedAt);
  return oweStage(1, receipt(receivedAt), context.policy, context.calendar);
}
