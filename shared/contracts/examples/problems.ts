import { problemOfCalendarRefusal } from '../calendar-refusals.ts';
import {
  invalidRequest,
  keyReused,
  type Problem,
  type ProblemType,
  problem,
  problemOfRefusal,
} from '../problems.ts';

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
  'key-reused': keyReused(),
  'not-signed-in': problem(
    'not-signed-in',
    'Ask for a new link to the complaint and open it: a link works once and for ten minutes, and lets you in for thirty.',
  ),
  'not-allowed': problem(
    'not-allowed',
    'The complaint is with another team, where leila.haddad handles it; ask them, or a manager.',
  ),
  'unknown-record': problem('unknown-record', 'Check the id, which a complaint of theirs names.'),
  'unknown-complaint': problem(
    'unknown-complaint',
    'Check the reference: it has two groups of five characters.',
  ),
  'unknown-enquiry': problem('unknown-enquiry', 'Check the reference: it has two groups of five characters.'),
  'unknown-person': problem(
    'unknown-person',
    'Check the id, which is the subject of the person’s token, or add them.',
  ),
  'unknown-letter': problem(
    'unknown-letter',
    'Check the id: it is the reference, _ and the id of the notice.',
  ),
  'unknown-version': problem('unknown-version', 'The newest version of the calendar is 1.'),
  refused: problemOfRefusal({
    type: 'PointsIncomplete',
    missing: [{ point: 'point-1', lacks: ['reasons', 'remedy'] }],
  }),
  'cannot-be': problemOfCalendarRefusal({ type: 'UnknownVersion', newest: 1 }),
  stale: {
    ...problem('stale', 'Read the complaint again and base the change on it; nothing was stored.'),
    currentVersion: 2,
  },
  'key-missing': problem(
    'key-missing',
    'Send an Idempotency-Key of your own, such as a UUID, so that the request can be repeated safely.',
    [{ field: 'Idempotency-Key', detail: 'is missing' }],
  ),
  'version-missing': problem(
    'version-missing',
    'Read it first, and send its ETag as If-Match, so that nobody’s change is overwritten unseen.',
    [{ field: 'If-Match', detail: 'is missing' }],
  ),
  'our-fault': problem(
    'our-fault',
    'Nothing is lost if you send the same request again with the same Idempotency-Key; if it keeps failing, phone us.',
  ),
};
