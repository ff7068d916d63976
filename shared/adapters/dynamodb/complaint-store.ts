import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { complaintDuePartition, complaintsTable, noticeDuePartition } from '../../contracts/names.ts';
import type { Instant } from '../../domain/london-time.ts';
import type { ComplaintStore, IdempotencyKey, StoredAnswer } from '../../ports/complaint-store.ts';
import type { Tables } from './client.ts';
import {
  dueBound,
  dueSortKey,
  fromNoticeItem,
  fromPersonalItem,
  fromStateItem,
  fromTimelineItem,
  noticeKey,
  noticeKeyOf,
  personalKey,
  referenceOf,
  stateKey,
  toNoticeItem,
  toPersonalItems,
  toStateItem,
  toTimelineItem,
} from './items.ts';
import { queryAll } from './query-all.ts';
import { type Write, writeAll } from './write.ts';

type Item = Record<string, unknown>;

/** The store on DynamoDB; its twin in memory passes the same suite. */
export function createDynamoDbStore(client: DynamoDBDocumentClient, tables: Tables): ComplaintStore {
  const { complaints } = tables;
  const put = (item: Item, condition?: string, values?: Record<string, unknown>): Write => ({
    Put: {
      TableName: complaints,
      Item: item,
      ...(condition && { ConditionExpression: condition }),
      ...(values && { ExpressionAttributeValues: values }),
    },
  });
  const putNew = (item: Item) => put(item, 'attribute_not_exists(pk)');
  const putNotice = (notice: Parameters<typeof toNoticeItem>[0]) =>
    put(toNoticeItem(notice), 'revision = :before', { ':before': notice.revision - 1 });
  const append = (item: Item): Write => ({
    Put: { TableName: tables.timeline, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
  });
  const due = (partition: string, now: Instant) => {
    const { name, partitionKey, sortKey } = complaintsTable.indexes.due;
    return queryAll(client, {
      TableName: complaints,
      IndexName: name,
      KeyConditionExpression: `${partitionKey} = :partition AND ${sortKey} <= :now`,
      ExpressionAttributeValues: { ':partition': partition, ':now': dueBound(now) },
    });
  };
  const getItem = async (key: Item): Promise<Item | undefined> =>
    (await client.send(new GetCommand({ TableName: complaints, Key: key, ConsistentRead: true }))).Item;
  const moveDue = async (key: { pk: string; sk: string }, until: Instant) => {
    const update = new UpdateCommand({
      TableName: complaints,
      Key: key,
      UpdateExpression: 'SET dueSk = :until ADD setAside :one',
      ConditionExpression: 'attribute_exists(dueSk)',
      ExpressionAttributeValues: { ':until': dueSortKey(until, key), ':one': 1 },
    });
    // The condition fails where somebody else has dealt with the item meanwhile, which is as good.
    await client.send(update).catch((error) => {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    });
  };

  return {
    async receive({ stored, personal, entries, notices, wakeAt, at, answer }) {
      const { reference, landlord } = stored.complaint;
      const writes = [
        putNew(toStateItem(stored, wakeAt, at)),
        ...toPersonalItems(reference, landlord, personal).map((item) => put(item)),
        ...entries.map((entry) => append(toTimelineItem(entry))),
        ...notices.map((notice) => putNew(toNoticeItem(notice))),
      ];
      if (answer) {
        // TTL deletes late, so that an expired answer may still be there and counts as absent.
        const condition = 'attribute_not_exists(pk) OR expiresAt < :now';
        writes.push(put(toAnswerItem(answer), condition, { ':now': toEpochSeconds(at) }));
      }
      const failed = await writeAll(client, writes);
      if (failed.length === 0) return 'stored';
      return answer && failed.includes(writes.length - 1) ? 'key-taken' : 'reference-taken';
    },

    async answerTo(key, now) {
      const item = await getItem(answerKey(key));
      if (!item) return undefined;
      const { expiresAt, ...answer } = answerItem.parse(item);
      return expiresAt < toEpochSeconds(now) ? undefined : answer;
    },

    async load(reference) {
      const item = await getItem(stateKey(reference));
      return item && fromStateItem(item);
    },

    async commit({ expectedVersion, stored, entries, newNotices, changedNotice, wakeAt, at }) {
      const failed = await writeAll(client, [
        put(toStateItem(stored, wakeAt, at), 'version = :before', { ':before': expectedVersion }),
        ...entries.map((entry) => append(toTimelineItem(entry))),
        ...newNotices.map((notice) => putNew(toNoticeItem(notice))),
        ...(changedNotice ? [putNotice(changedNotice)] : []),
      ]);
      return failed.length === 0 ? 'stored' : 'changed-meanwhile';
    },

    async timeline(reference) {
      const items = queryAll(client, {
        TableName: tables.timeline,
        KeyConditionExpression: 'pk = :reference',
        ExpressionAttributeValues: { ':reference': reference },
        ConsistentRead: true,
      });
      return (await Array.fromAsync(items)).map(fromTimelineItem);
    },

    async *dueComplaints(shard, now) {
      for await (const item of due(complaintDuePartition(shard), now)) yield referenceOf(item);
    },

    setAside: (reference, until) => moveDue(stateKey(reference), until),

    async *dueNotices(lane, shard, now) {
      for await (const item of due(noticeDuePartition(lane, shard), now)) yield noticeKeyOf(item);
    },

    async readNotice(key) {
      const item = await getItem(noticeKey(key));
      return item && fromNoticeItem(item);
    },

    async loadNotice(key) {
      const keys = [noticeKey(key), stateKey(key.complaint), personalKey(key.complaint)];
      const items = await getAll(client, complaints, keys);
      const [notice, state, personal] = keys.map(({ sk }) => items.find((item) => item.sk === sk));
      if (!notice || !state) return undefined;
      return {
        notice: fromNoticeItem(notice),
        stored: fromStateItem(state),
        personal: personal && fromPersonalItem(personal),
      };
    },

    async saveNotice(notice, complaintVersion) {
      const unchanged: Write = {
        ConditionCheck: {
          TableName: complaints,
          Key: stateKey(notice.complaint),
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':version': complaintVersion },
        },
      };
      const writes = [putNotice(notice), ...(complaintVersion === undefined ? [] : [unchanged])];
      return (await writeAll(client, writes)).length === 0 ? 'stored' : 'changed-meanwhile';
    },

    setNoticeAside: (key, until) => moveDue(noticeKey(key), until),
  };
}

async function getAll(client: DynamoDBDocumentClient, table: string, keys: Item[]): Promise<Item[]> {
  const found: Item[] = [];
  let left = keys;
  while (left.length > 0) {
    const batch = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: true } } }),
    );
    found.push(...(batch.Responses?.[table] ?? []));
    left = batch.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return found;
}

const answerItem = z.object({
  requestHash: z.string(),
  status: z.int(),
  body: z.string(),
  expiresAt: z.int(),
});

function answerKey({ scope, key }: IdempotencyKey) {
  return { pk: `IDEMPOTENCY#${scope}#${key}`, sk: 'RESULT' };
}

function toAnswerItem({
  requestHash,
  status,
  body,
  expiresAt,
  ...key
}: IdempotencyKey & StoredAnswer & { expiresAt: Instant }): Item {
  return {
    ...answerKey(key),
    schemaVersion: 1,
    requestHash,
    status,
    body,
    expiresAt: toEpochSeconds(expiresAt),
  };
}

/** The unit of DynamoDB's time to live. */
function toEpochSeconds(at: Instant): number {
  return Math.floor(Date.parse(at) / 1000);
}
