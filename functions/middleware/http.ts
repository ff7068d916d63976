import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { invalidRequest, type Problem, problem } from '../../shared/contracts/problems.ts';
import type { StaffToken } from '../../shared/domain/authorization.ts';
import { log, logFailure } from './log.ts';
import { hasToken, readStaffToken } from './staff.ts';

/** A request with its body read; `body` is undefined where there was none. */
export interface HttpRequest {
  params: Record<string, string>;
  query: Record<string, string>;
  /** by their names in lower case */
  headers: Record<string, string>;
  body: unknown;
  /** who asks, on routes behind the authorizer */
  staff?: StaffToken | undefined;
  /** whether the authorizer let a token through, be it one that names nobody */
  hasToken?: boolean | undefined;
}

export interface HttpAnswer {
  status: number;
  /** JSON, already written, so that an answer that was kept is repeated to the letter */
  body: string;
  /** version of what was answered, for the ETag */
  version?: number;
}

export type RouteHandler = (request: HttpRequest) => Promise<HttpAnswer | Problem>;

const largestBody = 64 * 1024;
const jsonType = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;
/** Refuses bytes that are no UTF-8, which would be stored as question marks in somebody's name. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The one place of what every route has in common: reading the body, writing answers and problems, logging. */
export function createHttpHandler(routes: Record<string, RouteHandler>) {
  const answerRoute = async (event: APIGatewayProxyEventV2) => {
    const route = routes[event.routeKey];
    if (!route) throw new Error(`no handler for the route ${event.routeKey}`);
    const headers = lowerCaseNames(present(event.headers));
    const body = readBody(event, headers['content-type'] ?? '');
    if ('problem' in body) return write(event, body.problem);
    const { pathParameters, queryStringParameters } = event;
    const request = { params: present(pathParameters), query: present(queryStringParameters), headers };
    const token = { staff: readStaffToken(event), hasToken: hasToken(event) };
    return write(event, await route({ ...request, ...token, body: body.value }));
  };
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Error, Context>()
    .use(logRequests())
    .use(answerFaults())
    .handler(answerRoute);
}

function logRequests(): middy.MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  const begun = new WeakMap<object, number>();
  const finish = ({
    event,
    response,
  }: middy.Request<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>) => {
    log('request-answered', {
      request: event.requestContext.requestId,
      route: event.routeKey,
      status: response?.statusCode ?? 0,
      milliseconds: Math.round(performance.now() - (begun.get(event) ?? 0)),
    });
  };
  return {
    before: ({ event }) => {
      begun.set(event, performance.now());
    },
    after: finish,
    onError: finish,
  };
}

/** A fault is told as our fault, with an id to quote and nothing of what went wrong inside. */
function answerFaults(): middy.MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return {
    onError: (request) => {
      const { event, error } = request;
      logFailure('request-failed', { request: event.requestContext.requestId, route: event.routeKey }, error);
      const detail =
        'Nothing is lost if you send the same request again with the same Idempotency-Key; if it keeps failing, phone us.';
      request.response = write(event, problem('our-fault', detail));
    },
  };
}

/** What comes with a GET means nothing and is not read. */
function readBody(
  event: APIGatewayProxyEventV2,
  contentType: string,
): { value: unknown } | { problem: Problem } {
  if (!event.body || event.requestContext.http.method === 'GET') return { value: undefined };
  const bytes = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > largestBody) {
    return {
      problem: problem('too-large', 'The body must have at most 64 KB.', [
        { field: 'body', detail: 'is over 64 KB' },
      ]),
    };
  }
  if (!jsonType.test(contentType)) {
    return {
      problem: problem('not-json', 'Send the body with Content-Type: application/json.', [
        { field: 'Content-Type', detail: 'must be application/json' },
      ]),
    };
  }
  try {
    return { value: JSON.parse(utf8.decode(bytes)) };
  } catch {
    return { problem: invalidRequest([{ field: 'body', detail: 'must be valid JSON in UTF-8' }]) };
  }
}

function write(
  event: APIGatewayProxyEventV2,
  answer: HttpAnswer | Problem,
): APIGatewayProxyStructuredResultV2 {
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if ('body' in answer) {
    return {
      statusCode: answer.status,
      headers: {
        'content-type': 'application/json',
        ...headers,
        ...(answer.version !== undefined && { etag: `"${answer.version}"` }),
      },
      body: answer.body,
    };
  }
  const body = JSON.stringify({ ...answer, instance: event.requestContext.requestId });
  return {
    statusCode: answer.status,
    headers: {
      'content-type': 'application/problem+json',
      ...headers,
      ...(answer.status === 401 && { 'www-authenticate': 'Bearer' }),
    },
    body,
  };
}

/** API Gateway writes them so already; whoever else calls may not. */
function lowerCaseNames(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function present(values: Record<string, string | undefined> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
