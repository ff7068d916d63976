import {
  circuitKey,
  complaintDuePartition,
  complaintsTable,
  dueShards,
  noticeDuePartition,
} from '../../shared/contracts/names.ts';
import { sendLanes } from '../../shared/domain/notices.ts';
import { sendQueues } from '../../shared/domain/stored-notice.ts';
import type { DynamoDbClient } from './dynamodb-client.ts';
import { StackError } from './stack-error.ts';
import type { Table } from './system.ts';

const lanes = sendLanes.map(noticeDuePartition);

/** Every partition of the `due` index but the lanes. */
const otherPartitions = [
  ...dueShards.map(complaintDuePartition),
  ...sendQueues.map(noticeDuePartition).filter((partition) => !lanes.includes(partition)),
];

/**
 * The earliest instant in the `due` index, found with one item from each partition. While the circuit is open nothing
 * that is to be sent is due before the next probe.
 */
export async function findNextDue(client: DynamoDbClient, tables: Table[]): Promise<number | undefined> {
  const table = tables.find(hasDueIndex);
  if (table === undefined) return undefined;
  const firstOfAll = (partitions: string[]) =>
    Promise.all(partitions.map((partition) => firstOf(client, table.name, partition)));
  const [others, toSend, probeAt] = await Promise.all([
    firstOfAll(otherPartitions),
    firstOfAll(lanes),
    findProbe(client, table.name),
  ]);
  const sends = toSend.map((instant) => instant && Math.max(instant, probeAt));
  const known = [...others, ...sends].filter((instant) => instant !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** When it is next asked whether mail may leave; 0 where it may. */
async function findProbe(client: DynamoDbClient, tableName: string): Promise<number> {
  const { Item } = await client.call<{ Item?: { opened?: { M: { probeAt: { S: string } } } } }>('GetItem', {
    TableName: tableName,
    Key: {
      [complaintsTable.partitionKey]: { S: circuitKey.pk },
      [complaintsTable.sortKey]: { S: circuitKey.sk },
    },
    ConsistentRead: true,
  });
  return Item?.opened ? Date.parse(Item.opened.M.probeAt.S) : 0;
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
