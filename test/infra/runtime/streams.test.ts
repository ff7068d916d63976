import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createActivity } from '../../../infra/local/activity.ts';
import { createDynamoDbClient, type DynamoDbClient } from '../../../infra/local/dynamodb-client.ts';
import type { DynamoDbLocal } from '../../../infra/local/dynamodb-local.ts';
import { createFailureQueues } from '../../../infra/local/failure-queues.ts';
import type { Checkpoint, StreamRecord } from '../../../infra/local/stream-reader.ts';
import { createStreamPump, type PumpParts } from '../../../infra/local/streams.ts';
import type { StreamMapping, Table } from '../../../infra/local/system.ts';
import { createTables, dropTables } from '../../../infra/local/tables.ts';
import { startEmptyDatabase } from '../../support/databases.ts';
import { failuresArn, fixtureFunction, start } from './fixtures/functions.ts';

const streamArn = 'arn:aws:dynamodb:eu-west-2:123456789012:table/timeline/stream/1';
const table: Table = {
  logicalId: 'Timeline',
  name: 'timeline',
  arn: 'arn:aws:dynamodb:eu-west-2:123456789012:table/timeline',
  keyArn: undefined,
  definition: {
    TableName: 'timeline',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
  },
  timeToLiveAttribute: undefined,
  streamArn,
};
const fn = fixtureFunction('misbehaving');

let database: DynamoDbLocal;
let client: DynamoDbClient;
beforeAll(async () => {
  database = await startEmptyDatabase();
  client = createDynamoDbClient(database.url);
  await createTables(client, [table]);
});
afterAll(async () => {
  client?.close();
  await database?.stop();
});
beforeEach(async () => {
  await dropTables(client, [table]);
  await createTables(client, [table]);
});

const keyOf = ({ dynamodb }: StreamRecord) => JSON.stringify(dynamodb.Keys).replace(/^.*"S":"(.*)"}}$/, '$1');

function setUp(part: Partial<StreamMapping> = {}, pumpPart: Partial<PumpParts> = {}) {
  const mapping: StreamMapping = {
    logicalId: 'Mapping',
    streamArn,
    functionArn: fn.arn,
    batchSize: 100,
    maximumRetryAttempts: 1,
    bisectOnError: false,
    reportsPartialFailure: false,
    onFailureArn: failuresArn,
    filters: [],
    ...part,
  };
  const batches: string[][] = [];
  const records: (StreamRecord & Record<string, unknown>)[] = [];
  const activity = createActivity();
  const queues = createFailureQueues([], () => start);
  const errors: unknown[] = [];
  let reported: (keys: string[], batch: StreamRecord[]) => unknown = () => null;
  const pump = createStreamPump({
    system: { tables: [table], functions: [fn], streams: [mapping], region: 'eu-west-2' },
    client,
    clock: { now: () => start },
    invoker: {
      invoke: async (_arn, event) => {
        const { Records } = event as { Records: typeof records };
        const keys = Records.map(keyOf);
        batches.push(keys);
        records.push(...Records);
        if (keys.some((key) => key.startsWith('poison'))) {
          return { ok: false, failure: { errorType: 'Error', errorMessage: 'Poisoned', trace: [] } };
        }
        return { ok: true, payload: JSON.stringify(reported(keys, Records)) };
      },
    },
    activity,
    queues,
    may: () => true,
    onError: (error) => errors.push(error),
    ...pumpPart,
  });
  const put = async (...keys: string[]) => {
    for (const key of keys) await client.call('PutItem', { TableName: 'timeline', Item: { pk: { S: key } } });
    pump.wake('timeline');
    await activity.whenQuiet();
    expect(errors).toEqual([]);
  };
  const connect = async (checkpoints: Record<string, Checkpoint>) => {
    await pump.connect(checkpoints);
    await activity.whenQuiet();
  };
  const report = (answer: typeof reported) => {
    reported = answer;
  };
  return { pump, connect, put, batches, records, queues, report };
}

describe('the stream pump', () => {
  it('brings the records of a table in order, named as AWS names them', async () => {
    const { connect, put, batches, records } = setUp();
    await connect({});
    await put('a', 'b');
    await put('c');
    expect(batches.flat()).toEqual(['a', 'b', 'c']);
    expect(records[0]).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      eventVersion: '1.1',
      awsRegion: 'eu-west-2',
      eventSourceARN: streamArn,
      dynamodb: { Keys: { pk: { S: 'a' } }, StreamViewType: 'NEW_IMAGE' },
    });
  });

  it('sees a write at once when it is woken after it', async () => {
    const { connect, put, batches } = setUp();
    await connect({});
    for (let number = 0; number < 200; number += 1) {
      await put(`key-${number}`);
      expect(batches.at(-1)?.at(-1)).toBe(`key-${number}`);
    }
  });

  it('keeps to the batch size', async () => {
    const { connect, put, batches } = setUp({ batchSize: 2 });
    await connect({});
    await put('a', 'b', 'c', 'd', 'e');
    expect(batches).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('brings only what a filter wants', async () => {
    const { connect, put, batches } = setUp({ filters: [{ dynamodb: { Keys: { pk: { S: ['b'] } } } }] });
    await connect({});
    await put('a', 'b', 'c');
    expect(batches).toEqual([['b']]);
  });

  it('wakes nobody for what a filter leaves out, and does not come back to it', async () => {
    const filters = [{ dynamodb: { NewImage: { pk: { S: [{ 'anything-but': ['a', 'c'] }] } } } }];
    let kept = {};
    const first = setUp({ filters }, { onCheckpoint: (id, checkpoint) => (kept = { [id]: checkpoint }) });
    await first.connect({});
    await first.put('a');
    expect(first.batches).toEqual([]);
    await first.put('b');
    expect(first.batches).toEqual([['b']]);
    await first.put('c');
    first.pump.stop();
    const second = setUp();
    await second.connect(kept);
    await second.put('d');
    expect(second.batches).toEqual([['d']]);
  });

  it.each([
    [{ dynamodb: { Keys: { pk: { S: [{ prefix: 'a' }] } } } }, 'Stream mapping Mapping has an event pattern'],
    [{ dynamodb: {} }, 'Stream mapping Mapping has an empty event pattern'],
  ])('stops the start for a filter it does not know: %j', (filter, message) => {
    expect(() => setUp({ filters: [filter] })).toThrow(message);
  });

  it('stops the start for a filter by what the stream does not carry', async () => {
    const { pump } = setUp({ filters: [{ dynamodb: { OldImage: { pk: { S: ['a'] } } } }] });
    await expect(pump.connect({})).rejects.toThrow(
      'Stream mapping Mapping filters by OldImage, but the stream of table timeline is NEW_IMAGE',
    );
  });

  it('halves a failing batch until the poisoned record is alone, and sets that apart', async () => {
    const { connect, put, batches, queues } = setUp({ bisectOnError: true });
    await connect({});
    await put('a', 'b', 'poison', 'd');
    expect(batches).toEqual([
      ['a', 'b', 'poison', 'd'],
      ['a', 'b'],
      ['poison', 'd'],
      ['poison'],
      ['poison'],
      ['d'],
    ]);
    expect(queues.messages()).toMatchObject([
      {
        body: {
          requestContext: { condition: 'RetryAttemptsExhausted' },
          DDBStreamBatchInfo: { batchSize: 1, streamArn },
        },
      },
    ]);
  });

  it('gives up a whole batch after its retries where it may not halve it, and goes on', async () => {
    const { connect, put, batches, queues } = setUp();
    await connect({});
    await put('a', 'poison');
    await put('c');
    expect(batches).toEqual([['a', 'poison'], ['a', 'poison'], ['c']]);
    expect(queues.messages()).toHaveLength(1);
  });

  it('goes on from the record that a function reports as failed', async () => {
    const { connect, put, batches, report } = setUp({ reportsPartialFailure: true });
    let failures = 1;
    report((keys, batch) => {
      const position = keys.indexOf('b');
      if (position < 0 || failures === 0) return { batchItemFailures: [] };
      failures -= 1;
      return { batchItemFailures: [{ itemIdentifier: batch[position]?.dynamodb.SequenceNumber }] };
    });
    await connect({});
    await put('a', 'b', 'c');
    expect(batches).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
    ]);
  });

  it('goes on from its checkpoint', async () => {
    let kept = {};
    const first = setUp({}, { onCheckpoint: (id, checkpoint) => (kept = { [id]: checkpoint }) });
    await first.connect({});
    await first.put('a', 'b');
    first.pump.stop();
    const second = setUp();
    await second.connect(kept);
    await second.put('c');
    expect(second.batches).toEqual([['c']]);
  });

  it('follows a table that was made anew', async () => {
    const { connect, put, batches } = setUp();
    await connect({});
    await put('a');
    await dropTables(client, [table]);
    await createTables(client, [table]);
    await connect({});
    await put('b');
    expect(batches).toEqual([['a'], ['b']]);
  });

  it('stops the start when the function’s role may not read the stream', () => {
    const may = (_role: string, action: string) => action !== 'dynamodb:GetRecords';
    expect(() => setUp({}, { may })).toThrow(
      'Stream mapping Mapping: the role of misbehaving does not allow dynamodb:GetRecords.',
    );
  });
});
