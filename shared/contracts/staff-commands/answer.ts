import * as z from 'zod/mini';
import { findings, remedyKinds } from '../../domain/points.ts';
import { sentStaffId } from '../people.ts';
import { countableDate, date, paragraphs } from '../text.ts';
import { dueOn, every, evidence, giving, happenedAt, id, onePerPoint, reason } from './parts.ts';

/** How staff answer a complaint, put the answer off, and see to what was promised. */

export const draftBody = z.strictObject({
  happenedAt,
  outcomes: onePerPoint(
    z
      .strictObject({
        point: id('Id of the point, such as point-1.'),
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
        remedies: z.optional(
          z.array(z.enum(remedyKinds).check(z.describe('A kind of remedy.'))).check(
            z.maxLength(remedyKinds.length, `must have at most ${remedyKinds.length} entries`),
            z.refine((kinds) => new Set(kinds).size === kinds.length, 'must name each once'),
            z.describe('The kinds that the remedy is of, by which remedies are counted.'),
          ),
        ),
      })
      .check(z.describe('What the stage makes of a point; parts may follow later.')),
    'Outcomes by point.',
  ).check(z.minLength(1, 'must have at least 1 entry')),
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
  notDiscussed: z.optional(
    paragraphs(5_000, 'Why nobody spoke with the resident before, where the policy wants that.'),
  ),
});

const extension = {
  newDueOn: countableDate('The working day by which the answer is now promised.'),
  reason,
  goodReason: z.optional(paragraphs(5_000, 'Why it goes beyond what the policy allows without good reason.')),
  updateEvery: z.optional(every),
  residentAgreed: z.optional(
    z.boolean().check(z.describe('Whether the resident agreed to it, where the policy asks for that.')),
  ),
};
export const extensionBody = z.strictObject({ ...giving, ...extension });
export const preparedExtensionBody = z.strictObject({ happenedAt, ...extension });

export const updateBody = z.strictObject({
  ...giving,
  text: paragraphs(10_000, 'How things stand, in words for the resident.'),
});

export const actionBody = z.strictObject({
  happenedAt,
  description: paragraphs(5_000, 'What was promised, in words for the resident.'),
  owner: sentStaffId('Who sees to it.'),
  dueOn,
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
export const completionBody = z.strictObject({ ...giving, evidence });
export const actionPath = {
  action: z
    .string()
    .check(
      z.maxLength(40, 'must have at most 40 characters'),
      z.describe('Id of the action, such as action-1.'),
    ),
};

export const withdrawalBody = z.strictObject({
  ...giving,
  forAll: z.optional(
    z.literal(true).check(z.describe('Of a complaint that several make: all of them want to withdraw it.')),
  ),
  reason: z.optional(reason),
});
export const closureBody = z.strictObject({ ...giving, reason });
export const reopeningBody = z.strictObject({ ...giving, reason });
