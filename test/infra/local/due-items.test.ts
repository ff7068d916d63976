import { describe, expect, it } from 'vitest';
import { findNextDue } from '../../../infra/local/due-items.ts';
import type { DynamoDbClient } from '../../../infra/local/dynamodb-client.ts';
import type { Table } from '../../../infra/local/system.ts';

const table = { name: 'complaints', definition: { GlobalSecondaryIndexes: [{ IndexName: 'due' }] } };
const ten = '2027-01-05T10:00:00.000Z';
const eleven = '2027-01-05T11:00:00.000Z';
const noon = '2027-01-05T12:00:00.000Z';

interface Query {
  ExpressionAttributeValues: { ':partition': { S: string } };
}

/** What is next due where each partition holds one item of that instant, and the circuit is open until then. */
async function nextDue(due: Record<string, string>, probeAt?: string): Promise<string | undefined> {
  const call = async (operation: string, body: unknown) => {
    if (operation === 'GetItem')
      return { Item: probeAt && { pk: { S: 'SENDING' }, opened: { M: { probeAt: { S: probeAt } } } } };
    const instant = due[(body as Query).ExpressionAttributeValues[':partition'].S];
    return { Items: instant ? [{ dueSk: { S: `${instant}#rest` } }] : [] };
  };
  const client = { call } as unknown as DynamoDbClient;
  const next = await findNextDue(client, [table as unknown as Table]);
  return next === undefined ? undefined : new Date(next).toISOString();
}

describe('what is next due', () => {
  it.each([
    'DUE#0',
    'DUE#3',
    'SEND#statutory',
    'SEND#routine',
    'SEND#sending',
    'SEND#unknown',
    'SEND#accepted',
  ])('is the earliest of every partition: %s', async (partition) => {
    expect(await nextDue({ 'DUE#1': noon, [partition]: eleven })).toBe(eleven);
  });

  it('is nothing where nothing waits, whether mail may leave or not', async () => {
    expect(await nextDue({})).toBeUndefined();
    expect(await nextDue({}, noon)).toBeUndefined();
  });

  it('is no mail before the next probe while the circuit is open, and everything else', async () => {
    expect(await nextDue({ 'SEND#routine': ten, 'SEND#statutory': ten }, noon)).toBe(noon);
    expect(await nextDue({ 'SEND#routine': noon }, eleven)).toBe(noon);
    expect(await nextDue({ 'SEND#routine': ten, 'SEND#unknown': eleven }, noon)).toBe(eleven);
    expect(await nextDue({ 'SEND#routine': ten, 'DUE#2': eleven }, noon)).toBe(eleven);
  });
});
