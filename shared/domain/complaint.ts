import * as z from 'zod/mini';
import { actionSchema } from './actions.ts';
import { civilDateSchema } from './civil-date.ts';

import { channels, messageOutcomes } from './events.ts';
import { extensionSchema } from './extension.ts';
import { instantSchema } from './instant.ts';
import { isOpen, type Obligation, type ObligationKind, obligationSchema } from './obligations.ts';
import { answeredPointSchema } from './points.ts';
import { referenceSchema } from './reference.ts';
import { type StaffId, staffIdSchema } from './staff.ts';
import { statuses } from './statuses.ts';
import { textRefSchema } from './text.ts';

const questionSchema = z.strictObject({
  id: z.string(),
  asked: z.union([z.strictObject({ staff: staffIdSchema }), z.strictObject({ contractor: textRefSchema })]),
  text: textRefSchema,
  answer: z.optional(textRefSchema),
});

const messageSchema = z.strictObject({
  id: z.string(),
  text: textRefSchema,
  outcome: z.optional(z.enum(messageOutcomes)),
});

/** A complaint as its events leave it. */
export const complaintSchema = z.strictObject({
  reference: referenceSchema,
  /** how many events it is made of; names what may come more than once */
  eventCount: z.int(),
  /** how many of them somebody must have seen who changes it; reminders and arrivals of mail are not among them */
  revision: z.int(),
  landlord: z.string(),
  /** which version of the landlord's policy the stage 1 clocks run under */
  policyEffectiveFrom: civilDateSchema,
  channel: z.enum(channels),
  receivedAt: instantSchema,
  receivedOn: civilDateSchema,
  /** when it was recorded here, which may be long after it was received */
  loggedAt: instantSchema,
  stage: z.literal(1),
  status: z.enum(statuses),
  acknowledgedAt: z.optional(instantSchema),
  /** the date of the response's letter */
  respondedOn: z.optional(civilDateSchema),
  handler: z.optional(staffIdSchema),
  team: z.optional(z.string()),
  staffComplainedAbout: z.array(staffIdSchema),
  /** whoever investigated, decided or approved stage 1, and so does not decide stage 2 (Code 6.13) */
  decidedStage1: z.array(staffIdSchema),
  /** counts who it is of: somebody who came in as an earlier party sees nothing of a later one */
  party: z.int(),
  reachableByEmail: z.boolean(),
  /** the last notice to the resident did not arrive */
  residentUnreached: z.boolean(),
  points: z.array(answeredPointSchema),
  /** who wrote the answer as it stands now, and what a reviewer made of it */
  draft: z.optional(
    z.strictObject({
      by: z.array(staffIdSchema),
      approvedBy: z.optional(staffIdSchema),
      returned: z.optional(textRefSchema),
    }),
  ),
  /** who reviewed the answer after it was sent */
  reviewedBy: z.optional(staffIdSchema),
  extensions: z.array(extensionSchema),
  /** working days between updates, as agreed with an extension (Code 5.9) */
  updateEvery: z.optional(z.int()),
  actions: z.array(actionSchema),
  questions: z.array(questionSchema),
  messages: z.array(messageSchema),
  obligations: z.array(obligationSchema),
});
export type Complaint = z.infer<typeof complaintSchema>;

export function openObligations(complaint: Complaint): Obligation[] {
  return complaint.obligations.filter(isOpen);
}

/** The open obligation of a kind that a complaint has at most once. */
export function openObligation(complaint: Complaint, kind: ObligationKind): Obligation | undefined {
  return complaint.obligations.find((each) => each.kind === kind && isOpen(each));
}

/** Who owes an obligation, where a person does: its owner, otherwise whoever handles the complaint. */
export function ownerOf(complaint: Complaint, obligation: Obligation): StaffId | undefined {
  return obligation.owner ?? complaint.handler;
}
