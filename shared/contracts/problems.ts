import * as z from 'zod/mini';
import type { Refusal } from '../domain/refusals.ts';

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
    errors: z.optional(
      z.array(fieldProblem).check(z.describe('Each wrong field, the first fifty where there are more.')),
    ),
  })
  .check(z.describe('Says what was wrong, where, and what to do (RFC 9457).'));
export type Problem = z.infer<typeof problemBody>;

/** Every kind of problem that the API answers with; `type` is the key behind `/problems/`. */
export const problems = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'unknown-landlord': { status: 404, title: 'This landlord is not served here' },
  'too-large': { status: 413, title: 'The request is too large' },
  'not-json': { status: 415, title: 'The request must be JSON' },
  'key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'our-fault': { status: 500, title: 'Something went wrong on our side' },
} as const;
export type ProblemType = keyof typeof problems;

export function problem(type: ProblemType, detail: string, errors?: FieldProblem[]): Problem {
  return { type: `/problems/${type}`, ...problems[type], detail, ...(errors && { errors }) };
}

/** How each refusal is answered: the field it is about, and what would make it allowed. */
const refusals: { [Type in Refusal['type']]: (refusal: Extract<Refusal, { type: Type }>) => FieldProblem } = {
  IssueAfterReceipt: ({ receivedOn }) => ({
    field: 'issueOccurredOn',
    detail: `must not be after today, ${receivedOn}`,
  }),
  AwareAfterReceipt: ({ receivedOn }) => ({
    field: 'becameAwareOn',
    detail: `must not be after today, ${receivedOn}`,
  }),
  AwareBeforeIssue: ({ issueOccurredOn }) => ({
    field: 'becameAwareOn',
    detail: `must not be before ${issueOccurredOn}, the day the issue occurred`,
  }),
};

export function problemOfRefusal(refusal: Refusal): Problem {
  const describe = refusals[refusal.type] as (refusal: Refusal) => FieldProblem;
  return invalidRequest([describe(refusal)]);
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
