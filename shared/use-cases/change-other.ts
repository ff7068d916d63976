import { nextWake } from '../domain/commands/time-passed.ts';
import type { Complaint } from '../domain/complaint.ts';
import type { Accepted } from '../domain/decision.ts';
import { evolve } from '../domain/evolve.ts';
import type { Instant } from '../domain/london-time.ts';
import type { RandomBytes } from '../ports/clock.ts';
import type { ChangedComplaint, StoredComplaint } from '../ports/complaint-store.ts';
import type { Text } from '../ports/personal-text.ts';
import type { Actor } from '../ports/timeline.ts';
import { oweOf } from './owe-letters.ts';
import { contextOf, type Rules } from './rules.ts';
import { chainEvents } from './timeline.ts';

/** Another complaint that a command names, as it was loaded, and the texts that the command adds to it. */
export interface NamedComplaint {
  stored: StoredComplaint;
  texts: Text[];
}

/** What becomes of the other complaint that a command names, to be committed with it or not at all. */
export async function changeOther(
  { rules, randomBytes }: { rules: Rules; randomBytes: RandomBytes },
  { stored: { complaint, version, head }, texts }: NamedComplaint,
  { events, notices }: NonNullable<Accepted['other']>,
  actor: Actor,
  now: Instant,
): Promise<ChangedComplaint> {
  const { reference } = complaint;
  const after = events.reduce<Complaint>(evolve, complaint);
  const entries = chainEvents(events, { reference, version, head }, now, actor, randomBytes);
  return {
    expectedVersion: version,
    stored: { complaint: after, version: version + entries.length, head: entries.at(-1)?.hash ?? head },
    texts,
    entries,
    newNotices: oweOf(after, notices, now),
    wakeAt: nextWake(after, await contextOf(rules, after, now)),
  };
}
