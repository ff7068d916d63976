import * as z from 'zod/mini';
import { instantSchema } from './instant.ts';
import { textRefSchema } from './text.ts';

/** Ways in which something can reach a resident without us sending it. */
export const waysOfGiving = ['letter', 'email', 'in-person', 'phone'] as const;

/** Said by staff of what they gave themselves: nothing is sent then. */
export const alreadyGivenSchema = z.strictObject({
  how: z.enum(waysOfGiving),
  /** where the proof is: a file number, a tracking number, a note of the call */
  evidence: textRefSchema,
});
export type AlreadyGiven = z.infer<typeof alreadyGivenSchema>;

/** When a staff act happened, apart from when it was recorded. */
export const happened = {
  happenedAt: instantSchema,
  /** recorded after a due date that it is said to have met: counted apart */
  backdated: z.optional(z.literal(true)),
};
