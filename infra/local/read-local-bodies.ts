import type { Fault, FaultKind } from './aws-call.ts';
import { type MailEventType, mailEventTypes } from './mail-event-forms.ts';

/** What is wrong with the body of a local call, in one sentence. */
export class BadBody extends Error {
  override name = 'BadBody';
}

const faultKinds: FaultKind[] = ['throttle', 'refuse', 'conflict', 'lost-response', 'timeout', 'kill'];
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since the epoch of `2026-12-23T15:00:00Z`, or undefined. */
export function parseInstant(text: string): number | undefined {
  const instant = instantForm.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}

export function readInstant(body: unknown): number {
  const { now } = readObject(body, ['now'], 'an instant, as in {"now": "2026-12-23T15:00:00Z"}');
  const instant = typeof now === 'string' ? parseInstant(now) : undefined;
  if (instant === undefined) throw new BadBody('"now" must be an instant such as "2026-12-23T15:00:00Z".');
  return instant;
}

export function readAutomatic(body: unknown): boolean {
  const { automatic } = readObject(body, ['automatic'], '{"automatic": true} or {"automatic": false}');
  if (typeof automatic !== 'boolean') throw new BadBody('"automatic" must be true or false.');
  return automatic;
}

export function readMailEvent(body: unknown): MailEventType {
  const { type } = readObject(body, ['type'], 'an event type, as in {"type": "Bounce"}');
  const known = mailEventTypes.find((one) => one === type);
  if (known === undefined) throw new BadBody(`"type" must be one of ${mailEventTypes.join(', ')}.`);
  return known;
}

export function readFault(body: unknown): Fault {
  const allowed = ['service', 'operation', 'function', 'kind', 'when', 'times'];
  const fault = readObject(body, allowed, 'a fault with "service", "operation", "kind" and "times"');
  const { service, operation, kind, times = 1, when, function: functionName } = fault;
  if (typeof service !== 'string')
    throw new BadBody('"service" must name an AWS service such as "dynamodb".');
  if (typeof operation !== 'string')
    throw new BadBody('"operation" must name an AWS operation such as "Query".');
  const knownKind = faultKinds.find((one) => one === kind);
  if (knownKind === undefined) throw new BadBody(`"kind" must be one of ${faultKinds.join(', ')}.`);
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 1) {
    throw new BadBody('"times" must be a whole number from 1.');
  }
  if (functionName !== undefined && typeof functionName !== 'string') {
    throw new BadBody('"function" must name a function.');
  }
  if (when !== undefined && when !== 'before' && when !== 'after') {
    throw new BadBody('"when" must be "before" or "after".');
  }
  return {
    service,
    operation,
    kind: knownKind,
    times,
    ...(functionName === undefined ? {} : { function: functionName }),
    ...(when === undefined ? {} : { when }),
  };
}

export function readTokenClaims(body: unknown): Record<string, unknown> {
  const claims = readObject(
    body,
    undefined,
    'claims, as in {"roles": ["handler"], "landlords": ["day-zero"]}',
  );
  for (const name of ['roles', 'landlords']) {
    const value = claims[name];
    const isList = Array.isArray(value) && value.every((one) => typeof one === 'string');
    if (value !== undefined && !isList) throw new BadBody(`"${name}" must be a list of strings.`);
  }
  for (const name of ['name', 'email', 'sub']) {
    if (claims[name] !== undefined && typeof claims[name] !== 'string') {
      throw new BadBody(`"${name}" must be a string.`);
    }
  }
  return claims;
}

/** Anything goes: what a broken feed does to the product is worth trying. */
export function readBankHolidays(body: unknown): Buffer {
  if (!Buffer.isBuffer(body) || body.length === 0)
    throw new BadBody('The body must be what the feed is to answer.');
  return body;
}

function readObject(body: unknown, allowed: string[] | undefined, expected: string): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new BadBody(`The body must be ${expected}.`);
  }
  const unknown = Object.keys(body).find((name) => allowed !== undefined && !allowed.includes(name));
  if (unknown !== undefined)
    throw new BadBody(`"${unknown}" is not known here: the body must be ${expected}.`);
  return { ...body };
}
