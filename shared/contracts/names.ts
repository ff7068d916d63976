import type { SendLane } from '../domain/notices.ts';

/**
 * Names that the running code, the infrastructure and the local stack must agree on. They stand here and nowhere else.
 */

/** Attribute names of the tables' keys and of each index's keys. */
export const complaintsTable = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  indexes: {
    due: { name: 'due', partitionKey: 'duePk', sortKey: 'dueSk', projection: 'keys-only' },
    worklist: {
      name: 'worklist',
      partitionKey: 'worklistPk',
      sortKey: 'worklistSk',
      projection: ['reference', 'landlord', 'stage', 'status', 'handler', 'team', 'flags', 'nextDueOn'],
    },
    period: {
      name: 'period',
      partitionKey: 'periodPk',
      sortKey: 'periodSk',
      projection: ['reference', 'landlord', 'stage', 'status', 'channel', 'receivedOn', 'obligations'],
    },
    find: { name: 'find', partitionKey: 'findPk', sortKey: 'findSk', projection: 'keys-only' },
    touched: { name: 'touched', partitionKey: 'touchedPk', sortKey: 'touchedSk', projection: 'keys-only' },
  },
} as const;

export const timelineTable = { partitionKey: 'pk', sortKey: 'sk' } as const;

/** Due items are spread over this many partitions of the `due` index; a sweep asks each of them. */
export const dueShards = [0, 1, 2, 3] as const;

/** Partition of the `due` index that holds the complaints of a shard which wait for an instant. */
export function complaintDuePartition(shard: number): string {
  return `DUE#${shard}`;
}

/** Partition of the `due` index that holds the notices of a lane's shard which wait to be sent. */
export function noticeDuePartition(lane: SendLane, shard: number): string {
  return `SEND#${lane}#${shard}`;
}

/**
 * Tags on every mail, by which SES's events find their notice again: one of the first three names its owner. Letters,
 * digits, `-` and `_` only.
 */
export const mailTags = {
  complaint: 'complaint',
  enquiry: 'enquiry',
  landlord: 'landlord',
  notice: 'notice',
  attempt: 'attempt',
} as const;

/** Namespace of the metrics that the functions write as embedded metric format. */
export const metricNamespace = 'Redress';
export const heartbeatMetric = 'Heartbeat';
export const feedUnusableMetric = 'FeedUnusable';

/** Functions are deployed under this prefix and their short name: `redress-sweep`. */
export const functionNamePrefix = 'redress-';
