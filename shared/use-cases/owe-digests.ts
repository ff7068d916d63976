import { isWorkingDay } from '../domain/calendar.ts';
import { type DigestEntry, digestOf } from '../domain/digest.ts';
import { type Instant, londonDateOf } from '../domain/london-time.ts';
import { policyInForce } from '../domain/policy.ts';
import type { Reference } from '../domain/reference.ts';
import type { Person } from '../domain/staff.ts';
import type { Clock } from '../ports/clock.ts';
import type { ComplaintStore } from '../ports/complaint-store.ts';
import type { StaffRegister } from '../ports/staff-register.ts';
import { inParallel } from './in-parallel.ts';
import { oweDigest } from './owe-digest.ts';
import { contextOf, type Rules } from './rules.ts';

export interface DigestPorts {
  store: Pick<ComplaintStore, 'worklist' | 'loadAll' | 'oweAlone' | 'readNotice'>;
  register: Pick<StaffRegister, 'list'>;
  rules: Rules;
  clock: Clock;
  /** ids of the landlords that this environment serves */
  served: ReadonlySet<string>;
  /** whether there is time for more; run again on the same day it owes what is left */
  hasTime: () => boolean;
}

/** What could not be looked at, so that no digest speaks of it. */
export type DigestProblem = ({ reference: Reference } | { landlord: string }) & { error: unknown };

export interface DigestCount {
  /** open complaints that were looked at */
  complaints: number;
  /** digests that became owed by this */
  owed: number;
  problems: DigestProblem[];
  /** false where time ran out first */
  finished: boolean;
}

const pageSize = 50;
const atOnce = 8;

/**
 * Owes the digest of the morning to everybody on the staff who has something to hear of, one each, with the complaints
 * of all landlords that work on that day. Each open complaint is read once. Repeated on the same day it owes nothing twice,
 * and what could not be looked at before in a second digest.
 *
 * @returns nothing owed where there was no time to look at all complaints: half a digest would be taken for a whole one
 */
export async function oweDigests(ports: DigestPorts): Promise<DigestCount> {
  const now = ports.clock();
  const count: DigestCount = { complaints: 0, owed: 0, problems: [], finished: true };
  const people = await ports.register.list();
  const entries: DigestEntry[] = [];
  for (const landlord of ports.served) {
    try {
      for await (const entry of entriesOf(ports, landlord, people, now, count)) entries.push(entry);
    } catch (error) {
      count.problems.push({ landlord, error });
    }
  }
  if (count.finished) await oweAll(ports, entries, now, count);
  return count;
}

async function* entriesOf(
  ports: DigestPorts,
  landlord: string,
  people: readonly Person[],
  now: Instant,
  count: DigestCount,
): AsyncGenerator<DigestEntry> {
  const policies = ports.rules.policies.get(landlord);
  if (!policies) throw new Error(`no policy of ${landlord} ships`);
  const today = londonDateOf(now);
  const { calendar } = await ports.rules.calendarFor(policyInForce(policies, today));
  if (!isWorkingDay(calendar, today)) return;
  for await (const references of pagesOf(ports.store, landlord)) {
    if (!ports.hasTime()) {
      count.finished = false;
      return;
    }
    for (const { stored } of await ports.store.loadAll(references)) {
      const { complaint } = stored;
      count.complaints += 1;
      try {
        yield* digestOf(complaint, await contextOf(ports.rules, complaint, now), people);
      } catch (error) {
        count.problems.push({ reference: complaint.reference, error });
      }
    }
  }
}

/** A complaint that changes its place meanwhile comes once all the same. */
async function* pagesOf(
  store: Pick<ComplaintStore, 'worklist'>,
  landlord: string,
): AsyncGenerator<Reference[]> {
  const seen = new Set<Reference>();
  let after: string | undefined;
  let more = true;
  while (more) {
    const page = await store.worklist({ landlord, open: true, after, limit: pageSize });
    const fresh = page.items.map(({ reference }) => reference).filter((each) => !seen.has(each));
    for (const each of fresh) seen.add(each);
    if (fresh.length > 0) yield fresh;
    after = page.items.at(-1)?.after;
    more = page.more;
  }
}

async function oweAll(
  { store, hasTime }: DigestPorts,
  entries: readonly DigestEntry[],
  now: Instant,
  count: DigestCount,
): Promise<void> {
  const byReader = Map.groupBy(entries, ({ reader }) => JSON.stringify(reader));
  await inParallel(atOnce, byReader.values(), async (those) => {
    if (!hasTime()) {
      count.finished = false;
      return 'stop';
    }
    const [first] = those;
    if (!first) return 'go-on';
    const lines = those.map(({ line }) => line);
    if ((await oweDigest(store, first.reader, lines, now)) === 'stored') count.owed += 1;
    return 'go-on';
  });
}
