import * as z from 'zod/mini';
import { complaintNoticeKinds } from '../domain/notices.ts';
import { kebabCase } from '../domain/staff.ts';
import { noticeStatuses } from '../domain/stored-notice.ts';
import {
  dateText,
  hazardsFound,
  instantText,
  maybe,
  priority,
  reference,
  staffId,
  stage,
  status,
  teamId,
  text,
} from './staff-words.ts';

/** What staff read of many complaints, and what happened to one. */

/** How a list is asked for page by page. */
export const page = {
  limit: z.optional(
    z
      .string()
      .check(
        z.regex(/^([1-9]|[1-9]\d|100)$/, 'must be a whole number from 1 to 100'),
        z.describe('How many at most; 25 where it is left out.'),
      ),
  ),
  after: z.optional(
    z
      .string()
      .check(
        z.regex(/^[A-Za-z0-9_-]{1,200}$/, 'must be the next of the page before'),
        z.describe('Where to go on: next of the page before.'),
      ),
  ),
};

/** `GET /staff/complaints` */
export const worklistQuery = z.strictObject({
  landlord: z
    .string()
    .check(
      z.maxLength(100, 'must have at most 100 characters'),
      z.regex(kebabCase, 'must be the id of a landlord, such as day-zero'),
      z.describe('Id of the landlord.'),
    ),
  state: z.optional(z.enum(['open', 'closed']).check(z.describe('Open ones, where it is left out.'))),
  handler: z.optional(
    z
      .string()
      .check(
        z.maxLength(128, 'must have at most 128 characters'),
        z.describe('Only those that this person handles; “nobody” for those that nobody does.'),
      ),
  ),
  team: z.optional(
    z
      .string()
      .check(z.maxLength(100, 'must have at most 100 characters'), z.describe('Only those of this team.')),
  ),
  status: z.optional(status),
  dueBy: z.optional(
    z.iso
      .date('must be a date that exists, such as 2027-03-26')
      .check(z.describe('Only those with something due by the end of this day.')),
  ),
  ...page,
});

const worklistItem = z
  .strictObject({
    reference,
    status,
    stage,
    handler: maybe(staffId),
    team: maybe(teamId),
    nextDueOn: dateText('When something is next due; the day of receipt where nothing is.'),
    priority,
    hazards: hazardsFound,
  })
  .check(z.describe('A complaint in short.'));

export const worklistBody = z
  .strictObject({
    complaints: z
      .array(worklistItem)
      .check(z.describe('Dangers first, then people who can bear it least, and of these what is due first.')),
    next: maybe(text('Where to go on; absent on the last page.')),
  })
  .check(z.describe('A page of the worklist.'));

const dateGiven = z
  .strictObject({
    obligation: text('Names the promise within the complaint.'),
    dueOn: dateText('The last day of the promise, to its end in London.'),
    was: maybe(dateText('The date that it had before.')),
    explanation: text('How the date came about, in one sentence.'),
  })
  .check(z.describe('A date that was given.'));

/** `GET /staff/complaints/{reference}/timeline` */
export const timelineBody = z
  .strictObject({
    reference,
    entries: z
      .array(
        z
          .strictObject({
            seq: z.int().check(z.describe('1, 2, 3… without gaps.')),
            at: instantText('When it was recorded.'),
            actor: text(
              'Who did it: resident, clock, mail, contributor, or the id of somebody on the staff.',
            ),
            type: text('What happened, such as ComplaintAcknowledged.'),
            facts: z
              .record(z.string(), z.unknown())
              .check(z.describe('What the event says; texts that are kept apart stand in their places.')),
            explanations: maybe(
              z
                .array(dateGiven)
                .check(z.describe('How the dates came about that it gave; absent where it gave none.')),
            ),
            reasons: maybe(
              z
                .array(text('One day that makes the difference, in a sentence.'))
                .check(z.describe('Why dates were counted again; present where they were.')),
            ),
            hash: text('Covers this entry and the one before it, so that a change shows.'),
          })
          .check(z.describe('One event.')),
      )
      .check(z.describe('Everything that happened, oldest first.')),
    intact: z.boolean().check(z.describe('Whether every entry follows from the one before it.')),
  })
  .check(z.describe('What happened to a complaint.'));

export const noticeStatus = z
  .enum(noticeStatuses)
  .check(
    z.describe(
      'What became of it. by-hand: a letter that waits for somebody to post it, or a call that waits to be made. given: it was posted, or said in a call. The others are of mail.',
    ),
  );

/** `GET /staff/complaints/{reference}/notices` */
export const noticesBody = z
  .strictObject({
    reference,
    notices: z
      .array(
        z
          .strictObject({
            id: text('Names the notice within the complaint.'),
            kind: z.enum(complaintNoticeKinds).check(z.describe('What it is about.')),
            to: z.enum(['resident', 'copied', 'staff', 'contractor']).check(z.describe('Whom it is for.')),
            state: noticeStatus,
            owedAt: instantText('When it became owed.'),
            attempts: z.int().check(z.describe('How often it was handed to the mail system.')),
            lastError: maybe(text('Why the last attempt did not succeed.')),
          })
          .check(z.describe('A notice.')),
      )
      .check(z.describe('Every notice, with what became of it.')),
  })
  .check(z.describe('The notices of a complaint.'));
