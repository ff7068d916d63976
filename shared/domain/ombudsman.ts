import * as z from 'zod/mini';
import type { CivilDate } from './civil-date.ts';

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
