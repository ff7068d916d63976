import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { createDynamoDbAccess } from '../../shared/adapters/dynamodb/access.ts';
import { createDynamoDbCalendarArchive } from '../../shared/adapters/dynamodb/calendar-archive.ts';
import { createDynamoDbCircuitKeeper } from '../../shared/adapters/dynamodb/circuit-keeper.ts';
import { createDynamoDb } from '../../shared/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '../../shared/adapters/dynamodb/complaint-store.ts';
import { createDynamoDbEnquiries } from '../../shared/adapters/dynamodb/enquiries.ts';
import { createDynamoDbRecords } from '../../shared/adapters/dynamodb/records.ts';
import { createDynamoDbStaffRegister } from '../../shared/adapters/dynamodb/staff-register.ts';
import { buildCalendar, bundledHolidays } from '../../shared/calendar/calendar.ts';
import { instantOf } from '../../shared/domain/london-time.ts';
import { landlords, ombudsmen } from '../../shared/landlords/landlords.ts';
import type { Access } from '../../shared/ports/access.ts';
import type { CalendarArchive } from '../../shared/ports/calendar-archive.ts';
import type { CircuitKeeper } from '../../shared/ports/circuit-keeper.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import type { EnquiryStore } from '../../shared/ports/enquiries.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { StaffRegister } from '../../shared/ports/staff-register.ts';
import { type CalendarParts, createCalendars } from '../../shared/use-cases/calendars.ts';
import type { Rules } from '../../shared/use-cases/rules.ts';

/** Ports that are the same for every function: the real clock, the system's randomness, real waiting. */
export const clock: Clock = () => instantOf(Date.now());
export { randomBytes };
export const wait = (milliseconds: number): Promise<void> => setTimeout(milliseconds);

/** What ships of the calendar: the bank holidays of the first version, and how a calendar is made of any. */
export const shippedCalendar: CalendarParts = { bundled: bundledHolidays, build: buildCalendar };

/** The rules that ship, with what the archive adds to the calendar. */
export function createRules(archive: CalendarArchive): Rules {
  const calendars = createCalendars({ ...shippedCalendar, archive, clock });
  return { policies: landlords, ombudsmen, ...calendars };
}

interface TableNames {
  COMPLAINTS_TABLE: string;
  TIMELINE_TABLE: string;
}

const namesOf = ({ COMPLAINTS_TABLE, TIMELINE_TABLE }: TableNames) => ({
  complaints: COMPLAINTS_TABLE,
  timeline: TIMELINE_TABLE,
});

export function createStore(environment: TableNames): ComplaintStore {
  return createDynamoDbStore(createDynamoDb(), namesOf(environment));
}

export function createEnquiries(environment: TableNames): EnquiryStore {
  return createDynamoDbEnquiries(createDynamoDb(), namesOf(environment));
}

export function createStaffRegister(environment: TableNames): StaffRegister {
  return createDynamoDbStaffRegister(createDynamoDb(), namesOf(environment));
}

export function createCalendarArchive(environment: TableNames): CalendarArchive {
  return createDynamoDbCalendarArchive(createDynamoDb(), namesOf(environment));
}

export function createRecords(environment: TableNames): Records {
  return createDynamoDbRecords(createDynamoDb(), namesOf(environment));
}

export function createAccess(environment: TableNames): Access {
  return createDynamoDbAccess(createDynamoDb(), namesOf(environment));
}

export function createCircuitKeeper(environment: TableNames): CircuitKeeper {
  return createDynamoDbCircuitKeeper(createDynamoDb(), namesOf(environment));
}
