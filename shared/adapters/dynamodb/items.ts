import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { complaintDuePartition, dueShards, noticeDuePartition } from '../../contracts/names.ts';
import { type Complaint, complaintSchema } from '../../domain/complaint.ts';
import type { Instant } from '../../domain/london-time.ts';
import type { Reference } from '../../domain/reference.ts';
import { type Notice, noticeSchema } from '../../domain/sending.ts';
import type { NoticeKey, StoredComplaint } from '../../ports/complaint-store.ts';
import { type PersonalText, personalTextSchema } from '../../ports/personal-text.ts';
import { type TimelineEntry, timelineEntrySchema } from '../../ports/timeline.ts';

/** What an item looks like in the tables, both ways. Every item is parsed when it is read. */

type Item = Record<string, unknown>;

const schemaVersion = 1;

function complaintPartition(reference: Reference): string {
  return `COMPLAINT#${reference}`;
}

export const stateKey = (reference: Reference) => ({ pk: complaintPartition(reference), sk: 'STATE' });
export const personalKey = (reference: Reference) => ({ pk: complaintPartition(reference), sk: 'PERSONAL' });
export const noticeKey = ({ complaint, id }: NoticeKey) => ({
  pk: complaintPartition(complaint),
  sk: `NOTICE#${id}`,
});

/** Sort key of the `due` index. Instants are fixed-width, so that text order is time order. */
export function dueSortKey(at: Instant, key: { pk: string; sk: string }): string {
  return `${at}#${key.pk}#${key.sk}`;
}

/** Upper bound of what is due at an instant, that instant included: `$` is the character after `#`. */
export function dueBound(now: Instant): string {
  return `${now}$`;
}

export function toStateItem(stored: StoredComplaint, wakeAt: Instant | undefined, at: Instant): Item {
  const { complaint, version, head } = stored;
  const { reference, landlord, status } = complaint;
  const key = stateKey(reference);
  const nextDueOn = complaint.obligations.map(({ dueOn }) => dueOn).sort()[0] ?? complaint.receivedOn;
  return {
    ...key,
    schemaVersion,
    ...complaint,
    version,
    head,
    nextDueOn,
    ...(wakeAt && { duePk: complaintDuePartition(shardOf(reference)), dueSk: dueSortKey(wakeAt, key) }),
    worklistPk: `WORKLIST#${landlord}#${status}`,
    worklistSk: `${nextDueOn}#${reference}`,
    periodPk: `PERIOD#${landlord}#${complaint.receivedOn.slice(0, 7)}`,
    periodSk: `${complaint.receivedOn}#${reference}`,
    touchedPk: `TOUCHED#${at.slice(0, 10)}`,
    touchedSk: reference,
  };
}

const stateItem = z.object({ version: z.int(), head: z.string() });
const complaintAttributes = Object.keys(complaintSchema.shape);

export function fromStateItem(item: Item): StoredComplaint {
  const { version, head } = stateItem.parse(item);
  return { complaint: complaintSchema.parse(pick(item, complaintAttributes)) as Complaint, version, head };
}

/** Names and postcodes are found by their beginning; the postcode has an item of its own, since an item is found once. */
export function toPersonalItems(reference: Reference, landlord: string, personal: PersonalText): Item[] {
  const key = personalKey(reference);
  const { complainant } = personal;
  const surname = complainant?.name.trim().split(/\s+/).at(-1)?.toLowerCase();
  const postcode = complainant?.address?.toUpperCase().match(/\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b/);
  const findable = (by: string) => ({ findPk: `FIND#${landlord}`, findSk: `${by}#${reference}` });
  return [
    { ...key, schemaVersion, ...personal, ...(surname && findable(`NAME#${surname}`)) },
    ...(postcode
      ? [{ ...key, sk: 'POSTCODE', schemaVersion, ...findable(`POSTCODE#${postcode[1]}${postcode[2]}`) }]
      : []),
  ];
}

const personalAttributes = Object.keys(personalTextSchema.shape);

export function fromPersonalItem(item: Item): PersonalText {
  return personalTextSchema.parse(pick(item, personalAttributes));
}

export function toNoticeItem(notice: Notice): Item {
  const key = noticeKey(notice);
  const { wakeAt, lane, complaint } = notice;
  return {
    ...key,
    schemaVersion,
    ...notice,
    ...(wakeAt && { duePk: noticeDuePartition(lane, shardOf(complaint)), dueSk: dueSortKey(wakeAt, key) }),
  };
}

const noticeAttributes = Object.keys(noticeSchema.shape);

export function fromNoticeItem(item: Item): Notice {
  return noticeSchema.parse(pick(item, noticeAttributes));
}

export function toTimelineItem(entry: TimelineEntry): Item {
  return { pk: entry.reference, sk: String(entry.seq).padStart(6, '0'), schemaVersion, ...entry };
}

export function fromTimelineItem(item: Item): TimelineEntry {
  return timelineEntrySchema.parse(pick(item, Object.keys(timelineEntrySchema.shape)));
}

const dueKeys = z.object({ pk: z.string(), sk: z.string() });

/** The complaint that an entry of the `due` index points to. */
export function referenceOf(item: Item): Reference {
  return dueKeys.parse(item).pk.replace('COMPLAINT#', '') as Reference;
}

/** The notice that an entry of the `due` index points to. */
export function noticeKeyOf(item: Item): NoticeKey {
  return { complaint: referenceOf(item), id: dueKeys.parse(item).sk.replace('NOTICE#', '') };
}

function shardOf(reference: Reference): number {
  return (createHash('sha256').update(reference).digest()[0] ?? 0) % dueShards.length;
}

const versioned = z.object({ schemaVersion: z.literal(schemaVersion) });

/** The named attributes of an item of our schema version; an item of another is a fault, never misread. */
function pick(item: Item, attributes: string[]): Item {
  versioned.parse(item);
  return Object.fromEntries(attributes.filter((name) => name in item).map((name) => [name, item[name]]));
}
