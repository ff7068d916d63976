import type { Calendar } from './calendar.ts';
import type { ComplaintEvent } from './events.ts';
import type { Instant } from './london-time.ts';
import type { NoticeOwed } from './notices.ts';
import type { PolicyVersion } from './policy.ts';
import type { Refusal } from './refusals.ts';
import type { Person } from './staff.ts';

/** What a decision may look at beside the state and the command. */
export interface Context {
  now: Instant;
  policy: PolicyVersion;
  calendar: Calendar;
  /** whether residents are told of a date that this version of the calendar moves later */
  tellsLaterDates?: boolean | undefined;
  /** the rows of the staff register that the command names; nobody for commands that name nobody */
  people?: readonly Person[];
}

export type Decision = Accepted | Refused;
export interface Accepted {
  type: 'Accepted';
  events: ComplaintEvent[];
  notices: NoticeOwed[];
}
export interface Refused {
  type: 'Refused';
  refusal: Refusal;
}

export function accept(events: ComplaintEvent[], notices: NoticeOwed[] = []): Accepted {
  return { type: 'Accepted', events, notices };
}

export function refuse(refusal: Refusal): Refused {
  return { type: 'Refused', refusal };
}
