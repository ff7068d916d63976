import type { CivilDate } from './civil-date.ts';
import type { Channel } from './events.ts';
import type { Instant } from './london-time.ts';
import type { Reference } from './reference.ts';
import type { StaffId } from './staff.ts';

/** Accept a complaint. What was written and who wrote it is kept apart and reaches no rule. */
export interface Receive {
  type: 'Receive';
  reference: Reference;
  channel: Channel;
  /** when dissatisfaction was first expressed to anybody who works for the landlord; now, where it is left out */
  receivedAt?: Instant | undefined;
  loggedBy?: StaffId | undefined;
  issueOccurredOn?: CivilDate | undefined;
  becameAwareOn?: CivilDate | undefined;
  reachableByEmail: boolean;
  staffComplainedAbout?: readonly StaffId[] | undefined;
  /** the complaint in which it was raised, where it came up midway */
  raisedIn?: Reference | undefined;
  personalTextHash: string;
}
