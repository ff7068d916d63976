import { type TouchedItem, tableNameOf, touchedItems } from './dynamodb-calls.ts';
import { sizeOfItem } from './item-size.ts';
import { asList, asObject, isObject, type Json } from './json.ts';

export interface Capacity {
  read: number;
  write: number;
}

export const noCapacity: Capacity = { read: 0, write: 0 };

const writing = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);
const writeUnitBytes = 1024;

/**
 * What AWS would bill for a call that DynamoDB Local carried out. Local's own figure stands except where it is known to
 * be too low: it reports nothing for a query that finds nothing, and counts items of a write transaction that cost the
 * same only once.
 */
export function billedCapacity(operation: string, input: Json, answer: Json): Capacity {
  const reported = consumedBy(answer);
  if (operation === 'TransactWriteItems') return { read: 0, write: transactionUnits(input, reported) };
  const units = reported.reduce((sum, { total }) => sum + total, 0);
  if (writing.has(operation)) return { read: 0, write: units };
  if ((operation === 'Query' || operation === 'Scan') && units === 0) {
    return { read: input.ConsistentRead === true ? 1 : 0.5, write: 0 };
  }
  return { read: units, write: 0 };
}

/** A write whose condition failed is billed all the same, by the size of the item that was, or at least one unit. */
export function billedWhenRefused(operation: string, input: Json, code: string, answer: Json): Capacity {
  if (code === 'ConditionalCheckFailedException') {
    return { read: 0, write: Math.max(unitsOf(input.Item), unitsOf(answer.Item)) };
  }
  if (code !== 'TransactionCanceledException') return noCapacity;
  const reasons = asList(answer.CancellationReasons).map(asObject);
  const units = (touchedItems(operation, input) ?? []).map(({ item }, index) =>
    Math.max(unitsOf(item), unitsOf(reasons[index]?.Item)),
  );
  return { read: 0, write: 2 * units.reduce((sum, one) => sum + one, 0) };
}

interface Consumed {
  table: string;
  total: number;
  /** the part of the indexes */
  indexes: number;
}

function consumedBy({ ConsumedCapacity }: Json): Consumed[] {
  const entries = isObject(ConsumedCapacity) ? [ConsumedCapacity] : asList(ConsumedCapacity);
  return entries.map(asObject).map(({ TableName, CapacityUnits, GlobalSecondaryIndexes }) => ({
    table: String(TableName),
    total: Number(CapacityUnits ?? 0),
    indexes: Object.values(asObject(GlobalSecondaryIndexes)).reduce<number>(
      (sum, index) => sum + Number(asObject(index).CapacityUnits ?? 0),
      0,
    ),
  }));
}

function transactionUnits(input: Json, reported: Consumed[]): number {
  const touched = touchedItems('TransactWriteItems', input) ?? [];
  return reported.reduce((sum, consumed) => {
    const items = touched.filter(({ table }) => tableNameOf(table) === consumed.table);
    return sum + consumed.indexes + tableUnits(items, consumed.total - consumed.indexes);
  }, 0);
}

/**
 * Puts carry their size. What Local reports beyond them belongs to updates, deletes and checks, whose sizes only Local
 * knows; of these each costs at least 2. A check is billed as a write.
 */
function tableUnits(items: TouchedItem[], reported: number): number {
  const puts = items.filter(({ item }) => item !== undefined).map(({ item }) => 2 * unitsOf(item));
  const others = items.length - puts.length;
  const sumOfPuts = puts.reduce((sum, one) => sum + one, 0);
  const distinctPuts = [...new Set(puts)].reduce((sum, one) => sum + one, 0);
  const remainder = reported - distinctPuts;
  if (others === 0) return Math.max(sumOfPuts, reported);
  return sumOfPuts + (remainder > 2 ? remainder + 2 * (others - 1) : 2 * others);
}

function unitsOf(item: unknown): number {
  return Math.max(1, Math.ceil(sizeOfItem(item) / writeUnitBytes));
}
