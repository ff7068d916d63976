import * as z from 'zod/mini';
import { findings } from '../domain/points.ts';
import { statuses } from '../domain/statuses.ts';
import { idempotencyHeaders, provisional } from './intake.ts';
import { paragraphs } from './text.ts';

/** How residents get at their complaint, and what they can do with it. Unknown fields are refused, not ignored. */

const told = (description: string) => z.string().check(z.describe(description));
const day = (description: string) => z.iso.date().check(z.describe(description));

const about = {
  reference: 'Names the complaint, as the receipt tells it.',
  status: 'Where the complaint stands.',
};

/** Any text at all: one that is no reference is treated as one that names no complaint. */
export const complaintPath = z.strictObject({
  reference: told('The complaint’s reference, such as K7QF2-9XW48.'),
});

/** `POST /complaints/{reference}/links`: nothing but the reference is needed. */
export const linkRequestBody = z.strictObject({}).check(z.describe('Has no fields, and may be left out.'));

export const linkRequestedBody = z
  .strictObject({ message: told('What happens now, the same whether or not there is such a complaint.') })
  .check(z.describe('That the request was taken.'));

/** `POST /resident-sessions`: any text that is no link is treated as an unknown link. */
export const sessionRequestBody = z.strictObject({
  link: told('The token of the mailed link: the 43 characters after the # in its address.'),
});

/** As on every route, but here the key helps to make a secret. */
export const sessionRequestHeaders = z.strictObject({
  'Idempotency-Key': idempotencyHeaders.shape['Idempotency-Key'].check(
    z.describe(
      'A text of your own that nobody can guess and no other request has: a random UUID. While the link is valid, the same link sent again with the same key gets the same session, so that a lost answer does not cost you the link.',
    ),
  ),
});

export const openedSessionBody = z
  .strictObject({
    session: told(
      'The session’s token: send it as Authorization: Bearer, never in an address. It is told once.',
    ),
    reference: told(about.reference),
    validUntil: z.iso
      .datetime()
      .check(z.describe('When the session ends: thirty minutes after the link was used.')),
  })
  .check(z.describe('A session, good for one complaint.'));

const nextStep = z
  .strictObject({
    kind: z
      .enum(['stage-1-acknowledgement', 'stage-1-response', 'update', 'action'])
      .check(z.describe('What is promised.')),
    what: told('What is promised, in words.'),
    dueOn: day('The last day of the promise, to its end in London.'),
    explanation: told('One sentence: how the date was worked out.'),
    projected: z.optional(
      z
        .literal(true)
        .check(
          z.describe('Present while the clock of this promise has not started: the date can come forward.'),
        ),
    ),
    provisional: z.optional(provisional),
    overdue: z.optional(z.literal(true).check(z.describe('Present where the date has passed.'))),
  })
  .check(z.describe('Something that we owe by a date.'));

const extension = z
  .strictObject({
    newDueOn: day('The new date of our answer.'),
    insteadOf: z.optional(day('The date that it replaced.')),
    reason: told('Why our answer takes longer.'),
    goodReason: z.optional(told('Why it takes longer than is usually allowed.')),
    givenInTime: z.boolean().check(z.describe('Whether we told you before the former date had passed.')),
  })
  .check(z.describe('That our answer was put off; present where it was.'));

const point = z
  .strictObject({
    definition: told('What the complaint is about, as we understand it.'),
    outcomeSought: z.optional(told('What would put it right, as we understand it.')),
    responsible: z.boolean().check(z.describe('Whether we are responsible for it.')),
    finding: z.optional(z.enum(findings).check(z.describe('Our decision; present once we have answered.'))),
    reasons: z.optional(told('The reasons for our decision.')),
    remedy: z.optional(told('What we do to put it right.')),
  })
  .check(z.describe('One thing that the complaint is about.'));

const action = z
  .strictObject({
    description: told('What we promised to do.'),
    dueOn: day('The day by which we promised it.'),
    state: z
      .enum(['promised', 'completed', 'no-longer-owed'])
      .check(z.describe('Whether it is done; no longer owed after the complaint ended without it.')),
    completedOn: z.optional(day('The day on which it was completed.')),
  })
  .check(z.describe('Something that we promised to do.'));

const message = z
  .strictObject({
    id: told('Names the message within its complaint.'),
    text: told('What you wrote.'),
    sentOn: z.optional(day('The day on which it came, in London.')),
    read: z.boolean().check(z.describe('Whether somebody has read it.')),
  })
  .check(z.describe('A message that you sent.'));

const letter = z
  .strictObject({
    what: told('What it was, in words.'),
    on: day('The day on which we sent it.'),
    state: z
      .enum(['sent', 'arrived', 'did-not-arrive'])
      .check(z.describe('What became of it, as far as the mail system told us.')),
  })
  .check(z.describe('An email that we sent.'));

const ombudsman = z
  .strictObject({
    name: told('What the Ombudsman is called.'),
    phone: told('The Ombudsman’s telephone number.'),
    website: told('The Ombudsman’s website.'),
    address: told('The Ombudsman’s postal address.'),
    advice: told('How to bring a complaint there.'),
  })
  .check(z.describe('An independent body that you can turn to at any time.'));

/** `GET /complaints/{reference}` */
export const followedBody = z
  .strictObject({
    reference: told(about.reference),
    landlord: z
      .strictObject({
        name: told('What the landlord is called.'),
        email: told('The landlord’s email address for complaints.'),
        phone: told('The landlord’s telephone number.'),
        address: told('The landlord’s postal address.'),
      })
      .check(z.describe('Whom the complaint is about, and how to reach them.')),
    status: z.enum(statuses).check(z.describe(about.status)),
    standing: told('Where the complaint stands, in words.'),
    receivedAt: z.iso.datetime().check(z.describe('When we received it.')),
    acknowledgedOn: z.optional(day('The day on which we acknowledged it.')),
    respondedOn: z.optional(day('The date of our answer.')),
    next: z.array(nextStep).check(z.describe('What we owe now, by when and why.')),
    extension: z.optional(extension),
    points: z
      .array(point)
      .check(
        z.describe(
          'What the complaint is about, once we have acknowledged it, and our decisions once we have answered.',
        ),
      ),
    actions: z.array(action).check(z.describe('What we promised to do.')),
    messages: z.array(message).check(z.describe('What you have written since, oldest first.')),
    sent: z.array(letter).check(z.describe('What we have emailed to you, oldest first.')),
    ombudsmen: z.array(ombudsman).check(z.describe('Whom you can ask for advice, free of charge.')),
  })
  .check(z.describe('A complaint as its resident sees it.'));

/** `POST /complaints/{reference}/messages` */
export const messageBody = z.strictObject({
  text: paragraphs(20_000, 'What you want to add, ask or say.'),
});

export const messageSentBody = z
  .strictObject({
    message: told('Names the message within its complaint.'),
    receivedAt: z.iso.datetime().check(z.describe('When it came.')),
  })
  .check(z.describe('A message that was stored. Somebody reads it.'));

/** `POST /complaints/{reference}/withdrawal` */
export const withdrawalBody = z.strictObject({
  reason: z.optional(
    paragraphs(5_000, 'Why you no longer want the complaint dealt with, if you like to say.'),
  ),
});

export const withdrawnBody = z
  .strictObject({
    reference: told(about.reference),
    status: z.enum(statuses).check(z.describe(about.status)),
  })
  .check(z.describe('Where the complaint stands now.'));
