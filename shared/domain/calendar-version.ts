import * as z from 'zod/mini';
import { applyChanges, type BankHolidays, calendarChangeSchema } from './bank-holidays.ts';
import { instantSchema } from './instant.ts';
import { staffIdSchema } from './staff.ts';

/** The bundled archive is version 1; those after it are added while the system runs, and none is ever taken away. */
export const bundledVersion = 1;

/** A later version of the calendar, told by what it changes in the one before it. */
export const calendarVersionSchema = z.strictObject({
  version: z.int().check(z.gte(bundledVersion + 1)),
  changes: z.array(calendarChangeSchema).check(z.minLength(1)),
  reason: z.string(),
  addedBy: staffIdSchema,
  addedAt: instantSchema,
});
export type CalendarVersion = z.infer<typeof calendarVersionSchema>;

/** That a landlord counts by a version, and how far its open complaints have been counted anew. */
export const applicationSchema = z.strictObject({
  landlord: z.string(),
  version: z.int(),
  /** whether residents are told of a date that moves later; of one that moves earlier they always are */
  tellResidents: z.boolean(),
  appliedBy: staffIdSchema,
  appliedAt: instantSchema,
  /** counts every change, so that of two writers one wins */
  revision: z.int(),
  /** complaints in which it changed a date so far */
  recounted: z.int(),
  /** absent once every open complaint has been counted anew */
  pass: z.optional(
    z.strictObject({
      startedAt: instantSchema,
      /** where in the worklist it goes on */
      after: z.optional(z.string()),
      /** complaints in which this pass changed a date */
      recounted: z.int(),
      /** complaints that this pass could not handle; none, where it is absent */
      failed: z.optional(z.int()),
    }),
  ),
});
export type Application = z.infer<typeof applicationSchema>;

/** What GOV.UK's feed says that no version does. It waits for an administrator. */
export const proposalSchema = z.strictObject({
  /** the version that it differs from */
  basedOn: z.int(),
  changes: z.array(calendarChangeSchema),
  foundAt: instantSchema,
  /** what a second list of bank holidays says of each change, one sentence each */
  remarks: z.array(z.string()),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** @param versions in order */
export function newestOf(versions: readonly CalendarVersion[]): number {
  return versions.at(-1)?.version ?? bundledVersion;
}

/** What still waits for an administrator: a proposal that says something of the newest version. */
export function openProposal(proposal: Proposal | undefined, newest: number): Proposal | undefined {
  return proposal?.basedOn === newest && proposal.changes.length > 0 ? proposal : undefined;
}

/**
 * The bank holidays of a version.
 *
 * @param bundled those of version 1
 * @param versions every version after it, in order
 * @throws Error where there is no such version, or one cannot follow from those before it
 */
export function holidaysOf(
  version: number,
  bundled: BankHolidays,
  versions: readonly Pick<CalendarVersion, 'version' | 'changes'>[],
): BankHolidays {
  let holidays = bundled;
  for (let number = bundledVersion + 1; number <= version; number++) {
    const next = versions.find((each) => each.version === number);
    if (!next) throw new Error(`there is no version ${number} of the calendar`);
    const changed = applyChanges(holidays, next.changes);
    if ('impossible' in changed) {
      const { why, change } = changed.impossible;
      throw new Error(`version ${number} of the calendar cannot be: ${change.date} is ${why}`);
    }
    holidays = changed;
  }
  return holidays;
}

/** The version that a landlord counts by: the bundled one until its manager applies another. */
export function versionOf(landlord: string, applications: readonly Application[]): number {
  return applications.find((each) => each.landlord === landlord)?.version ?? bundledVersion;
}
