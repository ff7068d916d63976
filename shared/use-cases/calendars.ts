import type { BankHolidays } from '../domain/bank-holidays.ts';
import type { Calendar, Nation } from '../domain/calendar.ts';
import { bundledVersion, type CalendarVersion, holidaysOf } from '../domain/calendar-version.ts';
import { addMinutes, type Instant } from '../domain/london-time.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import type { CalendarArchive, CalendarRecord } from '../ports/calendar-archive.ts';
import type { Clock } from '../ports/clock.ts';

/** Whom a calendar is for, and which days it leaves out. */
export type CountedBy = Pick<PolicyVersion, 'landlord' | 'nations' | 'closures'>;

export interface Calendars {
  /**
   * The calendar that a landlord counts by.
   *
   * @throws where the archive cannot be read: no date is counted by a calendar that may no longer be the landlord's
   */
  calendarFor(policy: CountedBy): Promise<{ calendar: Calendar; tellsLaterDates: boolean }>;
  /** reads the archive now, for whoever knows that it has changed */
  refreshCalendars(): Promise<void>;
}

/** A function that has just read the archive counts by what it read for so long. */
export const cacheMinutes = 5;

/** Called for every answer, and so expected to keep what it built. */
export type BuildCalendar = (
  holidays: BankHolidays,
  version: number,
  nations: readonly Nation[],
  closures: PolicyVersion['closures'],
) => Calendar;

export interface CalendarParts {
  /** the bank holidays of the first version */
  bundled: BankHolidays;
  build: BuildCalendar;
}

/** The calendar of a version for whatever policy, be it applied or not. */
export function calendarsOf(
  { bundled, build }: CalendarParts,
  version: number,
  versions: readonly Pick<CalendarVersion, 'version' | 'changes'>[],
): (policy: Pick<PolicyVersion, 'nations' | 'closures'>) => Calendar {
  const holidays = holidaysOf(version, bundled, versions);
  return ({ nations, closures }) => build(holidays, version, nations, closures);
}

export function createCalendars(
  parts: CalendarParts & { archive: Pick<CalendarArchive, 'read'>; clock: Clock },
): Calendars {
  const { archive, bundled, build, clock } = parts;
  let last: { at: Instant; record: Promise<CalendarRecord> } | undefined;

  const read = (): Promise<CalendarRecord> => {
    const reading = { at: clock(), record: archive.read() };
    last = reading;
    // A reading that failed is not kept, nor is an older one used in its place.
    reading.record.catch(() => {
      if (last === reading) last = undefined;
    });
    return reading.record;
  };
  // A version never changes once it was added.
  const holidays = new Map([[bundledVersion, bundled]]);
  const holidaysIn = (version: number, versions: CalendarRecord['versions']): BankHolidays => {
    const known = holidays.get(version) ?? holidaysOf(version, bundled, versions);
    holidays.set(version, known);
    return known;
  };
  const isFresh = ({ at }: { at: Instant }) => clock() < addMinutes(at, cacheMinutes);

  return {
    async calendarFor({ landlord, nations, closures }) {
      const { versions, applications } = await (last && isFresh(last) ? last.record : read());
      const applied = applications.find((each) => each.landlord === landlord);
      const version = applied?.version ?? bundledVersion;
      return {
        calendar: build(holidaysIn(version, versions), version, nations, closures),
        tellsLaterDates: applied?.tellResidents ?? false,
      };
    },

    async refreshCalendars() {
      await read();
    },
  };
}
