import {
  complaintDuePartition,
  complaintsTable,
  dueShards,
  noticeDuePartition,
} from '../../shared/contracts/names.ts';
import { sendLanes } from '../../shared/domain/notices.ts';
import type { DynamoDbClient } from './dynamodb-client.ts';
import { StackError } from './stack-error.ts';
import type { Table } from './system.ts';

/** Every partition of the `due` index. */
function duePartitions(): string[] {
  const wakes = dueShards.map(complaintDuePartition);
  const sends = sendLanes.flatMap((lane) => dueShards.map((shard) => noticeDuePartition(lane, shard)));
  return [...wakes, ...sends];
}

/** The earliest instant in the `due` index, found with one item from each partition. */
export async function findNextDue(client: DynamoDbClient, tables: Table[]): Promise<number | undefined> {
  const table = tables.find(hasDueIndex);
  if (table === undefined) return undefined;
  const instants = await Promise.all(
    duePartitions().map((partition) => firstOf(client, table.name, partition)),
  );
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

async function firstOf(
  client: DynamoDbClient,
  tableName: string,
  partition: string,
): Promise<number | undefined> {
  const { due } = complaintsTable.indexes;
  const { Items } = await client.call<{ Items: Record<string, { S?: string }>[] }>('Query', {
    TableName: tableName,
    IndexName: due.name,
    KeyConditionExpression: '#partition = :partition',
    ExpressionAttributeNames: { '#partition': due.partitionKey },
    ExpressionAttributeValues: { ':partition': { S: partition } },
    Limit: 1,
  });
  const sortKey = Items[0]?.[due.sortKey]?.S;
  if (sortKey === undefined) return undefined;
  const instant = Date.parse(sortKey.split('#')[0] ?? '');
  if (Number.isNaN(instant)) {
    throw new StackError(`The ${due.name} index holds ${sortKey}, which does not start with an instant.`);
  }
  return instant;
}

function hasDueIndex({ definition }: Table): boolean {
  const indexes = definition.GlobalSecondaryIndexes;
  return (
    Array.isArray(indexes) && indexes.some(({ IndexName }) => IndexName === complaintsTable.indexes.due.name)
  );
}
