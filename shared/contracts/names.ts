import type { SendQueue } from '../domain/stored-notice.ts';

/**
 * Names that the running code, the infrastructure and the local stack must agree on. They stand here and nowhere else.
 */

export { digestAt } from '../domain/digest-lines.ts';

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

/** Partition of the `due` index that holds the notices which wait in one queue: mail is too slow to need several. */
export function noticeDuePartition(queue: SendQueue): string {
  return `SEND#${queue}`;
}

/** Partition of the `due` index that holds the letters and calls of a landlord that wait for somebody’s hand. */
export function byHandPartition(landlord: string): string {
  return `HAND#${landlord}`;
}

/** Where it is kept whether mail may leave at all. */
export const circuitKey = { pk: 'SENDING', sk: 'CIRCUIT' } as const;

/** As whom the sender and SES’s events act, in stored entries of the timeline. */
export const mailActor = 'mail';

/**
 * Tags on every mail, by which SES's events find their notice again: one of the first four names its owner. Letters,
 * digits, `-` and `_` only.
 */
export const mailTags = {
  complaint: 'complaint',
  enquiry: 'enquiry',
  landlord: 'landlord',
  staff: 'staff',
  notice: 'notice',
  attempt: 'attempt',
} as const;

/** Our bus, on which other systems hear of what happens to complaints, and what every event on it names as its source. */
export const eventBusName = 'redress';
export const eventSource = 'redress';

/** Namespace of the metrics that the functions write as embedded metric format, each with its function as its dimension. */
export const metricNamespace = 'Redress';

/** Every metric, with its unit and the function that writes it. */
export const metrics = {
  /** 1 at the end of each run that went well */
  Heartbeat: { unit: 'Count' },
  /** 1 where the list of bank holidays cannot be used */
  FeedUnusable: { unit: 'Count' },
  /** how long the notice has been owed that has waited longest to be sent, whatever it waits for */
  OldestUnsentSeconds: { unit: 'Seconds' },
  /** notices of which nobody knows whether they were sent */
  NoticesUnknown: { unit: 'Count' },
  /** 1 while the mail system takes no mail, 0 otherwise */
  CircuitOpen: { unit: 'Count' },
  /** notices that were tried as often as they are tried, or that SES refused for good */
  NoticesGivenUp: { unit: 'Count' },
  /** notices that could not be handled, each of which waits an hour */
  NoticesSetAside: { unit: 'Count' },
  /** mails that nobody on the staff caused, of which a landlord or all landlords would have sent too many in one day */
  LandlordMailCapReached: { unit: 'Count' },
  /** mails to staff, or to whoever they asked, that did not arrive */
  StaffMailFailed: { unit: 'Count' },
  /** open complaints that owe something and wait for no instant */
  ComplaintsUnwatched: { unit: 'Count' },
  /** events of a timeline that cannot be told to other systems */
  EventsUnreadable: { unit: 'Count' },
} as const;
export type MetricName = keyof typeof metrics;

/** What the sweep is woken with where it also looks for what waits for no instant. */
export const unwatchedCheck = { check: 'unwatched' } as const;

/** Functions are deployed under this prefix and their short name: `redress-sweep`. */
export const functionNamePrefix = 'redress-';
