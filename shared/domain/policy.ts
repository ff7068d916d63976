import * as z from 'zod/mini';
import { nations } from './calendar.ts';
import { type CivilDate, isCivilDate } from './civil-date.ts';
import { startDays } from './limit.ts';
import {
  compensation,
  contractors,
  inside,
  ombudsmanOrders,
  remedies,
  restrictions,
  supporters,
} from './policy/arrangements.ts';
import { contactRules } from './policy/contact.ts';
import { exclusionRules } from './policy/exclusions.ts';
import { reportingRules } from './policy/reporting.ts';
import { scope } from './policy/scope.ts';
import { stage1, stage2 } from './policy/stages.ts';
import { text } from './policy/statement.ts';
import { ranks } from './ranks.ts';

const civilDateSchema = z.string().check(z.refine(isCivilDate, 'a date of the form YYYY-MM-DD that exists'));
const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of the form HH:mm'));

const rung = z.strictObject({
  /** working days from the due date, negative before it */
  workingDays: z.int(),
  to: z.array(z.enum(ranks)).check(
    z.minLength(1),
    z.refine((to) => new Set(to).size === to.length, 'each rank once'),
  ),
  /** the last rung may come again after so many working days for as long as the obligation is open */
  repeatsEvery: z.optional(z.int().check(z.gte(1))),
});

const ladder = z.strictObject({
  /** time of day in London */
  at: timeOfDay,
  rungs: z.array(rung).check(
    z.minLength(1),
    z.refine(
      (rungs) =>
        rungs.every((each, index) => index === 0 || each.workingDays > (rungs[index - 1]?.workingDays ?? 0)),
      'rungs in order of their working days',
    ),
    z.refine(
      (rungs) => rungs.slice(0, -1).every((each) => each.repeatsEvery === undefined),
      'repeatsEvery on the last rung only',
    ),
  ),
});

const policyVersionShape = z.strictObject({
  effectiveFrom: civilDateSchema,
  /** the published text that this version paraphrases */
  source: text,
  /** a text of its own, or the Code as it stands: then what is from the Code is not missing from the text */
  publishes: z.enum(['own-text', 'the-code']),
  name: text,
  contact: z.strictObject({ email: z.email(), phone: text, address: text, website: text }),
  nations: z.array(z.enum(nations)).check(z.minLength(1)),
  /** what the day is to a count on which its clock starts; the Code names no convention */
  startDay: z.enum(startDays),
  /** with `roll-forward`: what comes in from this time on counts as received on the next working day */
  closesAt: z.optional(timeOfDay),
  /** the landlord's own days off, which it leaves out of its counts too; the Code does not invite that */
  closures: z.optional(z.array(z.strictObject({ on: civilDateSchema, name: text }))),
  ...scope,
  ...exclusionRules,
  ...contactRules,
  contractors,
  stage1,
  stage2,
  inside,
  remedies,
  compensation,
  restrictions,
  ombudsmanOrders,
  /** a group of residents who support those that complain */
  supporters: z.optional(supporters),
  ...reportingRules,
  ladder,
  /** the resident's apology for a missed date, unless a proof has come in by then */
  missedDateApology: z.strictObject({ workingDaysAfterDue: z.int().check(z.gte(1)), at: timeOfDay }),
  recipients: z.record(z.enum(ranks), z.email()),
  /** ids of ombudsmen.json */
  ombudsmen: z.array(text).check(z.minLength(1)),
});

const policyVersion = policyVersionShape.check(
  z.refine(
    ({ startDay, closesAt }) => closesAt === undefined || startDay === 'roll-forward',
    'closesAt with the start day roll-forward only',
  ),
  // What the landlord itself says a complaint can be about turns nobody away (seed 000).
  z.refine(({ exclusions, inScope }) => {
    const listed = inScope.grounds.map(({ id }) => id);
    return !exclusions.some(({ id }) => listed.includes(id));
  }, 'no exclusion of what inScope lists'),
  z.refine(
    ({ complainants: { formerTenants }, exclusions }) =>
      exclusions.some(({ id }) => id === 'former-tenant') === (formerTenants !== undefined),
    'the exclusion former-tenant with a limit for former tenants only',
  ),
);

/** A landlord's rules as data: versions in order, each in force from its own day on. */
export const policySchema = z.strictObject({
  landlord: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a kebab-case id')),
  versions: z.array(policyVersion).check(
    z.minLength(1),
    z.refine(
      (versions) =>
        versions.every(
          (each, index) => index === 0 || each.effectiveFrom > (versions[index - 1]?.effectiveFrom ?? ''),
        ),
      'versions in order of effectiveFrom',
    ),
  ),
});

export type Policy = z.infer<typeof policySchema>;

/** One version of one landlord's policy, which a complaint keeps for each clock that started under it. */
export type PolicyVersion = z.infer<typeof policyVersion> & { landlord: string };

/**
 * The version in force on a day. Before the first version the first one stands: a complaint about the past is still
 * handled by a written policy.
 */
export function policyInForce(policy: Policy, on: CivilDate): PolicyVersion {
  const version = policy.versions.findLast((each) => each.effectiveFrom <= on) ?? policy.versions[0];
  if (!version) throw new Error(`the policy of ${policy.landlord} has no version`);
  return { ...version, landlord: policy.landlord };
}

/** @throws Error where the policy has no version that took effect on that day */
export function policyVersionOf(policy: Policy, effectiveFrom: string): PolicyVersion {
  const version = policy.versions.find((each) => each.effectiveFrom === effectiveFrom);
  if (!version) throw new Error(`the policy of ${policy.landlord} has no version of ${effectiveFrom}`);
  return { ...version, landlord: policy.landlord };
}
