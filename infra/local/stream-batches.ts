import { randomUUID } from 'node:crypto';
import type { InvocationResult } from './execution-environment.ts';
import type { StreamRecord } from './stream-reader.ts';
import type { StreamMapping } from './system.ts';

export interface BatchParts {
  mapping: StreamMapping;
  shardId: string;
  invoke: (records: StreamRecord[]) => Promise<InvocationResult>;
  /** the records that are given up, in the form that Lambda sends to the failure destination */
  giveUp: (body: Record<string, unknown>) => void;
  now: () => number;
}

/** As many tries as a mapping without a limit gets here: Lambda would try for a day. */
const unlimitedTries = 50;

/**
 * Handles records in order as an event source mapping does: a failed batch is halved where the mapping says so, which
 * is no retry, and what still fails after the retries is given up, so that it does not hold up the rest.
 */
export async function handleBatch(parts: BatchParts, records: StreamRecord[]): Promise<void> {
  const { mapping } = parts;
  const asked = mapping.maximumRetryAttempts;
  const retries = asked >= 0 && Number.isFinite(asked) ? asked : unlimitedTries;
  let left = records;
  for (let tries = 1; left.length > 0; tries += 1) {
    const failedFrom = await tryBatch(parts, left);
    if (failedFrom === undefined) return;
    // reported failures tell how far it came; that is progress, not another failure of the same records
    if (failedFrom > 0) tries = 1;
    left = left.slice(failedFrom);
    if (mapping.bisectOnError && left.length > 1) {
      const middle = Math.ceil(left.length / 2);
      await handleBatch(parts, left.slice(0, middle));
      await handleBatch(parts, left.slice(middle));
      return;
    }
    if (tries > retries) {
      parts.giveUp(describeLoss(parts, left, tries));
      return;
    }
  }
}

/** The position of the first record that was not handled, or undefined when all were. */
async function tryBatch(parts: BatchParts, records: StreamRecord[]): Promise<number | undefined> {
  const result = await parts.invoke(records);
  if (!result.ok) return 0;
  if (!parts.mapping.reportsPartialFailure) return undefined;
  const failures = readFailures(result.payload);
  if (failures === undefined) return 0;
  const positions = failures.map((number) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === number),
  );
  return positions.length === 0 ? undefined : Math.max(0, Math.min(...positions));
}

/** The sequence numbers reported, or undefined for an answer that Lambda takes for a failure of everything. */
function readFailures(payload: string): string[] | undefined {
  const answer: unknown = JSON.parse(payload);
  if (typeof answer !== 'object' || answer === null || !('batchItemFailures' in answer)) return [];
  const failures = answer.batchItemFailures;
  if (failures === null) return [];
  if (!Array.isArray(failures)) return undefined;
  const numbers = failures.map((one) => one?.itemIdentifier);
  return numbers.every((one) => typeof one === 'string' && one !== '') ? numbers : undefined;
}

function describeLoss(parts: BatchParts, records: StreamRecord[], tries: number): Record<string, unknown> {
  const { mapping, shardId } = parts;
  const [first] = records;
  const last = records.at(-1);
  const arrival = (record: StreamRecord | undefined) =>
    new Date((record?.dynamodb.ApproximateCreationDateTime ?? parts.now() / 1000) * 1000).toISOString();
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: mapping.functionArn,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: tries,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date(parts.now()).toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: last?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(first),
      approximateArrivalOfLastRecord: arrival(last),
      batchSize: records.length,
      streamArn: mapping.streamArn,
    },
  };
}
