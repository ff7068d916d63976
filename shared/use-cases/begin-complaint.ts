import { receiptOf } from '../domain/commands/receive.ts';
import { nextWake } from '../domain/commands/time-passed.ts';
import type { Complaint } from '../domain/complaint.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { type Instant, londonDateOf } from '../domain/london-time.ts';
import type { Policy } from '../domain/policy.ts';
import type { Receive } from '../domain/receiving.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { RandomBytes } from '../ports/clock.ts';
import type { BegunComplaint } from '../ports/complaint-store.ts';
import type { PersonalText } from '../ports/personal-text.ts';
import type { Actor } from '../ports/timeline.ts';
import { joiningOf, partiesWith } from './join-records.ts';
import { peopleOf } from './known-people.ts';
import { oweOf } from './owe-letters.ts';
import { propertyIdOf, residentIdOf } from './record-ids.ts';
import { contextForNew, type Rules } from './rules.ts';
import { chainEvents, timelineStart } from './timeline.ts';

/** Whose records it belongs to follows from what was written, unless staff named them. */
function withRecords(landlord: string, receive: Receive, { complainant }: PersonalText): Receive {
  return {
    ...receive,
    resident: receive.resident ?? residentIdOf(landlord, complainant),
    property: receive.property ?? propertyIdOf(landlord, complainant?.address),
  };
}

/** The complaint says of each of them that nothing may be mailed to them. */
function withoutMailTo(parties: readonly string[], receive: Receive): Receive {
  const { others, representative } = receive;
  return {
    ...receive,
    ...(parties.includes('lead') && { unsafeToMail: true }),
    ...(others && {
      others: others.map((each) => ({
        ...each,
        reachableByEmail: each.reachableByEmail && !parties.includes(each.party),
      })),
    }),
    ...(representative &&
      parties.includes('representative') && {
        representative: { ...representative, reachableByEmail: false },
      }),
  };
}

export interface BeginPorts {
  rules: Rules;
  randomBytes: RandomBytes;
}

export type Begun = { type: 'begun'; complaint: BegunComplaint } | { type: 'refused'; refusal: Refusal };

/**
 * Decides a receipt, by the policy in force on the day on which the complaint was received. Stores nothing.
 *
 * @param unsafe records that say that mail is unsafe
 */
export async function beginComplaint(
  { rules, randomBytes }: BeginPorts,
  policy: Policy,
  receive: Receive,
  personal: PersonalText,
  now: Instant,
  unsafe: readonly string[] = [],
): Promise<Begun> {
  const { reference, loggedBy } = receive;
  const context = await contextForNew(rules, policy, londonDateOf(receiptOf(receive, now)), now);
  const named = withRecords(policy.landlord, receive, personal);
  const { landlord } = policy;
  const { resident } = named;
  const parties = partiesWith(peopleOf({ landlord, resident }, personal), unsafe);
  const decision = decide(undefined, withoutMailTo(parties, named), context);
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
      notices: oweOf(complaint, decision.notices, now),
      joins: joiningOf({ complaint, personal }),
      wakeAt: nextWake(complaint, context),
    },
  };
}
