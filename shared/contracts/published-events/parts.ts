import * as z from 'zod/mini';
import { civilDateSchema } from '../../domain/civil-date.ts';
import { waysOfGiving } from '../../domain/giving.ts';
import { instantSchema } from '../../domain/instant.ts';
import { noticeKinds } from '../../domain/notices.ts';
import { obligationKinds } from '../../domain/obligations.ts';
import { missingDetails } from '../../domain/parties.ts';
import { ranks } from '../../domain/ranks.ts';
import { referenceSchema } from '../../domain/reference.ts';
import { hazards } from '../../domain/risks.ts';
import { staffIdSchema } from '../../domain/staff.ts';

/**
 * What published events are put together from: ids, dates, numbers and words of closed lists. Each id has a form that no
 * sentence, name or address has, so that a text which came to stand in its place is not published.
 */

export const day = civilDateSchema.check(z.describe('day'));
export const instant = instantSchema.check(z.describe('instant'));
export const reference = referenceSchema.check(z.describe('reference'));
export const staff = staffIdSchema.check(z.describe('staff id'));
export const whole = z.int().check(z.describe('whole number'));
export const flag = z.boolean().check(z.describe('true or false'));

/** Said where it is so, and left out otherwise. */
export const yes = z.optional(z.literal(true).check(z.describe('true')));
/** Absent at stage 1. */
export const atStage2 = z.optional(z.literal(2).check(z.describe('2')));

/** An id or word that a landlord's policy, or the list of Ombudsmen, is written with. */
function kebabCase(description: string) {
  return z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(100), z.describe(description));
}
export const landlord = kebabCase('landlord');
const ground = kebabCase('ground of the policy');
export const ombudsman = kebabCase('Ombudsman');

/** `point-1`, `point-2`… within the complaint. */
export function numbered(name: string) {
  return z.string().check(z.regex(new RegExp(`^${name}-${ordinal}$`)), z.describe(`\`${name}-1\`…`));
}
const ordinal = '[1-9]\\d{0,5}';
export const point = numbered('point');
export const points = z.array(point);

/** The representative, whoever leads, or another party by its number. */
export const party = z
  .string()
  .check(z.regex(new RegExp(`^(?:lead|representative|party-${ordinal})$`)), z.describe('party'));

const aboutNotice = `(?:${[...noticeKinds, 'apology'].join('|')})(?:[_-][\\w-]{1,200})?`;
export const noticeId = z.string().check(z.regex(new RegExp(`^${aboutNotice}$`)), z.describe('notice id'));
export const notice = { notice: noticeId, kind: z.enum(noticeKinds).check(z.describe('kind of notice')) };

const obligationForms = [
  ...obligationKinds.filter((kind) => kind.startsWith('stage-')),
  `resident-information(?:-${ordinal})?`,
  `(?:update|action|question|message|handover|payment|learning|request|order)-${ordinal}`,
  `(?:adjustment|restriction)-${ordinal}-review-${ordinal}`,
  `(?:contact|posting)-${aboutNotice}`,
];
export const obligationId = z
  .string()
  .check(z.regex(new RegExp(`^(?:${obligationForms.join('|')})$`)), z.describe('obligation id'));
export const obligationIds = z.array(obligationId);

/** How a date came to be stays behind: it is read from the API. */
const due = { dueOn: day, dueAt: z.optional(instant) };
export const deadline = z.strictObject(due).check(z.describe('deadline'));
export const redated = { deadline, codeDueOn: z.optional(day) };

export const obligation = z
  .strictObject({
    id: obligationId,
    kind: z.enum(obligationKinds).check(z.describe('kind of obligation')),
    ...due,
    projected: flag,
    codeDueOn: z.optional(day),
    owner: z.optional(staff),
    ownerRank: z.optional(z.enum(ranks)),
    met: z.optional(z.strictObject({ on: day, keptPolicy: flag, keptCode: flag })),
  })
  .check(z.describe('obligation'));
export const obligations = z.array(obligation);
export const maybeOwed = z.optional(obligation);

/** Staff gave it themselves: by which way, not where the proof is. */
export const alreadyGiven = z.optional(
  z.strictObject({ how: z.enum(waysOfGiving) }).check(z.describe('how it was given')),
);
const happenedAt = z.optional(instant);
export const by = { by: staff, happenedAt };
export const happened = { happenedAt: instant, backdated: yes };
export const done = { by: staff, ...happened, on: day };
export const given = { ...happened, on: day, alreadyGiven };
export const said = { by: z.optional(staff), happenedAt: instant, on: day };
export const told = { alreadyGiven };

export const missing = z.optional(z.array(z.enum(missingDetails)));
export const dangers = z.array(z.enum(hazards));

/** Why something is not taken on: the reasons themselves are texts. */
export const excludedFor = { ground, claimFiledOn: z.optional(day) };

/** What a schema says of itself, whatever it is wrapped in. */
export function describedAs(schema: z.core.$ZodType): string | undefined {
  return z.globalRegistry.get(schema)?.description;
}
