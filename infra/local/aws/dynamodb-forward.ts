import { Agent, request } from 'node:http';
import { authorizationFor } from '../dynamodb-client.ts';
import type { System } from '../system.ts';
import { type Answer, type AwsRequest, CallError } from './call.ts';
import { billedCapacity, billedWhenRefused, noCapacity } from './capacity.ts';
import { tableNameOf, touchedItems } from './dynamodb-calls.ts';
import { asText, type Json } from './json.ts';

const contentType = 'application/x-amz-json-1.0';

/** Carries DynamoDB calls out on DynamoDB Local. */
export function createDynamoDbForwarder(
  system: System,
  dynamodbUrl: string,
  onTableWritten: (tableName: string) => void,
) {
  const agent = new Agent({ keepAlive: true });
  const streaming = new Set(
    system.tables.filter(({ streamArn }) => streamArn !== undefined).map(({ name }) => name),
  );

  async function forward({ operation, body }: AwsRequest, input: Json): Promise<Answer> {
    const asks = input.ReturnConsumedCapacity;
    const asked = typeof asks === 'string' && asks !== 'NONE';
    const { status, text } = await send(agent, dynamodbUrl, operation, asked ? body : askForCapacity(input));
    const answer = parseAnswer(text);
    if (status !== 200) return answerRefusal(operation, input, status, text, answer);
    for (const table of writtenTables(operation, input)) if (streaming.has(table)) onTableWritten(table);
    const capacity = billedCapacity(operation, input, answer);
    const { ConsumedCapacity: _, ...rest } = answer;
    return { status, contentType, body: asked ? text : JSON.stringify(rest), outcome: 'ok', ...capacity };
  }

  return { forward, close: () => agent.destroy() };
}

function askForCapacity(input: Json): string {
  return JSON.stringify({ ...input, ReturnConsumedCapacity: 'INDEXES' });
}

function answerRefusal(operation: string, input: Json, status: number, body: string, answer: Json): Answer {
  const outcome = asText(answer.__type).replace(/^.*#/, '') || 'InternalServerError';
  const capacity = billedWhenRefused(operation, input, outcome, answer);
  return { status, contentType, body, outcome, ...capacity };
}

function writtenTables(operation: string, input: Json): Set<string> {
  const written = (touchedItems(operation, input) ?? []).filter(({ writes }) => writes);
  return new Set(written.map(({ table }) => tableNameOf(table)));
}

function parseAnswer(text: string): Json {
  return text === '' ? {} : (JSON.parse(text) as Json);
}

/** The error as DynamoDB's protocol carries it. */
export function answerDynamoDbError({ code, message, status, members }: CallError): Answer {
  const body = JSON.stringify({
    __type: `com.amazonaws.dynamodb.v20120810#${code}`,
    Message: message,
    ...members,
  });
  return { status, contentType, body, outcome: code, ...noCapacity };
}

export function send(
  agent: Agent,
  url: string,
  operation: string,
  body: string | Buffer,
): Promise<{ status: number; text: string }> {
  return new Promise((settle, fail) => {
    const outgoing = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': contentType,
          'content-length': Buffer.byteLength(body),
          'x-amz-target': `DynamoDB_20120810.${operation}`,
          authorization: authorizationFor(url),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          settle({ status: response.statusCode ?? 500, text: Buffer.concat(chunks).toString() }),
        );
        response.on('error', fail);
      },
    );
    outgoing.on('error', () => {
      fail(new CallError('InternalServerError', 'DynamoDB Local does not answer.', 500));
    });
    outgoing.end(body);
  });
}
