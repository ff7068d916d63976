import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { expect } from 'vitest';
import type * as z from 'zod/mini';
import { type Problem, problemBody, problems } from '../../shared/contracts/problems.ts';
import { type Route, type RouteName, routes } from '../../shared/contracts/routes.ts';

type Accepted = z.infer<(typeof routes)['receiveComplaint']['answer']['body']>;
type AnswerBody = Partial<Omit<Accepted, 'status'> & Problem>;

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  /** already checked, so that a test may read the members that its route and status have */
  body: AnswerBody;
  /** what the process wrote while it answered */
  written: string;
}

/** Reads an answer and holds it against the contract of its route, so that every test of the API checks every answer. */
export function readAnswer(
  name: RouteName,
  event: APIGatewayProxyEventV2,
  { statusCode: status = 0, headers = {}, body: text = '', ...rest }: APIGatewayProxyStructuredResultV2,
  written: string,
): Answer {
  const route: Route = routes[name];
  const body: AnswerBody = JSON.parse(text);
  expect(rest, 'nothing else is answered').toEqual({});
  if (status === route.answer.status) {
    expect(route.answer.body.parse(body), 'the answer is what its schema says').toEqual(body);
    expect(headers).toEqual({ ...alwaysSent, 'content-type': 'application/json' });
  } else {
    expectProblemOf(route, status, body);
    expect(headers).toEqual({ ...alwaysSent, 'content-type': 'application/problem+json' });
    expect(body.instance, 'the id of the request').toBe(event.requestContext.requestId);
  }
  expectLogLines(written, event, status);
  return { status, headers, text, body, written };
}

const alwaysSent = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

function expectProblemOf(route: Route, status: number, body: unknown): void {
  const { type, title, detail, errors = [] } = problemBody.parse(body);
  const kind = route.problems.find((each) => `/problems/${each}` === type);
  expect(kind, `${type} is a problem of ${route.key}`).toBeDefined();
  if (kind) expect({ status, title }).toEqual(problems[kind]);
  for (const { field } of errors) expect(detail, 'the sentence names every field').toContain(field);
}

/** One line for the answer, and one before it for a fault, each with the fields of its message and no other. */
function expectLogLines(written: string, event: APIGatewayProxyEventV2, status: number): void {
  const { requestId: request, routeKey: route } = event.requestContext;
  const lines = written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((line) => line.request === request);
  const fault = {
    level: 'error',
    message: 'request-failed',
    request,
    route,
    error: expect.any(String),
    stack: expect.any(Array),
  };
  const milliseconds = expect.any(Number);
  const answered = { level: 'info', message: 'request-answered', request, route, status, milliseconds };
  expect(lines).toEqual(status === 500 ? [fault, answered] : [answered]);
}

/** A refused request: its status, its kind, and the fields that it names, in their order. */
export function refusalOf({ status, body }: Answer): { status: number; type: string; fields: string[] } {
  const { type = '', errors = [] } = body;
  return { status, type, fields: errors.map(({ field }) => field) };
}
