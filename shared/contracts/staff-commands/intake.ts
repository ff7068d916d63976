import * as z from 'zod/mini';
import { standings, tenures } from '../../domain/parties.ts';
import { isReference, referenceSchema } from '../../domain/reference.ts';
import { categories, hazards, vulnerabilities } from '../../domain/risks.ts';
import { sentStaffId } from '../people.ts';
import { date, paragraphs } from '../text.ts';
import { giving, happenedAt, reason } from './parts.ts';

/** What is found out at the door, and how complaints stand to one another. */

/** What applies of a list, each once. */
function those<Name extends string>(names: readonly Name[], one: string, all: string) {
  return z.optional(
    z.array(z.enum(names).check(z.describe(one))).check(
      z.refine((found) => new Set(found).size === found.length, 'must name each once'),
      z.describe(`${all} It replaces what was found before; nothing, where the list is empty.`),
    ),
  );
}

export const doorBody = z
  .strictObject({
    happenedAt,
    hazards: those(hazards, 'A danger.', 'Dangers in the home.'),
    vulnerabilities: those(vulnerabilities, 'Something that makes it harder to bear.', 'Who lives there.'),
    category: z.optional(z.enum(categories).check(z.describe('What it is about.'))),
    standing: z.optional(z.enum(standings).check(z.describe('What the person is to the landlord.'))),
    tenure: z.optional(z.enum(tenures).check(z.describe('How the person holds their home.'))),
    tenancyEndedOn: z.optional(
      date('The day on which a former tenant’s tenancy ended, or within a year ends.'),
    ),
    issueOccurredOn: z.optional(date('The day on which it happened.')),
    becameAwareOn: z.optional(date('The day on which the person became aware of it.')),
    unobtainable: z.optional(paragraphs(5_000, 'Why what is missing cannot be had, which ends the task.')),
  })
  .check(
    z.refine(({ happenedAt: _, ...found }) => Object.values(found).some((each) => each !== undefined), {
      error: 'must be given, or anything else that was found out',
      path: ['hazards'],
    }),
  );

export const conflictBody = z.strictObject({
  happenedAt,
  person: sentStaffId('Id of whoever has an interest in the complaint.'),
  ended: z.optional(
    z.literal(true).check(z.describe('They have none: it was declared wrongly, or is over.')),
  ),
  reason: paragraphs(5_000, 'What interest that is, or why there is none any more.'),
});

const other = z
  .pipe(z.string().check(z.refine(isReference, 'must be a reference, such as K7QF2-9XW48')), referenceSchema)
  .check(z.describe('Reference of the other complaint.'));

export const mergerBody = z.strictObject({ ...giving, other, reason });

export const linkBody = z.strictObject({
  happenedAt,
  other,
  because: paragraphs(5_000, 'What the two have to do with each other.'),
});
