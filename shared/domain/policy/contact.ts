import * as z from 'zod/mini';
import { listOf, source, text } from './statement.ts';

/** How residents reach the landlord, who may speak for them, what they get in writing, and the way to the Ombudsman. */

const ways = ['web-form', 'phone', 'email', 'letter', 'in-person', 'social-media', 'contact-centre'] as const;

/** The Code asks for any way and any member of staff (3.1, 3.2). */
const channels = z.strictObject({
  ways: listOf(ways).check(z.minLength(1)),
  /** what is said in public is answered to the resident alone (seed 004) */
  socialMedia: z.optional(z.literal('answered-privately')),
  source,
});

/** Help to complain (Code 3.1, 5.10). */
const help = z.strictObject({ offers: z.array(text).check(z.minLength(1)), source });

/** Whoever complains for somebody else (Code 3.6). */
const representatives = z.strictObject({
  wording: text,
  permission: z.enum(['checked', 'unstated']),
  /** an answer goes to the resident; the representative gets a copy, unless the resident says otherwise (seed 004) */
  copyOfAnswer: z.enum(['unless-told-otherwise', 'unstated']),
  source,
});

/** What is put in writing (Code 6.9, 6.19). */
const answers = z.strictObject({ inWriting: z.enum(['always', 'if-not-upheld']), source });

/** When a resident may turn to the Ombudsman by this text (Code 3.7): a right that nobody can put off. */
const ombudsmanAccess = z.strictObject({
  from: z.enum(['any-time', 'after-both-stages']),
  /** advice is to be had at any time, whatever is said of an investigation */
  advice: z.enum(['any-time', 'unstated']),
  /** which way there the landlord recommends */
  prefers: z.optional(text),
  source,
});

/** What people say that is no complaint, and what becomes of it. */
const compliments = z.strictObject({
  ways: listOf(ways),
  /** what is done with one, in order */
  handling: z.array(text).check(z.minLength(1)),
  /** how often they are counted and published with the complaints */
  publishedEvery: z.optional(z.literal('quarter')),
  source,
});

export const contactRules = {
  channels,
  help,
  representatives,
  answers,
  ombudsmanAccess,
  /** left out where the landlord says nothing of them */
  compliments: z.optional(compliments),
};
