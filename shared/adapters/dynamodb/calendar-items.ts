import { complaintDuePartition } from '../../contracts/names.ts';
import {
  type Application,
  applicationSchema,
  type CalendarVersion,
  calendarVersionSchema,
  type Proposal,
  proposalSchema,
} from '../../domain/calendar-version.ts';
import type { Instant } from '../../domain/london-time.ts';
import { dueSortKey, type Item, type Key, keyOf, pick, schemaVersion, shardOf } from './item.ts';

/** What was added to the calendar looks like this in the table, both ways. */

/** Everything stands in one partition, so that one query reads it. */
export const calendarPartition = 'CALENDAR';

const versionPrefix = 'VERSION#';
const applicationPrefix = 'APPLIED#';
const proposalSortKey = 'PROPOSAL';

export function applicationKey(landlord: string): Key {
  return { pk: calendarPartition, sk: `${applicationPrefix}${landlord}` };
}

export const isVersionItem = (item: Item) => keyOf(item).sk.startsWith(versionPrefix);
export const isApplicationItem = (item: Item) => keyOf(item).sk.startsWith(applicationPrefix);
export const isProposalItem = (item: Item) => keyOf(item).sk === proposalSortKey;

export function toVersionItem(version: CalendarVersion): Item {
  const number = String(version.version).padStart(6, '0');
  return { pk: calendarPartition, sk: `${versionPrefix}${number}`, schemaVersion, ...version };
}

export function fromVersionItem(item: Item): CalendarVersion {
  return calendarVersionSchema.parse(pick(item, Object.keys(calendarVersionSchema.shape)));
}

export function toApplicationItem(application: Application, wakeAt: Instant | undefined): Item {
  const { landlord } = application;
  const key = applicationKey(landlord);
  return {
    ...key,
    schemaVersion,
    ...application,
    ...(wakeAt && { duePk: complaintDuePartition(shardOf(landlord)), dueSk: dueSortKey(wakeAt, key) }),
  };
}

export function fromApplicationItem(item: Item): Application {
  return applicationSchema.parse(pick(item, Object.keys(applicationSchema.shape)));
}

export function toProposalItem(proposal: Proposal): Item {
  return { pk: calendarPartition, sk: proposalSortKey, schemaVersion, ...proposal };
}

export function fromProposalItem(item: Item): Proposal {
  return proposalSchema.parse(pick(item, Object.keys(proposalSchema.shape)));
}

/** The landlord whose application an entry of an index points to; undefined where it points to something else. */
export function landlordOf(item: Item): string | undefined {
  const { pk, sk } = keyOf(item);
  return pk === calendarPartition ? sk.slice(applicationPrefix.length) : undefined;
}
