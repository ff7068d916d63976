import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { toStateItem } from '../../shared/adapters/dynamodb/items.ts';
import { instant } from '../../shared/domain/london-time.ts';
import { complaintReceived, referenceNumber } from '../support/complaints.ts';
import { startJourneyStack } from '../support/local-stack.ts';
import { countBy, promise, tell, timed } from './figures.ts';

const perBatch = 25;
const atOnce = 8;

/** A sweep with nothing due asks each shard once, however many complaints are open. */
export async function benchIdleSweep(): Promise<void> {
  const stack = await startJourneyStack({ now: '2026-12-23T15:01:00Z', everyTick: true });
  const credentials = stack.endpoint.credentialsFor('local-stack', 'bench');
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: stack.endpoint.url, region: stack.system.region, credentials }),
  );
  const table = stack.system.tables.find(({ logicalId }) => /complaints/i.test(logicalId))?.name ?? '';
  try {
    let stored = 0;
    let tick = Date.parse('2026-12-23T15:05:00Z');
    for (const open of [100, 10_000, 100_000]) {
      await fill(client, table, stored, open);
      stored = open;
      stack.endpoint.reset();
      const { seconds } = await timed(() => stack.moveClock(new Date(tick).toISOString()));
      tick += 5 * 60_000;
      const sweeps = stack.calls().filter((call) => call.function === 'sweep');
      promise(
        `calls of a sweep at ${open} open complaints`,
        countBy(sweeps, ({ operation }) => operation),
        { Query: 4 },
      );
      promise(
        `read units of it at ${open}`,
        sweeps.reduce((sum, { read }) => sum + read, 0),
        2,
      );
      tell(`seconds for five minutes of ticks at ${open}`, seconds.toFixed(2));
    }
  } finally {
    await stack.stop();
  }
}

const sample = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });

/** Writes open complaints that wait for an instant far ahead, from number `from` to `to`. */
async function fill(client: DynamoDBDocumentClient, table: string, from: number, to: number): Promise<void> {
  const wakeAt = instant('2028-01-04T09:00:00Z');
  const at = instant('2026-12-23T15:00:00Z');
  let next = from;
  const write = async () => {
    while (next < to) {
      const batch = Array.from({ length: Math.min(perBatch, to - next) }, (_, index) => next + index);
      next += batch.length;
      const requests = batch.map((number) => {
        const complaint = { ...sample, reference: referenceNumber(number) };
        return { PutRequest: { Item: toStateItem({ complaint, version: 1, head: '' }, wakeAt, at) } };
      });
      await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, write));
}
