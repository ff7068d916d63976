import { differencesBetween } from '../domain/bank-holidays.ts';
import { bundledVersion, holidaysOf, newestOf } from '../domain/calendar-version.ts';
import { type Instant, millisecondsOf } from '../domain/london-time.ts';
import type { NoticeOwner } from '../domain/notice-owner.ts';
import { owe } from '../domain/sending.ts';
import type { CalendarArchive, CalendarRecord } from '../ports/calendar-archive.ts';
import type { Clock } from '../ports/clock.ts';
import type { ComplaintStore } from '../ports/complaint-store.ts';
import { calendarNoticeValues, previewAll } from './calendar-notices.ts';
import { type CalendarParts, calendarsOf } from './calendars.ts';
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

async function tell(
  ports: TellPorts,
  landlord: string,
  { versions, applications }: CalendarRecord,
  now: Instant,
): Promise<void> {
  const { store, clock, bundled } = ports;
  const newest = newestOf(versions);
  const applied = applications.find((each) => each.landlord === landlord)?.version ?? bundledVersion;
  const owner: NoticeOwner = { type: 'landlord', landlord };
  const id = `calendar-version_${newest}`;
  if (applied >= newest || (await store.readNotice({ owner, id }))) return;
  const holidays = (version: number) => holidaysOf(version, bundled, versions);
  const preview = await previewAll(ports, landlord, calendarsOf(ports, newest, versions), {
    most: mostLooked,
    hasTime: () => millisecondsOf(clock()) - millisecondsOf(now) < mostMilliseconds,
  });
  const changes = differencesBetween(holidays(applied), holidays(newest));
  const notice = {
    id,
    kind: 'calendar-version-added',
    lane: 'routine',
    recipient: { type: 'staff', rank: 'manager' },
    values: calendarNoticeValues(changes, preview, { version: newest }),
  } as const;
  await store.oweAlone(owe(notice, owner, now));
}
