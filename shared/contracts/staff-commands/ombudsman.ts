import * as z from 'zod/mini';
import { determinations } from '../../domain/events/ombudsman.ts';
import { mostPoints } from '../../domain/points.ts';
import { countableDate, paragraphs } from '../text.ts';
import { dueOn, evidence, giving, happenedAt, id, ombudsman, onePerPoint, reason, step } from './parts.ts';

/** A complaint that is not taken on, and what an Ombudsman asks, finds and orders. */

/** Points of a complaint, of which each is named once. */
const somePoints = (description: string) =>
  z.optional(
    onePerPoint(id('Id of a point, such as point-1.'), description).check(
      z.minLength(1, 'must have at least 1 entry'),
    ),
  );

export const exclusionBody = z.strictObject({
  ...giving,
  points: somePoints('The points that are not taken on, where the complaint goes on with the others.'),
  ground: id('Id of an exclusion of the landlord’s policy, such as too-old.'),
  reasons: reason,
  evidence: paragraphs(5_000, 'What shows that the ground holds, in words that the resident may read.'),
  discretion: paragraphs(
    5_000,
    'That you considered looking at it all the same, and why not, in words that the resident may read.',
  ),
  claimFiledOn: z.optional(
    countableDate('Of legal proceedings: the day on which the claim was filed at court.'),
  ),
  againstCode: z.optional(
    z
      .literal(true, 'must be true, or left out')
      .check(z.describe('You have read that the Code forbids it; only a senior lead may refuse it then.')),
  ),
});

export const acceptanceBody = z.strictObject({
  ...giving,
  points: somePoints('The points that are taken on, where the complaint had gone on without them.'),
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
