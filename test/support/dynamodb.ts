import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createDynamoDbClient } from '../../infra/local/dynamodb-client.ts';
import { type DynamoDbLocal, startDynamoDbLocal } from '../../infra/local/dynamodb-local.ts';
import { createTables, dropTables } from '../../infra/local/tables.ts';
import type { StackTemplate } from '../../infra/local/template/read-assembly.ts';
import { readStacks } from '../../infra/local/template/read-system.ts';
import { createDynamoDb, type Tables } from '../../shared/adapters/dynamodb/client.ts';
import { synthesizeTemplates } from '../infra/template/synthesized.ts';

export interface Database {
  client: DynamoDBDocumentClient;
  tables: Tables;
  /** makes every table anew, with nothing in it */
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
  const java: DynamoDbLocal = await startDynamoDbLocal();
  const plain = createDynamoDbClient(java.url);
  const client = connect(java.url);
  let made = false;
  return {
    client,
    tables: { complaints: nameOf('Complaints'), timeline: nameOf('Timeline') },
    async empty() {
      if (made) await dropTables(plain, tables);
      await createTables(plain, tables);
      made = true;
    },
    async stop() {
      client.destroy();
      plain.close();
      await java.stop();
    },
  };
}

function connect(url: string): DynamoDBDocumentClient {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: url,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
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
