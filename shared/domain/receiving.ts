import type { Channel } from './channels.ts';
import type { CivilDate } from './civil-date.ts';
import type { EventOf } from './events.ts';
import type { Instant } from './london-time.ts';
import type { CopiesOf, Missing, Representative } from './parties.ts';
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
  otherWays?: EventOf<'ComplaintReceived'>['otherWays'];
  phoneAgreed?: EventOf<'ComplaintReceived'>['phoneAgreed'];
  staffComplainedAbout?: readonly StaffId[] | undefined;
  /** whoever has an interest in the complaint in which it was raised has one in this one too (Code 5.8) */
  conflicts?: EventOf<'ComplaintReceived'>['conflicts'];
  /** the complaint in which it was raised, where it came up midway */
  raisedIn?: Reference | undefined;
  /** an individual, where it is left out */
  madeBy?: EventOf<'ComplaintReceived'>['madeBy'] | undefined;
  others?: EventOf<'ComplaintReceived'>['others'];
  /** without `copies`, as the landlord's policy has it */
  representative?: (Omit<Representative, 'copies'> & { copies?: CopiesOf | undefined }) | undefined;
  standing?: EventOf<'ComplaintReceived'>['standing'];
  tenure?: EventOf<'ComplaintReceived'>['tenure'];
  tenancyEndedOn?: CivilDate | undefined;
  hazards?: EventOf<'ComplaintReceived'>['hazards'];
  vulnerabilities?: EventOf<'ComplaintReceived'>['vulnerabilities'];
  category?: EventOf<'ComplaintReceived'>['category'];
  /** the day on which they were given the choice to complain and took it */
  chosenOn?: CivilDate | undefined;
  enquiry?: EventOf<'ComplaintReceived'>['enquiry'];
  /** ids of the records of the person and of the property */
  resident?: string | undefined;
  property?: string | undefined;
  /** the resident’s record says that automatic mail is not safe */
  unsafeToMail?: true | undefined;
  /** what has to be found out */
  missing?: readonly Missing[] | undefined;
  imported?: true | undefined;
  personalTextHash: string;
}
