import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { AwsEndpoint } from './aws-call.ts';
import type { FailureQueues } from './failure-queues.ts';
import type { HttpAnswer } from './http-answer.ts';
import type { LogLines } from './log-lines.ts';
import type { MailEvents } from './mail-events.ts';
import { ClockMovedBack, type Time } from './move-clock.ts';
import type { PutEvents } from './put-events.ts';
import { BodyTooLarge, readBody } from './read-body.ts';
import {
  BadBody,
  readAutomatic,
  readBankHolidays,
  readFault,
  readInstant,
  readMailEvent,
  readTokenClaims,
} from './read-local-bodies.ts';
import type { Issuer } from './tokens.ts';

export interface LocalApiParts {
  now: () => number;
  time: Time;
  settle: () => Promise<void>;
  endpoint: AwsEndpoint;
  mailEvents: MailEvents;
  issuer: Issuer;
  queues: FailureQueues;
  logs: LogLines;
  bankHolidays: BankHolidays;
  putEvents: PutEvents;
}

/** What stands for GOV.UK's feed on this stack. */
export interface BankHolidays {
  answer(): HttpAnswer;
  /** whatever is to be served, JSON or not */
  set(body: Buffer): void;
  /** until it is set again */
  makeUnreachable(): void;
  /** as it was at the start */
  reset(): void;
}

export const feedPath = '/_local/bank-holidays';
const setFeed = `PUT ${feedPath}`;

/** The body is JSON, but that of the feed, which stays as it was sent: a broken feed is worth trying. */
type Call = (body: unknown, parameter: string) => Promise<HttpAnswer> | HttpAnswer;

/** The calls that exist on the local stack only. Undefined for a path that is none of them. */
export function createLocalApi(
  parts: LocalApiParts,
): (request: IncomingMessage, url: URL) => Promise<HttpAnswer | undefined> {
  const calls = listCalls(parts);
  return async (request, url) => {
    if (!url.pathname.startsWith('/_local/')) return undefined;
    const key = `${request.method} ${url.pathname}`;
    const [call, parameter] = findCall(calls, key);
    if (call === undefined) return problem(404, `The local stack has no ${request.method} ${url.pathname}.`);
    try {
      const body = await readBody(request, 1024 * 1024);
      return await call(key === setFeed ? body : parseJson(body), parameter);
    } catch (error) {
      return explain(error);
    }
  };
}

function explain(error: unknown): HttpAnswer {
  if (error instanceof BadBody) return problem(400, error.message);
  if (error instanceof ClockMovedBack) return problem(409, error.message);
  if (error instanceof BodyTooLarge) return problem(413, 'The body is larger than a megabyte.');
  throw error;
}

function listCalls(parts: LocalApiParts): Record<string, Call> {
  const { endpoint } = parts;
  const mailOf = (messageId: string) => endpoint.mails().find((mail) => mail.messageId === messageId);
  return {
    'GET /_local/clock': () => json({ now: new Date(parts.now()).toISOString() }),
    'POST /_local/clock': async (body) => {
      await parts.time.moveTo(readInstant(body));
      return json({ now: new Date(parts.now()).toISOString() });
    },
    'POST /_local/settle': async () => {
      await parts.settle();
      return json({ settled: true });
    },
    'GET /_local/mail': () => json(endpoint.mails()),
    'PUT /_local/mail/events': (body) => {
      const automatic = readAutomatic(body);
      parts.mailEvents.setAutomatic(automatic);
      return json({ automatic });
    },
    'POST /_local/mail/*/event': (body, messageId) => {
      const { type, bounce } = readMailEvent(body);
      const mail = mailOf(messageId);
      if (mail === undefined) return problem(404, `There is no mail ${messageId}.`);
      if (parts.mailEvents.publish(mail, type, bounce)) return json({ messageId, type });
      return problem(409, `The configuration set of mail ${messageId} publishes no ${type} events.`);
    },
    'POST /_local/faults': (body) => {
      const fault = readFault(body);
      endpoint.addFault(fault);
      return json(fault);
    },
    'DELETE /_local/faults': () => json({ faults: [], unmet: endpoint.clearFaults() }),
    'GET /_local/calls': () => json(endpoint.calls()),
    'GET /_local/events': () => json(parts.putEvents.list()),
    [`GET ${feedPath}`]: () => parts.bankHolidays.answer(),
    [setFeed]: (body) => {
      parts.bankHolidays.set(readBankHolidays(body));
      return parts.bankHolidays.answer();
    },
    [`DELETE ${feedPath}`]: () => {
      parts.bankHolidays.makeUnreachable();
      return json({ reachable: false });
    },
    'POST /_local/tokens': async (body) => json({ token: await parts.issuer.issue(readTokenClaims(body)) }),
    'GET /_local/logs': () => json(parts.logs.lines()),
    'GET /_local/failures': () => json(parts.queues.messages()),
  };
}

function findCall(calls: Record<string, Call>, key: string): [Call | undefined, string] {
  const exact = calls[key];
  if (exact !== undefined) return [exact, ''];
  const messageId = /^POST \/_local\/mail\/([^/]+)\/event$/.exec(key)?.[1];
  return messageId === undefined ? [undefined, ''] : [calls['POST /_local/mail/*/event'], messageId];
}

function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new BadBody('The body is no JSON.');
  }
}

function json(value: unknown): HttpAnswer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

export function problem(status: number, detail: string): HttpAnswer {
  const headers = { 'content-type': 'application/problem+json' };
  return {
    status,
    headers,
    body: JSON.stringify({ type: 'about:blank', status, title: titles[status], detail }),
  };
}

const titles: Record<number, string> = {
  400: 'Bad request',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  500: 'Internal error',
  503: 'Not ready',
};

/** @param file what the feed answers at the start */
export function createBankHolidays(file: string): BankHolidays {
  const first = readFileSync(file);
  let feed: Buffer | undefined = first;
  return {
    answer: () => {
      if (feed === undefined) return problem(503, 'The feed is unreachable until the next PUT.');
      return { status: 200, headers: { 'content-type': contentTypeOf(feed) }, body: feed };
    },
    set: (body) => {
      feed = body;
    },
    makeUnreachable: () => {
      feed = undefined;
    },
    reset: () => {
      feed = first;
    },
  };
}

function contentTypeOf(feed: Buffer): string {
  try {
    parseJson(feed);
    return 'application/json';
  } catch {
    return 'text/plain;charset=UTF-8';
  }
}
