import * as z from 'zod/mini';
import { ways } from '../domain/ways.ts';
import { worklistQuery } from './staff-lists.ts';
import { dateText, instantText, maybe, reference, text } from './staff-words.ts';

/** `GET /staff/forecast` */
export const forecastQuery = z.strictObject({
  landlord: worklistQuery.shape.landlord,
  on: z.iso
    .date('must be a date that exists, such as 2027-03-26')
    .check(z.describe('The last day of the forecast, to its end in London: at most 14 days ahead.')),
});

const readers = ['resident', 'copied', 'enquirer', 'staff', 'contractor'] as const;

const forecastMail = z
  .strictObject({
    at: instantText(
      'When it goes out; of a letter or a call, when it becomes somebody’s to post or to make.',
    ),
    way: z.enum(ways).check(z.describe('How it goes out.')),
    to: z
      .strictObject({
        who: z.enum(readers).check(z.describe('Whom it is for.')),
        address: maybe(
          text('The email address, the postal address or the phone number; absent where none is known.'),
        ),
      })
      .check(z.describe('Whom it reaches, and where.')),
    subject: text('Its subject.'),
    reason: text('Why it goes out, in words.'),
    text: text('What it says. A link is left out: there is one only when it is sent.'),
    complaint: maybe(reference),
    enquiry: maybe(text('Reference of the enquiry.')),
  })
  .check(z.describe('A mail, a letter or a call.'));

export const forecastBody = z
  .strictObject({
    landlord: text('Id of the landlord.'),
    on: dateText('The last day of the forecast.'),
    from: instantText('When it was made: everything from then on is in it.'),
    complete: z
      .boolean()
      .check(
        z.describe(
          'Whether it is all. Where it is false there was too much of it, or something could not be written.',
        ),
      ),
    mails: z
      .array(forecastMail)
      .check(z.describe('Mails, and also letters and calls, in the order in which they go out: see way.')),
  })
  .check(z.describe('What goes out if nobody does anything.'));
