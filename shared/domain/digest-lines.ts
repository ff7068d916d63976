import * as z from 'zod/mini';
import { civilDateSchema } from './civil-date.ts';
import { referenceSchema } from './reference.ts';
import { staffIdSchema } from './staff.ts';

/** When digests are owed, by the clock in London, each day of the week. */
export const digestAt = '07:30';

/** Under what a digest lists something, the most pressing first. */
export const digestSections = [
  'overdue',
  'due-today',
  'due-soon',
  'unreached',
  'unassigned',
  'awaiting-approval',
] as const;
export type DigestSection = (typeof digestSections)[number];

/** One thing that a digest lists: no personal text, so that it may wait to be sent. */
export const digestLineSchema = z.strictObject({
  section: z.enum(digestSections),
  landlord: z.string(),
  reference: referenceSchema,
  /** what is owed, and by when as it was then: it is left out once it is met or another day holds */
  obligation: z.optional(z.string()),
  dueOn: z.optional(civilDateSchema),
  /** of somebody who is away: whose it is */
  of: z.optional(staffIdSchema),
});
export type DigestLine = z.infer<typeof digestLineSchema>;
