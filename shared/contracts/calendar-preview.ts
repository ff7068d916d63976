import * as z from 'zod/mini';
import { noticeKinds } from '../domain/notices.ts';
import { obligationKinds } from '../domain/obligations.ts';

/** `GET /staff/landlords/{landlord}/calendar/preview` */
export const previewQuery = z.strictObject({
  version: z
    .string()
    .check(
      z.regex(/^([1-9]\d{0,5}|proposed)$/, 'must be the number of a version, or proposed'),
      z.describe('The version to look at, or “proposed” for what GOV.UK’s list says and no version does.'),
    ),
  limit: z.optional(
    z
      .string()
      .check(
        z.regex(/^([1-9]|[1-9]\d|100)$/, 'must be a whole number from 1 to 100'),
        z.describe('How many open complaints are looked at; 50 where it is left out.'),
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
});

const text = (description: string) => z.string().check(z.describe(description));
const number = (description: string) => z.int().check(z.describe(description));
const dateText = (description: string) => z.iso.date().check(z.describe(description));

const moveBody = z
  .strictObject({
    obligation: text('Names what is due within the complaint.'),
    kind: z.enum(obligationKinds).check(z.describe('What is due.')),
    from: dateText('When it is due now.'),
    to: dateText('When it would be due.'),
    toldBy: z
      .array(z.enum(noticeKinds).check(z.describe('Kind of the letter.')))
      .check(
        z.describe(
          'Letters by which the resident was told the date of now. Where there is none, staff may have said it all the same.',
        ),
      ),
  })
  .check(z.describe('A date that would move.'));

export const previewBody = z
  .strictObject({
    version: number('The version that was looked at; of what is proposed, the one that it would become.'),
    items: z
      .array(
        z
          .strictObject({
            reference: text('Reference of the complaint.'),
            handler: z.optional(text('Id of whoever handles it.')),
            reachableByEmail: z
              .boolean()
              .check(z.describe('Whether the resident is mailed; otherwise staff phone or write.')),
            moves: z.array(moveBody).check(z.describe('Its dates that would move.')),
          })
          .check(z.describe('A complaint with a date that would move.')),
      )
      .check(
        z.describe('Complaints of this page with a date that would move, what is due first coming first.'),
      ),
    looked: number('How many open complaints this page looked at.'),
    next: z.optional(text('Where to go on; absent on the last page.')),
  })
  .check(z.describe('What a version of the calendar would do to a landlord’s open complaints.'));
