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

type Item = Record<string, { S?: string }>;
type Page = { Items: Item[] };
/** the earliest instant of each partition that holds any */
type First = Map<string, number>;

const lanes = sendLanes.map(noticeDuePartition);

/** Every partition of the `due` index but the lanes. */
const otherPartitions = [
  ...dueShards.map(complaintDuePartition),
  ...sendQueues.map(noticeDuePartition).filter((partition) => !lanes.includes(partition)),
];

const partitions = new Set([...otherPartitions, ...lanes]);

/** More wait only in benches: where they do, each partition is asked for its first. */
const readAtOnce = 250;

/**
 * The earliest instant in the `due` index. While the circuit is open nothing that is to be sent is due before the next
 * probe.
 */
export async function findNextDue(client: DynamoDbClient, tables: Table[]): Promise<number | undefined> {
  const table = tables.find(hasDueIndex);
  if (table === undefined) return undefined;
  const first = (await readWhole(client, table.name)) ?? (await readFirsts(client, table.name));
  const earliest = (partitions: string[]) => {
    const known = partitions.map((partition) => first.get(partition)).filter((at) => at !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
  };
  const other = earliest(otherPartitions);
  const mail = earliest(lanes);
  if (mail === undefined) return other;
  const send = Math.max(mail, await findProbe(client, table.name));
  return other === undefined ? send : Math.min(other, send);
}

/** The first instant of each partition, from one look at the whole index; undefined where it is too large for one. */
async function readWhole(client: DynamoDbClient, tableName: string): Promise<First | undefined> {
  const { due } = complaintsTable.indexes;
  const { Items, LastEvaluatedKey } = await client.call<Page & { LastEvaluatedKey?: unknown }>('Scan', {
    TableName: tableName,
    IndexName: due.name,
    ProjectionExpression: '#partition, #sort',
    ExpressionAttributeNames: { '#partition': due.partitionKey, '#sort': due.sortKey },
    Limit: readAtOnce,
  });
  if (LastEvaluatedKey !== undefined) return undefined;
  const first: First = new Map();
  for (const item of Items) {
    const partition = item[due.partitionKey]?.S ?? '';
    if (!partitions.has(partition)) continue;
    const instant = instantOf(item);
    first.set(partition, Math.min(instant, first.get(partition) ?? instant));
  }
  return first;
}

async function readFirsts(client: DynamoDbClient, tableName: string): Promise<First> {
  const { due } = complaintsTable.indexes;
  const first: First = new Map();
  const readFirst = async (partition: string) => {
    const { Items } = await client.call<Page>('Query', {
      TableName: tableName,
      IndexName: due.name,
      KeyConditionExpression: '#partition = :partition',
      ExpressionAttributeNames: { '#partition': due.partitionKey },
      ExpressionAttributeValues: { ':partition': { S: partition } },
      Limit: 1,
    });
    for (const item of Items) first.set(partition, instantOf(item));
  };
  await Promise.all([...partitions].map(readFirst));
  return first;
}

function instantOf(item: Item): number {
  const { due } = complaintsTable.indexes;
  const sortKey = item[due.sortKey]?.S ?? '';
  const instant = Date.parse(sortKey.split('#')[0] ?? '');
  if (Number.isNaN(instant)) {
    throw new StackError(`The ${due.name} index holds ${sortKey}, which does not start with an instant.`);
  }
  return instant;
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

function hasDueIndex({ definition }: Table): boolean {
  const indexes = definition.GlobalSecondaryIndexes;
  return (
    Array.isArray(indexes) && indexes.some(({ IndexName }) => IndexName === complaintsTable.indexes.due.name)
  );
}
