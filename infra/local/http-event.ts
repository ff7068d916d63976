import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { JwtAuthorizer } from './authorize-request.ts';
import type { MatchedRoute } from './match-route.ts';
import type { HttpApi } from './system.ts';

interface Parts {
  api: HttpApi;
  account: string;
  request: IncomingMessage;
  url: URL;
  matched: MatchedRoute;
  body: Buffer;
  authorizer: JwtAuthorizer | undefined;
  now: number;
}

/** The event of API Gateway's payload format 2.0. */
export function buildHttpEvent({
  api,
  account,
  request,
  url,
  matched,
  body,
  authorizer,
  now,
}: Parts): object {
  const { cookie, ...headers } = request.headersDistinct;
  const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
  const method = request.method ?? 'GET';
  const query = readQuery(url.searchParams);
  const domainName = request.headers.host ?? 'localhost';
  return {
    version: '2.0',
    routeKey: matched.route.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.flatMap((line) => line.split(/; */)) }),
    headers: {
      ...Object.fromEntries(
        Object.entries(headers).map(([name, values]) => [name, (values ?? []).join(',')]),
      ),
      'x-amzn-trace-id': traceIdAt(now),
      'x-forwarded-for': sourceIp,
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
    },
    ...(query === undefined ? {} : { queryStringParameters: query }),
    requestContext: {
      accountId: account,
      apiId: api.id,
      ...(authorizer === undefined ? {} : { authorizer }),
      domainName,
      domainPrefix: domainName.split('.')[0],
      http: {
        method,
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: matched.route.key,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now,
    },
    ...(matched.pathParameters === undefined ? {} : { pathParameters: matched.pathParameters }),
    ...writeBody(body, request.headers['content-type']),
  };
}

/** A name given several times has its values joined by commas. */
function readQuery(parameters: URLSearchParams): Record<string, string> | undefined {
  const joined: Record<string, string> = {};
  for (const name of new Set(parameters.keys())) joined[name] = parameters.getAll(name).join(',');
  return Object.keys(joined).length === 0 ? undefined : joined;
}

const textTypes = /^(?:text\/|application\/(?:[\w.+-]+\+)?(?:json|xml)\b|application\/javascript\b)/i;

function writeBody(body: Buffer, contentType: string | undefined): object {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = contentType === undefined || textTypes.test(contentType);
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2026:19:03:58 +0000` */
function commonLogTime(now: number): string {
  const at = new Date(now);
  const day = String(at.getUTCDate()).padStart(2, '0');
  return `${day}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}:${at.toISOString().slice(11, 19)} +0000`;
}

function traceIdAt(now: number): string {
  const id = randomUUID().replaceAll('-', '').slice(0, 24);
  return `Root=1-${Math.floor(now / 1000).toString(16)}-${id}`;
}
