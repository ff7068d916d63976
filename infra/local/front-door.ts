import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AwsEndpoint } from './aws-call.ts';
import type { StackClock } from './clock.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { type HttpAnswer, internalServerError, ownAnswer, writeAnswer } from './http-answer.ts';
import { type BankHolidays, createLocalApi, problem } from './local-api.ts';
import type { LogLines } from './log-lines.ts';
import { serveLetters } from './pages/letters.ts';
import { servePages } from './pages/serve-pages.ts';
import type { Runtime } from './runtime.ts';
import type { System } from './system.ts';
import type { Issuer } from './tokens.ts';

interface Parts {
  url: string;
  system: System;
  clock: StackClock;
  settle: () => Promise<void>;
  runtime: Runtime;
  endpoint: AwsEndpoint;
  issuer: Issuer;
  logs: LogLines;
  bankHolidays: BankHolidays;
  openApiFile: string;
}

/** The one address that people and programs call: the API, the local calls, the pages. */
export interface FrontDoor {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** until then everything is answered with "not ready" */
  open(parts: Parts): void;
}

type Answer = (request: IncomingMessage, url: URL) => Promise<HttpAnswer>;

export function createFrontDoor(): FrontDoor {
  let answer: Answer = async () => problem(503, 'The local stack is still starting.');
  let now: () => number = Date.now;
  return {
    handle: (request, response) => {
      answerSafely(answer, request)
        .then((given) => writeAnswer(response, given, now()))
        .catch(() => response.destroy());
    },
    open: (parts) => {
      answer = createAnswer(parts);
      now = parts.clock.now;
    },
  };
}

async function answerSafely(answer: Answer, request: IncomingMessage): Promise<HttpAnswer> {
  const url = URL.parse(`http://localhost${request.url ?? '/'}`);
  if (url === null) return ownAnswer(400, 'Bad Request');
  try {
    return await answer(request, url);
  } catch (error) {
    const isLocal = url.pathname.startsWith('/_local/');
    return isLocal
      ? problem(500, error instanceof Error ? error.message : String(error))
      : internalServerError;
  }
}

function createAnswer(parts: Parts): Answer {
  const { system, clock, runtime, endpoint, issuer, logs, bankHolidays, settle } = parts;
  const { time, invoker, mailEvents, putEvents, queues, mayInvoke } = runtime;
  const gateway: Gateway =
    system.api === undefined
      ? async () => ownAnswer(404, 'Not Found')
      : createGateway({ system, api: system.api, clock, invoker, issuer, mayInvoke });
  const localApi = createLocalApi({
    now: clock.now,
    time,
    settle,
    endpoint,
    mailEvents,
    issuer,
    queues,
    logs,
    bankHolidays,
    putEvents,
  });
  const pages = {
    url: parts.url,
    routes: system.api?.routes ?? [],
    openApiFile: parts.openApiFile,
    now: clock.now,
    mails: endpoint.mails,
    stateOf: mailEvents.stateOf,
    documents: issuer.documents(),
  };
  const served = system.functions.find(({ name }) => name === 'staff-api')?.environment.LANDLORDS ?? '';
  const letters = { url: parts.url, landlords: served.split(',') };
  return async (request, url) =>
    servePages(pages, request.method ?? 'GET', url.pathname) ??
    (await serveLetters(letters, request.method ?? 'GET', url.pathname)) ??
    (await localApi(request, url)) ??
    (await gateway(request, url));
}
