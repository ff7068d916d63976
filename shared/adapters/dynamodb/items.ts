import * as z from 'zod/mini';
import { complaintDuePartition } from '../../contracts/names.ts';
import { type Complaint, complaintSchema, isOnWorklist } from '../../domain/complaint.ts';
import type { Instant } from '../../domain/london-time.ts';
import type { Reference } from '../../domain/reference.ts';
import type { StoredComplaint } from '../../ports/complaint-store.ts';
import { findableBy, type Wanted } from '../../ports/findable.ts';
import { type PersonalText, personalTextSchema, type Text, textSchema } from '../../ports/personal-text.ts';
import { type TimelineEntry, timelineEntrySchema } from '../../ports/timeline.ts';
import { toWorklistItem, type WorklistItem } from '../../ports/worklist.ts';
import {
  complaintPartition,
  dueSortKey,
  type Item,
  type Key,
  keyOf,
  pick,
  schemaVersion,
  shardOf,
} from './item.ts';

/** What a complaint and its words look like in the tables, both ways. */

export const stateKey = (reference: Reference) => ({ pk: complaintPartition(reference), sk: 'STATE' });
export const personalKey = (reference: Reference) => ({ pk: complaintPartition(reference), sk: 'PERSONAL' });
export const postcodeKey = (reference: Reference) => ({ pk: complaintPartition(reference), sk: 'POSTCODE' });

export function worklistPartition(landlord: string, open: boolean): string {
  return `WORKLIST#${landlord}#${open ? 'open' : 'closed'}`;
}

export function toStateItem(stored: StoredComplaint, wakeAt: Instant | undefined, at: Instant): Item {
  const { complaint, version, head } = stored;
  const { reference, landlord, receivedOn } = complaint;
  const key = stateKey(reference);
  const { nextDueOn, flags, after } = toWorklistItem(complaint);
  return {
    ...key,
    schemaVersion,
    ...complaint,
    version,
    head,
    nextDueOn,
    flags,
    ...(wakeAt && { duePk: complaintDuePartition(shardOf(reference)), dueSk: dueSortKey(wakeAt, key) }),
    worklistPk: worklistPartition(landlord, isOnWorklist(complaint)),
    worklistSk: after,
    periodPk: `PERIOD#${landlord}#${receivedOn.slice(0, 7)}`,
    periodSk: `${receivedOn}#${reference}`,
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

const { reference, status, stage, handler, team, receivedOn } = complaintSchema.shape;
const worklistEntry = z.object({
  reference,
  status,
  stage,
  handler,
  team,
  flags: z.array(z.string()),
  nextDueOn: receivedOn,
  worklistSk: z.string(),
});

/** An entry of the `worklist` index, which holds only some of a complaint's attributes. */
export function fromWorklistEntry(entry: Item): WorklistItem {
  const { worklistSk, ...item } = worklistEntry.parse(entry);
  return { ...item, after: worklistSk };
}

export const findPartition = (landlord: string) => `FIND#${landlord}`;
export const findPrefix = (by: Wanted) =>
  'surname' in by ? `NAME#${by.surname}` : `POSTCODE#${by.postcode}`;

/** Names and postcodes are found by their beginning; the postcode has an item of its own, since an item is found once. */
export function toPersonalItems(
  reference: Reference,
  landlord: string,
  personal: PersonalText,
): (Item & Key)[] {
  const { surname, postcode } = findableBy(personal);
  const findable = (by: Wanted) => ({
    findPk: findPartition(landlord),
    findSk: `${findPrefix(by)}#${reference}`,
  });
  return [
    { ...personalKey(reference), schemaVersion, ...personal, ...(surname && findable({ surname })) },
    ...(postcode ? [{ ...postcodeKey(reference), schemaVersion, ...findable({ postcode }) }] : []),
  ];
}

const personalAttributes = Object.keys(personalTextSchema.shape);

export function fromPersonalItem(item: Item): PersonalText {
  return personalTextSchema.parse(pick(item, personalAttributes));
}

export const textPrefix = 'TEXT#';
export const textKey = (reference: Reference, id: string) => ({
  pk: complaintPartition(reference),
  sk: `${textPrefix}${id}`,
});

export function toTextItem(reference: Reference, { id, text, salt }: Text): Item {
  return { ...textKey(reference, id), schemaVersion, text, salt };
}

export function fromTextItem(item: Item): Text {
  const id = keyOf(item).sk.slice(textPrefix.length);
  return textSchema.parse({ ...pick(item, ['text', 'salt']), id });
}

/** Of fixed width, so that text order is the order of numbers. */
export function timelineSortKey(sequence: number): string {
  return String(sequence).padStart(6, '0');
}

export function toTimelineItem(entry: TimelineEntry): Item {
  return { pk: entry.reference, sk: timelineSortKey(entry.seq), schemaVersion, ...entry };
}

export function fromTimelineItem(item: Item): TimelineEntry {
  return timelineEntrySchema.parse(pick(item, Object.keys(timelineEntrySchema.shape)));
}
