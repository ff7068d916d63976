import { type BankHolidays, type CalendarChange, differencesBetween } from '../domain/bank-holidays.ts';
import { holidaysOf, newestOf, type Proposal } from '../domain/calendar-version.ts';
import type { Instant } from '../domain/london-time.ts';
import type { CalendarArchive } from '../ports/calendar-archive.ts';
import type { Clock } from '../ports/clock.ts';
import { hashOf, type TellManagerPorts, tellManager } from './tell-manager.ts';

/** The bank holidays that a feed announces, or one sentence that says why it cannot be used. */
export type FeedReading = { type: 'usable'; holidays: BankHolidays } | { type: 'unusable'; why: string };

export interface WatchPorts extends TellManagerPorts {
  clock: Clock;
  archive: Pick<CalendarArchive, 'read' | 'propose'>;
  /** @param known what the newest version has */
  readFeed: (known: BankHolidays) => Promise<FeedReading>;
  /** remarks on changes for whoever judges them, one for each; they decide nothing */
  secondOpinion: (changes: readonly CalendarChange[]) => Promise<string[]>;
  /** ids of the landlords that this environment serves */
  served: ReadonlySet<string>;
  /** told of a landlord whose manager could not be told, so that somebody looks */
  report: (problem: { landlord: string; error: unknown }) => void;
}

export interface WatchOutcome {
  /** the newest version, which the feed was compared with */
  version: number;
  /** days that the feed has otherwise */
  changes: number;
  /** notices that became owed */
  told: number;
  /** landlords that could not be told */
  failed: number;
  /** why the feed could not be used, where it could not */
  unusable: string | undefined;
}

/**
 * Compares the bank holidays that are announced with those that we count by, and tells the managers what there is to be
 * told. No date changes by it: what it finds is a proposal that waits for a person. Repeated it does the same as once.
 */
export async function watchCalendar(ports: WatchPorts): Promise<WatchOutcome> {
  const now = ports.clock();
  const { versions, applications, proposal: before } = await ports.archive.read();
  const version = newestOf(versions);
  const known = holidaysOf(version, ports.bundled, versions);
  const feed = await ports.readFeed(known);
  const unusable = feed.type === 'unusable' ? feed.why : undefined;
  const difference =
    feed.type === 'usable'
      ? await propose(
          ports,
          { basedOn: version, changes: differencesBetween(known, feed.holidays) },
          before,
          now,
        )
      : undefined;

  const changes = difference?.changes.length ?? 0;
  const outcome: WatchOutcome = { version, changes, told: 0, failed: 0, unusable };
  for (const landlord of ports.served) {
    try {
      const tidings = { versions, applications, unusable, difference };
      outcome.told += await tellManager(ports, landlord, tidings, now);
    } catch (error) {
      ports.report({ landlord, error });
      outcome.failed += 1;
    }
  }
  return outcome;
}

/** Keeps what was found; where feed and calendar agree again, that there is nothing any more. */
async function propose(
  { archive, secondOpinion }: WatchPorts,
  found: Pick<Proposal, 'basedOn' | 'changes'>,
  before: Proposal | undefined,
  now: Instant,
): Promise<Proposal | undefined> {
  if (found.changes.length === 0 && !before?.changes.length) return undefined;
  const isKnown = before && hashOf(before.changes) === hashOf(found.changes);
  const proposal: Proposal = {
    ...found,
    foundAt: isKnown ? before.foundAt : now,
    remarks: found.changes.length > 0 ? await secondOpinion(found.changes) : [],
  };
  await archive.propose(proposal);
  return proposal;
}
