import * as z from 'zod/mini';
import { type CivilDate, civilDateSchema } from './civil-date.ts';
import { deadlineSchema } from './deadline.ts';
import { ranks } from './ranks.ts';
import { staffIdSchema } from './staff.ts';

/** What a landlord can owe by a date. */
export const obligationKinds = [
  'stage-1-acknowledgement',
  'stage-1-response',
  'stage-2-acknowledgement',
  'stage-2-response',
  'update',
  'action',
  'contact',
  /** a letter that somebody must post */
  'posting',
  'contribution',
  'message-triage',
  'handover',
  'payment',
  'learning',
  'adjustment-review',
  'restriction-review',
  /** what has to be found out of who complains, and how to reach them */
  'resident-information',
  'ombudsman-request',
  'ombudsman-order',
] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/** Why something is owed no longer, although it was not met. */
const ends = [
  'withdrawn',
  'closed',
  'excluded',
  'answered',
  /** the request for stage 2 was refused */
  'refused',
  /** stage 2 answers what stage 1 had not */
  'escalated',
  'replaced',
  /** another complaint promises it */
  'merged',
  /** it was promised to somebody who is no longer part of it */
  'left',
  /** what was thought lost has arrived */
  'arrived',
] as const;

/** A dated promise with the derivation of its date. It is open until it is met or ends for another reason. */
export const obligationSchema = z.strictObject({
  /** unique within its complaint; the stage kinds occur once each, so their kind is their id */
  id: z.string(),
  kind: z.enum(obligationKinds),
  ...deadlineSchema.shape,
  /** the clock has not started yet: counted from the last day on which it may start */
  projected: z.boolean(),
  /** the last day by the Code itself, where that is another one than ours */
  codeDueOn: z.optional(civilDateSchema),
  /** who owes it; without, whoever handles the complaint */
  owner: z.optional(staffIdSchema),
  /** the rank that answers for it, where that is not the handler */
  ownerRank: z.optional(z.enum(ranks)),
  /** earlier due dates that passed unkept, for which a later date came too late */
  missed: z.optional(z.array(civilDateSchema)),
  met: z.optional(
    z.strictObject({
      on: civilDateSchema,
      backdated: z.optional(z.literal(true)),
      /** whether that was in time by our policy, and by the Code: the two can differ */
      keptPolicy: z.boolean(),
      keptCode: z.boolean(),
    }),
  ),
  ended: z.optional(z.enum(ends)),
  /** of a contact or a letter: whom it is for, where that is not the resident */
  whom: z.optional(z.enum(['copied', 'contractor'])),
  /** of a letter or a call: the notice that is given by it, and what the notice is owed for */
  gives: z.optional(
    z.strictObject({
      notice: z.string(),
      kind: z.string(),
      reason: z.optional(z.strictObject({ obligation: z.string(), dueOn: civilDateSchema })),
    }),
  ),
  /** of a letter or a call: what it tells in time or not, by the day on which it is given */
  proves: z.optional(z.array(z.string())),
  /** the highest rung given for each due date it had: a moved date is reminded afresh, one that returns is not */
  alerted: z.optional(
    z.array(
      z.strictObject({
        dueOn: civilDateSchema,
        workingDays: z.int(),
        /** the highest that each rank was spoken to at */
        heard: z.partialRecord(z.enum(ranks), z.int()),
      }),
    ),
  ),
  /** the due dates for whose missing the resident has been told sorry */
  apologisedFor: z.optional(z.array(civilDateSchema)),
});
export type Obligation = z.infer<typeof obligationSchema>;

export function isOpen({ met, ended }: Pick<Obligation, 'met' | 'ended'>): boolean {
  return met === undefined && ended === undefined;
}

/** More actions and questions, or more unread messages, would not fit into one transaction of the clock's. */
export const mostOpenTasks = 12;
export const mostUnreadMessages = 6;

/** The dates of these kinds were told to the resident, who is told where one changes. */
export function isToldToResident({ kind }: Pick<Obligation, 'kind'>): boolean {
  return kind.startsWith('stage-') || kind === 'update';
}

/**
 * Whether something done on a day was in time: by our policy, where no earlier date had passed unkept, and by the Code,
 * whose own date may be another.
 */
export function judgeKept(
  { dueOn, missed, codeDueOn }: Pick<Obligation, 'dueOn' | 'missed' | 'codeDueOn'>,
  on: CivilDate,
): { keptPolicy: boolean; keptCode: boolean } {
  const keptPolicy = on <= dueOn && !missed?.length;
  return { keptPolicy, keptCode: codeDueOn ? on <= codeDueOn : keptPolicy };
}
