import * as z from 'zod/mini';
import { personalTextSchema } from './personal-text.ts';

/** Who made an enquiry and what they wrote; stored apart, so that it can be erased. */
export const enquiryTextSchema = z.strictObject({
  enquirer: personalTextSchema.shape.complainant,
  description: z.string(),
  /** whom a compliment is about, in words */
  about: z.optional(z.string()),
});
export type EnquiryText = z.infer<typeof enquiryTextSchema>;
