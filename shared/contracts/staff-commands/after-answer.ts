import * as z from 'zod/mini';
import { compensated } from '../../domain/events/compensation.ts';
import { sentStaffId } from '../people.ts';
import { line, paragraphs } from '../text.ts';
import { count, dueOn, evidence, giving, happenedAt, id, reason, step } from './parts.ts';

/** What follows an answer: money, other ways to put things right, and what was learnt. */

const offer = id('Id of the offer, such as offer-1.');

export const compensationBody = z
  .discriminatedUnion(
    'step',
    [
      z.strictObject({
        step: step('offer', 'Offers money.'),
        ...giving,
        pence: count(1, 10_000_000, 'How much, in pence.'),
        for: z
          .enum([...compensated, 'personal-injury'])
          .check(z.describe('What it is for. Personal injury is refused here: it goes to the insurer.')),
        area: z.optional(line(100, 'Id of the team whose service went wrong, where that team decides.')),
        reason,
      }),
      z.strictObject({ step: step('accepted', 'The resident accepts.'), happenedAt, offer }),
      z.strictObject({ step: step('declined', 'The resident declines.'), happenedAt, offer }),
      z.strictObject({ step: step('paid', 'It was paid.'), ...giving, offer, evidence }),
      z.strictObject({
        step: step('insurer', 'A claim is for the insurer.'),
        ...giving,
        claim: paragraphs(5_000, 'What is claimed.'),
      }),
      z.strictObject({
        step: step('insurer-done', 'The insurer has the claim.'),
        happenedAt,
        handover: id('Id of the handover, such as handover-1.'),
        evidence,
      }),
    ],
    'must be one of offer, accepted, declined, paid, insurer, insurer-done',
  )
  .check(z.describe('A step on the way to money.'));

export const replacementBody = z.strictObject({
  ...giving,
  why: paragraphs(5_000, 'Why it cannot be done as promised, in words for the resident.'),
  replacement: z.optional(
    z
      .strictObject({
        description: paragraphs(5_000, 'What is done instead, in words for the resident.'),
        owner: sentStaffId('Who sees to it.'),
        dueOn,
      })
      .check(z.describe('What takes its place; left out where nothing can.')),
  ),
});

export const learningBody = z.strictObject({
  happenedAt,
  point: z.optional(id('Id of the point that it was learnt from; the whole complaint, without.')),
  rootCause: z.optional(paragraphs(5_000, 'What lies behind it.')),
  lesson: paragraphs(5_000, 'What was learnt.'),
  change: z.optional(paragraphs(5_000, 'What is done differently from now on.')),
});
