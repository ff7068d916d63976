import { buildCalendar, bundledHolidays } from '../../shared/calendar/calendar.ts';
import { applyChanges, type CalendarChange } from '../../shared/domain/bank-holidays.ts';
import type { Calendar } from '../../shared/domain/calendar.ts';
import {
  carryOut,
  complaintAcknowledged,
  handler,
  type Outcome,
  type Received,
  textRef,
} from '../support/complaints.ts';
import { date } from '../support/rules.ts';

type Change = readonly [change: CalendarChange['change'], date: string, name: string];

/** The bank holidays of England and Wales that ship, but for what somebody changed, as a version of the calendar. */
export function calendarOfVersion(version: number, ...changes: Change[]): Calendar {
  const changed = applyChanges(
    bundledHolidays,
    changes.map(([change, on, name]) => ({ change, nation: 'england-and-wales', date: date(on), name })),
  );
  if ('impossible' in changed) throw new Error(`${changed.impossible.change.date} cannot be changed`);
  return buildCalendar(changed, version, ['england-and-wales']);
}

const funeral = 'Bank Holiday for the State Funeral of Queen Elizabeth II';
/** As people counted on 8 September 2022, and as they did once Monday 19 September was announced. */
export const beforeFuneral = calendarOfVersion(1, ['removed', '2022-09-19', funeral]);
export const withFuneral = calendarOfVersion(2);

/** The early May bank holiday of 2020 as it was until it moved to VE Day, Friday the 8th. */
export const beforeVeDay = calendarOfVersion(
  1,
  ['removed', '2020-05-08', 'Early May bank holiday (VE day)'],
  ['added', '2020-05-04', 'Early May bank holiday'],
);
export const withVeDay = calendarOfVersion(2);

/** Before and after 2029 was published, of which one holiday is enough here. */
export const until2028 = calendarOfVersion(1);
export const until2029 = calendarOfVersion(2, ['added', '2029-01-01', 'New Year’s Day']);

/** Received and acknowledged at ten, counted by a calendar. */
export function acknowledgedOn(day: string, calendar: Calendar, change: Partial<Received> = {}) {
  return complaintAcknowledged({
    receivedAt: `${day}T09:00:00Z`,
    acknowledgedAt: `${day}T10:00:00Z`,
    rules: { calendar },
    ...change,
  });
}

/** Time passes by a calendar, whose later dates the landlord tells or not. */
export function passBy(
  complaint: Outcome['complaint'],
  now: string,
  calendar: Calendar,
  tellsLaterDates?: boolean,
): Outcome {
  return carryOut(complaint, { type: 'TimePassed' }, now, { calendar, tellsLaterDates });
}

/** Put off by a letter that was handed over there and then. */
export function putOff(complaint: Outcome['complaint'], now: string, newDueOn: string, calendar: Calendar) {
  const alreadyGiven = { how: 'letter', evidence: textRef(8) } as const;
  const extending = { type: 'Extend', by: handler, newDueOn: date(newDueOn), reason: textRef(7) } as const;
  return carryOut(complaint, { ...extending, alreadyGiven }, now, { calendar }).complaint;
}
