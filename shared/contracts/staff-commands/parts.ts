import * as z from 'zod/mini';
import { waysOfGiving } from '../../domain/giving.ts';
import { mostPoints } from '../../domain/points.ts';
import { countableDate, line, paragraphs, pastInstant } from '../text.ts';

/** What staff send who work on a complaint is put together from these. Unknown fields are refused, not ignored. */

export const happenedAt = z.optional(
  pastInstant('When it happened, where that was not now: an instant with its offset from UTC.'),
);
export const reason = paragraphs(5_000, 'Why, in words that the resident may read.');
export const how = z
  .enum(waysOfGiving)
  .check(z.describe('By which way. An answer and an extension are given in writing, so not by phone.'));
export const giving = {
  happenedAt,
  alreadyGiven: z.optional(
    z
      .strictObject({
        how,
        evidence: line(500, 'Where the proof is: a file number, a tracking number, a note of the call.'),
      })
      .check(z.describe('Says that it was given to the resident already, so that nothing is sent.')),
  ),
};

/** The id of something within the complaint, or of an Ombudsman. */
export const id = (description: string) => line(40, description);
export const ombudsman = id('Id of one of the landlord’s Ombudsmen, such as housing-ombudsman.');

export const point = {
  definition: paragraphs(5_000, 'What the resident complains about, as you understand it.'),
  outcomeSought: z.optional(paragraphs(5_000, 'What would put it right for the resident.')),
  responsible: z.boolean().check(z.describe('Whether the landlord is responsible for it.')),
};
export const evidence = paragraphs(5_000, 'How one can tell that it is done.');
export const dueOn = countableDate('The day by which it is done.');

/** A list of what a complaint has one of for each of its points. */
export function onePerPoint<Each extends z.ZodMiniType>(each: Each, description: string) {
  return z
    .array(each)
    .check(z.maxLength(mostPoints, `must have at most ${mostPoints} entries`), z.describe(description));
}

/** A whole number between two others. */
export function count(least: number, most: number, description: string) {
  return z
    .int('must be a whole number')
    .check(
      z.gte(least, `must be at least ${least}`),
      z.lte(most, `must be at most ${most}`),
      z.describe(description),
    );
}

/** Working days between updates. */
export const every = count(1, 20, 'Working days between updates, as agreed with the resident.');

/** Says which of a route's steps a body is. */
export function step<Name extends string>(name: Name, description: string) {
  return z.literal(name).check(z.describe(description));
}
