import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createDynamoDbClient, type DynamoDbClient } from '../../infra/local/dynamodb-client.ts';
import type { Table } from '../../infra/local/system.ts';
import { createTables } from '../../infra/local/tables.ts';
import type { StackTemplate } from '../../infra/local/template/read-assembly.ts';
import { readStacks } from '../../infra/local/template/read-system.ts';
import { createDynamoDb, type Tables } from '../../shared/adapters/dynamodb/client.ts';
import { synthesizeTemplates } from '../infra/template/synthesized.ts';
import { startEmptyDatabase } from './databases.ts';

export interface Database {
  client: DynamoDBDocumentClient;
  tables: Tables;
  /** leaves nothing in any table: far less work than making the tables anew */
  empty(): Promise<void>;
  stop(): Promise<void>;
}

/** The real DynamoDB Local with exactly the tables of the synthesized template, reached by the product's own client. */
export async function startDatabase(): Promise<Database> {
  const template = synthesizeTemplates().stateful as StackTemplate['template'];
  const stack: StackTemplate = { name: 'Redress-Stateful', template, codeFolders: new Map() };
  const { tables } = readStacks([stack], { Sender: 'complaints@redress.example' });
  const nameOf = (part: string) => {
    const table = tables.find(({ logicalId }) => logicalId.includes(part));
    if (!table) throw new Error(`the template has no table for ${part}`);
    return table.name;
  };
  const database = await startEmptyDatabase();
  const plain = createDynamoDbClient(database.url);
  const client = connect(database.url);
  await createTables(plain, tables);
  return {
    client,
    tables: { complaints: nameOf('Complaints'), timeline: nameOf('Timeline') },
    empty: async () => {
      await Promise.all(tables.map((table) => deleteItems(plain, table)));
    },
    async stop() {
      client.destroy();
      plain.close();
      await database.stop();
    },
  };
}

const mostInABatch = 25;

async function deleteItems(plain: DynamoDbClient, { name, definition }: Table): Promise<void> {
  const keys = (definition.KeySchema as { AttributeName: string }[]).map((part) => part.AttributeName);
  const names = Object.fromEntries(keys.map((key, place) => [`#key${place}`, key]));
  for (;;) {
    const { Items } = await plain.call<{ Items: object[] }>('Scan', {
      TableName: name,
      ProjectionExpression: Object.keys(names).join(', '),
      ExpressionAttributeNames: names,
      Limit: mostInABatch,
    });
    if (Items.length === 0) return;
    const deletions = Items.map((Key) => ({ DeleteRequest: { Key } }));
    await plain.call('BatchWriteItem', { RequestItems: { [name]: deletions } });
  }
}

function connect(url: string): DynamoDBDocumentClient {
  const { origin, username } = new URL(url);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: origin,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: username || 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  return createDynamoDb();
}

/** Answers every query in pages of so many items, as DynamoDB does with those of over a megabyte. */
export function answerInPages(client: DynamoDBDocumentClient, items: number): void {
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName === 'QueryCommand') Object.assign(args.input, { Limit: items });
      return next(args);
    },
    { step: 'initialize', name: 'answerInPages', override: true },
  );
}
