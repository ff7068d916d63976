import * as z from 'zod/mini';
import { complaintDuePartition } from '../../contracts/names.ts';
import { type Enquiry, enquirySchema, versionOf } from '../../domain/enquiries/enquiry.ts';
import type { Instant } from '../../domain/london-time.ts';
import { nameOwner } from '../../domain/notice-owner.ts';
import type { Reference } from '../../domain/reference.ts';
import { staffId } from '../../domain/staff.ts';
import { type EnquiryItem, listingOf } from '../../ports/enquiries.ts';
import { type EnquiryText, enquiryTextSchema } from '../../ports/enquiry-text.ts';
import type { Text } from '../../ports/personal-text.ts';
import { flagged } from '../../ports/worklist.ts';
import { dueSortKey, type Item, type Key, pick, schemaVersion, shardOf } from './item.ts';
import { textPrefix } from './items.ts';

/** What an enquiry looks like in the table, both ways. */

export const enquiryPartition = (reference: Reference) => nameOwner({ type: 'enquiry', reference });
export const enquiryKey = (reference: Reference): Key => ({ pk: enquiryPartition(reference), sk: 'STATE' });
export const enquiryTextKey = (reference: Reference): Key => ({
  pk: enquiryPartition(reference),
  sk: 'PERSONAL',
});

/** Lists stand in the index of the worklist, each in a partition of its own. */
export function listPartition(landlord: string, list: 'requests' | 'compliments'): string {
  return `WORKLIST#${landlord}#${list}`;
}

export function toEnquiryItem(enquiry: Enquiry, wakeAt: Instant | undefined): Item {
  const { reference, landlord, staffComplainedAbout } = enquiry;
  const key = enquiryKey(reference);
  const listing = listingOf(enquiry);
  return {
    ...key,
    schemaVersion,
    ...enquiry,
    version: versionOf(enquiry),
    ...(wakeAt && { duePk: complaintDuePartition(shardOf(reference)), dueSk: dueSortKey(wakeAt, key) }),
    ...(listing && {
      nextDueOn: listing.on,
      worklistPk: listPartition(landlord, listing.list),
      worklistSk: listing.after,
      ...(staffComplainedAbout && { flags: staffComplainedAbout.map((id) => `about:${id}`) }),
    }),
  };
}

export function fromEnquiryItem(item: Item): Enquiry {
  return enquirySchema.parse(pick(item, Object.keys(enquirySchema.shape)));
}

export function toEnquiryTextItem(reference: Reference, personal: EnquiryText): Item {
  return { ...enquiryTextKey(reference), schemaVersion, ...personal };
}

export function fromEnquiryTextItem(item: Item): EnquiryText {
  return enquiryTextSchema.parse(pick(item, Object.keys(enquiryTextSchema.shape)));
}

export function toNoteItem(reference: Reference, { id, text, salt }: Text): Item {
  return { pk: enquiryPartition(reference), sk: `${textPrefix}${id}`, schemaVersion, text, salt };
}

const { reference, status, handler, team, receivedOn } = enquirySchema.shape;
const listEntry = z.object({
  reference,
  status,
  handler,
  team,
  nextDueOn: receivedOn,
  worklistSk: z.string(),
  flags: z.optional(z.array(z.string())),
});

/** An entry of the `worklist` index, which holds only some of an enquiry's attributes. */
export function fromListEntry(entry: Item): EnquiryItem {
  const { nextDueOn, worklistSk, flags, ...item } = listEntry.parse(entry);
  const about = flags && { staffComplainedAbout: flagged({ flags }, 'about').map(staffId) };
  return { ...item, ...about, on: nextDueOn, after: worklistSk };
}
