import * as z from 'zod/mini';
import { obligationKinds } from '../domain/obligations.ts';
import { standings, tenures } from '../domain/parties.ts';
import { categories, hazards, vulnerabilities } from '../domain/risks.ts';
import { complainantBody, others, partiesFit, representativeBody } from './parties.ts';
import { date, inYears, line, paragraphs } from './text.ts';

/** What was ticked of a list, each once. */
function listed<const Names extends readonly string[]>(names: Names, description: string) {
  return z.optional(
    z.array(z.enum(names)).check(
      z.refine((ticked) => new Set(ticked).size === ticked.length, 'must name each once'),
      z.maxLength(names.length, `must have at most ${names.length} entries`),
      z.describe(description),
    ),
  );
}

/** What a complaint says, whoever writes it down. */
export const intakeFields = {
  complainant: z.optional(complainantBody),
  description: paragraphs(20_000, 'What went wrong, in the person’s own words.'),
  desiredOutcome: z.optional(paragraphs(5_000, 'What would put it right.')),
  issueOccurredOn: z.optional(date('The day on which it happened; not after today in London.')),
  becameAwareOn: z.optional(
    date('The day on which the person came to know of it; not after today, and not before it happened.'),
  ),
  others,
  group: z.optional(
    z
      .literal(true)
      .check(z.describe('Several people complain as a group; the complainant is who we write to.')),
  ),
  representative: z.optional(representativeBody),
  standing: z.optional(
    z
      .enum(standings)
      .check(z.describe('What the person is to the landlord; a resident, where it is left out.')),
  ),
  tenure: z.optional(z.enum(tenures).check(z.describe('How the person holds their home.'))),
  tenancyEndedOn: z.optional(
    date('The day on which a former tenant’s tenancy ended, or within a year ends.'),
  ),
  hazards: listed(hazards, 'Dangers in the home: staff see the complaint first.'),
  vulnerabilities: listed(vulnerabilities, 'Who lives there and can bear it least.'),
  category: z.optional(z.enum(categories).check(z.describe('What it is about.'))),
  adjustments: z.optional(
    z
      .array(line(500, 'One adjustment.'))
      .check(
        z.maxLength(20, 'must have at most 20 entries'),
        z.describe(
          'Reasonable adjustments asked for, one each: large print, calls before noon, an interpreter.',
        ),
      ),
  ),
};

/** `POST /landlords/{landlord}/complaints`: what a resident sends. Unknown fields are refused, not ignored. */
export const intakeBody = z.strictObject(intakeFields).check(...partiesFit);

export const provisional = z
  .literal(true)
  .check(
    z.describe(
      'Present while the bank holidays up to the date are not published: none is left out there yet, so that the date may move later.',
    ),
  );

/** A dated promise as residents see it. */
export const obligationBody = z
  .strictObject({
    kind: z.enum(obligationKinds).check(z.describe('What is promised.')),
    dueOn: z.iso.date().check(z.describe('The last day of the promise, to its end in London.')),
    explanation: z
      .string()
      .check(
        z.describe('One sentence for the resident: the date, the rule, the start, and each day not counted.'),
      ),
    projected: z.optional(
      z
        .literal(true)
        .check(
          z.describe(
            'Present while the clock of this promise has not started: the date is counted from the last day on which it may start, and can only come forward.',
          ),
        ),
    ),
    provisional: z.optional(provisional),
  })
  .check(z.describe('A dated promise.'));

export const receivedBody = z
  .strictObject({
    reference: z
      .string()
      .check(z.describe('Names the complaint from now on, in writing and over the phone.')),
    receivedAt: z.iso
      .datetime()
      .check(z.describe('When we received it; the clocks count from this day in London.')),
    status: z.literal('received').check(z.describe('Where the complaint stands.')),
    obligations: z.array(obligationBody).check(z.describe('What the landlord now owes, and by when.')),
  })
  .check(z.describe('A complaint that was accepted, with the dates it got.'));

/** `GET /landlords/{landlord}/deadlines?receivedAt=` */
export const deadlinesQuery = z.strictObject({
  receivedAt: z.optional(
    z.iso
      .datetime({
        offset: true,
        error: 'must be an instant with its offset, such as 2026-12-23T15:00:00Z (write + as %2B)',
      })
      .check(
        z.refine(inYears(2000, 2099), 'must lie between the years 2000 and 2099'),
        z.describe(
          'When the complaint would be received: an instant with its offset from UTC, in which a plus sign is written %2B. Now, where it is left out.',
        ),
      ),
  ),
});

export const deadlinesBody = z
  .strictObject({
    landlord: z.string().check(z.describe('Id of the landlord.')),
    receivedAt: z.iso.datetime().check(z.describe('The instant that the dates are counted from, in UTC.')),
    obligations: z.array(obligationBody).check(z.describe('What the landlord would owe, and by when.')),
  })
  .check(z.describe('The dates that a complaint received at an instant would get.'));

/** Sent by the caller to make a repeated request harmless. */
export const idempotencyHeaders = z.strictObject({
  'Idempotency-Key': z.optional(
    z
      .string()
      .check(
        z.regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 printable ASCII characters without spaces'),
        z.describe(
          'Any text of your own that no other request has, such as a UUID. The same request sent again with the same key within 30 days stores nothing more and gets the same answer.',
        ),
      ),
  ),
});

export const landlordPath = z.strictObject({
  landlord: z.string().check(z.describe('Id of the landlord that the complaint is about, such as day-zero.')),
});
