import * as z from 'zod/mini';
import { nations } from '../domain/calendar.ts';
import { countableDate, line, paragraphs } from './text.ts';

/** What staff ask of the calendar, and are answered. */

const about = {
  version: 'Number of the version. The first ships with the system; each after it was added by somebody.',
  basedOn: 'The newest version as you read it: the changes are made to that one.',
  change: 'Whether the day becomes a bank holiday or is one no longer.',
  nation: 'Where.',
  date: 'The day.',
  name: 'What the bank holiday is called.',
  reason: 'Why, and where it was announced: it stays with the version for ever.',
  tellResidents:
    'Whether residents are told of a date that moves later. Of one that moves earlier they are always told.',
  by: 'Id of whoever did so.',
};

/** A calendar reaches as far as its last bank holiday: one far ahead would make every date look certain. */
const changeDate = countableDate(about.date);

const nation = z.enum(nations).check(z.describe(about.nation));
const change = z.enum(['added', 'removed']).check(z.describe(about.change));

/** `POST /staff/calendar/versions` */
export const newVersionBody = z.strictObject({
  basedOn: z.int().check(z.gte(1, 'must be a whole number from 1 on'), z.describe(about.basedOn)),
  changes: z
    .array(
      z
        .strictObject({ change, nation, date: changeDate, name: line(100, about.name) })
        .check(z.describe('A day that changes.')),
    )
    .check(
      z.minLength(1, 'must name at least one'),
      z.maxLength(200, 'must have at most 200 entries'),
      z.describe('Every day that changes, for each nation apart.'),
    ),
  reason: paragraphs(2_000, about.reason),
});

export const landlordCalendarPath = z.strictObject({
  landlord: z.string().check(z.describe('Id of the landlord, such as day-zero.')),
});

/** `POST /staff/landlords/{landlord}/calendar` */
export const applicationRequestBody = z.strictObject({
  version: z.int().check(z.gte(1, 'must be a whole number from 1 on'), z.describe(about.version)),
  tellResidents: z.boolean().check(z.describe(about.tellResidents)),
});

const text = (description: string) => z.string().check(z.describe(description));
const number = (description: string) => z.int().check(z.describe(description));
const dateText = (description: string) => z.iso.date().check(z.describe(description));
const instantText = (description: string) => z.iso.datetime().check(z.describe(description));

const changes = z
  .array(
    z
      .strictObject({ change, nation, date: dateText(about.date), name: text(about.name) })
      .check(z.describe('A day that changed.')),
  )
  .check(z.describe('What it changes in the version before it.'));

/** A version as it was added: an answer of `POST /staff/calendar/versions`. */
export const versionBody = z
  .strictObject({
    version: number(about.version),
    changes,
    reason: text(about.reason),
    addedBy: text(about.by),
    addedAt: instantText('When it was added.'),
  })
  .check(z.describe('A version of the calendar.'));

/** `GET /staff/calendar/versions` */
export const versionsBody = z
  .strictObject({
    newest: number('Number of the newest version.'),
    versions: z
      .array(versionBody)
      .check(
        z.describe('Every version that was added, in order; the first, which ships, is not among them.'),
      ),
    horizons: z
      .array(
        z
          .strictObject({
            nation,
            knownTo: dateText('The last day for which its bank holidays are published.'),
          })
          .check(z.describe('How far bank holidays are published in one nation.')),
      )
      .check(z.describe('How far the newest version reaches, by nation.')),
    proposal: z.optional(
      z
        .strictObject({
          basedOn: number('The version that it differs from.'),
          changes,
          foundAt: instantText('When the difference was found.'),
          remarks: z
            .array(text('One sentence.'))
            .check(z.describe('What a second list of bank holidays says of each change.')),
        })
        .check(
          z.describe(
            'What GOV.UK’s list says that no version does: it waits for somebody to make sure and add it. Absent where they agree.',
          ),
        ),
    ),
  })
  .check(z.describe('The versions of the calendar.'));

/** That a landlord counts by a version: an answer of `POST /staff/landlords/{landlord}/calendar`. */
export const applicationBody = z
  .strictObject({
    version: number(about.version),
    tellResidents: z.boolean().check(z.describe(about.tellResidents)),
    appliedBy: text(about.by),
    appliedAt: instantText('When it was applied.'),
    recounted: number('Complaints in which a date was counted anew so far.'),
    finished: z
      .boolean()
      .check(z.describe('Whether every open complaint has been counted anew, which takes minutes.')),
  })
  .check(z.describe('That a landlord counts by a version of the calendar.'));

/** `GET /staff/landlords/{landlord}/calendar` */
export const landlordCalendarBody = z
  .strictObject({
    landlord: text('Id of the landlord.'),
    version: number('The version that its dates are counted by.'),
    newest: number('Number of the newest version: where it is another, apply that.'),
    knownTo: dateText(
      'The last day for which the bank holidays of its nations are published, by the version that it counts by: a date after that is provisional.',
    ),
    application: z.optional(applicationBody),
  })
  .check(z.describe('What a landlord counts its dates by.'));
