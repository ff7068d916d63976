import * as z from 'zod/mini';
import { kindsByHand, residentNoticeKinds } from '../domain/notices.ts';
import { voicemails } from '../domain/records.ts';
import { waysByHand } from '../domain/ways.ts';
import { idempotencyHeaders } from './intake.ts';
import { happenedAt } from './staff-commands/parts.ts';
import { noticeStatus, page } from './staff-lists.ts';
import { dateText, flag, maybe, reference, text } from './staff-words.ts';
import { line } from './text.ts';

/** Letters that somebody posts, and calls that somebody makes. */

const landlord = text('Id of the landlord.');
export const lettersPath = z.strictObject({ landlord });
export const lettersQuery = z.strictObject(page);
export const letterPath = z.strictObject({
  landlord,
  id: text('Id of the letter or the call, as the list names it: the reference, _ and the id of the notice.'),
});
export const postingHeaders = idempotencyHeaders;

/** `POST /staff/landlords/{landlord}/letters/{id}/posting` */
export const postingBody = z.strictObject({
  happenedAt,
  evidence: z.optional(
    line(500, 'Where the proof is that it was posted: a batch, a tracking number, a certificate.'),
  ),
});

const kind = z.enum(kindsByHand).check(z.describe('What it is about.'));
/** Also of what was mailed and did not arrive: anything but a link, which is of no use on paper. */
const printedKind = z
  .enum(residentNoticeKinds.filter((each) => each !== 'access-link'))
  .check(z.describe('What it is about.'));
const id = text('Names it among the letters and calls of the landlord.');
const language = maybe(text('The language that they read and speak best, where that is not English.'));
const safeContact = {
  safeContact: maybe(text('What to mind when making contact. Read it before you write or phone.')),
  voicemail: maybe(z.enum(voicemails).check(z.describe('Whether a message may be left on their telephone.'))),
};
const next = maybe(text('Where to go on; absent on the last page.'));

/** `GET /staff/landlords/{landlord}/letters` */
export const lettersBody = z
  .strictObject({
    letters: z
      .array(
        z
          .strictObject({
            id,
            reference,
            kind,
            postBy: dateText('The last day to post it, before its last post.'),
            copy: flag('It goes to somebody who gets copies.'),
            name: text('Whom it is for.'),
            address: maybe(text('Where it goes; absent where nobody knows.')),
            largePrint: flag('They asked for large print, in which it is written.'),
            language,
            ...safeContact,
          })
          .check(z.describe('A letter.')),
      )
      .check(z.describe('The one to be posted first comes first.')),
    next,
  })
  .check(z.describe('A page of the letters that wait to be posted.'));

/** `GET /staff/landlords/{landlord}/calls` */
export const callsBody = z
  .strictObject({
    calls: z
      .array(
        z
          .strictObject({
            id,
            reference,
            kind,
            callBy: dateText('The last day to make it.'),
            obligation: text('Id of the contact that it meets: name it as obligation in the contact note.'),
            name: text('Whom to ask for.'),
            phone: maybe(text('Their telephone number; absent where nobody knows.')),
            interpreter: flag('They need an interpreter: see language.'),
            language,
            ...safeContact,
          })
          .check(z.describe('A call.')),
      )
      .check(z.describe('The one to be made first comes first.')),
    next,
  })
  .check(z.describe('A page of the calls that wait to be made.'));

/** `GET /staff/landlords/{landlord}/letters/{id}` */
export const letterBody = z
  .strictObject({
    id,
    reference,
    kind: printedKind,
    way: z.enum(waysByHand).check(z.describe('Whether this is a letter, or the script of a call.')),
    status: noticeStatus,
    postBy: maybe(
      dateText('The last day to post the letter, or to make the call; absent where nobody is to do it.'),
    ),
    postedOn: maybe(dateText('The day on which the letter was posted, or the call was made.')),
    sameAsPosted: maybe(
      z.boolean().check(z.describe('Of a letter that was posted: whether it reads as it did then.')),
    ),
    safeContact: safeContact.safeContact,
    subject: text('Its heading.'),
    text: text('All of it as plain text.'),
    html: text('All of it as a page to print on A4, for a window envelope; or to read out from.'),
  })
  .check(z.describe('A letter to print, or the script of a call.'));
