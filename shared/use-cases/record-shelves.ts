import type { Instant } from '../domain/london-time.ts';
import {
  type PropertyRecord,
  type ResidentRecord,
  unwrittenProperty,
  unwrittenResident,
} from '../domain/records.ts';
import type { StaffId } from '../domain/staff.ts';
import type { WrittenComplaint } from '../ports/complaint-store.ts';
import type { RecordKind, RecordName, Records } from '../ports/records.ts';
import { peopleOf } from './known-people.ts';

/** What every record says of itself. */
type Head = RecordName & { revision: number; updatedBy: StaffId; updatedAt: Instant };
export type RecordDetails<Kept> = Omit<Kept, keyof Head>;

/** How records of one kind are read and written. */
export interface Shelf<Kept extends { revision: number }> {
  kind: RecordKind;
  read: (records: Records, name: RecordName) => Promise<Kept>;
  make: (head: Head, details: RecordDetails<Kept>) => Kept;
  save: (records: Records, record: Kept) => ReturnType<Records['saveResident']>;
  /** whether a complaint names what the record is of, and whether it is shown with it */
  belongs: (complaint: WrittenComplaint, id: string) => { isNamed: boolean; isShown: boolean };
}

export const residents: Shelf<ResidentRecord> = {
  kind: 'resident',
  read: async (records, name) =>
    (await records.readResident(name)) ?? unwrittenResident(name.landlord, name.id),
  make: (head, details) => ({ ...details, ...head }),
  save: (records, record) => records.saveResident(record),
  // what was agreed with whoever leads is nobody else's
  belongs: ({ stored: { complaint }, personal }, id) => {
    const named = peopleOf(complaint, personal).filter(({ records }) => records.includes(id));
    return { isNamed: named.length > 0, isShown: named.some(({ party }) => party === 'lead') };
  },
};

export const properties: Shelf<PropertyRecord> = {
  kind: 'property',
  read: async (records, name) =>
    (await records.readProperty(name)) ?? unwrittenProperty(name.landlord, name.id),
  make: (head, details) => ({ ...details, ...head }),
  save: (records, record) => records.saveProperty(record),
  belongs: ({ stored: { complaint } }, id) => {
    const isTheirs = complaint.property === id;
    return { isNamed: isTheirs, isShown: isTheirs };
  },
};
