import * as z from 'zod/mini';
import { about, status, told } from './access-words.ts';
import { idempotencyHeaders } from './intake.ts';
import { paragraphs } from './text.ts';

/** How residents get at their complaint, and what they can do with it. Unknown fields are refused, not ignored. */

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
    status,
  })
  .check(z.describe('Where the complaint stands now.'));
