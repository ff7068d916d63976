import type * as z from 'zod/mini';
import {
  deadlinesBody,
  deadlinesQuery,
  idempotencyHeaders,
  intakeBody,
  landlordPath,
  receivedBody,
} from './intake.ts';
import type { ProblemType } from './problems.ts';

type Fields = z.ZodMiniObject;

/** One route with everything that passes through it. */
export interface Route {
  key: string;
  function: string;
  /** whose route it is */
  tag: 'residents';
  summary: string;
  description: string;
  request: { path?: Fields; query?: Fields; headers?: Fields; body?: Fields };
  answer: { status: 200 | 201; description: string; body: Fields };
  /** every problem that it may be answered with */
  problems: readonly ProblemType[];
}

/** Every route of the HTTP API, each an explicit route of API Gateway: what handlers, infrastructure and OpenAPI read. */
export const routes = {
  receiveComplaint: {
    key: 'POST /landlords/{landlord}/complaints',
    function: 'resident-api',
    tag: 'residents',
    summary: 'Make a complaint',
    description:
      'Accepts a complaint and answers with its reference and the dates by which the landlord owes an acknowledgement and a response. Where an email address is given, a receipt goes there. Nothing is stored unless the answer is 201.',
    request: { path: landlordPath, headers: idempotencyHeaders, body: intakeBody },
    answer: { status: 201, description: 'The complaint is stored.', body: receivedBody },
    problems: ['invalid-request', 'unknown-landlord', 'too-large', 'not-json', 'key-reused', 'our-fault'],
  },
  explainDeadlines: {
    key: 'GET /landlords/{landlord}/deadlines',
    function: 'resident-api',
    tag: 'residents',
    summary: 'See the dates that a complaint would get',
    description:
      'Works out the dates for a complaint received at an instant, and explains each in a sentence. Stores nothing.',
    request: { path: landlordPath, query: deadlinesQuery },
    answer: { status: 200, description: 'The dates, each explained.', body: deadlinesBody },
    problems: ['invalid-request', 'unknown-landlord', 'our-fault'],
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
