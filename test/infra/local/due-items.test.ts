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

const itemOf = ([partition, instant]: [string, string]) => ({
  duePk: { S: partition },
  dueSk: { S: `${instant}#rest` },
});

/** An index that one page holds, and one that it does not. */
describe.each(['whole', 'in parts'])('what is next due, where the index is read %s', (read) => {
  /** Where each partition holds one item of that instant, and the circuit is open until then. */
  async function nextDue(due: Record<string, string>, probeAt?: string): Promise<string | undefined> {
    const items = Object.entries(due).map(itemOf);
    const answers: Record<string, (body: Query) => object> = {
      GetItem: () => ({ Item: probeAt && { opened: { M: { probeAt: { S: probeAt } } } } }),
      Scan: () => (read === 'whole' ? { Items: items } : { Items: items.slice(1), LastEvaluatedKey: {} }),
      Query: ({ ExpressionAttributeValues }) => ({
        Items: items.filter(({ duePk }) => duePk.S === ExpressionAttributeValues[':partition'].S).slice(0, 1),
      }),
    };
    const call = async (operation: string, body: Query) => answers[operation]?.(body);
    const client = { call } as unknown as DynamoDbClient;
    const next = await findNextDue(client, [table as unknown as Table]);
    return next === undefined ? undefined : new Date(next).toISOString();
  }

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
    expect(await nextDue({ [partition]: eleven, 'DUE#1': noon })).toBe(eleven);
  });

  it('is nothing that waits for somebody, and not for a time', async () => {
    expect(await nextDue({ 'ELSE#1': ten, 'DUE#1': noon })).toBe(noon);
    expect(await nextDue({ 'ELSE#1': 'whenever' })).toBeUndefined();
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
