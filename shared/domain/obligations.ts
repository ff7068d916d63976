import * as z from 'zod/mini';
import type { Calendar } from './calendar.ts';
import type { CivilDate } from './civil-date.ts';
import { civilDateSchema, derivationSchema, deriveDeadline } from './deadline.ts';
import type { PolicyVersion } from './policy.ts';

/** What a landlord can owe by a date. */
export const obligationKinds = ['stage-1-acknowledgement', 'stage-1-response'] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/** A dated promise with the derivation of its date. */
export const obligationSchema = z.strictObject({
  /** unique within its complaint; the stage kinds occur once each, so their kind is their id */
  id: z.string(),
  kind: z.enum(obligationKinds),
  dueOn: civilDateSchema,
  derivation: derivationSchema,
  /** the clock has not started yet: counted from the last day on which it may start */
  projected: z.boolean(),
  /** the highest rung given, and for which due date: a moved date is reminded afresh */
  alerted: z.optional(z.strictObject({ dueOn: civilDateSchema, workingDays: z.int() })),
  /** the due date for whose missing the resident has been told sorry */
  apologisedFor: z.optional(civilDateSchema),
});
export type Obligation = z.infer<typeof obligationSchema>;

/**
 * What a landlord owes from the day on which it received a complaint: to acknowledge it, and to answer it. Where the
 * policy counts the answer from the acknowledgement it is projected from the last permitted acknowledgement day: an
 * earlier acknowledgement brings it forward, a late one never pushes it back.
 */
export function oweOnReceipt(receivedOn: CivilDate, policy: PolicyVersion, calendar: Calendar): Obligation[] {
  const { acknowledgement, response } = policy.stage1;
  const received = { countedFrom: 'receipt', on: receivedOn } as const;
  const acknowledge = deriveDeadline(received, acknowledgement, policy, calendar);
  const projected = response.countedFrom === 'acknowledgement';
  const lastDay = { countedFrom: 'last-acknowledgement-day', on: acknowledge.dueOn } as const;
  const respond = deriveDeadline(projected ? lastDay : received, response, policy, calendar);
  return [
    { id: 'stage-1-acknowledgement', kind: 'stage-1-acknowledgement', projected: false, ...acknowledge },
    { id: 'stage-1-response', kind: 'stage-1-response', projected, ...respond },
  ];
}
