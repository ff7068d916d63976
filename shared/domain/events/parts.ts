import * as z from 'zod/mini';
import { civilDateSchema } from '../civil-date.ts';
import { alreadyGivenSchema, happened } from '../giving.ts';
import { instantSchema } from '../instant.ts';
import { staffIdSchema } from '../staff.ts';

/** What events are put together from. */

export const by = {
  by: staffIdSchema,
  /** when it happened, where that was not when it was recorded */
  happenedAt: z.optional(instantSchema),
};

/** What was done on a day, perhaps recorded later. */
export const done = { by: staffIdSchema, ...happened, on: civilDateSchema };

/** What was given to the resident on a day: sent by us, or by hand with a proof. */
export const given = { ...happened, on: civilDateSchema, alreadyGiven: z.optional(alreadyGivenSchema) };

/** What a resident says themself, or staff record for them. */
export const said = { by: z.optional(staffIdSchema), happenedAt: instantSchema, on: civilDateSchema };

/** What the resident is told of by us, unless staff told them by hand. */
export const told = { alreadyGiven: z.optional(alreadyGivenSchema) };
