import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Well below the shortest function timeout, so that a lost answer is an error while there is time to act on it. */
const requestTimeoutMilliseconds = 5_000;

export function createDynamoDb(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: requestTimeoutMilliseconds,
      // Without this the SDK only warns when the time is up.
      throwOnRequestTimeout: true,
    },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

export interface Tables {
  complaints: string;
  timeline: string;
}
