import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { isReference, type Reference } from '../../domain/reference.ts';
import type { NewEntry, ReadEntry, TimelineReader } from '../../ports/timeline-reader.ts';
import { type Item, keyOf } from './item.ts';
import { fromTimelineItem, timelineSortKey } from './items.ts';
import { queryAll } from './query-all.ts';

/** Enough for most: the entries of a command or two. */
const pageSize = 25;

export function createDynamoDbTimelineReader(client: DynamoDBDocumentClient, table: string): TimelineReader {
  async function* read(
    reference: Reference,
    from: number,
    way: 'onward' | 'backward',
  ): AsyncGenerator<ReadEntry> {
    const items = queryAll(client, {
      TableName: table,
      KeyConditionExpression: `pk = :reference AND sk ${way === 'onward' ? '>=' : '<='} :from`,
      ExpressionAttributeValues: { ':reference': reference, ':from': timelineSortKey(from) },
      ScanIndexForward: way === 'onward',
      ConsistentRead: true,
      Limit: pageSize,
    });
    for await (const item of items) yield readItem(item);
  }
  return {
    onward: (reference, from) => read(reference, from, 'onward'),
    backward: (reference, from) => read(reference, from, 'backward'),
  };
}

function readItem(item: Item): ReadEntry {
  const sequence = Number(keyOf(item).sk);
  try {
    return { sequence, entry: fromTimelineItem(item) };
  } catch {
    return { sequence, entry: undefined };
  }
}

/** A record of the timeline's stream, which carries the item as it was written. */
export function readStreamRecord(record: { Keys?: unknown; NewImage?: unknown }): NewEntry {
  const key = readKey(record.Keys);
  if (key === undefined) return undefined;
  try {
    const entry = fromTimelineItem(readMap(record.NewImage));
    return {
      ...key,
      entry: entry.reference === key.reference && entry.seq === key.sequence ? entry : undefined,
    };
  } catch {
    return { ...key, entry: undefined };
  }
}

function readKey(keys: unknown): { reference: Reference; sequence: number } | undefined {
  try {
    const { pk, sk } = keyOf(readMap(keys));
    return isReference(pk) && /^\d+$/.test(sk) ? { reference: pk, sequence: Number(sk) } : undefined;
  } catch {
    return undefined;
  }
}

/** DynamoDB's way to write an item in a stream, where no client reads it for us. */
function readMap(value: unknown): Item {
  if (typeof value !== 'object' || value === null) throw new TypeError('no map of attributes');
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, readAttribute(each)]));
}

function readAttribute(attribute: unknown): unknown {
  const [[type, value] = [], ...others] = Object.entries(attribute ?? {});
  if (others.length > 0) throw new TypeError('an attribute has one value');
  switch (type) {
    case 'S':
    case 'BOOL':
      return value;
    case 'N':
      return Number(value);
    case 'NULL':
      return null;
    case 'L':
      return Array.from(value, readAttribute);
    case 'M':
      return readMap(value);
    default:
      throw new TypeError('a kind of attribute that our items do not have');
  }
}
