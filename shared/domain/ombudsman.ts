import * as z from 'zod/mini';
import { addMonths, type CivilDate } from './civil-date.ts';

/** How to reach an Ombudsman from a day on. These details age quickly, so they are data with dates. */
export const ombudsmenSchema = z.record(
  z.string(),
  z
    .array(
      z.strictObject({
        effectiveFrom: z.iso.date(),
        name: z.string(),
        phone: z.string(),
        website: z.string(),
        address: z.string(),
        advice: z.string(),
        /** what it looks at, which decides the way of each point where a landlord has two Ombudsmen */
        subjects: z.string(),
        /** how long a resident has: each Ombudsman counts by its own law */
        limit: z.strictObject({
          unit: z.literal('months'),
          count: z.int().check(z.gte(1)),
          countedFrom: z.enum(['final-response', 'first-known']),
        }),
      }),
    )
    .check(z.minLength(1)),
);
export type Ombudsmen = z.infer<typeof ombudsmenSchema>;
export type Ombudsman = Ombudsmen[string][number];

/** The details in force on a day; before the first known ones, those. @throws Error for an id that is not listed */
export function ombudsmanInForce(ombudsmen: Ombudsmen, id: string, on: CivilDate): Ombudsman {
  const versions = ombudsmen[id] ?? [];
  const version = versions.findLast((each) => each.effectiveFrom <= on) ?? versions[0];
  if (!version) throw new Error(`there are no details of an Ombudsman called ${id}`);
  return version;
}

/**
 * The last day on which a resident can normally bring a complaint to this Ombudsman, as a day of the month so many
 * months on. The Housing Ombudsman counts from the landlord's final response; the Local Government and Social Care
 * Ombudsman from the day on which the resident first knew of the matter (Local Government Act 1974, section 26B).
 *
 * @returns undefined where nobody has said when the resident first knew
 */
export function lastDayFor(
  { limit }: Pick<Ombudsman, 'limit'>,
  { finalResponseOn, firstKnownOn }: { finalResponseOn: CivilDate; firstKnownOn?: CivilDate | undefined },
): CivilDate | undefined {
  const countedFrom = limit.countedFrom === 'final-response' ? finalResponseOn : firstKnownOn;
  return countedFrom && addMonths(countedFrom, limit.count);
}
