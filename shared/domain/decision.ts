import type { Calendar } from './calendar.ts';
import type { ComplaintEvent } from './complaint.ts';
import type { Instant } from './london-time.ts';
import type { NoticeOwed } from './notices.ts';
import type { PolicyVersion } from './policy.ts';
import type { Refusal } from './refusals.ts';

/** What a decision may look at beside the state and the command. */
export interface Context {
  now: Instant;
  policy: PolicyVersion;
  calendar: Calendar;
}

export type Decision = Accepted | Refused;
export interface Accepted {
  type: 'Accepted';
  events: ComplaintEvent[];
  notices: NoticeOwed[];
}
interface Refused {
  type: 'Refused';
  refusal: Refusal;
}
