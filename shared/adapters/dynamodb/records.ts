import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { PropertyRecord, ResidentRecord } from '../../domain/records.ts';
import { newestFirst } from '../../ports/newest-first.ts';
import type { RecordKind, Records } from '../../ports/records.ts';
import type { Tables } from './client.ts';
import { openComplaintsTable } from './complaints-table.ts';
import {
  fromMembershipItem,
  fromPropertyItem,
  fromResidentItem,
  membershipPrefix,
  recordKey,
  recordPartition,
  toRecordItem,
} from './record-items.ts';

/** Records on DynamoDB; the twin in memory passes the same suite. */
export function createDynamoDbRecords(
  client: DynamoDBDocumentClient,
  { complaints }: Pick<Tables, 'complaints'>,
): Records {
  const table = openComplaintsTable(client, complaints);
  const save = async (kind: RecordKind, record: ResidentRecord | PropertyRecord) => {
    const item = toRecordItem(kind, record);
    const put =
      record.revision === 1
        ? table.putNew(item)
        : table.put(item, 'revision = :before', { ':before': record.revision - 1 });
    return (await table.write([put])).length === 0 ? 'stored' : 'changed-meanwhile';
  };
  return {
    async readResident(name) {
      const item = await table.get(recordKey('resident', name));
      return item && fromResidentItem(item);
    },

    saveResident: (record) => save('resident', record),

    async readProperty(name) {
      const item = await table.get(recordKey('property', name));
      return item && fromPropertyItem(item);
    },

    saveProperty: (record) => save('property', record),

    async complaintsOf(kind, name) {
      const items = table.queryPrefix(recordPartition(kind, name), membershipPrefix);
      return newestFirst((await Array.fromAsync(items)).map(fromMembershipItem));
    },
  };
}
