import * as z from 'zod/mini';
import { channels } from '../channels.ts';
import { civilDateSchema } from '../civil-date.ts';
import { instantSchema } from '../instant.ts';
import { obligationSchema } from '../obligations.ts';
import {
  makers,
  missingDetails,
  otherPartySchema,
  representativeSchema,
  standings,
  tenures,
} from '../parties.ts';
import { referenceSchema } from '../reference.ts';
import { categories, hazards, vulnerabilities } from '../risks.ts';
import { staffIdSchema } from '../staff.ts';
import { otherWaysSchema, phoneAgreedSchema } from '../ways.ts';

/** What is known from its receipt on, and stays as it is unless somebody finds out more. */
export const knownFromReceipt = {
  channel: z.enum(channels),
  /** when dissatisfaction was first expressed to anybody who works for the landlord: the legal clock */
  receivedAt: instantSchema,
  receivedOn: civilDateSchema,
  /** when it was recorded here, which may be long after */
  loggedAt: instantSchema,
  /** who logged it, where it was not the resident */
  loggedBy: z.optional(staffIdSchema),
  issueOccurredOn: z.optional(civilDateSchema),
  becameAwareOn: z.optional(civilDateSchema),
  /** the complaint in which it was raised, where it came up midway (Code 6.8) */
  raisedIn: z.optional(referenceSchema),
  madeBy: z.enum(makers),
  standing: z.optional(z.enum(standings)),
  tenure: z.optional(z.enum(tenures)),
  tenancyEndedOn: z.optional(civilDateSchema),
  category: z.optional(z.enum(categories)),
  /** the day on which they were given the choice to complain and took it (Code 1.3) */
  chosenOn: z.optional(civilDateSchema),
  /** what it grew out of: a service request goes on, and its first contact is kept (Code 1.5) */
  enquiry: z.optional(z.strictObject({ reference: referenceSchema, firstContactOn: civilDateSchema })),
  /** ids of the records of the person and of the property */
  resident: z.optional(z.string()),
  property: z.optional(z.string()),
  /** the resident’s record says that automatic mail is not safe */
  unsafeToMail: z.optional(z.literal(true)),
  /** brought over from records kept before: what had passed by then is staff’s to tell */
  imported: z.optional(z.literal(true)),
};

/** What is known of a complaint when it begins. */
export const complaintReceivedSchema = z.strictObject({
  type: z.literal('ComplaintReceived'),
  reference: referenceSchema,
  landlord: z.string(),
  policyEffectiveFrom: civilDateSchema,
  ...knownFromReceipt,
  /** whether the resident gave an address that mail may be sent to */
  reachableByEmail: z.boolean(),
  /** how else they may be reached, the way they asked for first; none where it is left out */
  otherWays: z.optional(otherWaysSchema),
  phoneAgreed: phoneAgreedSchema,
  /** staff whom it is about, who may not see it */
  staffComplainedAbout: z.array(staffIdSchema),
  /** who has an interest in it, where that is known from the complaint in which it was raised (Code 5.8) */
  conflicts: z.optional(z.array(staffIdSchema)),
  /** whoever complains with the one who leads */
  others: z.optional(z.array(otherPartySchema)),
  representative: z.optional(representativeSchema),
  hazards: z.optional(z.array(z.enum(hazards))),
  vulnerabilities: z.optional(z.array(z.enum(vulnerabilities))),
  /** what has to be found out */
  missing: z.optional(z.array(z.enum(missingDetails))),
  /** salted hash of the personal text, which is kept apart */
  personalTextHash: z.string(),
  obligations: z.array(obligationSchema),
});
