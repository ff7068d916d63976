import * as z from 'zod/mini';
import type { ComplaintEvent } from '../../domain/events.ts';
import type { Instant } from '../../domain/london-time.ts';
import type { Reference } from '../../domain/reference.ts';
import { door } from './door.ts';
import { handling } from './handling.ts';
import { instant, landlord, reference } from './parts.ts';
import type { PublishedFields } from './published-fields.ts';
import { redress } from './redress.ts';

/** Counts up only where a field changes its meaning or goes away; within a version fields are only added. */
export const publishedVersion = 1;

/** The compiler asks for an event type that is missing: nothing is published that nobody thought about. */
export const publishedFields = { ...door, ...handling, ...redress } satisfies PublishedFields;

const envelope = {
  version: z.literal(publishedVersion),
  landlord,
  reference,
  /** of the complaint's timeline: 1, 2, 3… without gaps */
  sequence: z.int().check(z.gte(1)),
  /** when it was recorded */
  at: instant,
};

export interface PublishedEvent {
  version: typeof publishedVersion;
  landlord: string;
  reference: Reference;
  sequence: number;
  at: Instant;
  type: ComplaintEvent['type'];
  data: Record<string, unknown>;
}

const schemas = new Map(
  Object.entries(publishedFields).map(([type, fields]) => [
    type,
    z.strictObject({ ...envelope, type: z.literal(type), data: z.strictObject(fields) }),
  ]),
);

/** What an event of this type looks like on the bus. @throws Error for a type that there is not */
export function publishedSchemaOf(type: string): z.ZodMiniType {
  const schema = schemas.get(type);
  if (!schema) throw new Error('no such type of event is published');
  return schema;
}

/**
 * An entry of a timeline as other systems may know it.
 *
 * @throws where something stands in it that may be a text: then nothing of it is told
 */
export function toPublished(
  { reference, seq, at, event }: { reference: Reference; seq: number; at: Instant; event: ComplaintEvent },
  landlordId: string,
): PublishedEvent {
  const fields: Record<string, z.ZodMiniType> = publishedFields[event.type];
  const data = pickBy(z.strictObject(fields), event);
  const published = {
    version: publishedVersion,
    landlord: landlordId,
    reference,
    sequence: seq,
    at,
    type: event.type,
    data,
  };
  return publishedSchemaOf(event.type).parse(published) as PublishedEvent;
}

/** What a schema speaks of, and nothing else of the value. */
function pickBy(schema: z.core.$ZodType, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (schema instanceof z.ZodMiniOptional) return pickBy(schema._zod.def.innerType, value);
  if (schema instanceof z.ZodMiniArray)
    return Array.isArray(value) ? value.map((each) => pickBy(schema._zod.def.element, each)) : value;
  if (!(schema instanceof z.ZodMiniObject) || typeof value !== 'object') return value;
  const members = Object.entries(schema._zod.def.shape as z.core.$ZodShape).filter(([name]) =>
    Object.hasOwn(value, name),
  );
  return Object.fromEntries(
    members.map(([name, each]) => [name, pickBy(each, (value as Record<string, unknown>)[name])]),
  );
}
