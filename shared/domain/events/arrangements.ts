import * as z from 'zod/mini';
import { obligationSchema } from '../obligations.ts';
import { staffIdSchema } from '../staff.ts';
import { textRefSchema } from '../text.ts';
import { by, done, told } from './parts.ts';

/** What helps somebody to complain (Code 5.10). More time is the resident's, never ours. */
export const adjustmentKinds = [
  'more-time',
  'large-print',
  'audio',
  'other-language',
  'translator',
  'accessible-meeting',
  'other',
] as const;

/** To what contact may be limited: one person of ours, or one way (Code 5.14). */
export const restrictionKinds = ['single-contact', 'single-medium'] as const;
export const contactMethods = ['email', 'letter', 'phone', 'in-person'] as const;

export const adjustmentSchema = z.strictObject({
  adjustment: z.string(),
  kind: z.enum(adjustmentKinds),
  note: textRefSchema,
  /** of more time: working days more than anybody has */
  workingDays: z.optional(z.int()),
  /** a disability that the resident told us of, which is on record */
  disability: z.optional(textRefSchema),
});

export const restrictionSchema = z.strictObject({
  restriction: z.string(),
  kind: z.enum(restrictionKinds),
  /** how we write to the resident from now on */
  method: z.enum(contactMethods),
  /** whom they may speak to */
  contact: z.optional(staffIdSchema),
  /** whether the resident agreed to the method */
  agreed: z.boolean(),
  reason: textRefSchema,
  /** how the Equality Act was had regard to (Code 5.15) */
  equalityAct: textRefSchema,
});

/** How people reach each other: adjustments, restrictions, and who supports the resident. */
export const arrangementEvents = [
  z.strictObject({
    type: z.literal('AdjustmentAgreed'),
    ...by,
    ...told,
    ...adjustmentSchema.shape,
    obligation: obligationSchema,
  }),
  z.strictObject({
    type: z.literal('AdjustmentReviewed'),
    ...done,
    ...told,
    adjustment: z.string(),
    outcome: z.enum(['continues', 'ends']),
    note: textRefSchema,
    /** the next review, where it continues */
    next: z.optional(obligationSchema),
  }),
  z.strictObject({
    type: z.literal('ContactRestricted'),
    ...by,
    ...told,
    ...restrictionSchema.shape,
    obligation: obligationSchema,
  }),
  z.strictObject({
    type: z.literal('RestrictionReviewed'),
    ...done,
    ...told,
    restriction: z.string(),
    outcome: z.enum(['continues', 'lifted']),
    note: textRefSchema,
    next: z.optional(obligationSchema),
  }),
  z.strictObject({ type: z.literal('SupporterNamed'), ...by, supporter: textRefSchema }),
] as const;
