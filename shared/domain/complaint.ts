import * as z from 'zod/mini';
import { civilDateSchema } from './deadline.ts';
import type { Instant } from './london-time.ts';
import { type Obligation, obligationSchema } from './obligations.ts';
import { ranks } from './policy.ts';
import { isReference, type Reference } from './reference.ts';

const channels = ['web-form'] as const;

export const referenceSchema = z.custom<Reference>(
  (value) => typeof value === 'string' && isReference(value),
);
export const instantSchema = z.custom<Instant>(
  (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
);

/** Why a notice to the resident did not reach them. */
const failures = ['bounced', 'reported-as-spam', 'rejected', 'refused-by-ses'] as const;
export type Failure = (typeof failures)[number];

const aboutNotice = { notice: z.string(), kind: z.string() };

/**
 * What can have happened to a complaint. Events hold no personal text, so that the text can be erased while they stay.
 */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ComplaintReceived'),
    reference: referenceSchema,
    landlord: z.string(),
    policyEffectiveFrom: civilDateSchema,
    channel: z.enum(channels),
    receivedAt: instantSchema,
    receivedOn: civilDateSchema,
    issueOccurredOn: z.optional(civilDateSchema),
    becameAwareOn: z.optional(civilDateSchema),
    /** whether the resident gave an address that mail may be sent to */
    reachableByEmail: z.boolean(),
    /** salted hash of the personal text, which is kept apart */
    personalTextHash: z.string(),
    obligations: z.array(obligationSchema),
  }),
  z.strictObject({
    type: z.literal('AlertGiven'),
    obligation: z.string(),
    dueOn: civilDateSchema,
    /** the rung: working days from the due date */
    workingDays: z.int(),
    /** rungs that passed unspoken during an outage, and that this alert stands for */
    skipped: z.array(z.int()),
    to: z.array(z.enum(ranks)),
  }),
  z.strictObject({
    type: z.literal('MissedDateApologised'),
    obligation: z.string(),
    dueOn: civilDateSchema,
  }),
  z.strictObject({ type: z.literal('NoticeAccepted'), ...aboutNotice }),
  z.strictObject({ type: z.literal('NoticeDelivered'), ...aboutNotice }),
  z.strictObject({ type: z.literal('NoticeNotDelivered'), ...aboutNotice, why: z.enum(failures) }),
]);
export type ComplaintEvent = z.infer<typeof eventSchema>;
export type EventOf<Type extends ComplaintEvent['type']> = Extract<ComplaintEvent, { type: Type }>;

/** A complaint as its events leave it. */
export const complaintSchema = z.strictObject({
  reference: referenceSchema,
  landlord: z.string(),
  /** which version of the landlord's policy the stage 1 clocks run under */
  policyEffectiveFrom: civilDateSchema,
  channel: z.enum(channels),
  receivedAt: instantSchema,
  receivedOn: civilDateSchema,
  stage: z.literal(1),
  status: z.literal('open'),
  reachableByEmail: z.boolean(),
  /** the last notice to the resident did not arrive */
  residentUnreached: z.boolean(),
  obligations: z.array(obligationSchema),
});
export type Complaint = z.infer<typeof complaintSchema>;

/**
 * Folds one event into the state it happened to.
 *
 * @throws Error where the event cannot have happened to that state: a fault, not a refusal
 */
export function evolve(state: Complaint | undefined, event: ComplaintEvent): Complaint {
  if (event.type === 'ComplaintReceived') {
    if (state) throw new Error(`complaint ${state.reference} cannot be received twice`);
    const { type: _, personalTextHash: __, issueOccurredOn: ___, becameAwareOn: ____, ...received } = event;
    return { ...received, stage: 1, status: 'open', residentUnreached: false };
  }
  if (!state) throw new Error(`${event.type} cannot happen before ComplaintReceived`);
  switch (event.type) {
    case 'AlertGiven': {
      const { dueOn, workingDays } = event;
      return withObligation(state, event.obligation, { alerted: { dueOn, workingDays } });
    }
    case 'MissedDateApologised':
      return withObligation(state, event.obligation, { apologisedFor: event.dueOn });
    case 'NoticeAccepted':
      return state;
    case 'NoticeDelivered':
      return { ...state, residentUnreached: false };
    case 'NoticeNotDelivered':
      return { ...state, residentUnreached: true };
  }
}

function withObligation(state: Complaint, id: string, change: Partial<Obligation>): Complaint {
  if (!state.obligations.some((each) => each.id === id)) {
    throw new Error(`complaint ${state.reference} has no obligation ${id}`);
  }
  const obligations = state.obligations.map((each) => (each.id === id ? { ...each, ...change } : each));
  return { ...state, obligations };
}
