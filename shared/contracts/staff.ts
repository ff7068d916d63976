import * as z from 'zod/mini';
import { channels } from '../domain/events.ts';
import { extensionStates } from '../domain/extension.ts';
import { complaintNoticeKinds } from '../domain/notices.ts';
import { obligationKinds } from '../domain/obligations.ts';
import { findings } from '../domain/points.ts';
import { noticeStatuses } from '../domain/sending.ts';
import { kebabCase } from '../domain/staff.ts';
import { statuses } from '../domain/statuses.ts';
import { complainantBody, idempotencyHeaders, intakeFields, provisional } from './intake.ts';
import { staffComplainedAbout } from './people.ts';
import { line, pastInstant } from './text.ts';

/** What staff ask for and are answered. */

export const referencePath = z.strictObject({
  reference: z.string().check(z.describe('Reference of the complaint, such as K7QF2-9XW48.')),
});

export const changeHeaders = z.extend(idempotencyHeaders, {
  'If-Match': z
    .string()
    .check(
      z.regex(/^"\d{1,9}"$/, 'must be the ETag of the complaint as you read it, such as "12"'),
      z.describe('ETag of the complaint as you read it: the change is made only while it is still the same.'),
    ),
});

/** `POST /staff/complaints`: a complaint that reached somebody on the staff in any way (Code 3.2). */
export const loggedBody = z.strictObject({
  landlord: line(100, 'Id of the landlord that the complaint is about.'),
  channel: z.enum(channels).check(z.describe('How it came.')),
  receivedAt: z.optional(
    pastInstant(
      'When dissatisfaction was first expressed to anybody who works for the landlord: the clocks count from this day. Now, where it is left out.',
    ),
  ),
  staffComplainedAbout: z.optional(staffComplainedAbout),
  ...intakeFields,
});

const instantText = (description: string) => z.iso.datetime().check(z.describe(description));
const dateText = (description: string) => z.iso.date().check(z.describe(description));
const text = (description: string) => z.string().check(z.describe(description));
const maybe = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(schema);
const staffId = text('Id of somebody on the staff.');
const status = z.enum(statuses).check(z.describe('Where the complaint stands.'));
const reference = text('Reference of the complaint.');
const version = z
  .int()
  .check(
    z.describe(
      'Counts its changes, reminders and arrivals of mail apart; the ETag is this number in quotes.',
    ),
  );

/** A dated promise as staff see it. */
export const staffObligationBody = z
  .strictObject({
    id: text('Names it within the complaint.'),
    kind: z.enum(obligationKinds).check(z.describe('What is promised.')),
    dueOn: dateText('The last day of the promise, to its end in London.'),
    explanation: text(
      'One sentence: the date, the rule, the start, each day not counted, and the clause, the policy and the version of the calendar.',
    ),
    state: z.enum(['open', 'met', 'ended']).check(z.describe('Whether it is still owed.')),
    projected: maybe(z.literal(true).check(z.describe('Its clock has not started yet.'))),
    provisional: maybe(provisional),
    literalDueOn: maybe(dateText('The Code’s own date, where ours is stricter.')),
    owner: maybe(staffId),
    missed: maybe(z.array(dateText('A day.')).check(z.describe('Earlier due dates that passed unkept.'))),
    metOn: maybe(dateText('The day on which it was met.')),
    backdated: maybe(
      z.literal(true).check(z.describe('Recorded after the date that it is said to have met.')),
    ),
  })
  .check(z.describe('A dated promise, with what became of it.'));

const obligations = z.array(staffObligationBody).check(z.describe('Everything promised, kept or not.'));

/** What a command leaves. */
export const changedBody = z
  .strictObject({ reference, version, status, obligations })
  .check(z.describe('The complaint after the change.'));

export const loggedAnswer = z
  .strictObject({
    reference,
    receivedAt: maybe(instantText('When it was received.')),
    status: maybe(status),
    obligations: maybe(obligations),
  })
  .check(z.describe('The complaint that was logged; whoever may only log sees its reference alone.'));

const pointBody = z
  .strictObject({
    id: text('Names the point within the complaint.'),
    definition: text('What the resident complains about.'),
    outcomeSought: maybe(text('What would put it right for the resident.')),
    responsible: z.boolean().check(z.describe('Whether the landlord is responsible for it.')),
    finding: maybe(z.enum(findings).check(z.describe('The decision on the point.'))),
    reasons: maybe(text('The reasons for it.')),
    remedy: maybe(text('What puts it right; empty where nothing needs to.')),
  })
  .check(z.describe('One point of the complaint, with what stage 1 makes of it.'));

const extensionBody = z
  .strictObject({
    id: text('Names the extension within the complaint.'),
    state: z.enum(extensionStates).check(z.describe('Whether it counts.')),
    extends: dateText('The due date that it extends.'),
    newDueOn: dateText('The date that is promised instead.'),
    reason: text('Why.'),
    by: staffId,
  })
  .check(z.describe('An extension of the answer.'));

const actionBody = z
  .strictObject({
    id: text('Names the action within the complaint.'),
    description: text('What was promised.'),
    owner: staffId,
    dueOn: dateText('The day by which it is done.'),
    completedOn: maybe(dateText('The day on which it was done.')),
  })
  .check(z.describe('Something promised to put things right.'));

const questionBody = z
  .strictObject({
    id: text('Names the question within the complaint.'),
    asked: text('Whom: a colleague’s id, or a contractor’s address.'),
    question: text('What was asked.'),
    answer: maybe(text('What was answered.')),
  })
  .check(z.describe('A question to a colleague or contractor.'));

const messageBody = z
  .strictObject({
    id: text('Names the message within the complaint.'),
    text: text('What the resident wrote.'),
    outcome: maybe(text('What it turned out to be, once somebody has read it.')),
  })
  .check(z.describe('A message of the resident.'));

/** `GET /staff/complaints/{reference}` */
export const complaintBody = z
  .strictObject({
    reference,
    version,
    landlord: text('Id of the landlord.'),
    channel: z.enum(channels).check(z.describe('How it came.')),
    receivedAt: instantText('When it was received: the legal clock.'),
    stage: z.literal(1).check(z.describe('The stage it is at.')),
    status,
    handler: maybe(staffId),
    team: maybe(text('Id of the team.')),
    staffComplainedAbout: z.array(staffId).check(z.describe('Staff whom it is about.')),
    complainant: maybe(complainantBody),
    representative: maybe(intakeFields.representative),
    description: text('What went wrong, in the person’s own words.'),
    desiredOutcome: maybe(text('What would put it right.')),
    adjustments: maybe(z.array(text('One adjustment.')).check(z.describe('Adjustments asked for.'))),
    residentUnreached: z.boolean().check(z.describe('Our last notice did not arrive.')),
    points: z.array(pointBody).check(z.describe('The complaint definition, point by point.')),
    draft: maybe(
      z
        .strictObject({
          by: z.array(staffId).check(z.describe('Who wrote it.')),
          approvedBy: maybe(staffId),
          returned: maybe(text('What a reviewer wants changed.')),
        })
        .check(z.describe('The state of the draft answer.')),
    ),
    respondedOn: maybe(dateText('The date on the letter of the answer.')),
    extensions: z.array(extensionBody).check(z.describe('Extensions, effective or not.')),
    actions: z.array(actionBody).check(z.describe('Actions that were promised.')),
    questions: z.array(questionBody).check(z.describe('Questions to colleagues and contractors.')),
    messages: z.array(messageBody).check(z.describe('Messages of the resident.')),
    obligations,
  })
  .check(z.describe('Everything about one complaint.'));

const page = {
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
    stage: z.int().check(z.describe('The stage it is at.')),
    handler: maybe(staffId),
    team: maybe(text('Id of the team.')),
    nextDueOn: dateText('When something is next due; the day of receipt where nothing is.'),
  })
  .check(z.describe('A complaint in short.'));

export const worklistBody = z
  .strictObject({
    complaints: z.array(worklistItem).check(z.describe('What is due first comes first.')),
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

/** `GET /staff/complaints/{reference}/notices` */
export const noticesBody = z
  .strictObject({
    reference,
    notices: z
      .array(
        z
          .strictObject({
            id: text('Names the notice within the complaint.'),
            kind: z.enum(complaintNoticeKinds).check(z.describe('What it is.')),
            to: z.enum(['resident', 'staff', 'contractor']).check(z.describe('Whom it is for.')),
            state: z.enum(noticeStatuses).check(z.describe('What became of it.')),
            owedAt: instantText('When it became owed.'),
            attempts: z.int().check(z.describe('How often it was handed to the mail system.')),
            lastError: maybe(text('Why the last attempt did not succeed.')),
          })
          .check(z.describe('A notice.')),
      )
      .check(z.describe('Every notice, with what became of it.')),
  })
  .check(z.describe('The notices of a complaint.'));
