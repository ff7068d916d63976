import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ComplaintStore } from '../../ports/complaint-store.ts';
import type { Tables } from './client.ts';
import { storeCommands } from './commands.ts';
import { openComplaintsTable } from './complaints-table.ts';
import { storeNotices } from './notices.ts';
import { storeQueries } from './queries.ts';

/** The store on DynamoDB; its twin in memory passes the same suite. */
export function createDynamoDbStore(client: DynamoDBDocumentClient, tables: Tables): ComplaintStore {
  const table = openComplaintsTable(client, tables.complaints);
  return {
    ...storeCommands(table, tables.timeline),
    ...storeNotices(table),
    ...storeQueries(client, tables, table),
  };
}
