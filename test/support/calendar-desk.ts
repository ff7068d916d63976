import { administrator, type Desk, manager, openDesk } from './desk.ts';
import type { Claims } from './http.ts';
import type { Answer } from './http-answer.ts';

/** A day that becomes a bank holiday late. */
export const thanks = {
  change: 'added',
  nation: 'england-and-wales',
  date: '2027-01-04',
  name: 'A day of thanks',
};
export const reason = 'Announced on 23 December.';

/** A desk at which the calendar is read, added to and applied. */
export interface CalendarDesk extends Desk {
  /** adds a version with the day of thanks, or what else is said */
  add: (body?: object, key?: string, staff?: Claims) => Promise<Answer<'addCalendarVersion'>>;
  /** makes a landlord count by version 2, or another */
  apply: (body?: object, key?: string, landlord?: string) => Promise<Answer<'applyCalendar'>>;
  versions: () => Promise<Answer<'readCalendarVersions'>>;
  calendarOf: (landlord?: string) => Promise<Answer<'readLandlordCalendar'>>;
  preview: (query: Record<string, string>, staff?: Claims) => Promise<Answer<'previewCalendar'>>;
}

export async function openCalendarDesk(options: Parameters<typeof openDesk>[0] = {}): Promise<CalendarDesk> {
  const desk = await openDesk(options);
  return {
    ...desk,
    add: (body = {}, key = 'k', staff = administrator) =>
      desk.send('addCalendarVersion', {
        staff,
        headers: { 'idempotency-key': key },
        body: { basedOn: 1, changes: [thanks], reason, ...body },
      }),
    apply: (body = {}, key = 'a', landlord = 'day-zero') =>
      desk.send('applyCalendar', {
        ...{ staff: manager, landlord },
        headers: { 'idempotency-key': key },
        body: { version: 2, tellResidents: true, ...body },
      }),
    versions: () => desk.send('readCalendarVersions', { staff: manager }),
    calendarOf: (landlord = 'day-zero') => desk.send('readLandlordCalendar', { staff: manager, landlord }),
    preview: (query, staff = manager) => desk.send('previewCalendar', { staff, query }),
  };
}
