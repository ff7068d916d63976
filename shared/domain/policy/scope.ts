import * as z from 'zod/mini';
import { dayLimit, saysLastDay } from '../limit.ts';
import { wantsLastDay } from './stages.ts';
import { idsAreUnique, named, source, text } from './statement.ts';

/** What a policy takes as a complaint, from whom, and how old it may be. */

/** What a complaint is (Code 1.2 to 1.6). */
const definition = z.strictObject({
  /** the Code's words of 2024, its words until then (seeds 001 and 003), or any member of the public (seed 000) */
  affecting: z.enum(['resident-or-group', 'individual-or-group', 'anyone']),
  /** whether what others do on the landlord's behalf is its own */
  onOurBehalf: z.enum(['included', 'unstated']),
  /** whether being dissatisfied is enough, or a request for service must have failed first (seed 004) */
  after: z.enum(['dissatisfaction', 'failed-service-request']),
  source,
});

/** Who may complain. What is left out is not spoken of. */
const complainants = z.strictObject({
  who: z.array(text).check(z.minLength(1)),
  /** complaints that name nobody are looked into where that is possible (seed 000) */
  anonymous: z.optional(z.literal('considered')),
  /** for how long tenants may complain once they have left (seed 003) */
  formerTenants: z.optional(
    z
      .strictObject({ ...dayLimit, countedFrom: z.literal('tenancy-ended') })
      .check(z.refine(saysLastDay, wantsLastDay)),
  ),
  /** members of the public whom something affects directly, and whether they may go to the Ombudsman (seed 003) */
  public: z.optional(z.strictObject({ when: text, ombudsmanRight: z.literal('not-automatic') })),
  /** a complaint through a member of parliament or a councillor is taken in its turn (seed 003) */
  politicians: z.optional(z.literal('no-fast-track')),
  source,
});

/** What the landlord itself says a complaint can be about: none of it is excluded at intake (seed 000). */
const inScope = z.strictObject({
  grounds: z.array(z.strictObject(named)).check(z.minLength(1), z.refine(idsAreUnique, 'each id once')),
  source,
});

/** What is tried before stage 1. No stage of its own: a service request, or stage 1 done fast (Code 5.2). */
const early = z.strictObject({
  handling: z.enum(['none', 'before-stage-1']),
  /** whether a resident may have it handled formally at once all the same */
  formalAtOnce: z.enum(['always', 'unstated']),
  wording: text,
  source,
});

/** How old an issue may be. Later complaints are a matter of discretion (Code 2.3). */
const ageLimit = z
  .strictObject({
    ...dayLimit,
    /** the issue or becoming aware of it, whichever is later; becoming aware; the incident; the service it is about */
    countedFrom: z.enum(['event-or-aware', 'aware', 'event', 'services-provided']),
    /** what the landlord names as a reason to look at it all the same */
    exceptions: z.array(text).check(z.minLength(1)),
    /** the one of them that holds wherever there is a danger (seed 004) */
    healthAndSafety: z.optional(text),
  })
  .check(
    z.refine(saysLastDay, wantsLastDay),
    z.refine(({ exceptions, healthAndSafety }) => !healthAndSafety || exceptions.includes(healthAndSafety), {
      error: 'one of the exceptions',
      path: ['healthAndSafety'],
    }),
  );

export const scope = { definition, complainants, inScope, early, ageLimit };
