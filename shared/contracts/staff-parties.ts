import * as z from 'zod/mini';
import { capacities, consents, makers, missingDetails, standings, tenures } from '../domain/parties.ts';
import { complainantBody, copies } from './parties.ts';
import { dateText, maybe, text } from './staff-words.ts';

/** The people of a complaint, as staff see them. */
export const staffParties = {
  madeBy: z
    .enum(makers)
    .check(z.describe('Whose complaint it is. Nobody is told anything of an anonymous one.')),
  complainant: maybe(complainantBody),
  others: z
    .array(
      z
        .strictObject({
          party: text('Names them within the complaint, such as party-2.'),
          name: text('What to call the person.'),
          email: maybe(text('Where copies of letters go.')),
          phone: maybe(text('A telephone number.')),
          address: maybe(text('A postal address.')),
          preferredChannel: maybe(text('How they asked to be contacted.')),
          language: maybe(text('The language that they read best, where that is not English.')),
          safeContact: maybe(text('What to mind when making contact.')),
          copies,
          left: maybe(dateText('The day on which they no longer wanted to be part of it.')),
        })
        .check(z.describe('Somebody who complains too.')),
    )
    .check(z.describe('Whoever complains together with the complainant, who leads.')),
  representative: maybe(
    z
      .strictObject({
        name: text('What to call the representative.'),
        email: maybe(text('The representative’s email address.')),
        phone: maybe(text('The representative’s telephone number.')),
        relationship: maybe(text('How they know the person.')),
        capacity: z.enum(capacities).check(z.describe('As what they speak for the person.')),
        consent: z.enum(consents).check(z.describe('Whether the person agrees.')),
        evidence: maybe(text('Where that is on record.')),
        copies,
      })
      .check(z.describe('Who speaks for the person.')),
  ),
  standing: maybe(z.enum(standings).check(z.describe('What the person is to the landlord.'))),
  tenure: maybe(z.enum(tenures).check(z.describe('How the person holds their home.'))),
  tenancyEndedOn: maybe(dateText('The day on which a former tenant’s tenancy ended.')),
  chosenOn: maybe(dateText('The day on which the person was given the choice to complain and took it.')),
  missing: z
    .array(z.enum(missingDetails))
    .check(z.describe('What has to be found out of who complains; a task, and no reason to wait.')),
};
