import * as z from 'zod/mini';
import { deadlineSchema } from './deadline.ts';
import { obligationSchema } from './obligations.ts';
import { staffIdSchema } from './staff.ts';
import { textRefSchema } from './text.ts';

/** Something that was promised to put things right: it has an owner and a date, and outlives the answer (Code 6.6). */
export const actionSchema = z.strictObject({
  id: z.string(),
  description: textRefSchema,
  owner: staffIdSchema,
  /** how it goes, as the resident was last told */
  note: z.optional(textRefSchema),
  /** it was open when the complaint went to stage 2, whose answer says what became of it */
  toAnswer: z.optional(z.literal(true)),
  /** added while stage 2 works out its answer, which is to promise it */
  toPromise: z.optional(z.literal(true)),
  /** it could not be done as promised */
  replaced: z.optional(z.literal(true)),
});

export const newActionSchema = z.strictObject({ action: actionSchema, obligation: obligationSchema });

export const actionChangeSchema = z.strictObject({
  action: z.string(),
  note: z.optional(textRefSchema),
  owner: z.optional(staffIdSchema),
  /** the new date, and whether the one before it had passed */
  moved: z.optional(z.strictObject({ deadline: deadlineSchema, missed: z.boolean() })),
});
