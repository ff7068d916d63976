import type { HandOver } from '../domain/commands/hand-over.ts';
import type { Instant } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import { leaderOf, type Person, type StaffId } from '../domain/staff.ts';
import { flagged, type WorklistItem } from '../ports/worklist.ts';
import { type CommandPorts, handleUntilStored } from './handle-command.ts';

/** What became of the work of somebody who left. */
export interface HandedOver {
  moved: Reference[];
  /**
   * nobody leads the team: alerts go to the landlord's own addresses until somebody is assigned. What is about the very
   * person who hands over is not named, since they may not know of it.
   */
  withoutLeader: Reference[];
}

/**
 * Moves everything that somebody owes to the leader of the team, complaint by complaint. Said again it goes on where it
 * was cut off.
 *
 * @param landlords whose complaints are looked through: more than the leaver's row may name by now
 * @param people the register, with the leaders to choose from
 */
export async function handOverWork(
  ports: CommandPorts,
  {
    leaver,
    by,
    landlords,
    people,
  }: { leaver: Person; by: StaffId; landlords: readonly string[]; people: readonly Person[] },
  now: Instant,
): Promise<HandedOver> {
  const result: HandedOver = { moved: [], withoutLeader: [] };
  for (const landlord of landlords) {
    for await (const item of workOf(ports, landlord, leaver.id)) {
      const mayKnow = !item.flags.includes(`about:${by}`);
      if (await moveToLeader(ports, item, landlord, { leaver, by, people }, now))
        result.moved.push(item.reference);
      else if (mayKnow) result.withoutLeader.push(item.reference);
    }
  }
  return result;
}

async function moveToLeader(
  ports: CommandPorts,
  item: WorklistItem,
  landlord: string,
  { leaver, by, people }: { leaver: Person; by: StaffId; people: readonly Person[] },
  now: Instant,
): Promise<boolean> {
  const team = item.team ?? leaver.teams[0] ?? '';
  const partial = [...flagged(item, 'about'), ...flagged(item, 'conflict')];
  const impartial = people.filter(({ id }) => !partial.includes(id));
  const leader = leaderOf(impartial, team, landlord);
  if (!leader) return false;
  const command: HandOver = { type: 'HandOver', by, from: leaver.id, to: leader.id };
  const actor = { type: 'staff', id: by } as const;
  const outcome = await handleUntilStored(ports, item.reference, command, actor, now, { people });
  return outcome.type === 'done';
}

/** Every complaint that is not closed of which somebody handles or owes a part. */
async function* workOf(
  { store }: CommandPorts,
  landlord: string,
  person: StaffId,
): AsyncGenerator<WorklistItem> {
  const seen = new Set<Reference>();
  let after: string | undefined;
  let more = true;
  while (more) {
    const page = await store.worklist({ landlord, open: true, after, limit: 100 });
    for (const item of page.items) {
      after = item.after;
      const owes = item.handler === person || item.flags.includes(`owner:${person}`);
      if (owes && !seen.has(item.reference)) yield item;
      seen.add(item.reference);
    }
    more = page.more;
  }
}
