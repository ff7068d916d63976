import * as z from 'zod/mini';
import { channels } from '../channels.ts';
import { civilDateSchema } from '../civil-date.ts';
import { deadlineSchema } from '../deadline.ts';
import { instantSchema } from '../instant.ts';
import { ranks } from '../ranks.ts';
import { referenceSchema } from '../reference.ts';
import { kebabCase, staffIdSchema } from '../staff.ts';
import { enquiryKinds, enquiryStatuses } from './kinds.ts';

/** What somebody says who is given the choice to complain (Code 1.3). */
export const choices = ['complain', 'not-now', 'no-answer'] as const;

const choiceSchema = z.strictObject({ offeredOn: civilDateSchema, answer: z.enum(choices) });
export type Choice = z.infer<typeof choiceSchema>;

/** A day by which somebody looks at it again (Code 1.4). */
const reviewSchema = z.strictObject({
  ...deadlineSchema.shape,
  /** the highest rung of the ladder given for each due date */
  alerted: z.optional(z.array(z.strictObject({ dueOn: civilDateSchema, workingDays: z.int() }))),
});
export type Review = z.infer<typeof reviewSchema>;

const teamSchema = z.string().check(z.regex(kebabCase));

/** Whom a compliment was told to: a person, or a team by its leader. */
export const praisedSchema = z.union([
  z.strictObject({ person: staffIdSchema }),
  z.strictObject({ team: teamSchema }),
]);
export type Praised = z.infer<typeof praisedSchema>;

const at = instantSchema;
const by = staffIdSchema;

/** What happened to it, in order. Words that people wrote are named by the id of their text. */
const happenedSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('logged'), at, by: z.optional(by) }),
  z.strictObject({ what: z.literal('choice-offered'), at, by, ...choiceSchema.shape }),
  z.strictObject({
    what: z.literal('reviewed'),
    at,
    by,
    outcome: z.enum(['resolved', 'still-open']),
    note: z.optional(z.string()),
    nextReviewOn: z.optional(civilDateSchema),
  }),
  z.strictObject({
    what: z.literal('converted'),
    at,
    by,
    complaint: referenceSchema,
    /** from which the complaint's clocks count */
    receivedAt: at,
    filedWrongly: z.optional(z.literal(true)),
  }),
  z.strictObject({
    what: z.literal('passed-on'),
    at,
    by,
    to: praisedSchema,
    thanked: z.optional(z.literal(true)),
  }),
  z.strictObject({
    what: z.literal('reminded'),
    at,
    dueOn: civilDateSchema,
    workingDays: z.int(),
    to: z.array(z.enum(ranks)),
  }),
]);
export type Happened = z.infer<typeof happenedSchema>;

/** An enquiry as it stands. Who made it and everything that was written is kept apart, so that it can be erased. */
export const enquirySchema = z.strictObject({
  reference: referenceSchema,
  /** counts what people change from 1 on; reminders change nothing that somebody has read */
  revision: z.int(),
  landlord: z.string(),
  kind: z.enum(enquiryKinds),
  channel: z.enum(channels),
  /** the first contact */
  receivedAt: at,
  receivedOn: civilDateSchema,
  loggedAt: at,
  loggedBy: z.optional(by),
  /** nobody is known whom one could thank or ask */
  anonymous: z.optional(z.literal(true)),
  reachableByEmail: z.boolean(),
  handler: z.optional(by),
  team: z.optional(teamSchema),
  /** the service that it is about */
  area: z.optional(teamSchema),
  status: z.enum(enquiryStatuses),
  choice: z.optional(choiceSchema),
  review: z.optional(reviewSchema),
  passedTo: z.optional(z.strictObject({ to: praisedSchema, on: civilDateSchema })),
  /** staff whom a complaint that came of it is about, who may not see it either */
  staffComplainedAbout: z.optional(z.array(staffIdSchema)),
  /** what it became, be it more than once */
  complaints: z.array(referenceSchema),
  history: z.array(happenedSchema).check(z.minLength(1)),
});
export type Enquiry = z.infer<typeof enquirySchema>;

/** Every change to it, reminders too, adds one entry to its history: of two writers one wins by their number. */
export function versionOf({ history }: Pick<Enquiry, 'history'>): number {
  return history.length;
}

/** What somebody changed, with the entry that says so. */
export function changed(enquiry: Enquiry, entry: Happened, change: Partial<Enquiry>): Enquiry {
  const { revision, history } = enquiry;
  return { ...enquiry, ...change, revision: revision + 1, history: [...history, entry] };
}

/** Whether somebody chose to complain and no complaint has come of it. */
export function waitsForComplaint({ review }: Pick<Enquiry, 'review'>): boolean {
  return (
    review !== undefined &&
    'countedFrom' in review.derivation &&
    review.derivation.countedFrom === 'choice-to-complain'
  );
}
