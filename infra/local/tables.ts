import { type DynamoDbClient, DynamoDbError } from './dynamodb-client.ts';
import type { Table } from './system.ts';

/** Creates the templates' tables; one that a data folder already holds is kept. */
export async function createTables(client: DynamoDbClient, tables: Table[]): Promise<void> {
  await Promise.all(tables.map((table) => createTable(client, table)));
}

async function createTable(client: DynamoDbClient, table: Table): Promise<void> {
  try {
    await client.call('CreateTable', table.definition);
  } catch (error) {
    if (error instanceof DynamoDbError && error.code === 'ResourceInUseException') return;
    throw error;
  }
}

export async function dropTables(client: DynamoDbClient, tables: Table[]): Promise<void> {
  await Promise.all(tables.map(({ name }) => client.call('DeleteTable', { TableName: name })));
}

export async function areEmpty(client: DynamoDbClient, tables: Table[]): Promise<boolean> {
  const pages = await Promise.all(
    tables.map(({ name }) => client.call<{ Count: number }>('Scan', { TableName: name, Limit: 1 })),
  );
  return pages.every(({ Count }) => Count === 0);
}
