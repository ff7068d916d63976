import * as z from 'zod/mini';
import { eventSchema } from '../domain/events.ts';
import { instantSchema } from '../domain/instant.ts';
import { referenceSchema } from '../domain/reference.ts';
import { staffIdSchema } from '../domain/staff.ts';

const actorSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('resident') }),
  z.strictObject({ type: z.literal('staff'), id: staffIdSchema }),
  /** whoever was asked a question, known by its link alone */
  z.strictObject({ type: z.literal('contributor'), question: z.string() }),
  z.strictObject({ type: z.literal('clock') }),
  /** the sender, or SES’s event: see `mailActor` in the contracts */
  z.strictObject({ type: z.literal('mail') }),
]);
export type Actor = z.infer<typeof actorSchema>;

/**
 * One event of a complaint's timeline. Its hash covers number, previous hash, time, actor, type and the salted hash of
 * its data, so that a changed, missing or swapped entry shows.
 */
export const timelineEntrySchema = z.strictObject({
  reference: referenceSchema,
  /** 1, 2, 3… without gaps */
  seq: z.int().check(z.gte(1)),
  at: instantSchema,
  actor: actorSchema,
  event: eventSchema,
  salt: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
