import * as z from 'zod/mini';
import {
  capacities,
  consents,
  copiesOf,
  makers,
  missingDetails,
  standings,
  tenures,
} from '../domain/parties.ts';
import { day, told } from './access-words.ts';

/** The people of a complaint as its resident sees them: nobody else's address or number is among it. */
export const parties = z
  .strictObject({
    madeBy: z.enum(makers).check(z.describe('Whose complaint it is.')),
    others: z
      .array(
        z
          .strictObject({
            name: told('What they are called.'),
            left: z.optional(day('The day on which they left the complaint.')),
          })
          .check(z.describe('Somebody who complains with you.')),
      )
      .check(z.describe('Who complains with you.')),
    representative: z.optional(
      z
        .strictObject({
          name: told('What they are called.'),
          capacity: z.enum(capacities).check(z.describe('As what they speak for you.')),
          consent: z.enum(consents).check(z.describe('Whether you agreed, as we have it on record.')),
          copies: z.enum(copiesOf).check(z.describe('Of what they get a copy, as long as you agree.')),
        })
        .check(z.describe('Who speaks for you.')),
    ),
    standing: z.optional(z.enum(standings).check(z.describe('What you are to the landlord.'))),
    tenure: z.optional(z.enum(tenures).check(z.describe('How you hold your home.'))),
    safeContact: z.optional(told('What you asked us to mind when we contact you.')),
    missing: z.array(z.enum(missingDetails)).check(z.describe('What we still need to find out from you.')),
  })
  .check(z.describe('Who makes the complaint, and who hears of it.'));
