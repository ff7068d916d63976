import * as z from 'zod/mini';
import type { Refusal } from '../domain/refusals.ts';
import type { ToldRefusal } from './refusals/telling.ts';
import { tellRefusal } from './refusals.ts';

/** A field of the request and what is wrong with it. */
export const fieldProblem = z
  .strictObject({
    field: z.string().check(z.describe('The field, with the objects that hold it: complainant.name.')),
    detail: z.string().check(z.describe('What is wrong with it, without repeating what was sent.')),
  })
  .check(z.describe('A field of the request and what is wrong with it.'));
export type FieldProblem = z.infer<typeof fieldProblem>;

/** An answer that says what was wrong, where, and what to do (RFC 9457, `application/problem+json`). */
export const problemBody = z
  .strictObject({
    type: z.string().check(z.describe('The kind of problem, the same each time.')),
    title: z.string().check(z.describe('The kind of problem in words.')),
    status: z.int().check(z.gte(400), z.lte(599), z.describe('The HTTP status of this answer.')),
    detail: z.string().check(z.describe('What was wrong this time, and what to do.')),
    instance: z.optional(z.string().check(z.describe('Id of the request, to quote when asking for help.'))),
    refusal: z.optional(
      z.string().check(z.describe('The rule that stands in the way, the same word each time.')),
    ),
    currentVersion: z.optional(
      z
        .int()
        .check(z.describe('Version of the complaint as it is now: read it again and base the change on it.')),
    ),
    errors: z.optional(
      z.array(fieldProblem).check(z.describe('Each wrong field, the first fifty where there are more.')),
    ),
  })
  .check(z.describe('Says what was wrong, where, and what to do (RFC 9457).'));
export type Problem = z.infer<typeof problemBody>;

/** Every kind of problem that the API answers with; `type` is the key behind `/problems/`. */
export const problems = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'not-signed-in': { status: 401, title: 'You are not signed in to this complaint' },
  'not-allowed': { status: 403, title: 'You may not do this' },
  'unknown-complaint': { status: 404, title: 'There is no such complaint here' },
  'unknown-enquiry': { status: 404, title: 'There is no such enquiry here' },
  'unknown-person': { status: 404, title: 'There is nobody of that id in the staff register' },
  'unknown-record': { status: 404, title: 'There is no such record here' },
  'unknown-letter': { status: 404, title: 'There is no such letter or call here' },
  'unknown-version': { status: 404, title: 'There is no such version of the calendar' },
  refused: { status: 409, title: 'This cannot be done now' },
  stale: { status: 412, title: 'It has changed since you read it' },
  'key-missing': { status: 428, title: 'The request needs an Idempotency-Key' },
  'version-missing': { status: 428, title: 'The request needs If-Match' },
  'unknown-landlord': { status: 404, title: 'This landlord is not served here' },
  'too-large': { status: 413, title: 'The request is too large' },
  'not-json': { status: 415, title: 'The request must be JSON' },
  'key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'cannot-be': { status: 422, title: 'What you sent cannot be' },
  'our-fault': { status: 500, title: 'Something went wrong on our side' },
} as const;
export type ProblemType = keyof typeof problems;

export function problem(type: ProblemType, detail: string, errors?: FieldProblem[]): Problem {
  return { type: `/problems/${type}`, ...problems[type], detail, ...(errors && { errors }) };
}

const badRequests: readonly Refusal['type'][] = [
  'IssueAfterReceipt',
  'AwareAfterReceipt',
  'AwareBeforeIssue',
  'TenancyEndsTooLate',
];

/** What was asked for is well-formed and yet not possible: names the rule, and the date or person that would help. */
export function problemOfRefusal(refusal: Refusal): Problem {
  const told = tellRefusal(refusal);
  if (!badRequests.includes(refusal.type)) return problemOfTold(refusal.type, told);
  return invalidRequest(told.field ? [{ field: told.field, detail: told.detail }] : []);
}

/** @param refusal the rule that stands in the way, the same word each time */
export function problemOfTold(refusal: string, { detail, field, clause }: ToldRefusal): Problem {
  const sentence = field ? `${field} ${detail}` : detail;
  return {
    ...problem('refused', clause ? `${sentence} (Complaint Handling Code ${clause})` : sentence),
    refusal,
    ...(field && { errors: [{ field, detail }] }),
  };
}

/** A key stands for one request: sent with another it would hide one of the two. */
export function keyReused(): Problem {
  return problem('key-reused', 'Send another Idempotency-Key with another request; nothing was stored.', [
    { field: 'Idempotency-Key', detail: 'was used for a request with another body' },
  ]);
}

/** A request can hold thousands of wrong fields; an answer many times its size would help nobody. */
const mostNamed = 50;

/** Names every wrong field, in the sentence too, for people who read only that. */
export function invalidRequest(errors: FieldProblem[]): Problem {
  const named = errors.slice(0, mostNamed);
  const sentences = named.map(({ field, detail }) => `${field} ${detail}`);
  const left = errors.length - named.length;
  const more = left > 0 ? [`and ${left} more`] : [];
  return problem('invalid-request', [...sentences, ...more].join('; '), named);
}
