import * as z from 'zod/mini';
import { civilDateSchema } from '../civil-date.ts';
import { excludedFor } from '../exclusion-parts.ts';
import { obligationSchema } from '../obligations.ts';
import {
  capacities,
  consents,
  copiesOf,
  missingDetails,
  representativeSchema,
  standings,
  tenures,
} from '../parties.ts';
import { referenceSchema } from '../reference.ts';
import { categories, hazards, vulnerabilities } from '../risks.ts';
import { staffIdSchema } from '../staff.ts';
import { textRefSchema } from '../text.ts';
import { otherWaysSchema, phoneAgreedSchema } from '../ways.ts';
import { by, given, told } from './parts.ts';

/** What staff find out at the door. What is left out stays as it was. */
const found = {
  hazards: z.optional(z.array(z.enum(hazards))),
  vulnerabilities: z.optional(z.array(z.enum(vulnerabilities))),
  category: z.optional(z.enum(categories)),
  standing: z.optional(z.enum(standings)),
  tenure: z.optional(z.enum(tenures)),
  tenancyEndedOn: z.optional(civilDateSchema),
  issueOccurredOn: z.optional(civilDateSchema),
  becameAwareOn: z.optional(civilDateSchema),
};

/** What is still to be found out after an event; where nothing is, the task is done. */
const stillMissing = z.array(z.enum(missingDetails));

/** Who complains, about what, and what is not taken on in part. */
export const intakeEvents = [
  z.strictObject({
    type: z.literal('ComplaintTriaged'),
    ...by,
    on: civilDateSchema,
    ...found,
    /** what has to be found out of somebody who stands otherwise than it seemed */
    missing: z.optional(stillMissing),
    obligation: z.optional(obligationSchema),
    /** why what is missing cannot be had: the task ends all the same */
    unobtainable: z.optional(textRefSchema),
  }),
  z.strictObject({
    type: z.literal('ConsentRecorded'),
    ...by,
    on: civilDateSchema,
    /** as what the representative speaks, where that was written down wrongly */
    capacity: z.optional(z.enum(capacities)),
    consent: z.enum(consents),
    evidence: z.optional(textRefSchema),
    /** who speaks for the person now: who it was before, and what vouches for the parties */
    named: z.optional(
      z.strictObject({
        reachableByEmail: z.boolean(),
        otherWays: z.optional(otherWaysSchema),
        was: textRefSchema,
        personalTextHash: z.string(),
      }),
    ),
    /** about whom the person was asked, by name */
    speaker: z.optional(textRefSchema),
    missing: stillMissing,
    /** consent was there and is there no longer: what is missing is owed again */
    obligation: z.optional(obligationSchema),
  }),
  z.strictObject({
    type: z.literal('CopiesInstructed'),
    ...by,
    /** `representative`, or an other party */
    party: z.string(),
    copies: z.enum(copiesOf),
    note: z.optional(textRefSchema),
  }),
  z.strictObject({
    type: z.literal('ConflictDeclared'),
    ...by,
    /** who has an interest in it, and so does not decide it (Code 5.8) */
    person: staffIdSchema,
    /** they have an interest in it no longer */
    ended: z.optional(z.literal(true)),
    reason: textRefSchema,
  }),
  /** one of several who complain together no longer wants to: the complaint goes on for the others */
  z.strictObject({
    type: z.literal('PartyLeft'),
    ...by,
    on: civilDateSchema,
    /** `lead`, or an other party */
    party: z.string(),
    /** who leads instead, where the lead left */
    lead: z.optional(z.string()),
    /** of a change of lead: who it was, and what vouches for the parties now */
    was: z.optional(textRefSchema),
    personalTextHash: z.optional(z.string()),
    reachableByEmail: z.optional(z.boolean()),
    otherWays: z.optional(otherWaysSchema),
    phoneAgreed: phoneAgreedSchema,
    /** id of the record of whoever leads now */
    resident: z.optional(z.string()),
    missing: z.optional(stillMissing),
    /** of whoever leads now something has to be found out */
    obligation: z.optional(obligationSchema),
    reason: z.optional(textRefSchema),
  }),
  z.strictObject({
    type: z.literal('PointsExcluded'),
    ...by,
    ...given,
    points: z.array(z.string()),
    ...excludedFor,
  }),
  z.strictObject({
    type: z.literal('PointsAccepted'),
    ...by,
    ...told,
    on: civilDateSchema,
    points: z.array(z.string()),
    /** id of the Ombudsman who says so, if one does */
    ombudsman: z.optional(z.string()),
    reason: textRefSchema,
  }),
  /** of the complaint that goes on: another one is part of it now, with every word of it; an earlier receipt is corrected with it */
  z.strictObject({
    type: z.literal('ComplaintMerged'),
    ...by,
    on: civilDateSchema,
    merged: referenceSchema,
    /** the words of the other, as they were written */
    texts: z.array(textRefSchema),
    reason: textRefSchema,
    /** whoever made the other and complains with this one’s from now on */
    joined: z.array(
      z.strictObject({
        party: z.string(),
        reachableByEmail: z.boolean(),
        otherWays: z.optional(otherWaysSchema),
      }),
    ),
    /** whoever made both and said more with the other, `lead` or an other party: whether mail reaches them now */
    met: z.optional(
      z.array(
        z.strictObject({
          party: z.string(),
          reachableByEmail: z.boolean(),
          otherWays: z.optional(otherWaysSchema),
          /** of whoever leads */
          phoneAgreed: phoneAgreedSchema,
        }),
      ),
    ),
    /** the other’s record of the one who led both says that mail is unsafe */
    unsafeToMail: z.optional(z.literal(true)),
    /** who spoke for the other, where nobody spoke for this one */
    representative: z.optional(representativeSchema),
    missing: z.optional(stillMissing),
    obligation: z.optional(obligationSchema),
    /** what was known of the other */
    hazards: z.array(z.enum(hazards)),
    vulnerabilities: z.array(z.enum(vulnerabilities)),
    staffComplainedAbout: z.array(staffIdSchema),
    conflicts: z.array(staffIdSchema),
    personalTextHash: z.optional(z.string()),
  }),
  /** of the complaint that ends there */
  z.strictObject({
    type: z.literal('MergedInto'),
    ...by,
    ...told,
    on: civilDateSchema,
    into: referenceSchema,
    reason: textRefSchema,
  }),
  z.strictObject({
    type: z.literal('ComplaintsLinked'),
    ...by,
    on: civilDateSchema,
    related: referenceSchema,
    because: textRefSchema,
  }),
  z.strictObject({
    type: z.literal('SafeContactSet'),
    ...by,
    /** `representative`, or an other party; whoever leads, where it is left out */
    party: z.optional(z.string()),
    /** whether their record says that automatic mail is safe */
    mayBeMailed: z.boolean(),
  }),
] as const;
