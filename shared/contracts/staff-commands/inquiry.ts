import * as z from 'zod/mini';
import { messageOutcomes } from '../../domain/events.ts';
import { complainantBody } from '../parties.ts';
import { sentStaffId, staffComplainedAbout } from '../people.ts';
import { email, line, paragraphs, pastInstant } from '../text.ts';
import { giving, happenedAt, how, id, ombudsman, onePerPoint, point, reason } from './parts.ts';

/** How staff take a complaint on and find out what happened. */

const points = onePerPoint(
  z
    .strictObject({
      ...point,
      ombudsmen: z.optional(
        z
          .array(ombudsman)
          .check(
            z.minLength(1, 'must have at least 1 entry'),
            z.maxLength(5, 'must have at most 5 entries'),
            z.describe(
              'Who looks at matters of its kind; every Ombudsman of the landlord, where it is left out.',
            ),
          ),
      ),
    })
    .check(z.describe('One point of the complaint definition.')),
  'Points that are not defined yet.',
);

export const assignmentBody = z.strictObject({
  happenedAt,
  handler: sentStaffId('Who handles the complaint from now on.'),
  team: z.optional(line(100, 'Id of the team; the first of the handler’s teams, where it is left out.')),
});

export const acknowledgementBody = z.strictObject({ ...giving, points: z.optional(points) });

export const pointsBody = z.strictObject({ happenedAt, points });

export const contactNoteBody = z.strictObject({
  happenedAt,
  how,
  obligation: z.optional(
    line(
      100,
      'Id of the contact that it was made for, such as contact-response; a call that gives a decision is met only by naming it. Without, it was with the resident, and stands for everything sent that did not reach them.',
    ),
  ),
  reached: z.boolean().check(z.describe('Whether they were reached.')),
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
    contractor: z.optional(email('Address of somebody outside who is asked, in place of a colleague.')),
    question: paragraphs(5_000, 'What you need to know.'),
  })
  .check(
    z.refine(({ colleague, contractor }) => (colleague === undefined) !== (contractor === undefined), {
      error: 'must be given, or contractor in its place, and not both',
      path: ['colleague'],
    }),
  );

export const clarificationBody = z.strictObject({
  ...giving,
  question: paragraphs(5_000, 'What is not clear, as a question in words for the resident.'),
});

export const triageBody = z.strictObject({
  happenedAt,
  outcome: z.enum(messageOutcomes).check(z.describe('What the message is.')),
  note: z.optional(paragraphs(5_000, 'What was done about it.')),
});
export const messagePath = { message: id('Id of the message, such as message-1.') };

export const correctionBody = z
  .strictObject({
    happenedAt,
    received: z.optional(pastInstant('When the complaint was truly received.')),
    acknowledged: z.optional(pastInstant('When it was truly acknowledged.')),
    escalationRequested: z.optional(pastInstant('When stage 2 was truly asked for.')),
    escalationAcknowledged: z.optional(pastInstant('When that request was truly acknowledged.')),
    complainant: z.optional(
      complainantBody.check(
        z.describe(
          'Who complains, in full. A note about safe contact stays unless another one, or a preferred channel, is sent; where a record says that mail is unsafe, it stays so until a record says otherwise.',
        ),
      ),
    ),
    staffComplainedAbout: z.optional(staffComplainedAbout),
    reason,
  })
  .check(
    z.refine(
      ({ happenedAt: _, reason: __, ...corrected }) =>
        Object.values(corrected).filter((each) => each !== undefined).length === 1,
      {
        error:
          'must be given, or acknowledged, escalationRequested, escalationAcknowledged, complainant or staffComplainedAbout in its place, and only one',
        path: ['received'],
      },
    ),
  );
