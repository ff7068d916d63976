import * as z from 'zod/mini';
import { civilDateSchema } from './civil-date.ts';
import { textRefSchema } from './text.ts';

/** What is on record of a decision not to take something on (Code 2.1, 2.3, 2.4). */
export const excludedFor = {
  /** id of an exclusion of the policy */
  ground: z.string(),
  reasons: textRefSchema,
  /** what shows that the ground holds */
  evidence: textRefSchema,
  /** that it was considered to look at it all the same, and why not */
  discretion: textRefSchema,
  /** of legal proceedings: the day on which the claim was filed at court */
  claimFiledOn: z.optional(civilDateSchema),
  /** what the Code forbids, and a senior lead decided all the same */
  departs: z.optional(
    z.strictObject({
      clause: z.string(),
      /** of its age: the last day by the Code */
      codeLastDay: z.optional(civilDateSchema),
    }),
  ),
};

/** Who deals with what we do not, where we pass it on ourselves. */
export const handoversTo = ['insurer', 'safeguarding', 'tribunal', 'data-protection'] as const;
export type HandoverTo = (typeof handoversTo)[number];

/** What has to be on record before anybody can tell how old a complaint was when it came. */
export const lackingForAge = ['issueOccurredOn', 'becameAwareOn', 'standing', 'tenancyEndedOn'] as const;
export type LackingForAge = (typeof lackingForAge)[number];
