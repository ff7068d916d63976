import * as z from 'zod/mini';
import { categories, vulnerabilities } from '../domain/risks.ts';
import { dateText, flag, hazardsFound, maybe, priority, staffId, text } from './staff-words.ts';

const other = text('Reference of a complaint.');

/** What was found out at the door, and how a complaint stands to others. */
export const staffTriage = {
  priority,
  hazards: hazardsFound,
  vulnerabilities: z
    .array(z.enum(vulnerabilities).check(z.describe('Something that makes it harder to bear.')))
    .check(z.describe('What is known of who lives there.')),
  category: maybe(z.enum(categories).check(z.describe('What it is about.'))),
  issueOccurredOn: maybe(dateText('The day on which it happened.')),
  becameAwareOn: maybe(dateText('The day on which the person became aware of it.')),
  enquiry: maybe(
    z
      .strictObject({
        reference: text('Reference of the enquiry.'),
        firstContactOn: dateText('The day of the first contact, before anybody was dissatisfied.'),
      })
      .check(z.describe('What it grew out of.')),
  ),
  chosenOn: maybe(
    dateText('The day on which they were given the choice to complain and took it (Code 1.3).'),
  ),
  conflicts: z
    .array(staffId)
    .check(z.describe('Who has an interest in it, and so neither handles nor decides it (Code 5.8).')),
  merged: z
    .array(
      z
        .strictObject({
          complaint: other,
          words: z
            .array(text('What was written.'))
            .check(z.describe('Everything that was written with it, and by whom.')),
          reopened: flag('It was opened again and goes its own way; its people and words stay here too.'),
        })
        .check(z.describe('A complaint that is part of this one.')),
    )
    .check(z.describe('Complaints that are part of it now.')),
  mergedInto: maybe(text('Reference of the complaint that it is part of now.')),
  related: z
    .array(
      z
        .strictObject({ complaint: other, because: text('What they have to do with each other.') })
        .check(z.describe('A complaint that goes its own way.')),
    )
    .check(z.describe('Complaints that it is linked to.')),
};
