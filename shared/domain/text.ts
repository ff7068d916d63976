import * as z from 'zod/mini';

/**
 * A text that a person wrote, named in place of being repeated: the text is kept apart so that it can be erased, and the
 * salted hash vouches for it as long as it is there.
 */
export const textRefSchema = z.strictObject({ id: z.string(), hash: z.string() });
export type TextRef = z.infer<typeof textRefSchema>;
