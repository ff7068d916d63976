import { differencesBetween } from '../domain/bank-holidays.ts';
import { holidaysOf, newestOf, versionOf } from '../domain/calendar-version.ts';
import { type Instant, millisecondsOf } from '../domain/london-time.ts';
import type { NoticeOwner } from '../domain/notice-owner.ts';
import type { CalendarArchive, CalendarRecord } from '../ports/calendar-archive.ts';
import type { Clock } from '../ports/clock.ts';
import type { ComplaintStore } from '../ports/complaint-store.ts';
import { calendarNoticeValues, previewAll } from './calendar-notices.ts';
import { type CalendarParts, calendarsOf } from './calendars.ts';
import { type News, oweManager } from './owe-manager.ts';
import type { PreviewPorts } from './preview-recount.ts';

export interface TellPorts extends CalendarParts, PreviewPorts {
  archive: Pick<CalendarArchive, 'read'>;
  store: PreviewPorts['store'] & Pick<ComplaintStore, 'readNotice' | 'oweAlone'>;
  clock: Clock;
  /** ids of the landlords that this environment serves */
  served: ReadonlySet<string>;
}

/** A preview of every complaint would outlast the request; the manager can see the rest before they apply it. */
const mostLooked = 200;
const mostMilliseconds = 10_000;

/**
 * Owes the manager of each landlord that counts by an older version the notice that there is a newer one, with
 * everything that changes for that landlord. Repeated it does nothing more, and cut off half-way it goes on.
 */
export async function tellOfNewestVersion(ports: TellPorts, now: Instant): Promise<void> {
  const record = await ports.archive.read();
  await Promise.all([...ports.served].map((landlord) => tell(ports, landlord, record, now)));
}

async function tell(ports: TellPorts, landlord: string, record: CalendarRecord, now: Instant): Promise<void> {
  const { store, clock } = ports;
  const owner: NoticeOwner = { type: 'landlord', landlord };
  if (await store.readNotice({ owner, id: idOf(newestOf(record.versions)) })) return;
  const hasTime = () => millisecondsOf(clock()) - millisecondsOf(now) < mostMilliseconds;
  const news = await newsOfVersion(ports, landlord, record, { most: mostLooked, hasTime });
  if (news) await oweManager(store, landlord, news, now);
}

/**
 * What a landlord's manager is told of a version that the landlord does not count by yet: again each day while open
 * dates would move.
 *
 * @param until how many complaints are looked at, and whether there is time for more
 */
export async function newsOfVersion(
  ports: CalendarParts & PreviewPorts,
  landlord: string,
  { versions, applications }: Pick<CalendarRecord, 'versions' | 'applications'>,
  until: { most: number; hasTime: () => boolean },
): Promise<News | undefined> {
  const newest = newestOf(versions);
  const applied = versionOf(landlord, applications);
  if (applied >= newest) return undefined;
  const holidays = (version: number) => holidaysOf(version, ports.bundled, versions);
  const preview = await previewAll(ports, landlord, calendarsOf(ports, newest, versions), until);
  return {
    kind: 'calendar-version-added',
    id: idOf(newest),
    values: calendarNoticeValues(differencesBetween(holidays(applied), holidays(newest)), preview, {
      version: newest,
    }),
    daily: preview.items.length > 0,
  };
}

function idOf(version: number): string {
  return `calendar-version_${version}`;
}
