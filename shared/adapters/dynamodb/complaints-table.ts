import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { complaintsTable } from '../../contracts/names.ts';
import type { Instant } from '../../domain/london-time.ts';
import { dueBound, type Item, type Key, moveDueSortKey } from './item.ts';
import { queryAll } from './query-all.ts';
import { type FailedConditions, type Write, writeAll } from './write.ts';

/** What the parts of the store do with the table that complaints and everything beside them stand in. */
export interface ComplaintsTable {
  put(item: Item, condition?: string, values?: Item): Write;
  putNew(item: Item): Write;
  check(key: Key, condition: string, values: Item): Write;
  update(key: Key, change: string, condition: string, values: Item): Write;
  write(writes: Write[]): Promise<FailedConditions>;
  get(key: Key): Promise<Item | undefined>;
  /** finds among what was read consistently, all at one time, the item with a key */
  getAll(keys: readonly Key[]): Promise<(key: Key) => Item | undefined>;
  /** items of one partition, consistently */
  queryPrefix(pk: string, prefix: string): AsyncIterable<Item>;
  /** what waits in a partition of the `due` index; with `until`, only what is due by then */
  due(partition: string, until?: Instant): AsyncIterable<Item>;
  /** what waits in a partition of the `due` index, from after a key; hardly more than `limit` is read */
  dueAfter(partition: string, after: string | undefined, limit: number): AsyncIterable<Item>;
  /**
   * Moves the instant at the beginning of an item's key in the `due` index, and leaves the rest of it; with a partition of
   * the index, only of what waits there.
   */
  moveDue(key: Key, until: Instant, partition?: string): Promise<void>;
}

/** DynamoDB reads no more in one batch. */
const mostKeys = 100;

export function openComplaintsTable(client: DynamoDBDocumentClient, name: string): ComplaintsTable {
  const put: ComplaintsTable['put'] = (item, condition, values) => ({
    Put: {
      TableName: name,
      Item: item,
      ...(condition && { ConditionExpression: condition }),
      ...(values && { ExpressionAttributeValues: values }),
    },
  });
  const get: ComplaintsTable['get'] = async (key) =>
    (await client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }))).Item;
  return {
    put,
    putNew: (item) => put(item, 'attribute_not_exists(pk)'),
    check: (key, condition, values) => ({
      ConditionCheck: {
        TableName: name,
        Key: key,
        ConditionExpression: condition,
        ExpressionAttributeValues: values,
      },
    }),
    update: (key, change, condition, values) => ({
      Update: {
        TableName: name,
        Key: key,
        UpdateExpression: change,
        ConditionExpression: condition,
        ExpressionAttributeValues: values,
      },
    }),
    write: (writes) => writeAll(client, writes),

    get,

    async getAll(keys) {
      const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;
      const found = new Map<string, Item>();
      let left: Item[] = [...new Map(keys.map((key) => [nameOf(key), { ...key }])).values()];
      while (left.length > 0) {
        const batch = await client.send(
          new BatchGetCommand({
            RequestItems: { [name]: { Keys: left.slice(0, mostKeys), ConsistentRead: true } },
          }),
        );
        for (const item of batch.Responses?.[name] ?? []) found.set(nameOf(item as unknown as Key), item);
        left = [...(batch.UnprocessedKeys?.[name]?.Keys ?? []), ...left.slice(mostKeys)];
      }
      return (key) => found.get(nameOf(key));
    },

    queryPrefix: (pk, prefix) =>
      queryAll(client, {
        TableName: name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ConsistentRead: true,
      }),

    due(partition, until) {
      const { name: index, partitionKey, sortKey } = complaintsTable.indexes.due;
      return queryAll(client, {
        TableName: name,
        IndexName: index,
        KeyConditionExpression: `${partitionKey} = :partition${until ? ` AND ${sortKey} <= :until` : ''}`,
        ExpressionAttributeValues: { ':partition': partition, ...(until && { ':until': dueBound(until) }) },
      });
    },

    dueAfter(partition, after, limit) {
      const { name: index, partitionKey, sortKey } = complaintsTable.indexes.due;
      return queryAll(client, {
        TableName: name,
        IndexName: index,
        KeyConditionExpression: `${partitionKey} = :partition${after ? ` AND ${sortKey} > :after` : ''}`,
        ExpressionAttributeValues: { ':partition': partition, ...(after && { ':after': after }) },
        Limit: limit,
      });
    },

    async moveDue(key, until, partition) {
      const { duePk, dueSk: before } = (await get(key)) ?? {};
      if (typeof before !== 'string' || (partition !== undefined && duePk !== partition)) return;
      const update = new UpdateCommand({
        TableName: name,
        Key: key,
        UpdateExpression: 'SET dueSk = :until ADD setAside :one',
        ConditionExpression: 'duePk = :partition AND dueSk = :before',
        ExpressionAttributeValues: {
          ':partition': duePk,
          ':before': before,
          ':until': moveDueSortKey(before, until),
          ':one': 1,
        },
      });
      // The condition fails where somebody else has dealt with the item meanwhile, which is as good.
      await client.send(update).catch((error) => {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      });
    },
  };
}
