import type { Activity } from './activity.ts';
import type { StackClock } from './clock.ts';
import type { DynamoDbClient } from './dynamodb-client.ts';
import { checkPattern, matchesPattern } from './event-pattern.ts';
import type { FailureQueues } from './failure-queues.ts';
import type { Invoker } from './invoke.ts';
import { StackError } from './stack-error.ts';
import { handleBatch } from './stream-batches.ts';
import {
  type Checkpoint,
  createStreamReader,
  type StreamReader,
  type StreamRecord,
} from './stream-reader.ts';
import type { StreamMapping, System } from './system.ts';

export interface PumpParts {
  system: Pick<System, 'tables' | 'streams' | 'functions' | 'region'>;
  client: DynamoDbClient;
  clock: Pick<StackClock, 'now'>;
  invoker: Pick<Invoker, 'invoke'>;
  activity: Activity;
  queues: FailureQueues;
  may: (roleArn: string, action: string, resource: string) => boolean;
  /** told so that it can be kept in the data folder between runs */
  onCheckpoint?: (mappingId: string, checkpoint: Checkpoint) => void;
  onError: (error: unknown) => void;
}

/** Brings the records of the tables' streams to the functions that the templates map them to. */
export interface StreamPump {
  /** finds the streams of the tables, and goes on from these checkpoints */
  connect(checkpoints: Record<string, Checkpoint>): Promise<void>;
  /** a table was written to: look now */
  wake(tableName: string): void;
  stop(): void;
}

interface Line {
  mapping: StreamMapping;
  tableName: string;
  roleArn: string;
  reader: StreamReader | undefined;
  running: boolean;
  awake: boolean;
}

const neededActions = ['dynamodb:DescribeStream', 'dynamodb:GetShardIterator', 'dynamodb:GetRecords'];

export function createStreamPump(parts: PumpParts): StreamPump {
  const lines = parts.system.streams.map((mapping) => readLine(parts, mapping));
  let stopped = false;

  const drain = async (line: Line) => {
    while (line.awake && !stopped) {
      line.awake = false;
      const { reader } = line;
      if (reader === undefined) return;
      for (;;) {
        const batch = await reader.next(line.mapping.batchSize);
        if (batch === undefined || stopped || line.reader !== reader) break;
        await handle(parts, line, batch.shardId, batch.records);
        reader.advance(batch.shardId, batch.records.at(-1)?.dynamodb.SequenceNumber ?? '');
        parts.onCheckpoint?.(line.mapping.logicalId, reader.checkpoint());
      }
    }
  };
  const start = (line: Line) => {
    line.awake = true;
    if (line.running || stopped) return;
    line.running = true;
    const work = drain(line)
      .catch((error: unknown) => {
        if (!stopped) parts.onError(error);
      })
      .finally(() => {
        line.running = false;
      });
    parts.activity.track(work);
  };

  return {
    connect: async (checkpoints) => {
      const connecting = lines.map(async (line) => {
        const checkpoint = checkpoints[line.mapping.logicalId] ?? {};
        line.reader = createStreamReader(parts.client, await findStream(parts.client, line), checkpoint);
        start(line);
      });
      await Promise.all(connecting);
    },
    wake: (tableName) => {
      for (const line of lines) if (line.tableName === tableName) start(line);
    },
    stop: () => {
      stopped = true;
    },
  };
}

function readLine({ system, may }: PumpParts, mapping: StreamMapping): Line {
  const table = system.tables.find(({ streamArn }) => streamArn === mapping.streamArn);
  const fn = system.functions.find(({ arn }) => arn === mapping.functionArn);
  if (table === undefined || fn === undefined) {
    throw new StackError(
      `Stream mapping ${mapping.logicalId} leads from or to something the templates do not have.`,
    );
  }
  for (const filter of mapping.filters) checkPattern(filter, `Stream mapping ${mapping.logicalId}`);
  const missing = neededActions.find((action) => !may(fn.roleArn, action, mapping.streamArn));
  if (missing !== undefined) {
    throw new StackError(
      `Stream mapping ${mapping.logicalId}: the role of ${fn.name} does not allow ${missing}.`,
    );
  }
  return {
    mapping,
    tableName: table.name,
    roleArn: fn.roleArn,
    reader: undefined,
    running: false,
    awake: false,
  };
}

interface DescribedTable {
  LatestStreamArn?: string;
  StreamSpecification?: { StreamViewType?: string };
}

async function findStream(client: DynamoDbClient, { mapping, tableName }: Line): Promise<string> {
  const { Table } = await client.call<{ Table: DescribedTable }>('DescribeTable', { TableName: tableName });
  if (Table.LatestStreamArn === undefined) throw new StackError(`Table ${tableName} has no stream.`);
  const viewType = Table.StreamSpecification?.StreamViewType ?? '';
  const missing = imagesAskedFor(mapping).find((image) => !imagesOf[viewType]?.includes(image));
  if (missing !== undefined) {
    throw new StackError(
      `Stream mapping ${mapping.logicalId} filters by ${missing}, but the stream of table ${tableName} is ${viewType}: ` +
        'if an older data folder holds the table, delete it or choose another with --data.',
    );
  }
  return Table.LatestStreamArn;
}

const imagesOf: Record<string, string[]> = {
  NEW_IMAGE: ['NewImage'],
  OLD_IMAGE: ['OldImage'],
  NEW_AND_OLD_IMAGES: ['NewImage', 'OldImage'],
};

/** A filter by an image that the records lack would let none through, and nobody would see why. */
function imagesAskedFor({ filters }: StreamMapping): string[] {
  return ['NewImage', 'OldImage'].filter((image) =>
    filters.some(({ dynamodb }) => typeof dynamodb === 'object' && dynamodb !== null && image in dynamodb),
  );
}

async function handle(parts: PumpParts, line: Line, shardId: string, records: StreamRecord[]): Promise<void> {
  const { mapping } = line;
  const events = records.map((record) => ({
    ...record,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: parts.system.region,
    eventSourceARN: mapping.streamArn,
  }));
  const wanted = events.filter(
    (event) =>
      mapping.filters.length === 0 || mapping.filters.some((filter) => matchesPattern(filter, event)),
  );
  const destination = mapping.onFailureArn;
  await handleBatch(
    {
      mapping,
      shardId,
      now: parts.clock.now,
      invoke: (Records) => parts.invoker.invoke(mapping.functionArn, { Records }),
      giveUp: (body) => {
        if (destination !== undefined && parts.may(line.roleArn, 'sqs:SendMessage', destination)) {
          parts.queues.send(destination, body);
        }
      },
    },
    wanted,
  );
}
