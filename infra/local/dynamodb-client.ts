import { Agent, request } from 'node:http';

type Json = Record<string, unknown>;

/** The stack's own way to DynamoDB Local: plain JSON over HTTP, past the endpoint, so that nothing of it is recorded. */
export interface DynamoDbClient {
  call<Answer = Json>(operation: string, body: Json): Promise<Answer>;
  callStreams<Answer = Json>(operation: string, body: Json): Promise<Answer>;
  close(): void;
}

export class DynamoDbError extends Error {
  override name = 'DynamoDbError';
  readonly code: string;

  constructor(operation: string, code: string, message: string) {
    super(`${operation}: ${code}: ${message}`);
    this.code = code;
  }
}

/**
 * DynamoDB Local wants a signature and believes any. Where databases are apart, the access key says which: it stands
 * before the address, `http://<access key>@127.0.0.1:8000`.
 */
export function authorizationFor(url: string): string {
  const accessKey = new URL(url).username || 'local';
  return `AWS4-HMAC-SHA256 Credential=${accessKey}/20200101/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=none`;
}

export function createDynamoDbClient(url: string): DynamoDbClient {
  const agent = new Agent({ keepAlive: true });
  const authorization = authorizationFor(url);
  const post = (target: string, body: Json): Promise<{ status: number; text: string }> =>
    new Promise((settle, reject) => {
      const headers = {
        'X-Amz-Target': target,
        'Content-Type': 'application/x-amz-json-1.0',
        Authorization: authorization,
      };
      const call = request(url, { method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          settle({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
      });
      call.on('error', reject);
      call.end(JSON.stringify(body));
    });
  const callTarget = async <Answer>(prefix: string, operation: string, body: Json): Promise<Answer> => {
    const { status, text } = await post(`${prefix}.${operation}`, body);
    const answer = JSON.parse(text);
    if (status === 200) return answer;
    const code = String(answer.__type ?? '').replace(/^.*#/, '');
    throw new DynamoDbError(operation, code, String(answer.message ?? answer.Message ?? text));
  };
  return {
    call: (operation, body) => callTarget('DynamoDB_20120810', operation, body),
    callStreams: (operation, body) => callTarget('DynamoDBStreams_20120810', operation, body),
    close: () => agent.destroy(),
  };
}
