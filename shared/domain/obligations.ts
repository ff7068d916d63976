import * as z from 'zod/mini';
import type { Calendar } from './calendar.ts';
import { type CivilDate, civilDateSchema } from './civil-date.ts';
import { type Deadline, deadlineSchema, deriveDeadline, type Start } from './deadline.ts';
import { type Instant, londonDateOf } from './london-time.ts';
import type { PolicyVersion } from './policy.ts';
import { staffIdSchema } from './staff.ts';

/** What a landlord can owe by a date. */
export const obligationKinds = [
  'stage-1-acknowledgement',
  'stage-1-response',
  'update',
  'action',
  'contact',
  'contribution',
  'message-triage',
] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/** A dated promise with the derivation of its date. It is open until it is met or ends for another reason. */
export const obligationSchema = z.strictObject({
  /** unique within its complaint; the stage kinds occur once each, so their kind is their id */
  id: z.string(),
  kind: z.enum(obligationKinds),
  ...deadlineSchema.shape,
  /** the clock has not started yet: counted from the last day on which it may start */
  projected: z.boolean(),
  /** the Code's own date, where ours is stricter: counted from a late acknowledgement (6.3) */
  literalDueOn: z.optional(civilDateSchema),
  /** who owes it; without, whoever handles the complaint */
  owner: z.optional(staffIdSchema),
  /** earlier due dates that passed unkept, for which a later date came too late */
  missed: z.optional(z.array(civilDateSchema)),
  met: z.optional(z.strictObject({ on: civilDateSchema, backdated: z.optional(z.literal(true)) })),
  /** owed no longer, although it was not met */
  ended: z.optional(z.enum(['withdrawn', 'closed', 'answered'])),
  /** the highest rung given for each due date it had: a moved date is reminded afresh, one that returns is not */
  alerted: z.optional(z.array(z.strictObject({ dueOn: civilDateSchema, workingDays: z.int() }))),
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
  return kind === 'stage-1-acknowledgement' || kind === 'stage-1-response' || kind === 'update';
}

/** The event from which the acknowledgement is counted. */
export interface Stage1Start extends Start {
  countedFrom: 'receipt' | 'reopening';
}

/** A resident who withdrew and comes back starts the clocks anew, so that the receipt is their start no longer. */
export function stage1StartOf(obligations: readonly Obligation[], receivedAt: Instant): Stage1Start {
  const derivation = obligations.find(({ kind }) => kind === 'stage-1-acknowledgement')?.derivation;
  if (derivation && 'countedFrom' in derivation && derivation.countedFrom === 'reopening')
    return { countedFrom: 'reopening', on: derivation.startOn };
  return { countedFrom: 'receipt', on: londonDateOf(receivedAt), at: receivedAt };
}

/**
 * The dates of stage 1. Where the policy counts the answer from the acknowledgement it is projected from the last
 * permitted acknowledgement day: an earlier acknowledgement brings it forward, a late one never pushes it back, although
 * the Code's own date is then later (6.3).
 *
 * @param received the day of receipt, or of the reopening that took its place
 * @param acknowledgedOn undefined while the complaint is not acknowledged
 */
export function deriveStage1(
  received: Stage1Start,
  acknowledgedOn: CivilDate | undefined,
  policy: PolicyVersion,
  calendar: Calendar,
): { acknowledgement: Deadline; response: Deadline & { projected: boolean; literalDueOn?: CivilDate } } {
  const { acknowledgement: limit, response } = policy.stage1;
  const acknowledgement = deriveDeadline(received, limit, policy, calendar);
  if (response.countedFrom === 'receipt') {
    const fromReceipt = deriveDeadline(received, response, policy, calendar);
    return { acknowledgement, response: { ...fromReceipt, projected: false } };
  }
  const fromLastDay = () => {
    const lastDay = { countedFrom: 'last-acknowledgement-day', on: acknowledgement.dueOn } as const;
    return deriveDeadline(lastDay, response, policy, calendar);
  };
  if (acknowledgedOn === undefined)
    return { acknowledgement, response: { ...fromLastDay(), projected: true } };
  const acknowledged = { countedFrom: 'acknowledgement', on: acknowledgedOn } as const;
  const counted = deriveDeadline(acknowledged, response, policy, calendar);
  if (acknowledgedOn <= acknowledgement.dueOn)
    return { acknowledgement, response: { ...counted, projected: false } };
  return {
    acknowledgement,
    response: { ...fromLastDay(), projected: false, literalDueOn: counted.dueOn },
  };
}

/** What a landlord owes from the day on which it received a complaint: to acknowledge it, and to answer it. */
export function oweOnReceipt(receivedAt: Instant, policy: PolicyVersion, calendar: Calendar): Obligation[] {
  const received = { countedFrom: 'receipt', on: londonDateOf(receivedAt), at: receivedAt } as const;
  const { acknowledgement, response } = deriveStage1(received, undefined, policy, calendar);
  return [
    { id: 'stage-1-acknowledgement', kind: 'stage-1-acknowledgement', projected: false, ...acknowledgement },
    { id: 'stage-1-response', kind: 'stage-1-response', ...response },
  ];
}
