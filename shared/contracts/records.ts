import * as z from 'zod/mini';
import { samenesses } from '../domain/duplicates.ts';
import { adjustmentKinds } from '../domain/events/arrangements.ts';
import { voicemails } from '../domain/records.ts';
import { categories, hazards } from '../domain/risks.ts';
import { adjustmentBody, restrictionBody } from './staff-redress.ts';
import { dateText, instantText, maybe, reference, staffId, stage, status, text } from './staff-words.ts';
import { line, paragraphs } from './text.ts';

/** What is kept of people and of homes beyond one complaint, and what is found by it. */

const about = {
  landlord: 'Id of the landlord.',
  resident: 'Id of the person’s record, as a complaint names it.',
  property: 'Id of the property’s record, as a complaint names it.',
  hazards: 'Dangers in the home.',
};

export const residentPath = z.strictObject({
  landlord: text(about.landlord),
  resident: text(about.resident),
});
export const propertyPath = z.strictObject({
  landlord: text(about.landlord),
  property: text(about.property),
});
export const residentsPath = z.strictObject({ landlord: text(about.landlord) });

export const recordHeaders = z.strictObject({
  'If-Match': z
    .string()
    .check(
      z.regex(/^"\d{1,9}"$/, 'must be the revision of the record in quotes, such as "3"'),
      z.describe(
        'Revision of the record as you read it, in quotes, "0" of one that nobody has written yet: the change is made only while it is still the same.',
      ),
    ),
});

const safeContactFields = {
  mayBeMailed: z
    .boolean()
    .check(
      z.describe(
        'Whether a mail may go out that nobody has looked at. Where not, no notice about any complaint of the person is mailed.',
      ),
    ),
  voicemail: z.enum(voicemails).check(z.describe('Whether a message may be left on their telephone.')),
};
const describedSafeContact = z.describe('How the person is reached without endangering them.');
const kindOfAdjustment = z.enum(adjustmentKinds).check(z.describe('What helps.'));
const atMost20 = z.maxLength(20, 'must have at most 20 entries');

/** `PUT /staff/landlords/{landlord}/residents/{resident}`: everything that is kept, which replaces what was kept before. */
export const residentRecordRequest = z.strictObject({
  name: z.optional(line(200, 'What to call the person.')),
  safeContact: z
    .strictObject({
      ...safeContactFields,
      note: z.optional(paragraphs(500, 'What to mind: no voicemail at home, only before noon.')),
    })
    .check(describedSafeContact),
  adjustments: z
    .array(
      z
        .strictObject({ kind: kindOfAdjustment, note: paragraphs(500, 'What is done.') })
        .check(z.describe('Something that helps the person.')),
    )
    .check(atMost20, z.describe('What helps the person, whatever they complain about.')),
  disabilities: z
    .array(line(500, 'One disability.'))
    .check(atMost20, z.describe('Disabilities, as the person disclosed them.')),
});

/** `PUT /staff/landlords/{landlord}/properties/{property}`: as of a person. */
export const propertyRecordRequest = z.strictObject({
  address: z.optional(line(500, 'A postal address on one line.')),
  notes: z.optional(paragraphs(5_000, 'What is to know of the home.')),
  hazards: z
    .array(z.enum(hazards).check(z.describe('One danger.')))
    .check(atMost20, z.describe(about.hazards)),
});

const revision = z
  .int()
  .check(z.describe('Counts the changes; 0 where nobody has written anything. The ETag is this in quotes.'));

const head = {
  landlord: text(about.landlord),
  revision,
  updatedBy: maybe(staffId),
  updatedAt: maybe(instantText('When it was last changed.')),
};

const linked = {
  reference,
  stage,
  status,
  receivedOn: dateText('The day on which it was received.'),
};

const complaints = z
  .array(
    z
      .strictObject({
        ...linked,
        category: maybe(z.enum(categories).check(z.describe('What it is about.'))),
        adjustments: z.array(adjustmentBody).check(z.describe('Adjustments that hold.')),
        restrictions: z.array(restrictionBody).check(z.describe('Restrictions of contact that hold.')),
      })
      .check(z.describe('One of the complaints.')),
  )
  .check(z.describe('Those of the newest fifty complaints that you may see, the newest first.'));

/** What a complaint shows of the record of its resident. */
export const knownOfResident = z
  .strictObject({
    resident: text('Id of the record that says so.'),
    safeContact: z
      .strictObject({ ...safeContactFields, note: maybe(text('What to mind.')) })
      .check(describedSafeContact),
    adjustments: z
      .array(
        z
          .strictObject({ kind: kindOfAdjustment, note: text('What is done.') })
          .check(z.describe('Something that helps the person.')),
      )
      .check(z.describe('What helps the person, whatever they complain about.')),
    disabilities: z
      .array(text('One disability.'))
      .check(z.describe('Disabilities, as the person disclosed them.')),
  })
  .check(z.describe('What the record of the person says.'));

export const residentRecordBody = z
  .strictObject({
    ...knownOfResident.shape,
    resident: text(about.resident),
    ...head,
    name: maybe(text('What to call the person.')),
    complaints,
  })
  .check(z.describe('What is known of a person, with their complaints.'));

export const propertyRecordBody = z
  .strictObject({
    property: text(about.property),
    ...head,
    address: maybe(text('Its address.')),
    notes: maybe(text('What is to know of the home.')),
    hazards: z.array(z.enum(hazards).check(z.describe('One danger.'))).check(z.describe(about.hazards)),
    complaints,
  })
  .check(z.describe('What is known of a home, with the complaints about it.'));

/** `GET /staff/landlords/{landlord}/residents` */
export const residentsQuery = z
  .strictObject({
    surname: z.optional(line(100, 'The beginning of the surname, in any case.')),
    postcode: z.optional(line(10, 'The beginning of the postcode, with its space or without.')),
  })
  .check(
    z.refine(({ surname, postcode }) => (surname === undefined) !== (postcode === undefined), {
      error: 'must be given, or postcode in its place',
      path: ['surname'],
    }),
  );

export const residentsBody = z
  .strictObject({
    residents: z
      .array(
        z
          .strictObject({
            resident: maybe(text('Id of the person’s record; absent where nothing tells them from others.')),
            name: text('What they are called.'),
            address: maybe(text('Their address.')),
            complaints: z
              .array(reference)
              .check(z.describe('Their complaints that were found and that you may see.')),
          })
          .check(z.describe('Somebody who complained before.')),
      )
      .check(z.describe('The first 25 people, by surname or by postcode.')),
  })
  .check(z.describe('The people who were found.'));

/** `GET /staff/complaints/{reference}/duplicates` */
export const duplicatesBody = z
  .strictObject({
    reference,
    suggestions: z
      .array(
        z
          .strictObject({
            ...linked,
            same: z
              .array(z.enum(samenesses).check(z.describe('What is the same.')))
              .check(z.describe('In what it is the same.')),
            excerpt: text('The beginning of what it says, at most 200 characters.'),
          })
          .check(z.describe('A complaint that may be the same.')),
      )
      .check(z.describe('The likeliest first; none that was merged or linked already.')),
  })
  .check(z.describe('What may be the same complaint.'));
