import { describe, expect, it } from 'vitest';
import { buildCalendar, bundledHolidays } from '../../shared/calendar/calendar.ts';
import { addWorkingDays } from '../../shared/domain/working-days.ts';
import type { CalendarArchive } from '../../shared/ports/calendar-archive.ts';
import { createMemoryCalendarArchive } from '../../shared/ports/memory/calendar-archive.ts';
import { createCalendars } from '../../shared/use-cases/calendars.ts';
import { newApplication, newVersion } from '../support/calendars.ts';
import { at, date, versionOf } from '../support/rules.ts';

const dayZero = versionOf('day-zero');
const noon = at('2026-12-24T12:00:00Z');

/** Calendars over an archive that counts how often it is read, and may be made to fail or to wait. */
function open() {
  const archive = createMemoryCalendarArchive();
  const seen = { reads: 0, now: noon, read: () => archive.read() };
  const counting: Pick<CalendarArchive, 'read'> = {
    read: () => {
      seen.reads += 1;
      return seen.read();
    },
  };
  const parts = { archive: counting, bundled: bundledHolidays, build: buildCalendar, clock: () => seen.now };
  return { archive, seen, calendars: createCalendars(parts) };
}

type Opened = ReturnType<typeof open>;

async function versionFor({ calendars }: Opened, landlord = 'day-zero'): Promise<number> {
  return (await calendars.calendarFor({ ...dayZero, landlord })).calendar.version;
}

/** Adds version 2 and lets `day-zero` apply it. */
async function applySecond({ archive }: Opened, change: Parameters<typeof newApplication>[0] = {}) {
  await archive.add(newVersion(), noon);
  await archive.apply(newApplication(change), undefined, noon);
}

describe('the calendar that a landlord counts by', () => {
  it('is the bundled one until the landlord has applied another', async () => {
    const opened = open();
    expect(await versionFor(opened)).toBe(1);
    await opened.archive.add(newVersion(), noon);
    await opened.calendars.refreshCalendars();
    expect(await versionFor(opened)).toBe(1);
  });

  it('is the one that it applied, with the days that were changed; others count as they did', async () => {
    const opened = open();
    await applySecond(opened);
    expect(await versionFor(opened)).toBe(2);
    expect(await versionFor(opened, 'code-2024')).toBe(1);
    const { calendar: its } = await opened.calendars.calendarFor(dayZero);
    const { calendar: others } = await opened.calendars.calendarFor({ ...dayZero, landlord: 'code-2024' });
    expect(addWorkingDays(its.known, '2026-12-31', 1)).toBe('2027-01-05');
    expect(addWorkingDays(others.known, '2026-12-31', 1)).toBe('2027-01-04');
    expect(its.holidayNames.get('2027-01-04')).toBe('A day of thanks');
  });

  it('is not the newest, where the landlord applied the one before', async () => {
    const opened = open();
    await applySecond(opened);
    const removed = {
      change: 'removed' as const,
      nation: 'england-and-wales' as const,
      date: date('2027-01-04'),
    };
    const changes = [{ ...removed, name: 'A day of thanks' }];
    await opened.archive.add(newVersion({ version: 3, changes }), noon);
    await opened.archive.apply(newApplication({ landlord: 'code-2024', version: 3 }), undefined, noon);
    expect(await versionFor(opened)).toBe(2);
    expect(await versionFor(opened, 'code-2024')).toBe(3);
    const { calendar } = await opened.calendars.calendarFor({ ...dayZero, landlord: 'code-2024' });
    expect(addWorkingDays(calendar.known, '2026-12-31', 1)).toBe('2027-01-04');
  });

  it('leaves out the closures of its policy, and no other landlord’s', async () => {
    const { calendars } = open();
    const closures = [{ on: date('2027-01-04'), name: 'Staff day' }];
    const { calendar: its } = await calendars.calendarFor({ ...dayZero, closures });
    const { calendar: others } = await calendars.calendarFor({ ...dayZero, landlord: 'code-2024' });
    expect(addWorkingDays(its.known, '2026-12-31', 1)).toBe('2027-01-05');
    expect(addWorkingDays(others.known, '2026-12-31', 1)).toBe('2027-01-04');
  });

  it('is built once and not anew for each question', async () => {
    const opened = open();
    await applySecond(opened);
    const { calendar } = await opened.calendars.calendarFor(dayZero);
    await opened.calendars.refreshCalendars();
    expect((await opened.calendars.calendarFor(dayZero)).calendar).toBe(calendar);
  });

  it.each([true, false])('says whether residents are told of later dates: %s', async (tellResidents) => {
    const opened = open();
    await applySecond(opened, { tellResidents });
    expect(await opened.calendars.calendarFor(dayZero)).toMatchObject({ tellsLaterDates: tellResidents });
    const other = await opened.calendars.calendarFor({ ...dayZero, landlord: 'code-2024' });
    expect(other).toMatchObject({ tellsLaterDates: false });
  });

  it('that the archive does not hold is a fault', async () => {
    const opened = open();
    await opened.archive.apply(newApplication({ version: 3 }), undefined, noon);
    await expect(versionFor(opened)).rejects.toThrow('there is no version 2 of the calendar');
  });
});

describe('the archive', () => {
  it('is not read before somebody asks, and by many who ask at once only once', async () => {
    const opened = open();
    expect(opened.seen.reads).toBe(0);
    await Promise.all(Array.from({ length: 20 }, () => versionFor(opened)));
    expect(opened.seen.reads).toBe(1);
  });

  it('is read again after five minutes, and not before', async () => {
    const opened = open();
    await versionFor(opened);
    await applySecond(opened);
    opened.seen.now = at('2026-12-24T12:04:59.999Z');
    expect(await versionFor(opened)).toBe(1);
    expect(opened.seen.reads).toBe(1);
    opened.seen.now = at('2026-12-24T12:05:00.000Z');
    expect(await versionFor(opened)).toBe(2);
    expect(opened.seen.reads).toBe(2);
  });

  it('is as old as the moment at which reading it began', async () => {
    const opened = open();
    opened.seen.read = async () => {
      opened.seen.now = at('2026-12-24T12:01:00Z');
      return opened.archive.read();
    };
    await versionFor(opened);
    opened.seen.now = at('2026-12-24T12:05:00Z');
    await versionFor(opened);
    expect(opened.seen.reads).toBe(2);
  });

  it('that cannot be read fails whoever asks, and is asked again by the next', async () => {
    const opened = open();
    await applySecond(opened);
    opened.seen.read = async () => Promise.reject(new Error('unreadable'));
    await expect(Promise.all([versionFor(opened), versionFor(opened)])).rejects.toThrow('unreadable');
    await expect(versionFor(opened)).rejects.toThrow('unreadable');
    opened.seen.read = () => opened.archive.read();
    expect(await versionFor(opened)).toBe(2);
    expect(opened.seen.reads).toBe(3);
  });

  it('that cannot be read any more leaves nothing to count by: an old reading is not used', async () => {
    const opened = open();
    await versionFor(opened);
    opened.seen.now = at('2026-12-24T12:05:00Z');
    opened.seen.read = async () => Promise.reject(new Error('unreadable'));
    await expect(versionFor(opened)).rejects.toThrow('unreadable');
  });

  it('is read at once by whoever knows that it has changed, and a reading that began before is forgotten', async () => {
    const opened = open();
    let finish = () => {};
    const before = await opened.archive.read();
    opened.seen.read = () => new Promise((resolve) => (finish = () => resolve(before)));
    const slow = versionFor(opened);
    await applySecond(opened);
    opened.seen.read = () => opened.archive.read();
    await opened.calendars.refreshCalendars();
    expect(await versionFor(opened)).toBe(2);
    finish();
    expect(await slow).toBe(1);
    expect(await versionFor(opened)).toBe(2);
    expect(opened.seen.reads).toBe(2);
  });

  it('of which a reading failed late does not take away one that began after it', async () => {
    const opened = open();
    let fail = () => {};
    opened.seen.read = () =>
      new Promise((_, reject) => {
        fail = () => reject(new Error('unreadable'));
      });
    const slow = versionFor(opened);
    opened.seen.read = () => opened.archive.read();
    await opened.calendars.refreshCalendars();
    fail();
    await expect(slow).rejects.toThrow('unreadable');
    await versionFor(opened);
    expect(opened.seen.reads).toBe(2);
  });
});
