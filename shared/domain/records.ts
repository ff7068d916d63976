import * as z from 'zod/mini';
import { adjustmentKinds } from './events/arrangements.ts';
import { instantSchema } from './instant.ts';
import { hazards } from './risks.ts';
import { staffIdSchema } from './staff.ts';

/** What is known of a person and of a home beyond one complaint, so that nobody has to say it twice. */

export const residentIdPattern = /^r-[\w-]{22}$/;
export const propertyIdPattern = /^p-[\w-]{22}$/;

export const voicemails = ['yes', 'no', 'unknown'] as const;

const kept = {
  id: z.string(),
  landlord: z.string(),
  /** counts the changes; 0 of what nobody has written yet */
  revision: z.int(),
  updatedBy: z.optional(staffIdSchema),
  updatedAt: z.optional(instantSchema),
};

export const residentRecordSchema = z.strictObject({
  ...kept,
  name: z.optional(z.string()),
  /** how somebody is reached whom a voice at the door, a message or a mail can endanger */
  safeContact: z.strictObject({
    /** whether a mail may go out that nobody has looked at */
    mayBeMailed: z.boolean(),
    voicemail: z.enum(voicemails),
    note: z.optional(z.string()),
  }),
  adjustments: z.array(z.strictObject({ kind: z.enum(adjustmentKinds), note: z.string() })),
  /** as the person disclosed them (Code 3.1) */
  disabilities: z.array(z.string()),
});
export type ResidentRecord = z.infer<typeof residentRecordSchema>;

export const propertyRecordSchema = z.strictObject({
  ...kept,
  address: z.optional(z.string()),
  notes: z.optional(z.string()),
  hazards: z.array(z.enum(hazards)),
});
export type PropertyRecord = z.infer<typeof propertyRecordSchema>;

/** A record that nobody has written yet: nothing stands against mail, and nothing is known. */
export function unwrittenResident(landlord: string, id: string): ResidentRecord {
  return {
    id,
    landlord,
    revision: 0,
    safeContact: { mayBeMailed: true, voicemail: 'unknown' },
    adjustments: [],
    disabilities: [],
  };
}

export function unwrittenProperty(landlord: string, id: string): PropertyRecord {
  return { id, landlord, revision: 0, hazards: [] };
}
