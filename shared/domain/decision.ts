import type { Calendar } from './calendar.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintEvent } from './events.ts';
import { type Instant, londonDateOf } from './london-time.ts';
import type { NoticeOwed } from './notices.ts';
import type { Ombudsmen } from './ombudsman.ts';
import { type Policy, type PolicyVersion, policyInForce } from './policy.ts';
import type { Receive } from './receiving.ts';
import type { Refusal } from './refusals.ts';
import type { Person } from './staff.ts';

/** What a decision may look at beside the state and the command. */
export interface Context {
  now: Instant;
  /** the version under which the clocks of the complaint's present stage run */
  policy: PolicyVersion;
  /** all versions of the landlord's policy: a clock that starts runs under the one in force on that day */
  versions: Policy;
  /** how to reach the Ombudsmen, and their own time limits */
  ombudsmen: Ombudsmen;
  calendar: Calendar;
  /** whether residents are told of a date that this version of the calendar moves later */
  tellsLaterDates?: boolean | undefined;
  /** the rows of the staff register that the command names; nobody for commands that name nobody */
  people?: readonly Person[];
  /** another complaint that the command names */
  other?: Complaint | undefined;
}

export type Decision = Accepted | Refused;
export interface Accepted {
  type: 'Accepted';
  events: ComplaintEvent[];
  notices: NoticeOwed[];
  /** a complaint of its own that comes of it, to be received with it or not at all */
  raises?: Receive;
  /** what becomes of the other complaint that the command names, with it or not at all */
  other?: { events: ComplaintEvent[]; notices: NoticeOwed[] };
}
export interface Refused {
  type: 'Refused';
  refusal: Refusal;
}

/** The version in force now, under which clocks run that start now. */
export function policyNow({ now, versions }: Pick<Context, 'now' | 'versions'>): PolicyVersion {
  return policyInForce(versions, londonDateOf(now));
}

/** The calendar that a version of the policy counts by: another one may leave other days out. */
export function calendarOf(
  { policy, calendar }: Pick<Context, 'policy' | 'calendar'>,
  version: PolicyVersion,
): Calendar {
  if (version.effectiveFrom === policy.effectiveFrom) return calendar;
  return calendar.of(version.nations, version.closures ?? []);
}

export function accept(events: ComplaintEvent[], notices: NoticeOwed[] = []): Accepted {
  return { type: 'Accepted', events, notices };
}

export function refuse(refusal: Refusal): Refused {
  return { type: 'Refused', refusal };
}
