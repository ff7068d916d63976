import * as z from 'zod/mini';
import { determinations } from '../../domain/events/ombudsman.ts';
import { mostPoints } from '../../domain/points.ts';
import { paragraphs } from '../text.ts';
import { dueOn, evidence, giving, happenedAt, id, ombudsman, reason, step } from './parts.ts';

/** A complaint that is not taken on, and what an Ombudsman asks, finds and orders. */

export const exclusionBody = z.strictObject({
  ...giving,
  ground: id('Id of an exclusion of the landlord’s policy, such as too-old.'),
  reasons: reason,
});

export const acceptanceBody = z.strictObject({
  ...giving,
  ombudsman: z.optional(ombudsman.check(z.describe('Id of the Ombudsman who says so, if one does.'))),
  reason,
});

const finding = z
  .strictObject({
    point: id('Id of the point, or complaint-handling.'),
    determination: z.enum(determinations).check(z.describe('What it was found to be.')),
  })
  .check(z.describe('What was found of a point.'));

const order = z
  .strictObject({
    binding: z.boolean().check(z.describe('An order binds, a recommendation does not.')),
    description: paragraphs(5_000, 'What is to be done.'),
    dueOn,
  })
  .check(z.describe('An order or a recommendation.'));

export const ombudsmanBody = z
  .discriminatedUnion(
    'step',
    [
      z.strictObject({
        step: step('request', 'They ask for something.'),
        happenedAt,
        ombudsman,
        text: paragraphs(5_000, 'What they ask for.'),
        dueOn,
      }),
      z.strictObject({
        step: step('answered', 'They were answered.'),
        happenedAt,
        request: id('Id of the request, such as request-1.'),
        evidence,
      }),
      z.strictObject({
        step: step('determination', 'They decided.'),
        happenedAt,
        ombudsman,
        findings: z
          .array(finding)
          .check(
            z.minLength(1, 'must have at least 1 entry'),
            z.maxLength(mostPoints + 1, `must have at most ${mostPoints + 1} entries`),
            z.describe('What was found, by point.'),
          ),
        note: z.optional(paragraphs(20_000, 'What else they say.')),
        orders: z.optional(
          z
            .array(order)
            .check(z.maxLength(10, 'must have at most 10 entries'), z.describe('What is to be done.')),
        ),
      }),
      z.strictObject({
        step: step('order-met', 'An order was met.'),
        happenedAt,
        order: id('Id of the order, such as order-1.'),
        evidence,
      }),
    ],
    'must be one of request, answered, determination, order-met',
  )
  .check(z.describe('What passes between an Ombudsman and us.'));
