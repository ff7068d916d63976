import * as z from 'zod/mini';
import { civilDateSchema } from './civil-date.ts';
import { deadlineSchema } from './deadline.ts';
import { instantSchema } from './instant.ts';
import { staffIdSchema } from './staff.ts';
import { stageSchema } from './stages.ts';
import { textRefSchema } from './text.ts';

/** What somebody asks for who puts an answer off: a reason, and the date that is promised instead (Code 6.4). */
export const extensionRequestSchema = z.strictObject({
  extension: z.string(),
  /** the due date that it extends, by whose end it must have been given */
  extends: civilDateSchema,
  newDueOn: civilDateSchema,
  reason: textRefSchema,
  /** why it goes beyond what the Code allows without good reason */
  goodReason: z.optional(textRefSchema),
  /** working days between updates until the answer, as agreed with the resident (Code 5.9) */
  updateEvery: z.optional(z.int()),
  /** what the resident said who was asked for more time, which bars nothing */
  residentAgreed: z.optional(z.boolean()),
});
export type ExtensionRequest = z.infer<typeof extensionRequestSchema>;

/**
 * An extension is a kept promise: it takes effect once the notice with its reason was given in time.
 * `not-reached` may still be given again by the end of the day that it extends; `too-late` binds the landlord all the
 * same; `overtaken` by the answer, or by the end of the complaint.
 */
export const extensionStates = [
  'prepared',
  'requested',
  'effective',
  'not-reached',
  'too-late',
  'overtaken',
] as const;

export const extensionSchema = z.extend(extensionRequestSchema, {
  by: staffIdSchema,
  /** of which stage's answer */
  stage: stageSchema,
  state: z.enum(extensionStates),
  notice: z.optional(z.string()),
  /** when its notice was written, before which nobody posted it */
  requestedAt: z.optional(instantSchema),
  /** the deadline that it replaced, to which the promise returns where its notice did not arrive in time */
  replaced: z.optional(z.extend(deadlineSchema, { codeDueOn: z.optional(civilDateSchema) })),
});
export type Extension = z.infer<typeof extensionSchema>;

/** The one that is being given: asked for, not yet known to have arrived. */
export function unsettledExtension(extensions: readonly Extension[]): Extension | undefined {
  return extensions.find(({ state }) => state === 'requested');
}
