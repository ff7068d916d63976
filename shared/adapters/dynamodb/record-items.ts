import * as z from 'zod/mini';
import type { Complaint } from '../../domain/complaint.ts';
import {
  type PropertyRecord,
  propertyRecordSchema,
  type ResidentRecord,
  residentRecordSchema,
} from '../../domain/records.ts';
import { type Reference, referenceSchema } from '../../domain/reference.ts';
import type { Joining } from '../../ports/complaint-store.ts';
import type { RecordKind, RecordName } from '../../ports/records.ts';
import type { ComplaintsTable } from './complaints-table.ts';
import { type Item, type Key, pick, schemaVersion } from './item.ts';
import type { Write } from './write.ts';

/** What records of people and homes look like in the table, both ways, with the complaints that are theirs. */

const partitions: Record<RecordKind, string> = { resident: 'RESIDENT', property: 'PROPERTY' };

export function recordPartition(kind: RecordKind, { landlord, id }: RecordName): string {
  return `${partitions[kind]}#${landlord}#${id}`;
}

export function recordKey(kind: RecordKind, name: RecordName): Key {
  return { pk: recordPartition(kind, name), sk: 'RECORD' };
}

/** Holds while the record of a person does not say that automatic mail is unsafe; one that was never written says nothing. */
export function checkSafe(table: Pick<ComplaintsTable, 'check'>, person: RecordName): Write {
  return table.check(
    recordKey('resident', person),
    'attribute_not_exists(pk) OR safeContact.mayBeMailed = :yes',
    { ':yes': true },
  );
}

export function toRecordItem(kind: RecordKind, record: ResidentRecord | PropertyRecord): Item {
  return { ...recordKey(kind, record), schemaVersion, ...record };
}

export function fromResidentItem(item: Item): ResidentRecord {
  return residentRecordSchema.parse(pick(item, Object.keys(residentRecordSchema.shape)));
}

export function fromPropertyItem(item: Item): PropertyRecord {
  return propertyRecordSchema.parse(pick(item, Object.keys(propertyRecordSchema.shape)));
}

export const membershipPrefix = 'COMPLAINT#';

/** The complaint beside each record that it belongs to. */
export function toMembershipItems(
  { reference, landlord, receivedOn }: Complaint,
  joins: Joining | undefined,
): Item[] {
  const put = (kind: RecordKind, id: string): Item => {
    const key = { pk: recordPartition(kind, { landlord, id }), sk: `${membershipPrefix}${reference}` };
    return { ...key, schemaVersion, reference, receivedOn };
  };
  const { residents = [], property } = joins ?? {};
  return [
    ...residents.map((id) => put('resident', id)),
    ...(property === undefined ? [] : [put('property', property)]),
  ];
}

const membershipItem = z.object({
  schemaVersion: z.literal(schemaVersion),
  reference: referenceSchema,
  receivedOn: z.string(),
});

export function fromMembershipItem(item: Item): { reference: Reference; receivedOn: string } {
  const { reference, receivedOn } = membershipItem.parse(item);
  return { reference, receivedOn };
}
