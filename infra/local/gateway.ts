import type { IncomingMessage } from 'node:http';
import { authorizeRequest, checkAuthorizers } from './authorize-request.ts';
import type { StackClock } from './clock.ts';
import type { InvocationResult } from './execution-environment.ts';
import { type HttpAnswer, internalServerError, ownAnswer, readAnswer } from './http-answer.ts';
import { buildHttpEvent } from './http-event.ts';
import type { Invoker } from './invoke.ts';
import { createRouteMatcher, type MatchedRoute } from './match-route.ts';
import { BodyTooLarge, readBody } from './read-body.ts';
import type { HttpApi, System } from './system.ts';
import type { Issuer } from './tokens.ts';

export interface GatewayParts {
  system: Pick<System, 'region' | 'account'>;
  api: HttpApi;
  clock: Pick<StackClock, 'now'>;
  invoker: Pick<Invoker, 'invoke'>;
  issuer: Issuer;
  mayInvoke: (functionArn: string, principal: string, sourceArn: string) => boolean;
  /** API Gateway's own 30 seconds, unless a test is in a hurry */
  integrationTimeoutMs?: number;
}

export type Gateway = (request: IncomingMessage, url: URL) => Promise<HttpAnswer>;

const megabyte = 1024 * 1024;
const requestLimit = 10 * megabyte;
const invocationLimit = 6 * megabyte;
const tooLarge = ownAnswer(413, 'Request Entity Too Large');
const unavailable = ownAnswer(503, 'Service Unavailable');

/** API Gateway's HTTP API with its own limits and answers. */
export function createGateway(parts: GatewayParts): Gateway {
  checkAuthorizers(parts.api, parts.issuer);
  const match = createRouteMatcher(parts.api.routes);
  return async (request, url) => {
    const method = request.method ?? 'GET';
    const matched = matchSafely(() => match(method, url.pathname));
    if (matched === 'malformed') return ownAnswer(400, 'Bad Request');
    if (matched === undefined) return ownAnswer(404, 'Not Found');
    const authorization = await authorizeRequest(
      matched.route,
      request.headers.authorization,
      parts.issuer,
      parts.clock,
    );
    if ('refused' in authorization) return refuse(authorization.refused);
    try {
      const body = await readBody(request, requestLimit);
      const now = parts.clock.now();
      const { api, system } = parts;
      const { account } = system;
      const { authorizer } = authorization;
      const event = buildHttpEvent({ api, account, request, url, matched, body, authorizer, now });
      return await invoke(parts, matched, event, body.length);
    } catch (error) {
      if (error instanceof BodyTooLarge) return tooLarge;
      throw error;
    }
  };
}

function matchSafely(find: () => MatchedRoute | undefined): MatchedRoute | undefined | 'malformed' {
  try {
    return find();
  } catch (error) {
    if (error instanceof URIError) return 'malformed';
    throw error;
  }
}

async function invoke(
  parts: GatewayParts,
  { route }: MatchedRoute,
  event: object,
  bodyLength: number,
): Promise<HttpAnswer> {
  const { region, account } = parts.system;
  const path = route.key === '$default' ? '$default' : route.key.replace(' ', '').replace(/^ANY/, '*');
  const source = `arn:aws:execute-api:${region}:${account}:${parts.api.id}/$default/${path}`;
  if (!parts.mayInvoke(route.functionArn, 'apigateway.amazonaws.com', source)) return internalServerError;
  // measured only when it can matter: writing a large event twice would cost every request
  if (bodyLength > invocationLimit / 8 && Buffer.byteLength(JSON.stringify(event)) > invocationLimit)
    return tooLarge;
  const result = await within(
    parts.integrationTimeoutMs ?? 30_000,
    parts.invoker.invoke(route.functionArn, event),
  );
  if (result === 'too late') return unavailable;
  if (!result.ok || Buffer.byteLength(result.payload) > invocationLimit) return internalServerError;
  return readAnswer(result.payload);
}

/** The invocation goes on after its caller has been sent away, as it does at AWS. */
async function within(
  milliseconds: number,
  invocation: Promise<InvocationResult>,
): Promise<InvocationResult | 'too late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'too late'>((settle) => {
    timer = setTimeout(() => settle('too late'), milliseconds);
  });
  const first = await Promise.race([invocation, late]);
  clearTimeout(timer);
  return first;
}

function refuse(status: 401 | 403): HttpAnswer {
  const answer = ownAnswer(status, status === 401 ? 'Unauthorized' : 'Forbidden');
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer' } };
}
