import * as z from 'zod/mini';
import { actionSchema } from '../actions.ts';
import { handoversTo } from '../exclusion-parts.ts';
import { obligationSchema } from '../obligations.ts';
import { textRefSchema } from '../text.ts';
import { by, done, said, told } from './parts.ts';

/** What money is offered for. Personal injury is not among it: that goes to the insurer (seed 003, 6.5). */
export const compensated = ['distress-and-inconvenience', 'loss', 'service-failure'] as const;

/** What follows an answer: money, other ways to put things right, and what was learnt. */
export const compensationEvents = [
  z.strictObject({
    type: z.literal('CompensationOffered'),
    ...by,
    ...told,
    offer: z.string(),
    pence: z.int(),
    for: z.enum(compensated),
    /** the service area that decided on it, where the policy leaves that to them */
    area: z.optional(z.string()),
    reason: textRefSchema,
  }),
  z.strictObject({
    type: z.literal('CompensationAccepted'),
    ...said,
    offer: z.string(),
    obligation: obligationSchema,
  }),
  z.strictObject({ type: z.literal('CompensationDeclined'), ...said, offer: z.string() }),
  z.strictObject({
    type: z.literal('CompensationPaid'),
    ...done,
    ...told,
    offer: z.string(),
    evidence: textRefSchema,
  }),
  /** something that is for somebody else to deal with: a claim for personal injury, or what was not taken on */
  z.strictObject({
    type: z.literal('HandoverOwed'),
    ...by,
    ...told,
    handover: z.string(),
    to: z.enum(handoversTo),
    text: textRefSchema,
    obligation: obligationSchema,
  }),
  z.strictObject({
    type: z.literal('HandoverCompleted'),
    ...done,
    handover: z.string(),
    evidence: textRefSchema,
  }),
  /** what cannot be done as promised is replaced by something else, and the resident told why */
  z.strictObject({
    type: z.literal('ActionReplaced'),
    ...by,
    ...told,
    action: z.string(),
    why: textRefSchema,
    /** its date had passed */
    missed: z.optional(z.literal(true)),
    /** absent where nothing can take its place */
    replacement: z.optional(z.strictObject({ action: actionSchema, obligation: obligationSchema })),
  }),
  z.strictObject({
    type: z.literal('UpdatesAgreed'),
    ...by,
    ...told,
    /** working days between updates */
    every: z.int(),
    update: z.optional(obligationSchema),
  }),
  z.strictObject({
    type: z.literal('LearningRecorded'),
    ...done,
    point: z.optional(z.string()),
    rootCause: z.optional(textRefSchema),
    lesson: textRefSchema,
    /** what is done differently from now on */
    change: z.optional(textRefSchema),
  }),
] as const;
