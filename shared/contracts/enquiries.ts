import * as z from 'zod/mini';
import { channels } from '../domain/channels.ts';
import { choices } from '../domain/enquiries/enquiry.ts';
import { kebabCase } from '../domain/staff.ts';
import { complainantBody } from './parties.ts';
import { sentStaffId, staffComplainedAbout } from './people.ts';
import { instantText, text } from './staff-words.ts';
import { date, line, paragraphs, pastInstant } from './text.ts';

/** What is sent and logged of what is no complaint. */

const enquirer = z.optional(
  complainantBody.check(z.describe('Who it comes from. Leave it out where that is not known.')),
);
const longest = 20_000;

/** `POST /landlords/{landlord}/compliments` */
export const complimentBody = z.strictObject({
  complainant: enquirer,
  text: paragraphs(longest, 'What went well, in the person’s own words.'),
  about: z.optional(line(500, 'Who or which team it is about, in words.')),
});

export const complimentReceivedBody = z
  .strictObject({
    reference: text('Names the compliment from now on.'),
    receivedAt: instantText('When we received it.'),
  })
  .check(z.describe('A compliment that was stored.'));

function sentTeam(description: string) {
  return z
    .string()
    .check(
      z.maxLength(100, 'must have at most 100 characters'),
      z.regex(kebabCase, 'must be lower-case letters and digits with single hyphens, such as repairs'),
      z.describe(description),
    );
}

const logged = {
  landlord: line(100, 'Id of the landlord that it reached.'),
  receivedAt: z.optional(
    pastInstant(
      'When the person was first in touch with anybody who works for the landlord. Now, where it is left out.',
    ),
  ),
  complainant: enquirer,
  handler: z.optional(sentStaffId('Id of whoever deals with it.')),
  team: z.optional(sentTeam('Id of the team that deals with it.')),
};
const channel = z.enum(channels).check(z.describe('How it came.'));
const answer = z.enum(choices).check(z.describe('What the person said.'));
const choice = z.strictObject({
  offeredOn: date('The day on which the person was told how to complain and given the choice.'),
  answer,
});

/** `POST /staff/service-requests`: somebody asks that something be put right (Code 1.4). */
export const serviceRequestBody = z.strictObject({
  ...logged,
  channel,
  text: paragraphs(longest, 'What is asked for, in the person’s own words.'),
  area: z.optional(sentTeam('The service that it is about.')),
  choice: z.optional(
    choice.check(z.describe('The choice to complain, where it was given already (Code 1.3).')),
  ),
});

/** `POST /staff/compliments` */
export const loggedComplimentBody = z.strictObject({
  ...logged,
  channel,
  text: complimentBody.shape.text,
  about: complimentBody.shape.about,
});

/** `POST /staff/survey-feedback`: no complaint by itself, but whoever can be told how to complain is told (Code 1.6). */
export const surveyFeedbackBody = z
  .strictObject({
    ...logged,
    text: paragraphs(longest, 'What was said, in the person’s own words.'),
    choice: z.optional(
      choice.check(z.describe('The choice to complain. Needed wherever it is known who said it.')),
    ),
  })
  .check(
    z.refine(({ complainant, choice }) => complainant === undefined || choice !== undefined, {
      error: 'is missing: where it is known who said it they are told how to complain, and given the choice',
      path: ['choice'],
    }),
  );

/** `POST /staff/service-requests/{reference}/choice` (Code 1.3) */
export const choiceBody = z.strictObject({
  offeredOn: date('The day on which the person was given the choice to complain.'),
  answer,
});

/** `POST /staff/service-requests/{reference}/review` */
export const reviewBody = z.strictObject({
  outcome: z
    .enum(['resolved', 'still-open'])
    .check(z.describe('Whether anything is left to do; what is still open is looked at again later.')),
  note: z.optional(paragraphs(5_000, 'How it stands.')),
});

/** `POST /staff/service-requests/{reference}/conversion` */
export const conversionBody = z
  .strictObject({
    dissatisfiedAt: z.optional(
      pastInstant('When dissatisfaction was expressed: the clocks of the complaint count from this day.'),
    ),
    filedWrongly: z.optional(
      z
        .literal(true)
        .check(
          z.describe(
            'It was a complaint from the start: its clocks count from the first contact, and the request ends.',
          ),
        ),
    ),
    channel: z.optional(
      z
        .enum(channels)
        .check(z.describe('How dissatisfaction was expressed. As it came, where it is left out.')),
    ),
    description: z.optional(
      paragraphs(longest, 'The words of dissatisfaction; what was asked for before is kept after them.'),
    ),
    chosenOn: z.optional(
      date(
        'The day on which the person was given the choice to complain and took it, unless that is on record.',
      ),
    ),
    staffComplainedAbout: z.optional(staffComplainedAbout),
  })
  .check(
    z.refine(
      ({ dissatisfiedAt, filedWrongly }) => (dissatisfiedAt === undefined) !== (filedWrongly === undefined),
      {
        error: 'must say when dissatisfaction was expressed, and be left out where it was filedWrongly',
        path: ['dissatisfiedAt'],
      },
    ),
  );

/** `POST /staff/compliments/{reference}/passing-on` */
export const passingOnBody = z
  .strictObject({
    person: z.optional(sentStaffId('Id of the person whom it is about: the words go to their address.')),
    team: z.optional(sentTeam('Id of the team that it is about: the words go to its leader.')),
    thanked: z.optional(
      z.literal(true).check(z.describe('Whoever gave it was thanked in person, by phone or by letter.')),
    ),
  })
  .check(
    z.refine(({ person, team }) => (person === undefined) !== (team === undefined), {
      error: 'must be there, or else team; not both',
      path: ['person'],
    }),
  );
