import type { Complaint } from '../../domain/complaint.ts';
import type { PropertyRecord, ResidentRecord } from '../../domain/records.ts';
import type { Reference } from '../../domain/reference.ts';
import type { Joining } from '../complaint-store.ts';
import { newestFirst } from '../newest-first.ts';
import type { RecordKind, RecordName, Records } from '../records.ts';

/** Records with what the store does to them, which is made over them. */
export interface MemoryRecords extends Records {
  join(complaint: Complaint, joins: Joining | undefined): void;
  /** those of them that say that mail is unsafe */
  unsafeOf(landlord: string, ids: readonly string[]): string[];
}

const noRecords: Joining = { residents: [], whileSafe: [] };

/** Records in memory: the same promises as on DynamoDB, kept by the same suite. */
export function createMemoryRecords(): MemoryRecords {
  const nameOf = ({ landlord, id }: RecordName) => `${landlord}#${id}`;
  const residents = new Map<string, ResidentRecord>();
  const properties = new Map<string, PropertyRecord>();
  const memberships: Record<RecordKind, Map<string, Map<Reference, string>>> = {
    resident: new Map(),
    property: new Map(),
  };
  const save = async <Kept extends ResidentRecord | PropertyRecord>(
    records: Map<string, Kept>,
    record: Kept,
  ) => {
    const name = nameOf(record);
    if ((records.get(name)?.revision ?? 0) !== record.revision - 1) return 'changed-meanwhile' as const;
    records.set(name, structuredClone(record));
    return 'stored' as const;
  };

  return {
    join({ reference, landlord, receivedOn }, { residents: ids, property } = noRecords) {
      const put = (kind: RecordKind, id: string) => {
        const name = nameOf({ landlord, id });
        memberships[kind].set(name, new Map(memberships[kind].get(name)).set(reference, receivedOn));
      };
      for (const id of ids) put('resident', id);
      if (property !== undefined) put('property', property);
    },

    unsafeOf: (landlord, ids) =>
      ids.filter((id) => residents.get(nameOf({ landlord, id }))?.safeContact.mayBeMailed === false),

    async readResident(name) {
      return structuredClone(residents.get(nameOf(name)));
    },

    saveResident: (record) => save(residents, record),

    async readProperty(name) {
      return structuredClone(properties.get(nameOf(name)));
    },

    saveProperty: (record) => save(properties, record),

    async complaintsOf(kind, name) {
      const own = [...(memberships[kind].get(nameOf(name)) ?? [])];
      return newestFirst(own.map(([reference, receivedOn]) => ({ reference, receivedOn })));
    },
  };
}
