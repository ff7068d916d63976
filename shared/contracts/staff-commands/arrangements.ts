import * as z from 'zod/mini';
import { adjustmentKinds, contactMethods, restrictionKinds } from '../../domain/events/arrangements.ts';
import { sentStaffId } from '../people.ts';
import { countableDate, paragraphs } from '../text.ts';
import { count, every, giving, happenedAt, id, reason, step } from './parts.ts';

/** How people reach each other: updates, adjustments, restrictions, and who supports the resident. */

const review = {
  note: paragraphs(5_000, 'What was agreed or found.'),
  reviewOn: z.optional(
    countableDate('When it is looked at again; as the policy says, where it is left out.'),
  ),
};

export const updateIntervalBody = z.strictObject({ ...giving, every });

export const adjustmentBody = z
  .discriminatedUnion(
    'step',
    [
      z.strictObject({
        step: step('agree', 'Agrees on what helps.'),
        ...giving,
        kind: z.enum(adjustmentKinds).check(z.describe('What helps.')),
        workingDays: z.optional(count(1, 260, 'Of more time: working days more than anybody has.')),
        disability: z.optional(paragraphs(5_000, 'A disability that the resident told us of.')),
        ...review,
      }),
      z.strictObject({
        step: step('review', 'Looks at it again.'),
        ...giving,
        adjustment: id('Id of the adjustment, such as adjustment-1.'),
        outcome: z.enum(['continues', 'ends']).check(z.describe('What becomes of it.')),
        ...review,
      }),
    ],
    'must be one of agree, review',
  )
  .check(z.describe('An adjustment for the resident.'));

export const restrictionBody = z
  .discriminatedUnion(
    'step',
    [
      z.strictObject({
        step: step('restrict', 'Limits contact.'),
        ...giving,
        kind: z.enum(restrictionKinds).check(z.describe('To what it is limited.')),
        method: z.enum(contactMethods).check(z.describe('How we reach the resident from now on.')),
        agreed: z.boolean().check(z.describe('Whether the resident agreed to that.')),
        contact: z.optional(sentStaffId('Whom they may speak to, where it is one person.')),
        reason,
        equalityAct: paragraphs(5_000, 'How the Equality Act was had regard to.'),
        reviewOn: review.reviewOn,
      }),
      z.strictObject({
        step: step('review', 'Looks at it again.'),
        ...giving,
        restriction: id('Id of the restriction, such as restriction-1.'),
        outcome: z.enum(['continues', 'lifted']).check(z.describe('What becomes of it.')),
        ...review,
      }),
    ],
    'must be one of restrict, review',
  )
  .check(z.describe('A limit to contact.'));

export const supporterBody = z.strictObject({
  happenedAt,
  supporter: paragraphs(500, 'Who supports the resident, and how to reach them.'),
});
