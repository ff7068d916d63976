import { randomUUID } from 'node:crypto';
import { type DynamoDbLocal, startDynamoDbLocal } from '../../infra/local/dynamodb-local.ts';
import { listenOnLoopback } from '../../infra/local/listen.ts';

/**
 * One DynamoDB Local for all tests of a run: each start of it takes Java two seconds of work, and four more until it is
 * warm. Each that asks gets a database of its own there, told apart by its access key, as DynamoDB Local offers without
 * `-sharedDb`. `npm start` shares one database among all keys and has a Java of its own, which start.test.ts tries.
 */
const variable = 'REDRESS_TEST_DATABASES';

/** Called by vitest once for a run; Java starts when the first test asks for it. */
export async function setup(): Promise<() => Promise<void>> {
  let starting: Promise<DynamoDbLocal> | undefined;
  const listener = await listenOnLoopback(0, (_request, response) => {
    starting ??= startDynamoDbLocal({ apart: true });
    starting.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  process.env[variable] = `http://127.0.0.1:${listener.port}`;
  return async () => {
    await listener.close();
    await (await starting)?.stop();
  };
}

/** An empty database; outside a run of tests, as in a bench, with a Java of its own. */
export async function startEmptyDatabase(): Promise<DynamoDbLocal> {
  const address = process.env[variable];
  if (address === undefined) return startDynamoDbLocal();
  const answer = await fetch(address);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  const url = new URL(text);
  url.username = randomUUID().replaceAll('-', '');
  return { url: url.href, died: new Promise(() => {}), stop: async () => {} };
}
