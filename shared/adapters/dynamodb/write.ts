import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Positions of the writes whose condition did not hold; empty where everything was stored. */
export type FailedConditions = number[];

const attempts = 6;

/**
 * Writes all items or none. Two writers who only touch an item at the same moment wait a little and try again; a
 * condition that does not hold is an answer.
 *
 * @throws the client's error for anything else
 */
export async function writeAll(client: DynamoDBDocumentClient, writes: Write[]): Promise<FailedConditions> {
  for (let attempt = 1; ; attempt++) {
    try {
      await writeOnce(client, writes);
      return [];
    } catch (error) {
      const codes = failureCodesOf(error);
      const failed = codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []));
      if (failed.length > 0) return failed;
      if (attempt === attempts || !codes.includes('TransactionConflict')) throw error;
      await jitter(attempt);
    }
  }
}

/** Why each write was not carried out, in DynamoDB's words; empty where the error does not say. */
function failureCodesOf(error: unknown): (string | undefined)[] {
  if (error instanceof ConditionalCheckFailedException) return ['ConditionalCheckFailed'];
  if (error instanceof TransactionConflictException) return ['TransactionConflict'];
  if (error instanceof TransactionCanceledException)
    return (error.CancellationReasons ?? []).map(({ Code }) => Code);
  return [];
}

/** A single write costs half as much outside a transaction. */
async function writeOnce(client: DynamoDBDocumentClient, writes: Write[]): Promise<void> {
  const [only, ...others] = writes;
  if (only?.Put && others.length === 0) await client.send(new PutCommand(only.Put));
  else await client.send(new TransactWriteCommand({ TransactItems: writes }));
}

/** Up to 20, 40, 80… milliseconds, by chance, so that two writers do not meet again. */
async function jitter(attempt: number): Promise<void> {
  const milliseconds = Math.random() * 10 * 2 ** attempt;
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
