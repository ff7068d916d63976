import type * as z from 'zod/mini';
import { idempotencyHeaders } from '../../shared/contracts/intake.ts';
import { type Parsed, parseFields } from '../../shared/contracts/parse.ts';
import {
  type FieldProblem,
  invalidRequest,
  type Problem,
  type ProblemType,
  problem,
} from '../../shared/contracts/problems.ts';
import type { Denied, StaffToken } from '../../shared/domain/authorization.ts';
import type { StaffId } from '../../shared/domain/staff.ts';
import type { NotAdmitted } from '../../shared/use-cases/admit.ts';
import type { NotAdmittedToLandlord } from '../../shared/use-cases/admit-to-landlord.ts';
import type { HttpAnswer, HttpRequest } from '../middleware/http.ts';

/** What requests of staff have in common: their headers, and the answers to those who may not. */

/** How a route of staff is answered, once it is known who asks. */
export type StaffHandler = (staff: StaffToken, request: HttpRequest) => Promise<HttpAnswer | Problem>;

export type Read<Value> = { value: Value } | { problem: Problem };

export function readBody<Schema extends z.ZodMiniType>(
  schema: Schema,
  { body = {} }: HttpRequest,
): Read<z.infer<Schema>> {
  return orProblem(parseFields(schema, body, 'body'));
}

export function orProblem<Value>(parsed: Parsed<Value>): Read<Value> {
  return parsed.ok ? { value: parsed.value } : { problem: invalidRequest(parsed.errors) };
}

/** Staff repeat requests safely, always: without a key nothing is done. */
export function readKey({ headers }: HttpRequest): Read<string> {
  const key = headers['idempotency-key'];
  if (key === undefined) {
    return missing(
      'key-missing',
      'Send an Idempotency-Key of your own, such as a UUID, so that the request can be repeated safely.',
      { field: 'Idempotency-Key', detail: 'is missing' },
    );
  }
  const parsed = parseFields(idempotencyHeaders, { 'Idempotency-Key': key }, 'headers');
  return parsed.ok ? { value: key } : { problem: invalidRequest(parsed.errors) };
}

/** The number within the ETag that a change is based on. */
export function readVersion({ headers }: HttpRequest): Read<number> {
  const etag = headers['if-match'];
  if (etag === undefined) {
    return missing(
      'version-missing',
      'Read it first, and send its ETag as If-Match, so that nobody’s change is overwritten unseen.',
      { field: 'If-Match', detail: 'is missing' },
    );
  }
  const version = /^"(\d{1,9})"$/.exec(etag)?.[1];
  const detail = 'must be the ETag as you read it, such as "12"';
  return version === undefined
    ? { problem: invalidRequest([{ field: 'If-Match', detail }]) }
    : { value: Number(version) };
}

function missing(type: ProblemType, detail: string, error: FieldProblem): { problem: Problem } {
  return { problem: problem(type, detail, [error]) };
}

export function notAdmitted(result: NotAdmitted): Problem {
  if (result.type === 'denied') return notAllowed(result.denied, result.handler);
  return problem('unknown-complaint', 'Check the reference: it has two groups of five characters.');
}

export function notAdmittedToLandlord(refusal: NotAdmittedToLandlord): Problem {
  if (refusal.type === 'NotAllowed') return notAllowed(refusal.denied);
  return problem('unknown-landlord', 'Check the id: this service does not serve that landlord.');
}

/** Says what is missing, and who could do it. */
export function notAllowed({ why, whoMay }: Denied, handler?: StaffId): Problem {
  const could = whoMay.length > 0 ? ` It takes the role ${whoMay.join(', ')}.` : '';
  const details: Record<Denied['why'], string> = {
    disabled: 'You are disabled in the staff register; an administrator can change that.',
    role: `None of your roles allows it.${could}`,
    'other-landlord': 'You do not serve this landlord; an administrator can change that.',
    'complained-about': 'Somebody else must do this.',
    'not-own-case': `Only whoever handles the complaint may do it${handler ? `, who is ${handler}` : ''}.`,
    'other-team': `The complaint is with another team${handler ? `, where ${handler} handles it` : ''}; ask them, or a manager.`,
    'wrote-draft': 'You wrote the draft, so somebody else must approve it.',
  };
  return problem('not-allowed', details[why]);
}
