import type { Application, CalendarVersion, Proposal } from '../domain/calendar-version.ts';
import type { Instant } from '../domain/london-time.ts';
import type { NewAnswer } from './complaint-store.ts';

/** Everything that was added to the bundled calendar, and which landlord counts by what. */
export interface CalendarRecord {
  /** in order */
  versions: CalendarVersion[];
  applications: Application[];
  /** the last that the watch found, if anything */
  proposal: Proposal | undefined;
}

/** Where versions of the calendar are kept. Nothing is ever removed from it. */
export interface CalendarArchive {
  read(): Promise<CalendarRecord>;
  /** `there-already` where the version exists, `key-taken` where the request was answered: nothing was stored */
  add(
    version: CalendarVersion,
    at: Instant,
    answer?: NewAnswer,
  ): Promise<'stored' | 'there-already' | 'key-taken'>;
  /** in place of the proposal before it; with no changes where feed and calendar agree again */
  propose(proposal: Proposal): Promise<void>;
  /**
   * Stores an application whose stored revision is one less, or a landlord's first with revision 0. It is due to be
   * carried on at `wakeAt`.
   */
  apply(
    application: Application,
    wakeAt: Instant | undefined,
    at: Instant,
    answer?: NewAnswer,
  ): Promise<'stored' | 'changed-meanwhile' | 'key-taken'>;
  application(landlord: string): Promise<Application | undefined>;
  /** as `ComplaintStore.setAside`, for a landlord's application */
  setAside(landlord: string, until: Instant): Promise<void>;
}
