import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { complaintDuePartition, complaintsTable } from '../../contracts/names.ts';
import type { ComplaintStore } from '../../ports/complaint-store.ts';
import type { WorklistItem } from '../../ports/worklist.ts';
import { landlordOf } from './calendar-items.ts';
import type { Tables } from './client.ts';
import type { ComplaintsTable } from './complaints-table.ts';
import { complaintPartition, referenceOf } from './item.ts';
import {
  fromTextItem,
  fromTimelineItem,
  fromWorklistEntry,
  stateKey,
  textPrefix,
  worklistPartition,
} from './items.ts';
import { queryAll } from './query-all.ts';

type Queries = Pick<ComplaintStore, 'timeline' | 'readTexts' | 'worklist' | 'due' | 'setAside'>;

/** What is read of complaints beside commands, and what time has come for. */
export function storeQueries(
  client: DynamoDBDocumentClient,
  tables: Tables,
  table: ComplaintsTable,
): Queries {
  return {
    async timeline(reference) {
      const items = queryAll(client, {
        TableName: tables.timeline,
        KeyConditionExpression: 'pk = :reference',
        ExpressionAttributeValues: { ':reference': reference },
        ConsistentRead: true,
      });
      return (await Array.fromAsync(items)).map(fromTimelineItem);
    },

    async readTexts(reference) {
      const items = table.queryPrefix(complaintPartition(reference), textPrefix);
      const texts = (await Array.fromAsync(items)).map(fromTextItem);
      return new Map(texts.map(({ id, text }) => [id, text]));
    },

    async worklist({ landlord, open, after, limit }) {
      const { name, partitionKey, sortKey } = complaintsTable.indexes.worklist;
      const entries = queryAll(client, {
        TableName: tables.complaints,
        IndexName: name,
        KeyConditionExpression: `${partitionKey} = :partition${after ? ` AND ${sortKey} > :after` : ''}`,
        ExpressionAttributeValues: {
          ':partition': worklistPartition(landlord, open),
          ...(after && { ':after': after }),
        },
        // One more than is shown tells whether there is more.
        Limit: limit + 1,
      });
      const items: WorklistItem[] = [];
      for await (const entry of entries) {
        if (items.length === limit) return { items, more: true };
        items.push(fromWorklistEntry(entry));
      }
      return { items, more: false };
    },

    async *due(shard, now) {
      for await (const item of table.due(complaintDuePartition(shard), now)) {
        const landlord = landlordOf(item);
        yield landlord === undefined
          ? { type: 'complaint', reference: referenceOf(item) }
          : { type: 'calendar', landlord };
      }
    },

    setAside: (reference, until) => table.moveDue(stateKey(reference), until),
  };
}
