import * as z from 'zod/mini';
import { civilDateSchema } from '../civil-date.ts';
import { deadlineSchema } from '../deadline.ts';
import { excludedFor } from '../exclusion-parts.ts';
import { obligationSchema } from '../obligations.ts';
import { textRefSchema } from '../text.ts';
import { by, done, told } from './parts.ts';

/** What an Ombudsman can find of one point, worst first. */
export const determinations = [
  'severe-maladministration',
  'maladministration',
  'service-failure',
  'reasonable-redress',
  'no-maladministration',
  'outside-jurisdiction',
] as const;

/** What one point was found to be. Complaint handling itself is judged too, and is no point of the complaint. */
export const determinedSchema = z.strictObject({
  point: z.union([z.string(), z.literal('complaint-handling')]),
  determination: z.enum(determinations),
});

/** An order binds; a recommendation is followed or answered for. */
export const orderSchema = z.strictObject({
  order: z.string(),
  binding: z.boolean(),
  description: textRefSchema,
});

/** A complaint that is not taken on (Code 2.4), and what an Ombudsman asks, finds and orders (seed 003, 5.3 and 5.7). */
export const ombudsmanEvents = [
  z.strictObject({
    type: z.literal('ComplaintExcluded'),
    ...done,
    ...told,
    ...excludedFor,
  }),
  z.strictObject({
    type: z.literal('ComplaintAccepted'),
    ...done,
    ...told,
    /** the Ombudsman who says so; absent where the landlord thought better of it */
    ombudsman: z.optional(z.string()),
    reason: textRefSchema,
    /** the dates of stage 1, counted from this day */
    renewed: z.array(
      z.strictObject({
        obligation: z.string(),
        deadline: deadlineSchema,
        codeDueOn: z.optional(civilDateSchema),
      }),
    ),
    /** what was missing is to be found out all the same */
    obligation: z.optional(obligationSchema),
  }),
  z.strictObject({
    type: z.literal('OmbudsmanAsked'),
    ...by,
    request: z.string(),
    ombudsman: z.string(),
    text: textRefSchema,
    obligation: obligationSchema,
  }),
  z.strictObject({
    type: z.literal('OmbudsmanAnswered'),
    ...done,
    request: z.string(),
    evidence: textRefSchema,
  }),
  z.strictObject({
    type: z.literal('OmbudsmanDetermined'),
    ...done,
    ombudsman: z.string(),
    findings: z.array(determinedSchema),
    note: z.optional(textRefSchema),
    orders: z.array(z.strictObject({ order: orderSchema, obligation: obligationSchema })),
  }),
  z.strictObject({
    type: z.literal('OrderMet'),
    ...done,
    order: z.string(),
    evidence: textRefSchema,
  }),
] as const;
