import * as z from 'zod/mini';
import { dayLimit, saysLastDay } from '../limit.ts';
import { listOf, source, text } from './statement.ts';

/** What a policy says of the two stages: how long each part takes, what starts its clock, and who answers. */

export const wantsLastDay = 'lastDay with every unit but working days';

/** A limit that ends with a day. */
export const limit = z.strictObject(dayLimit).check(z.refine(saysLastDay, wantsLastDay));

const stage = {
  acknowledgement: limit,
  response: z
    .strictObject({
      ...dayLimit,
      /** what starts the clock: the complaint or the request for stage 2 itself, or our acknowledgement of it */
      countedFrom: z.enum(['receipt', 'acknowledgement']),
      /** a landlord may state how long, and leave open from when */
      startSource: source,
    })
    .check(z.refine(saysLastDay, wantsLastDay)),
  /** how far the answer may be put off without a further good reason, counted from the date first given */
  extension: z
    .strictObject({
      ...dayLimit,
      /** what takes it further than that: a recorded good reason, or that and a second person who agrees */
      beyond: z.enum(['good-reason', 'second-person']),
      /** the resident is asked; their answer is kept, and bars nothing (seed 004) */
      asksResident: z.optional(z.literal(true)),
      /** the landlord's own text: whether it sets this cap or puts an answer off with none, and what it says the notice tells */
      published: z.strictObject({
        cap: z.enum(['stated', 'no-cap', 'unstated']),
        tells: listOf(['progress', 'new-date', 'ombudsman']),
      }),
    })
    .check(z.refine(saysLastDay, wantsLastDay)),
  /** whether somebody else reads an answer before it is sent, after it (seed 003), or not at all */
  review: z.enum(['none', 'before', 'after']),
  /** who answers, in the landlord's own words */
  handledBy: text,
  handlerSource: source,
  /** whoever answers speaks with the resident before they do, or says why not (seed 002) */
  discussion: z.optional(z.literal('before-response')),
};

export const stage1 = z.strictObject(stage);

export const stage2 = z.strictObject({
  ...stage,
  /** how long after the answer a resident normally asks: a later request is a matter of discretion, never refused by itself */
  window: z.optional(
    z
      .strictObject({
        ...dayLimit,
        /** the date written on the letter (seed 001), or the day on which it was given (seed 004) */
        countedFrom: z.enum(['date-on-letter', 'day-given']),
        /** what the landlord itself names as a good reason to come later */
        goodReason: z.optional(text),
      })
      .check(z.refine(saysLastDay, wantsLastDay)),
  ),
  /** whether residents are asked why: where a policy requires it, it is asked and nobody is refused for its lack (Code 6.12) */
  reasons: z.strictObject({
    asked: z.enum(['not-asked', 'optional', 'required']),
    source,
    /** what the resident is asked for */
    questions: z.optional(z.array(text)),
  }),
  /** what comes before the request counts as one, by the landlord's own text (seeds 001, 004); it holds nobody back (Code 6.10) */
  beforehand: z.enum(['nothing', 'acceptance', 'discussion']),
  /** what the text says of when to ask, where that is no limit (seed 002) */
  timing: z.optional(text),
  /** the review looks at whether what was agreed at stage 1 has been done (seed 004) */
  checksActions: z.optional(z.literal(true)),
  /** a new issue is a new stage 1 (seed 001; Code 6.8) */
  sameIssueOnly: z.optional(z.literal(true)),
  /** whether the text says that somebody else than at stage 1 decides; Redress sees to it whatever it says (Code 6.13) */
  reviewer: z.enum(['independent', 'unstated']),
});
