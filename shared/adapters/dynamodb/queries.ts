import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { complaintDuePartition, complaintsTable } from '../../contracts/names.ts';
import { nameOwner, ownerNamed } from '../../domain/notice-owner.ts';
import type { Reference } from '../../domain/reference.ts';
import type { ComplaintStore, DueWork } from '../../ports/complaint-store.ts';
import { asFindable } from '../../ports/findable.ts';
import type { WorklistItem } from '../../ports/worklist.ts';
import { landlordOf } from './calendar-items.ts';
import type { Tables } from './client.ts';
import type { ComplaintsTable } from './complaints-table.ts';
import { complaintPartition, type Item, keyOf, referenceOf } from './item.ts';
import {
  findPartition,
  findPrefix,
  fromPersonalItem,
  fromStateItem,
  fromTextItem,
  fromTimelineItem,
  fromWorklistEntry,
  personalKey,
  stateKey,
  textPrefix,
  worklistPartition,
} from './items.ts';
import { queryAll } from './query-all.ts';

type Queries = Pick<
  ComplaintStore,
  'timeline' | 'loadAll' | 'find' | 'readTexts' | 'worklist' | 'due' | 'setAside'
>;

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

    async loadAll(references) {
      const find = await table.getAll(references.flatMap((each) => [stateKey(each), personalKey(each)]));
      return references.flatMap((reference) => {
        const state = find(stateKey(reference));
        const personal = find(personalKey(reference));
        return state
          ? [{ stored: fromStateItem(state), personal: personal && fromPersonalItem(personal) }]
          : [];
      });
    },

    async find(landlord, wanted, limit) {
      const { name, partitionKey, sortKey } = complaintsTable.indexes.find;
      const entries = queryAll(client, {
        TableName: tables.complaints,
        IndexName: name,
        KeyConditionExpression: `${partitionKey} = :landlord AND begins_with(${sortKey}, :wanted)`,
        ExpressionAttributeValues: {
          ':landlord': findPartition(landlord),
          ':wanted': findPrefix(asFindable(wanted)),
        },
        Limit: limit,
      });
      const found: Reference[] = [];
      for await (const entry of entries) {
        if (found.length === limit) break;
        found.push(referenceOf(entry));
      }
      return found;
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
      for await (const item of table.due(complaintDuePartition(shard), now)) yield workOf(item);
    },

    setAside: (reference, until) => table.moveDue(stateKey(reference), until),
  };
}

/** What an entry of the `due` index points to. */
function workOf(item: Item): DueWork {
  const landlord = landlordOf(item);
  if (landlord !== undefined) return { type: 'calendar', landlord };
  const owner = ownerNamed(keyOf(item).pk);
  if (owner.type === 'landlord' || owner.type === 'staff')
    throw new Error(`${nameOwner(owner)} itself waits for nothing`);
  return owner;
}
