import { Agent } from 'node:http';
import type { StackClock } from '../clock.ts';
import type { System, Table } from '../system.ts';
import { send } from './dynamodb-forward.ts';
import { asList, asObject, type Json } from './json.ts';

interface Where {
  system: System;
  clock: StackClock;
  dynamodbUrl: string;
  onTableWritten?: (tableName: string) => void;
}

/**
 * Deletes the items whose time to live has passed on the stack's clock, which DynamoDB Local does not do; gives their
 * number. AWS deletes late, within days, so it is enough to do this now and then.
 */
export async function deleteExpired({ system, clock, dynamodbUrl, onTableWritten }: Where): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const now = String(Math.floor(clock.now() / 1000));
  let deleted = 0;
  try {
    for (const table of system.tables) {
      const attribute = table.timeToLiveAttribute;
      if (attribute === undefined) continue;
      const call = (operation: string, input: Json) => callTable(agent, dynamodbUrl, table, operation, input);
      const count = await deleteExpiredItems(table, attribute, now, call);
      if (count > 0 && table.streamArn !== undefined) onTableWritten?.(table.name);
      deleted += count;
    }
  } finally {
    agent.destroy();
  }
  return deleted;
}

async function deleteExpiredItems(
  table: Table,
  attribute: string,
  now: string,
  call: (operation: string, input: Json) => Promise<Json>,
): Promise<number> {
  const keys = asList(table.definition.KeySchema).map((part) => String(asObject(part).AttributeName));
  const expired = {
    ExpressionAttributeNames: { '#ttl': attribute },
    ExpressionAttributeValues: { ':now': { N: now }, ':number': { S: 'N' } },
  };
  const condition = 'attribute_type(#ttl, :number) AND #ttl < :now';
  let deleted = 0;
  let start: Json | undefined;
  do {
    const page = await call('Scan', {
      ...expired,
      FilterExpression: condition,
      ...(start !== undefined && { ExclusiveStartKey: start }),
    });
    for (const item of asList(page.Items).map(asObject)) {
      const Key = Object.fromEntries(keys.map((key) => [key, item[key]]));
      const answer = await call('DeleteItem', { ...expired, Key, ConditionExpression: condition });
      if (answer.__type === undefined) deleted += 1;
    }
    start = page.LastEvaluatedKey === undefined ? undefined : asObject(page.LastEvaluatedKey);
  } while (start !== undefined);
  return deleted;
}

async function callTable(
  agent: Agent,
  url: string,
  table: Table,
  operation: string,
  input: Json,
): Promise<Json> {
  const body = JSON.stringify({ TableName: table.name, ...input });
  const { text } = await send(agent, url, operation, body);
  return JSON.parse(text) as Json;
}
