import { type Fault, faultKinds, type SesRefusal, sesRefusals } from './aws-call.ts';
import {
  type BounceForm,
  bounceSubTypes,
  type MailEventType,
  mailEventTypes,
  usualBounce,
} from './mail-event-forms.ts';

/** What is wrong with the body of a local call, in one sentence. */
export class BadBody extends Error {
  override name = 'BadBody';
}

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

export function readMailEvent(body: unknown): { type: MailEventType; bounce: BounceForm } {
  const allowed = ['type', 'bounceType', 'bounceSubType'];
  const { type, ...bounce } = readObject(body, allowed, 'an event type, as in {"type": "Bounce"}');
  const known = mailEventTypes.find((one) => one === type);
  if (known === undefined) throw new BadBody(`"type" must be one of ${mailEventTypes.join(', ')}.`);
  if (known !== 'Bounce' && Object.keys(bounce).length > 0)
    throw new BadBody('Only a Bounce has a "bounceType" and a "bounceSubType".');
  return { type: known, bounce: readBounce(bounce) };
}

function readBounce({
  bounceType = usualBounce.bounceType,
  bounceSubType,
}: Record<string, unknown>): BounceForm {
  const [known, subTypes] = Object.entries(bounceSubTypes).find(([name]) => name === bounceType) ?? [];
  if (known === undefined || subTypes === undefined)
    throw new BadBody(`"bounceType" must be one of ${Object.keys(bounceSubTypes).join(', ')}.`);
  const knownSubType = subTypes.find((one) => one === (bounceSubType ?? subTypes[0]));
  if (knownSubType === undefined)
    throw new BadBody(`"bounceSubType" of ${known} must be one of ${subTypes.join(', ')}.`);
  return { bounceType: known, bounceSubType: knownSubType };
}

export function readFault(body: unknown): Fault {
  const allowed = ['service', 'operation', 'function', 'kind', 'when', 'error', 'skip', 'times'];
  const fault = readObject(body, allowed, 'a fault with "service", "operation", "kind" and "times"');
  const { service, operation, kind, times = 1, function: functionName } = fault;
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
  return {
    service,
    operation,
    kind: knownKind,
    times,
    ...(functionName === undefined ? {} : { function: functionName }),
    ...readFaultDetails(fault),
  };
}

function readFaultDetails({ when, error, skip }: Record<string, unknown>): Partial<Fault> {
  if (when !== undefined && when !== 'before' && when !== 'after') {
    throw new BadBody('"when" must be "before" or "after".');
  }
  if (error !== undefined && !isSesRefusal(error)) {
    throw new BadBody(`"error" must be one of ${Object.keys(sesRefusals).join(', ')}.`);
  }
  if (skip !== undefined && (typeof skip !== 'number' || !Number.isInteger(skip) || skip < 0)) {
    throw new BadBody('"skip" must be a whole number from 0.');
  }
  return {
    ...(when === undefined ? {} : { when }),
    ...(error === undefined ? {} : { error }),
    ...(skip === undefined ? {} : { skip }),
  };
}

function isSesRefusal(error: unknown): error is SesRefusal {
  return typeof error === 'string' && Object.hasOwn(sesRefusals, error);
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
