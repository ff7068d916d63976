import { type DynamoDbClient, DynamoDbError } from './dynamodb-client.ts';

export interface StreamRecord {
  eventID: string;
  eventName: string;
  dynamodb: { SequenceNumber: string; ApproximateCreationDateTime?: number } & Record<string, unknown>;
}

interface ReadBatch {
  shardId: string;
  records: StreamRecord[];
}

/** How far a stream has been read: the last sequence number handled of each shard. */
export type Checkpoint = Record<string, string>;

/** Reads a stream of DynamoDB Local shard by shard from where the checkpoint stands. */
export interface StreamReader {
  /** undefined when there is nothing more for now */
  next(limit: number): Promise<ReadBatch | undefined>;
  /** the records up to this one are done with */
  advance(shardId: string, sequenceNumber: string): void;
  checkpoint(): Checkpoint;
}

interface Shard {
  ShardId: string;
  ParentShardId?: string;
}

const finished = 'finished';

export function createStreamReader(
  client: DynamoDbClient,
  streamArn: string,
  start: Checkpoint,
): StreamReader {
  const checkpoint: Checkpoint = { ...start };
  const iterators = new Map<string, string>();

  const listShards = async (): Promise<Shard[]> => {
    const shards: Shard[] = [];
    let last: string | undefined;
    do {
      const page = await client.callStreams<{
        StreamDescription: { Shards: Shard[]; LastEvaluatedShardId?: string };
      }>('DescribeStream', {
        StreamArn: streamArn,
        ...(last === undefined ? {} : { ExclusiveStartShardId: last }),
      });
      shards.push(...page.StreamDescription.Shards);
      last = page.StreamDescription.LastEvaluatedShardId;
    } while (last !== undefined);
    return shards;
  };
  const iteratorOf = async (shardId: string): Promise<string> => {
    const known = iterators.get(shardId);
    if (known !== undefined) return known;
    const after = checkpoint[shardId];
    const from =
      after === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after };
    const { ShardIterator } = await client.callStreams<{ ShardIterator: string }>('GetShardIterator', {
      StreamArn: streamArn,
      ShardId: shardId,
      ...from,
    });
    return ShardIterator;
  };
  const readShard = async (shardId: string, limit: number): Promise<StreamRecord[]> => {
    const iterator = await iteratorOf(shardId);
    try {
      const page = await client.callStreams<{ Records: StreamRecord[]; NextShardIterator?: string }>(
        'GetRecords',
        {
          ShardIterator: iterator,
          Limit: limit,
        },
      );
      iterators.set(shardId, page.NextShardIterator ?? finished);
      return page.Records;
    } catch (error) {
      // an iterator lives for 15 minutes; the checkpoint says where to go on
      if (!(error instanceof DynamoDbError) || !iterators.has(shardId)) throw error;
      iterators.delete(shardId);
      return readShard(shardId, limit);
    }
  };

  let order: string[] = [];
  const readFrom = async (shardIds: string[], limit: number): Promise<ReadBatch | undefined> => {
    for (const shardId of shardIds) {
      if (iterators.get(shardId) === finished) continue;
      const records = await readShard(shardId, limit);
      if (records.length > 0) return { shardId, records };
    }
    return undefined;
  };
  return {
    next: async (limit) => {
      const batch = await readFrom(order, limit);
      const allFinished = order.every((shardId) => iterators.get(shardId) === finished);
      if (batch !== undefined || !allFinished) return batch;
      order = inOrder(await listShards());
      return readFrom(order, limit);
    },
    advance: (shardId, sequenceNumber) => {
      checkpoint[shardId] = sequenceNumber;
    },
    checkpoint: () => ({ ...checkpoint }),
  };
}

/** Parents before their children, so that the order of each item's records is kept. */
function inOrder(shards: Shard[]): string[] {
  const ordered: string[] = [];
  let remaining = shards;
  while (remaining.length > 0) {
    const waiting = new Set(remaining.map(({ ShardId }) => ShardId));
    const ready = remaining.filter(
      ({ ParentShardId }) => ParentShardId === undefined || !waiting.has(ParentShardId),
    );
    ordered.push(...(ready.length === 0 ? remaining : ready).map(({ ShardId }) => ShardId));
    remaining = ready.length === 0 ? [] : remaining.filter((shard) => !ready.includes(shard));
  }
  return ordered;
}
