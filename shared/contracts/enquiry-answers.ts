import * as z from 'zod/mini';
import { channels } from '../domain/channels.ts';
import { choices } from '../domain/enquiries/enquiry.ts';
import { enquiryKinds, enquiryStatuses } from '../domain/enquiries/kinds.ts';
import { page } from './staff-lists.ts';
import { dateText, instantText, maybe, staffId, teamId, text } from './staff-words.ts';

/** What staff are answered about what is no complaint. */

const reference = text('Reference of the enquiry.');
const status = z.enum(enquiryStatuses).check(z.describe('Where it stands.'));
const version = z
  .int()
  .check(z.describe('Counts its changes, reminders apart; the ETag is this number in quotes.'));
const complaint = text('Reference of the complaint.');

export const enquiryPath = z.strictObject({
  reference: z.string().check(z.describe('Reference of the enquiry, such as K7QF2-9XW48.')),
});

export const enquiryLoggedBody = z
  .strictObject({
    reference,
    receivedAt: maybe(instantText('When the person was first in touch.')),
    status: maybe(status),
    reviewDueOn: maybe(dateText('The day by which it is looked at again.')),
  })
  .check(z.describe('What was logged; whoever may only log sees its reference alone.'));

export const enquiryChangedBody = z
  .strictObject({
    reference,
    version,
    status,
    reviewDueOn: maybe(dateText('The day by which it is looked at again.')),
    complaint: maybe(text('Reference of the complaint that came of the change.')),
  })
  .check(z.describe('The enquiry after the change.'));

const enquirer = z
  .strictObject({
    name: text('What to call the person.'),
    email: maybe(text('Their email address.')),
    phone: maybe(text('Their telephone number.')),
    address: maybe(text('Their postal address.')),
    preferredChannel: maybe(text('How we should make contact.')),
    language: maybe(text('The language that they read best, where that is not English.')),
    safeContact: maybe(text('What to mind when making contact.')),
  })
  .check(z.describe('Who it comes from.'));

const happened = z
  .strictObject({
    at: instantText('When it was recorded.'),
    by: text('Who did it: resident, clock, or the id of somebody on the staff.'),
    what: text('What happened, such as reviewed.'),
    answer: maybe(z.enum(choices).check(z.describe('What was said to the choice to complain.'))),
    offeredOn: maybe(dateText('The day on which the choice was given.')),
    outcome: maybe(text('Of a review: resolved or still-open.')),
    nextReviewOn: maybe(dateText('The day by which it is looked at again.')),
    note: maybe(text('What was written; absent once it is erased.')),
    complaint: maybe(complaint),
    filedWrongly: maybe(z.literal(true).check(z.describe('It was a complaint from the start.'))),
    passedTo: maybe(text('Id of the person or of the team.')),
  })
  .check(z.describe('Something that happened.'));

/** `GET /staff/enquiries/{reference}` */
export const enquiryBody = z
  .strictObject({
    reference,
    version,
    landlord: text('Id of the landlord.'),
    kind: z.enum(enquiryKinds).check(z.describe('What it is.')),
    channel: z.enum(channels).check(z.describe('How it came.')),
    receivedAt: instantText('When the person was first in touch.'),
    loggedAt: instantText('When it was written down.'),
    status,
    handler: maybe(staffId),
    team: maybe(teamId),
    area: maybe(text('The service that it is about.')),
    complainant: maybe(enquirer),
    text: maybe(text('What was said, in the person’s own words; absent once it is erased.')),
    about: maybe(text('Who or which team it is about, in words.')),
    choice: maybe(
      z
        .strictObject({
          offeredOn: dateText('The day on which it was given.'),
          answer: z.enum(choices).check(z.describe('What was said.')),
        })
        .check(z.describe('The choice to complain.')),
    ),
    review: maybe(
      z
        .strictObject({
          dueOn: dateText('The day by which it is looked at again.'),
          explanation: text('How that day came about, in one sentence.'),
        })
        .check(z.describe('When it is looked at again.')),
    ),
    passedTo: maybe(text('Id of the person or of the team that was told of it.')),
    complaints: z.array(complaint).check(z.describe('What it became.')),
    history: z.array(happened).check(z.describe('Everything that happened, oldest first.')),
  })
  .check(z.describe('What is no complaint, with everything about it.'));

export const landlordListPath = z.strictObject({
  landlord: z.string().check(z.describe('Id of the landlord, such as day-zero.')),
});

/** `GET /staff/landlords/{landlord}/service-requests` */
export const requestsQuery = z.strictObject(page);

export const requestsBody = z
  .strictObject({
    serviceRequests: z
      .array(
        z
          .strictObject({
            reference,
            status,
            handler: maybe(staffId),
            team: maybe(teamId),
            reviewDueOn: dateText('The day by which it is looked at again.'),
          })
          .check(z.describe('A service request in short.')),
      )
      .check(z.describe('What is to be looked at first comes first.')),
    next: maybe(text('Where to go on; absent on the last page.')),
  })
  .check(z.describe('A page of open service requests.'));

/** `GET /staff/landlords/{landlord}/compliments` */
export const complimentsQuery = z.strictObject({
  quarter: z
    .string()
    .check(
      z.regex(/^20\d\d-Q[1-4]$/, 'must be a quarter of a year, such as 2026-Q4'),
      z.describe('A quarter of the calendar year: 2026-Q4 is October to December 2026.'),
    ),
});

export const complimentsBody = z
  .strictObject({
    quarter: text('The quarter that was asked for.'),
    count: z.int().check(z.describe('How many came in it, which is published every quarter.')),
    compliments: z
      .array(
        z
          .strictObject({
            reference,
            status,
            team: maybe(teamId),
            receivedOn: dateText('The day on which it came.'),
          })
          .check(z.describe('A compliment in short.')),
      )
      .check(z.describe('In the order in which they came.')),
  })
  .check(z.describe('The compliments of a quarter.'));
