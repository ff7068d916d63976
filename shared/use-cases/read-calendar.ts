import type { StaffToken } from '../domain/authorization.ts';
import { horizonOf } from '../domain/bank-holidays.ts';
import { type Nation, nations } from '../domain/calendar.ts';
import {
  type Application,
  bundledVersion,
  type CalendarVersion,
  holidaysOf,
  newestOf,
  openProposal,
  type Proposal,
} from '../domain/calendar-version.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import { londonDateOf } from '../domain/london-time.ts';
import { policyInForce } from '../domain/policy.ts';
import type { CalendarArchive } from '../ports/calendar-archive.ts';
import type { Clock } from '../ports/clock.ts';
import { admitToCalendar } from './admit-to-calendar.ts';
import { admitToLandlord, type LandlordAdmission, type NotAdmittedToLandlord } from './admit-to-landlord.ts';
import type { CalendarParts } from './calendars.ts';

export interface ReadCalendarPorts extends LandlordAdmission, Pick<CalendarParts, 'bundled'> {
  archive: Pick<CalendarArchive, 'read'>;
  clock: Clock;
}

type Refused = { type: 'refused'; refusal: NotAdmittedToLandlord };

export interface Versions {
  type: 'found';
  newest: number;
  versions: CalendarVersion[];
  /** how far the newest knows the bank holidays of each nation */
  horizons: { nation: Nation; knownTo: CivilDate }[];
  proposal: Proposal | undefined;
}

/** Every version of the calendar, and what still waits for an administrator. */
export async function readVersions(ports: ReadCalendarPorts, token: StaffToken): Promise<Versions | Refused> {
  const refusal = await admitToCalendar(ports, token, 'read-calendar');
  if (refusal) return { type: 'refused', refusal };
  const { versions, proposal } = await ports.archive.read();
  const newest = newestOf(versions);
  const holidays = holidaysOf(newest, ports.bundled, versions);
  const horizons = nations.map((nation) => ({ nation, knownTo: horizonOf(holidays, [nation]) }));
  return { type: 'found', newest, versions, horizons, proposal: openProposal(proposal, newest) };
}

export interface LandlordCalendar {
  type: 'found';
  landlord: string;
  /** the version that it counts by */
  version: number;
  newest: number;
  /** how far that version knows the bank holidays of its nations; a date after that is provisional */
  knownTo: CivilDate;
  /** absent while it counts by the first version */
  application: Application | undefined;
}

/** What a landlord counts by, and how far its open complaints have been counted anew. */
export async function readLandlordCalendar(
  ports: ReadCalendarPorts,
  token: StaffToken,
  landlord: string,
): Promise<LandlordCalendar | Refused> {
  const admitted = await admitToLandlord(ports, token, 'read-calendar', landlord);
  if ('refusal' in admitted) return { type: 'refused', refusal: admitted.refusal };
  const { versions, applications } = await ports.archive.read();
  const application = applications.find((each) => each.landlord === landlord);
  const version = application?.version ?? bundledVersion;
  const policy = policyInForce(admitted.policy, londonDateOf(ports.clock()));
  const knownTo = horizonOf(holidaysOf(version, ports.bundled, versions), policy.nations);
  return { type: 'found', landlord, version, newest: newestOf(versions), knownTo, application };
}
