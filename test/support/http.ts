import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { createHttpHandler } from '../../functions/middleware/http.ts';
import { createResidentRoutes } from '../../functions/resident-api/handler.ts';
import { bundledCalendar } from '../../shared/calendar/calendar.ts';
import { type RouteName, routes } from '../../shared/contracts/routes.ts';
import { type Instant, instant } from '../../shared/domain/london-time.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { landlords, ombudsmen } from '../../shared/landlords/landlords.ts';
import type { ComplaintStore, NewComplaint } from '../../shared/ports/complaint-store.ts';
import { createMemoryStore } from '../../shared/ports/memory/complaint-store.ts';
import { catchOutput } from './caught-output.ts';
import { type Answer, readAnswer } from './http-answer.ts';

/** What a test says of a request; what it leaves out is as a resident's browser would send it. */
export interface Sent {
  landlord?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** written as JSON */
  body?: unknown;
  /** sent as it is, in place of `body` */
  text?: string;
  /** sent as base64, as API Gateway does with what it takes for binary */
  bytes?: Uint8Array;
  requestId?: string;
}

/** The functions of the HTTP API in this process, over a store in memory. */
export interface Api {
  /** @returns the answer, which has already been checked against the contract of its route */
  send: (route: RouteName, sent?: Sent) => Promise<Answer>;
  /** sends what a resident sends */
  complain: (sent?: Sent) => Promise<Answer>;
  /** every complaint in the store */
  stored: () => Promise<Reference[]>;
  /** everything that the functions asked the store to write, accepted or not */
  writes: NewComplaint[];
  store: ComplaintStore;
  moveTo: (now: string) => void;
}

export function startApi(options: { now?: string; served?: string[]; store?: ComplaintStore } = {}): Api {
  let now: Instant = instant(options.now ?? '2026-12-23T15:00:00Z');
  const writes: NewComplaint[] = [];
  const kept = options.store ?? createMemoryStore(() => 0);
  const store: ComplaintStore = {
    ...kept,
    receive: (complaint) => {
      writes.push(complaint);
      return kept.receive(complaint);
    },
  };
  const handle = createHttpHandler(
    createResidentRoutes({
      store,
      rules: { policies: landlords, calendarFor: bundledCalendar, ombudsmen },
      clock: () => now,
      randomBytes: seededBytes(1),
      served: new Set(options.served ?? ['day-zero', 'counted-from-receipt', 'code-2024']),
    }),
  );
  const send: Api['send'] = async (route, sent = {}) => {
    const event = buildEvent(route, sent);
    const { value, written } = await catchOutput(() => handle(event, context));
    return readAnswer(route, event, value, written);
  };
  return {
    send,
    complain: (sent) => send('receiveComplaint', sent),
    stored: async () => Array.fromAsync(store.dueComplaints(0, instant('9999-12-31T23:59:59Z'))),
    writes,
    store,
    moveTo: (moved) => {
      now = instant(moved);
    },
  };
}

let requests = 0;

/** An event of API Gateway's payload format 2.0. */
export function buildEvent(route: RouteName, sent: Sent): APIGatewayProxyEventV2 {
  const { key } = routes[route];
  const [method = '', template = ''] = key.split(' ');
  const landlord = sent.landlord ?? 'day-zero';
  const path = template.replace('{landlord}', encodeURIComponent(landlord.toWellFormed()));
  const body = writeBody(method, sent);
  return {
    version: '2.0',
    routeKey: key,
    rawPath: path,
    rawQueryString: new URLSearchParams(sent.query).toString(),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...sent.headers },
    ...(sent.query && { queryStringParameters: sent.query }),
    pathParameters: { landlord },
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: sent.requestId ?? `request-${++requests}`,
      routeKey: key,
      stage: '$default',
      time: '23/Dec/2026:15:00:00 +0000',
      timeEpoch: 1_798_038_000_000,
    },
    ...(body !== undefined && { body }),
    isBase64Encoded: sent.bytes !== undefined,
  };
}

function writeBody(method: string, { body, text, bytes }: Sent): string | undefined {
  if (bytes) return Buffer.from(bytes).toString('base64');
  if (text !== undefined) return text;
  if (body !== undefined) return JSON.stringify(body);
  return method === 'POST' ? JSON.stringify({ description: 'The lift is out of order.' }) : undefined;
}

/** The handler reads nothing of it. */
const context = {} as Context;

/** Bytes that differ from call to call and are the same in every run. */
function seededBytes(seed: number): (count: number) => Uint8Array {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
  return (count) => Uint8Array.from({ length: count }, next);
}
