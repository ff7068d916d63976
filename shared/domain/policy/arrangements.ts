import * as z from 'zod/mini';
import { roles } from '../authorization.ts';
import { remedyKinds } from '../points.ts';
import { ranks } from '../ranks.ts';
import { limit } from './stages.ts';
import { listOf, source, text } from './statement.ts';

/** What a policy says of the work around an answer: limits of the work inside, and what follows an answer. */

/** Limits of what is owed among staff, and after an answer. */
export const inside = z.strictObject({
  /** a colleague or contractor who was asked something */
  contribution: limit,
  /** a resident's message, which may be a request for stage 2 */
  messageTriage: limit,
  /** compensation that the resident accepted */
  payment: limit,
  /** to pass on what somebody else must deal with, such as a claim for personal injury */
  handover: limit,
  /** what was learnt from an answer that upheld something; owed nowhere that it is left out, and never before the answer */
  learning: z.optional(limit),
  /** how long adjustments and restrictions stand until they are looked at again (Code 5.10, 5.14) */
  adjustmentReview: limit,
  restrictionReview: limit,
  /** how long a service request is left until somebody looks at it again (Code 1.4) */
  serviceRequestReview: limit,
});

export const compensation = z.strictObject({
  /** whether the service area that went wrong decides on an award (seed 003, 6.4), or whoever handles the complaint */
  decidedBy: z.enum(['handler', 'service-area']),
  /** claims for personal injury are dealt with outside of the policy (seed 003, 6.5) */
  personalInjury: z.literal('insurer'),
  source,
});

/** Restrictions of contact are a last resort, decided by rank (Code 5.14, 5.15; seed 003, 4.2). */
export const restrictions = z.strictObject({
  approvers: z.array(z.enum(roles)).check(z.minLength(1)),
  /** the same in the landlord's own words */
  approvedBy: text,
  /** to what contact may be limited */
  kinds: listOf(['single-contact', 'single-medium']).check(z.minLength(1)),
  /** what else holds for one */
  rules: z.array(text).check(z.minLength(1)),
  /** the policy that sets them out, where that is another one */
  elsewhere: z.optional(text),
  source,
});

/** What can put things right, in the landlord's words and by the kinds that remedies are counted by (Code 7.1). */
export const remedies = z.strictObject({
  listed: z.array(z.strictObject({ kind: z.enum(remedyKinds), wording: text })).check(z.minLength(1)),
  source,
});

/** Contractors who handle a complaint do so within the two stages (Code 5.4). The clocks stay the landlord's. */
export const contractors = z.strictObject({
  handling: z.enum(['within-the-stages', 'themselves-in-some-cases']),
  wording: text,
  source,
});

/** Who answers for what the Ombudsman orders (seed 003, 5.7). */
export const ombudsmanOrders = z.strictObject({ owner: z.enum(ranks), ownedBy: text, source });

/** A group that supports residents with their complaint; every letter mentions it (seed 003, 2.13). */
export const supporters = z.strictObject({ name: text, contact: text });
