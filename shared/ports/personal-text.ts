import * as z from 'zod/mini';

const text = z.optional(z.string());

const person = {
  name: z.string(),
  email: text,
  phone: text,
  address: text,
  preferredChannel: text,
  /** the language that they read best, where that is not English: a code of `languages` */
  language: text,
  /** what to mind when making contact; a person reads it before anything is sent */
  safeContact: text,
};

/** Everything in a complaint that is about a person or written by one; stored apart, so that it can be erased. */
export const personalTextSchema = z.strictObject({
  complainant: z.optional(z.strictObject(person)),
  /** whoever complains with the one who leads, also those who left */
  others: z.optional(z.array(z.strictObject({ party: z.string(), ...person }))),
  representative: z.optional(
    z.strictObject({
      name: z.string(),
      email: text,
      phone: text,
      address: text,
      relationship: text,
      capacity: text,
      /** where the consent was said to be on record, or an executor's proof, when the complaint was logged */
      evidence: text,
    }),
  ),
  description: z.string(),
  desiredOutcome: text,
  adjustments: z.optional(z.array(z.string())),
  /** salt of the hash by which the timeline vouches for this text; erased with it */
  salt: z.string(),
});
export type PersonalText = z.infer<typeof personalTextSchema>;

/** One text that a person wrote, which events and state name by its id and its salted hash. Never changed, only erased. */
export const textSchema = z.strictObject({ id: z.string(), text: z.string(), salt: z.string() });
export type Text = z.infer<typeof textSchema>;
