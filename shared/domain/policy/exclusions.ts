import * as z from 'zod/mini';
import { handoversTo } from '../exclusion-parts.ts';
import { idsAreUnique, listOf, named, source, text } from './statement.ts';

/** What a policy does not take on, and what somebody hears whose complaint is refused. */

/** The grounds that the Code names as fair (2.2). Every policy has them, of its own or from the Code. */
const codeGrounds = ['too-old', 'legal-proceedings', 'already-considered'] as const;

const exclusion = z.strictObject({
  ...named,
  /** where it goes instead */
  signpost: z.optional(text),
  /** who gets it from us, where nobody is left to take it there themselves */
  handover: z.optional(z.enum(handoversTo)),
  /** turns away a whole subject, whatever the case (Code 2.5) */
  blanket: z.optional(z.literal(true)),
  source,
});

const exclusions = z.array(exclusion).check(
  z.refine(idsAreUnique, 'each id once'),
  z.refine(
    (listed) => codeGrounds.every((ground) => listed.some(({ id }) => id === ground)),
    `the Code’s own grounds among them: ${codeGrounds.join(', ')}`,
  ),
);

/** Whether the list says everything: it is open (seeds 000, 002), or each case is looked at on its merits (seed 003). */
const exclusionList = z.strictObject({ extent: z.enum(['open', 'case-by-case']), source });

/** What the text says that a refusal tells. Reasons and the Ombudsman are told whatever it says (Code 2.4). */
const refusal = z.strictObject({
  says: listOf(['reasons', 'other-procedure', 'next-steps', 'ombudsman']).check(z.minLength(1)),
  source,
});

export const exclusionRules = { exclusions, exclusionList, refusal };
