import * as z from 'zod/mini';
import { civilDateSchema } from './civil-date.ts';
import { textRefSchema } from './text.ts';
import { otherWaysSchema } from './ways.ts';

/** Whose complaint it is. Nobody is told anything of an anonymous one; it is looked into all the same (seed 000). */
export const makers = ['individual', 'joint', 'group', 'anonymous'] as const;
export type Maker = (typeof makers)[number];

/** What the person is to the landlord, on which windows and the way to the Ombudsman depend. */
export const standings = [
  'resident',
  'former-tenant',
  'applicant',
  /** of somebody who has died */
  'executor',
  /** affected and no resident: with no automatic right to the Ombudsman (seed 003) */
  'member-of-the-public',
] as const;
export type Standing = (typeof standings)[number];

export const tenures = [
  'social-rent',
  'affordable-rent',
  'shared-ownership',
  'leasehold',
  'licence',
  'other',
] as const;

/** As what somebody speaks for the person (Code 3.6; seed 003, 2.7). */
export const capacities = ['family-or-friend', 'advocate', 'solicitor', 'mp', 'councillor', 'other'] as const;

/** Whether the person agrees that somebody speaks for them and hears of it. */
export const consents = ['not-asked', 'asked', 'given', 'refused', 'withdrawn'] as const;
export type Consent = (typeof consents)[number];

/** Of which of our letters to the resident others get a copy. */
export const copiesOf = ['none', 'answers', 'letters'] as const;
export type CopiesOf = (typeof copiesOf)[number];

export const representativeSchema = z.strictObject({
  capacity: z.enum(capacities),
  consent: z.enum(consents),
  /** an address was given that copies may be mailed to */
  reachableByEmail: z.boolean(),
  /** how else, where an address or a number was given */
  otherWays: z.optional(otherWaysSchema),
  copies: z.enum(copiesOf),
  /** where the consent, or its refusal, is on record */
  evidence: z.optional(textRefSchema),
});
export type Representative = z.infer<typeof representativeSchema>;

/** Somebody who speaks for the person from now on, of whom the person has said nothing yet. */
export function newcomer({
  reachableByEmail,
  otherWays,
}: Pick<Representative, 'reachableByEmail' | 'otherWays'>): Representative {
  const reach = { reachableByEmail, ...(otherWays && { otherWays }) };
  return { capacity: 'other', consent: 'not-asked', ...reach, copies: 'none' };
}

/** By name, with the one who leads; more than ten people complain as a group. */
export const mostOthers = 9;

/** Somebody who complains together with the one who leads: `party-2`, `party-3`… Who they are is kept apart. */
export const otherPartySchema = z.strictObject({
  party: z.string(),
  reachableByEmail: z.boolean(),
  /** how else, where an address or a number was given */
  otherWays: z.optional(otherWaysSchema),
  copies: z.enum(copiesOf),
  /** the day on which they no longer wanted to be part of it */
  left: z.optional(civilDateSchema),
});
export type OtherParty = z.infer<typeof otherPartySchema>;

/** The number of whoever joins these; one that somebody had is never given again, whoever left. */
export function nextParty(parties: readonly Pick<OtherParty, 'party'>[]): number {
  return Math.max(1, ...parties.map(({ party }) => Number(party.slice('party-'.length)))) + 1;
}

/** What is not known yet and has to be found out: a task, never a reason to turn anybody away (Code 3.2). */
export const missingDetails = ['complainant', 'way-to-reach', 'consent'] as const;
export type Missing = (typeof missingDetails)[number];
