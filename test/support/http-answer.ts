import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { expect } from 'vitest';
import type * as z from 'zod/mini';
import { type Problem, problemBody, problems } from '../../shared/contracts/problems.ts';
import { type Route, type RouteName, routes } from '../../shared/contracts/routes.ts';

type Accepted<Name extends RouteName> = z.infer<(typeof routes)[Name]['answer']['body']>;
/** `status` is that of the complaint where the request was accepted, and that of HTTP where it was refused. */
type AnswerBody<Name extends RouteName> = Partial<
  Omit<Accepted<Name>, 'status'> & Omit<Problem, 'status'>
> & { status?: unknown };

export interface Answer<Name extends RouteName = RouteName> {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  /** already checked, so that a test may read the members that its route and status have */
  body: AnswerBody<Name>;
  /** what the process wrote while it answered */
  written: string;
}

/** Reads an answer and holds it against the contract of its route, so that every test of the API checks every answer. */
export function readAnswer<Name extends RouteName>(
  name: Name,
  event: APIGatewayProxyEventV2,
  { statusCode: status = 0, headers = {}, body: text = '', ...rest }: APIGatewayProxyStructuredResultV2,
  written: string,
): Answer<Name> {
  const route: Route = routes[name];
  const body = JSON.parse(text);
  expect(rest, 'nothing else is answered').toEqual({});
  if (status === route.answer.status) {
    expect(route.answer.body.parse(body), 'the answer is what its schema says').toEqual(body);
    expect(headers).toEqual({ ...alwaysSent, 'content-type': 'application/json', ...etagOf(route, body) });
  } else {
    expectProblemOf(route, status, body);
    const challenge = status === 401 && { 'www-authenticate': 'Bearer' };
    expect(headers).toEqual({ ...alwaysSent, 'content-type': 'application/problem+json', ...challenge });
    expect(body.instance, 'the id of the request').toBe(event.requestContext.requestId);
  }
  expectLogLines(written, event, status);
  return { status, headers, text, body, written };
}

const alwaysSent = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Whatever can be changed tells the version that a change must be based on. */
function etagOf(route: Route, body: { version?: number; revision?: number }): { etag?: string } {
  const { body: answered, etag = true } = route.answer;
  if (!etag || !('version' in answered.shape || 'revision' in answered.shape)) return {};
  return { etag: `"${body.version ?? body.revision}"` };
}

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
export function refusalOf({
  status,
  body,
}: Pick<Answer, 'status'> & { body: Partial<Omit<Problem, 'status'>> }) {
  const { type = '', errors = [] } = body;
  return { status, type, fields: errors.map(({ field }) => field) };
}
