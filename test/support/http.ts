import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { createHttpHandler } from '../../functions/middleware/http.ts';
import { createResidentRoutes } from '../../functions/resident-api/handler.ts';
import { createStaffRoutes } from '../../functions/staff-api/handler.ts';
import { type RouteName, routes } from '../../shared/contracts/routes.ts';
import { type Instant, instant } from '../../shared/domain/london-time.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import type { CalendarArchive } from '../../shared/ports/calendar-archive.ts';
import type { ComplaintStore, NewComplaint } from '../../shared/ports/complaint-store.ts';
import type { EnquiryStore } from '../../shared/ports/enquiries.ts';
import { createMemoryAccess, type MemoryLinks } from '../../shared/ports/memory/access.ts';
import { createMemoryCalendarArchive } from '../../shared/ports/memory/calendar-archive.ts';
import { createMemoryStore } from '../../shared/ports/memory/complaint-store.ts';
import { createMemoryEnquiries } from '../../shared/ports/memory/enquiries.ts';
import { createMemoryRecords } from '../../shared/ports/memory/records.ts';
import { createMemoryStaffRegister } from '../../shared/ports/memory/staff-register.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { StaffRegister } from '../../shared/ports/staff-register.ts';
import { catchOutput } from './caught-output.ts';
import { type Answer, readAnswer } from './http-answer.ts';
import { notingWrites } from './noted-writes.ts';
import { rules, rulesOver, shippedCalendar } from './rules.ts';
import { waitingComplaints } from './stored.ts';

/** Whom a token names; `roles` and `landlords` as a text are sent to the letter. */
export interface Claims {
  id: string;
  roles?: readonly string[] | string;
  landlords?: readonly string[] | string;
}

/** What a test says of a request; what it leaves out is as a resident's browser would send it. */
export interface Sent {
  landlord?: string;
  /** of the path, but for the landlord */
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** written as JSON */
  body?: unknown;
  /** sent as it is, in place of `body` */
  text?: string;
  /** sent as base64, as API Gateway does with what it takes for binary */
  bytes?: Uint8Array;
  requestId?: string;
  /** whose token the authorizer let through; none on routes without one */
  staff?: Claims;
}

/** The functions of the HTTP API in this process, over a store, a register and links in memory. */
export interface Api {
  /** @returns the answer, which has already been checked against the contract of its route */
  send: <Name extends RouteName>(route: Name, sent?: Sent) => Promise<Answer<Name>>;
  /** sends what a resident sends */
  complain: (sent?: Sent) => Promise<Answer<'receiveComplaint'>>;
  /** every complaint in the store */
  stored: () => Promise<Reference[]>;
  /** every complaint that the functions asked the store to accept, accepted or not */
  writes: NewComplaint[];
  /** names of the calls that changed anything anywhere */
  changes: string[];
  store: ComplaintStore;
  register: StaffRegister;
  records: Records;
  archive: CalendarArchive;
  enquiries: EnquiryStore;
  links: MemoryLinks;
  moveTo: (now: string) => void;
}

interface Options {
  now?: string;
  served?: string[];
  store?: ComplaintStore;
  policies?: ReadonlyMap<string, Policy>;
}

export function startApi(options: Options = {}): Api {
  let now: Instant = instant(options.now ?? '2026-12-23T15:00:00Z');
  const writes: NewComplaint[] = [];
  const links: MemoryLinks = new Map();
  const kept = createMemoryStaffRegister();
  const keptArchive = createMemoryCalendarArchive();
  const keptRecords = createMemoryRecords();
  const keptEnquiries = createMemoryEnquiries();
  const noted = notingWrites({
    store:
      options.store ??
      createMemoryStore(() => 0, {
        ...{ register: kept, links, archive: keptArchive },
        ...{ records: keptRecords, enquiries: keptEnquiries },
      }),
    records: keptRecords,
    register: kept,
    access: createMemoryAccess(links),
    archive: keptArchive,
    enquiries: keptEnquiries,
  });
  const { register, access, archive, records, enquiries, changes } = noted;
  const store: ComplaintStore = {
    ...noted.store,
    receive: (complaint) => {
      writes.push(complaint);
      return noted.store.receive(complaint);
    },
  };
  const ports = {
    ...{ store, register, records, access, archive, enquiries, ...shippedCalendar },
    rules: { ...rulesOver(archive, () => now), policies: options.policies ?? rules.policies },
    clock: () => now,
    randomBytes: seededBytes(1),
    served: new Set(options.served ?? ['day-zero', 'counted-from-receipt', 'code-2024']),
  };
  const handle = createHttpHandler({ ...createResidentRoutes(ports), ...createStaffRoutes(ports) });
  const send: Api['send'] = async (route, sent = {}) => {
    const event = buildEvent(route, sent);
    const { value, written } = await catchOutput(() => handle(event, context));
    return readAnswer(route, event, value, written);
  };
  return {
    send,
    complain: (sent) => send('receiveComplaint', sent),
    stored: () => waitingComplaints(store),
    ...{ writes, changes, store, register, records, archive, enquiries, links },
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
  const values: Record<string, string> = { landlord: sent.landlord ?? 'day-zero', ...sent.params };
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const inPath = names.map((name): [string, string] => [name, values[name] ?? '']);
  const path = inPath.reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, encodeURIComponent(value.toWellFormed())),
    template,
  );
  const body = writeBody(route, sent);
  return {
    version: '2.0',
    routeKey: key,
    rawPath: path,
    rawQueryString: new URLSearchParams(sent.query).toString(),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...sent.headers },
    ...(sent.query && { queryStringParameters: sent.query }),
    ...(names.length > 0 && { pathParameters: Object.fromEntries(inPath) }),
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
      ...(sent.staff && { authorizer: writeAuthorizer(sent.staff) }),
    },
    ...(body !== undefined && { body }),
    isBase64Encoded: sent.bytes !== undefined,
  };
}

/** Every claim is a text in the end, a list one in brackets. */
function writeAuthorizer({ id, roles, landlords }: Claims) {
  const list = (names: readonly string[] | string) =>
    typeof names === 'string' ? names : `[${names.join(' ')}]`;
  const claims = {
    iss: 'https://issuer.example',
    aud: 'redress',
    exp: '1798761600',
    sub: id,
    ...(roles && { roles: list(roles) }),
    ...(landlords && { landlords: list(landlords) }),
  };
  return { jwt: { claims, scopes: null } };
}

function writeBody(route: RouteName, { body, text, bytes }: Sent): string | undefined {
  if (bytes) return Buffer.from(bytes).toString('base64');
  if (text !== undefined) return text;
  if (body !== undefined) return JSON.stringify(body);
  const usual = { description: 'The lift is out of order.' };
  return route === 'receiveComplaint' ? JSON.stringify(usual) : undefined;
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
