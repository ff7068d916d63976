import * as z from 'zod/mini';
import { limitSources } from '../limit.ts';

/** What every statement of a policy is made of. */

export const text = z.string().check(z.minLength(1));

/** Of a statement, as of a limit: the landlord's own text, the Code where that text is silent, or practice. */
export const source = z.enum(limitSources);

/** Values that a statement names, each once. */
export function listOf<const Values extends readonly string[]>(values: Values) {
  return z
    .array(z.enum(values))
    .check(z.refine((listed) => new Set(listed).size === listed.length, 'each value once'));
}

/** Something named by an id that stays, in the landlord's words as we paraphrase them. */
export const named = {
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a kebab-case id')),
  wording: text,
  /** what takes it back out */
  unless: z.optional(text),
};

export function idsAreUnique(listed: readonly { id: string }[]): boolean {
  return new Set(listed.map(({ id }) => id)).size === listed.length;
}
