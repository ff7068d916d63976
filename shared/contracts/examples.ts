import { invalidRequest, type Problem, type ProblemType, problem } from './problems.ts';
import type { RouteName } from './routes.ts';

export interface Example {
  path?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: object;
  answer: object;
}

/** One request of each route with its answer, told to the reader of the API's description and asked by a test. */
export const examples = {
  receiveComplaint: {
    path: { landlord: 'day-zero' },
    headers: { 'Idempotency-Key': '6f1c1d8e-3f0b-4a39-9d0c-5b7a2f4f9a11' },
    body: {
      complainant: { name: 'Sam Example', email: 'sam@example.com', phone: '01632 960777' },
      description: 'The boiler has been out since Sunday and nobody has come.',
      desiredOutcome: 'Heating before Christmas.',
      issueOccurredOn: '2026-12-20',
      adjustments: ['Calls after noon'],
    },
    answer: {
      reference: 'K7QF2-9XW4T',
      receivedAt: '2026-12-23T15:00:00.000Z',
      status: 'open',
      obligations: [
        {
          kind: 'stage-1-acknowledgement',
          dueOn: '2027-01-04',
          explanation:
            'Monday 4 January 2027 is 5 working days after Wednesday 23 December 2026, the day we received your complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January).',
        },
        {
          kind: 'stage-1-response',
          dueOn: '2027-01-18',
          explanation:
            'Monday 18 January 2027 is 10 working days after Monday 4 January 2027, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward.',
          projected: true,
        },
      ],
    },
  },
  explainDeadlines: {
    path: { landlord: 'counted-from-receipt' },
    query: { receivedAt: '2026-06-30T23:30:00Z' },
    answer: {
      landlord: 'counted-from-receipt',
      receivedAt: '2026-06-30T23:30:00.000Z',
      obligations: [
        {
          kind: 'stage-1-acknowledgement',
          dueOn: '2026-07-08',
          explanation:
            'Wednesday 8 July 2026 is 5 working days after Wednesday 1 July 2026, the day we received your complaint, not counting weekends.',
        },
        {
          kind: 'stage-1-response',
          dueOn: '2026-07-15',
          explanation:
            'Wednesday 15 July 2026 is 10 working days after Wednesday 1 July 2026, the day we received your complaint, not counting weekends.',
        },
      ],
    },
  },
} as const satisfies Record<RouteName, Example>;

/** One answer of each kind of problem. */
export const problemExamples: Record<ProblemType, Problem> = {
  'invalid-request': invalidRequest([
    { field: 'complainant.name', detail: 'is missing' },
    { field: 'issueOccurredOn', detail: 'must be a date that exists, such as 2026-03-27' },
  ]),
  'unknown-landlord': problem(
    'unknown-landlord',
    'There is no such landlord here; this service handles complaints for code-2024, counted-from-receipt, day-zero.',
    [{ field: 'landlord', detail: 'must be one of code-2024, counted-from-receipt, day-zero' }],
  ),
  'too-large': problem('too-large', 'The body must have at most 64 KB.', [
    { field: 'body', detail: 'is over 64 KB' },
  ]),
  'not-json': problem('not-json', 'Send the body with Content-Type: application/json.', [
    { field: 'Content-Type', detail: 'must be application/json' },
  ]),
  'key-reused': problem(
    'key-reused',
    'Send another Idempotency-Key with another request; nothing was stored.',
    [{ field: 'Idempotency-Key', detail: 'was used for a request with another body' }],
  ),
  'our-fault': problem(
    'our-fault',
    'Nothing is lost if you send the same request again with the same Idempotency-Key; if it keeps failing, phone us.',
  ),
};
