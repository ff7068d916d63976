import * as z from 'zod/mini';
import { source, text } from './statement.ts';

/** What a policy says of records, reports and who watches over them (Code 5.12, sections 8 and 9). */

/** What is kept of every complaint. */
const records = z.array(z.strictObject({ what: text, source })).check(z.minLength(1));

const report = z.strictObject({
  what: text,
  to: text,
  /** how often at least; regularly where no number is named */
  every: z.enum(['quarter', 'half-year', 'year', 'regularly']),
  source,
});

const reports = z.array(report).check(
  z.minLength(1),
  z.refine((listed) => listed.some(({ every }) => every === 'year'), 'the Code’s yearly report among them'),
);

/** Of the landlord against the Code (8.1). */
const selfAssessment = z.strictObject({ every: z.optional(z.literal('year')), wording: text, source });

/** Somebody accountable for how complaints are handled (Code 9.4) and a member of the governing body (9.5) among them. */
const oversight = z
  .array(
    z.strictObject({
      role: z.enum(['senior-lead', 'board-member', 'reviewer-of-answers']),
      wording: text,
      source,
    }),
  )
  .check(
    z.refine(
      (people) =>
        (['senior-lead', 'board-member'] as const).every((role) => people.some((each) => each.role === role)),
      'a senior-lead and a board-member among them',
    ),
  );

const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month of the form YYYY-MM'));

const policyReview = z.strictObject({
  everyYears: z.int().check(z.gte(1)),
  owner: text,
  approved: month,
  due: month,
  source,
});

export const reportingRules = {
  records,
  reports,
  selfAssessment,
  oversight,
  /** left out where the landlord says nothing of it */
  policyReview: z.optional(policyReview),
};
