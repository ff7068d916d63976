import { asList, asObject, asText, type Json } from './json.ts';

/** One item, or one table of a batch, that a DynamoDB call touches. */
export interface TouchedItem {
  /** the permission it takes: `PutItem`, `ConditionCheckItem` */
  action: string;
  /** name or ARN */
  table: string;
  index: string | undefined;
  writes: boolean;
  /** the new item, where the call carries it whole */
  item: Json | undefined;
}

const transactionActions: Record<string, { action: string; writes: boolean }> = {
  Get: { action: 'GetItem', writes: false },
  Put: { action: 'PutItem', writes: true },
  Update: { action: 'UpdateItem', writes: true },
  Delete: { action: 'DeleteItem', writes: true },
  ConditionCheck: { action: 'ConditionCheckItem', writes: false },
};

const readers: Record<string, (operation: string, input: Json) => TouchedItem[]> = {
  GetItem: readSingle,
  Query: readSingle,
  Scan: readSingle,
  DescribeTable: readSingle,
  PutItem: writeSingle,
  UpdateItem: writeSingle,
  DeleteItem: writeSingle,
  BatchGetItem: touchBatch,
  BatchWriteItem: touchBatch,
  TransactGetItems: touchTransaction,
  TransactWriteItems: touchTransaction,
};

/** What a call touches; undefined for an operation that the local stack does not know. */
export function touchedItems(operation: string, input: Json): TouchedItem[] | undefined {
  return readers[operation]?.(operation, input);
}

function readSingle(operation: string, input: Json): TouchedItem[] {
  const index = typeof input.IndexName === 'string' ? input.IndexName : undefined;
  return [{ action: operation, table: asText(input.TableName), index, writes: false, item: undefined }];
}

function writeSingle(operation: string, input: Json): TouchedItem[] {
  const item = operation === 'PutItem' ? asObject(input.Item) : undefined;
  return [{ action: operation, table: asText(input.TableName), index: undefined, writes: true, item }];
}

function touchBatch(operation: string, input: Json): TouchedItem[] {
  const writes = operation === 'BatchWriteItem';
  return Object.keys(asObject(input.RequestItems)).map((table) => ({
    action: operation,
    table,
    index: undefined,
    writes,
    item: undefined,
  }));
}

function touchTransaction(_operation: string, input: Json): TouchedItem[] {
  return asList(input.TransactItems).flatMap((entry) =>
    Object.entries(asObject(entry)).flatMap(([kind, value]) => {
      const known = transactionActions[kind];
      if (known === undefined) return [];
      const { TableName, Item } = asObject(value);
      const item = kind === 'Put' ? asObject(Item) : undefined;
      return [{ ...known, table: asText(TableName), index: undefined, item }];
    }),
  );
}

export function tableNameOf(nameOrArn: string): string {
  return nameOrArn.startsWith('arn:') ? nameOrArn.replace(/^.*:table\//, '') : nameOrArn;
}
