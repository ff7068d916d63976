import * as z from 'zod/mini';
import { mostPoints } from '../domain/points.ts';
import { statuses } from '../domain/statuses.ts';
import { obligationBody } from './intake.ts';
import { line, paragraphs } from './text.ts';

/** `POST /complaints/{reference}/escalation`. Unknown fields are refused, not ignored. */
export const escalationBody = z.strictObject({
  points: z.optional(
    z
      .array(line(40, 'Id of a point, such as point-1.'))
      .check(
        z.maxLength(mostPoints, `must have at most ${mostPoints} entries`),
        z.describe('What we should look at again; all of it, where it is left out.'),
      ),
  ),
  reasons: z.optional(paragraphs(5_000, 'Why, if you like to say.')),
});

export const escalatedBody = z
  .strictObject({
    reference: z.string().check(z.describe('Names the complaint, as the receipt tells it.')),
    status: z.enum(statuses).check(z.describe('Where the complaint stands at its stage.')),
    stage: z.literal(2).check(z.describe('The stage it is at.')),
    obligations: z.array(obligationBody).check(z.describe('What we now owe, and by when.')),
  })
  .check(z.describe('A complaint that we look at again, with the dates it got.'));
