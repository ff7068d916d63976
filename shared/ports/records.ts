import type { PropertyRecord, ResidentRecord } from '../domain/records.ts';
import type { Reference } from '../domain/reference.ts';

/** What names a record: ids mean something within a landlord. */
export interface RecordName {
  landlord: string;
  id: string;
}

/** Where it is kept what is known of people and of homes, and which complaints are theirs. */
export interface Records {
  readResident(name: RecordName): Promise<ResidentRecord | undefined>;
  /**
   * Stores a record whose stored revision is one less, or a new one with revision 1. `changed-meanwhile` stores nothing:
   * read again and decide again.
   */
  saveResident(record: ResidentRecord): Promise<'stored' | 'changed-meanwhile'>;
  readProperty(name: RecordName): Promise<PropertyRecord | undefined>;
  /** as `saveResident` */
  saveProperty(record: PropertyRecord): Promise<'stored' | 'changed-meanwhile'>;
  /**
   * Every complaint that was put with the record, the newest first. One may have been corrected since, and be
   * another’s: its state says whose it is.
   */
  complaintsOf(kind: RecordKind, name: RecordName): Promise<Reference[]>;
}

export type RecordKind = 'resident' | 'property';
