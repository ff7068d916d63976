import { nextWake } from '../domain/commands/time-passed.ts';
import type { Complaint } from '../domain/complaint.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { type Instant, londonDateOf } from '../domain/london-time.ts';
import type { Policy } from '../domain/policy.ts';
import type { Receive } from '../domain/receiving.ts';
import type { Refusal } from '../domain/refusals.ts';
import { owe } from '../domain/sending.ts';
import type { RandomBytes } from '../ports/clock.ts';
import type { BegunComplaint } from '../ports/complaint-store.ts';
import type { PersonalText } from '../ports/personal-text.ts';
import type { Actor } from '../ports/timeline.ts';
import { contextForNew, type Rules } from './rules.ts';
import { chainEvents, timelineStart } from './timeline.ts';

export interface BeginPorts {
  rules: Rules;
  randomBytes: RandomBytes;
}

export type Begun = { type: 'begun'; complaint: BegunComplaint } | { type: 'refused'; refusal: Refusal };

/** Decides a receipt, by the policy in force on the day on which the complaint was received. Stores nothing. */
export async function beginComplaint(
  { rules, randomBytes }: BeginPorts,
  policy: Policy,
  receive: Receive,
  personal: PersonalText,
  now: Instant,
): Promise<Begun> {
  const { reference, loggedBy, receivedAt } = receive;
  const context = await contextForNew(rules, policy, londonDateOf(receivedAt ?? now), now);
  const decision = decide(undefined, receive, context);
  if (decision.type === 'Refused') return { type: 'refused', refusal: decision.refusal };
  const complaint = decision.events.reduce<Complaint | undefined>(evolve, undefined);
  if (!complaint) throw new Error('an accepted complaint has no event');
  const start = { reference, version: 0, head: timelineStart };
  const actor: Actor = loggedBy ? { type: 'staff', id: loggedBy } : { type: 'resident' };
  const entries = chainEvents(decision.events, start, now, actor, randomBytes);
  return {
    type: 'begun',
    complaint: {
      stored: { complaint, version: entries.length, head: entries.at(-1)?.hash ?? timelineStart },
      personal,
      texts: [],
      entries,
      notices: decision.notices.map((notice) => owe(notice, { type: 'complaint', reference }, now)),
      wakeAt: nextWake(complaint, context),
    },
  };
}
