import * as z from 'zod/mini';
import { messageOutcomes } from '../domain/events.ts';
import { waysOfGiving } from '../domain/giving.ts';
import { findings, mostPoints } from '../domain/points.ts';
import { complainantBody } from './intake.ts';
import { sentStaffId, staffComplainedAbout } from './people.ts';
import { countableDate, date, line, paragraphs, pastInstant } from './text.ts';

/** What staff send who work on a complaint, one strict body a route. Unknown fields are refused, not ignored. */

const happenedAt = z.optional(
  pastInstant('When it happened, where that was not now: an instant with its offset from UTC.'),
);
const reason = paragraphs(5_000, 'Why, in words that the resident may read.');
const how = z
  .enum(waysOfGiving)
  .check(z.describe('By which way. An answer and an extension are given in writing, so not by phone.'));
const giving = {
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
const point = z
  .strictObject({
    definition: paragraphs(5_000, 'What the resident complains about, as you understand it.'),
    outcomeSought: z.optional(paragraphs(5_000, 'What would put it right for the resident.')),
    responsible: z.boolean().check(z.describe('Whether the landlord is responsible for it.')),
  })
  .check(z.describe('One point of the complaint definition.'));
const points = z
  .array(point)
  .check(
    z.maxLength(mostPoints, `must have at most ${mostPoints} entries`),
    z.describe('Points that are not defined yet.'),
  );
const action = z
  .string()
  .check(
    z.maxLength(40, 'must have at most 40 characters'),
    z.describe('Id of the action, such as action-1.'),
  );

export const assignmentBody = z.strictObject({
  happenedAt,
  handler: sentStaffId('Who handles the complaint from now on.'),
  team: z.optional(line(100, 'Id of the team; the first of the handler’s teams, where it is left out.')),
});

export const acknowledgementBody = z.strictObject({ ...giving, points: z.optional(points) });

export const pointsBody = z.strictObject({ happenedAt, points });

export const draftBody = z.strictObject({
  happenedAt,
  outcomes: z
    .array(
      z
        .strictObject({
          point: line(40, 'Id of the point, such as point-1.'),
          finding: z.optional(z.enum(findings).check(z.describe('The decision on the point.'))),
          reasons: z.optional(paragraphs(20_000, 'The reasons for it.')),
          remedy: z.optional(
            z
              .union([
                z.strictObject({ text: paragraphs(20_000, 'What puts it right.') }),
                z.strictObject({
                  none: z.literal(true).check(z.describe('Nothing needs to be put right.')),
                }),
              ])
              .check(z.describe('What puts it right, or that nothing does.')),
          ),
        })
        .check(z.describe('What stage 1 makes of a point; parts may follow later.')),
    )
    .check(
      z.minLength(1, 'must have at least 1 entry'),
      z.maxLength(mostPoints, `must have at most ${mostPoints} entries`),
      z.describe('Outcomes by point.'),
    ),
});

export const approvalBody = z
  .strictObject({
    happenedAt,
    decision: z
      .enum(['approve', 'return', 'satisfied', 'not-satisfied'])
      .check(
        z.describe(
          'Before sending: approve the draft or return it. After sending: satisfied with the answer or not.',
        ),
      ),
    comments: z.optional(paragraphs(5_000, 'What should change; needed to return a draft.')),
  })
  .check(
    z.refine(({ decision, comments }) => decision !== 'return' || comments !== undefined, {
      error: 'must say what should change',
      path: ['comments'],
    }),
  );

export const responseBody = z.strictObject({
  ...giving,
  datedOn: z.optional(
    date('The date on the letter, which is the date of the response; the day it is given.'),
  ),
});

const extension = {
  newDueOn: countableDate('The working day by which the answer is now promised.'),
  reason,
  goodReason: z.optional(paragraphs(5_000, 'Why it goes beyond what the policy allows without good reason.')),
  updateEvery: z.optional(
    z
      .int('must be a whole number')
      .check(
        z.gte(1, 'must be at least 1'),
        z.lte(20, 'must be at most 20'),
        z.describe('Working days between updates until the answer, as agreed with the resident.'),
      ),
  ),
};
export const extensionBody = z.strictObject({ ...giving, ...extension });
export const preparedExtensionBody = z.strictObject({ happenedAt, ...extension });

export const updateBody = z.strictObject({
  ...giving,
  text: paragraphs(10_000, 'How things stand, in words for the resident.'),
});

export const contactNoteBody = z.strictObject({
  happenedAt,
  how,
  reached: z.boolean().check(z.describe('Whether the resident was reached.')),
  note: paragraphs(10_000, 'What was said or tried.'),
});

export const correspondenceBody = z.strictObject({
  happenedAt,
  direction: z.enum(['in', 'out']).check(z.describe('Whether it came or went.')),
  how,
  text: paragraphs(20_000, 'What it says.'),
});

export const questionBody = z
  .strictObject({
    happenedAt,
    colleague: z.optional(sentStaffId('Id of the colleague who is asked.')),
    contractor: z.optional(
      z
        .email('must be an email address such as sam@example.com')
        .check(
          z.maxLength(254, 'must have at most 254 characters'),
          z.describe('Address of somebody outside who is asked, in place of a colleague.'),
        ),
    ),
    question: paragraphs(5_000, 'What you need to know.'),
  })
  .check(
    z.refine(({ colleague, contractor }) => (colleague === undefined) !== (contractor === undefined), {
      error: 'must be given, or contractor in its place, and not both',
      path: ['colleague'],
    }),
  );

export const triageBody = z.strictObject({
  happenedAt,
  outcome: z.enum(messageOutcomes).check(z.describe('What the message is.')),
  note: z.optional(paragraphs(5_000, 'What was done about it.')),
});
export const messagePath = { message: line(40, 'Id of the message, such as message-1.') };

export const actionBody = z.strictObject({
  happenedAt,
  description: paragraphs(5_000, 'What was promised, in words for the resident.'),
  owner: sentStaffId('Who sees to it.'),
  dueOn: countableDate('The day by which it is done.'),
});
export const actionUpdateBody = z
  .strictObject({
    ...giving,
    note: z.optional(paragraphs(5_000, 'How it goes, in words for the resident.')),
    owner: z.optional(sentStaffId('Who sees to it from now on.')),
    dueOn: z.optional(countableDate('The day by which it is now promised.')),
  })
  .check(
    z.refine(({ note, owner, dueOn }) => [note, owner, dueOn].some((each) => each !== undefined), {
      error: 'must be given, or owner or dueOn',
      path: ['note'],
    }),
  );
export const completionBody = z.strictObject({
  ...giving,
  evidence: paragraphs(5_000, 'How one can tell that it is done.'),
});
export const actionPath = { action };

export const correctionBody = z
  .strictObject({
    happenedAt,
    received: z.optional(pastInstant('When the complaint was truly received.')),
    acknowledged: z.optional(pastInstant('When it was truly acknowledged.')),
    complainant: z.optional(complainantBody),
    staffComplainedAbout: z.optional(staffComplainedAbout),
    reason,
  })
  .check(
    z.refine(
      ({ received, acknowledged, complainant, staffComplainedAbout: about }) =>
        [received, acknowledged, complainant, about].filter((each) => each !== undefined).length === 1,
      {
        error:
          'must be given, or acknowledged, complainant or staffComplainedAbout in its place, and only one',
        path: ['received'],
      },
    ),
  );

export const withdrawalBody = z.strictObject({ ...giving, reason: z.optional(reason) });
export const closureBody = z.strictObject({ ...giving, reason });
export const reopeningBody = z.strictObject({ ...giving, reason });
