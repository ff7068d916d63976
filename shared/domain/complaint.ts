import * as z from 'zod/mini';
import { actionSchema } from './actions.ts';
import { type CivilDate, civilDateSchema } from './civil-date.ts';
import { adjustmentSchema, restrictionSchema } from './events/arrangements.ts';
import { compensated } from './events/compensation.ts';
import { escalationRefusalGrounds, newIssueReasons } from './events/escalation.ts';
import { determinedSchema, orderSchema } from './events/ombudsman.ts';
import { knownFromReceipt } from './events/received.ts';
import { messageOutcomes } from './events.ts';
import { excludedFor, handoversTo } from './exclusion-parts.ts';
import { extensionSchema } from './extension.ts';
import { instantSchema } from './instant.ts';
import { isOpen, type Obligation, type ObligationKind, obligationSchema } from './obligations.ts';
import { missingDetails, otherPartySchema, representativeSchema } from './parties.ts';
import { answeredPointSchema, type Point } from './points.ts';
import { referenceSchema } from './reference.ts';
import { hazards, vulnerabilities } from './risks.ts';
import { type StaffId, staffIdSchema } from './staff.ts';
import { owedAtStage, stageSchema } from './stages.ts';
import { isActive, statuses } from './statuses.ts';
import { textRefSchema } from './text.ts';
import { otherWaysSchema, phoneAgreedSchema } from './ways.ts';

const questionSchema = z.strictObject({
  id: z.string(),
  asked: z.union([z.strictObject({ staff: staffIdSchema }), z.strictObject({ contractor: textRefSchema })]),
  text: textRefSchema,
  answer: z.optional(textRefSchema),
});

const messageSchema = z.strictObject({
  id: z.string(),
  sentAt: instantSchema,
  text: textRefSchema,
  outcome: z.optional(z.enum(messageOutcomes)),
  /** sent by somebody who led the complaint before, so that it is shown to nobody who came after */
  ofEarlierLead: z.optional(z.literal(true)),
});

/** The answer as it is being worked out at one stage, and how it was given. */
const answering = {
  acknowledgedAt: z.optional(instantSchema),
  /** the date of the response's letter */
  respondedOn: z.optional(civilDateSchema),
  /** the day on which it was given, where that is not the letter's own date */
  givenOn: z.optional(civilDateSchema),
  handler: z.optional(staffIdSchema),
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
  /** somebody has spoken with the resident about it, which some policies want before the answer (seed 002) */
  discussed: z.optional(z.literal(true)),
  /** working days between updates, as agreed with the resident (Code 5.9) */
  updateEvery: z.optional(z.int()),
};

/** What the resident asked for who wants stage 2 (Code 6.10). */
const escalationSchema = z.strictObject({
  requestedAt: instantSchema,
  requestedOn: civilDateSchema,
  reasons: z.optional(textRefSchema),
  windowEndedOn: z.optional(civilDateSchema),
  ombudsman: z.optional(z.string()),
  /** which version of the landlord's policy the stage 2 clocks run under */
  policyEffectiveFrom: civilDateSchema,
});

export const offerStates = ['offered', 'accepted', 'declined', 'paid'] as const;

/** Money offered to put things right. */
const offerSchema = z.strictObject({
  offer: z.string(),
  pence: z.int(),
  for: z.enum(compensated),
  area: z.optional(z.string()),
  reason: textRefSchema,
  state: z.enum(offerStates),
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
  ...knownFromReceipt,
  /** whoever complains with the one who leads, also those who left */
  others: z.array(otherPartySchema),
  representative: z.optional(
    z.extend(representativeSchema, {
      /** id of the letter that asks for consent, until it is answered */
      request: z.optional(z.string()),
    }),
  ),
  hazards: z.array(z.enum(hazards)),
  vulnerabilities: z.array(z.enum(vulnerabilities)),
  /** what has to be found out */
  missing: z.array(z.enum(missingDetails)),
  /** who has an interest in it, and so does not decide it (Code 5.8) */
  conflicts: z.array(staffIdSchema),
  /** complaints that are part of it now, in their own words */
  merged: z.array(z.strictObject({ complaint: referenceSchema, words: z.array(textRefSchema) })),
  /** the complaint that it is part of now */
  mergedInto: z.optional(referenceSchema),
  related: z.array(z.strictObject({ complaint: referenceSchema, because: textRefSchema })),
  stage: stageSchema,
  /** where it stands at that stage */
  status: z.enum(statuses),
  /** the answer of the stage it is at */
  ...answering,
  /** stage 1 as it was left; present at stage 2 */
  stage1: z.optional(z.strictObject({ ...answering, status: z.enum(statuses) })),
  escalation: z.optional(escalationSchema),
  escalationsRefused: z.array(
    z.strictObject({ on: civilDateSchema, ground: z.enum(escalationRefusalGrounds), reasons: textRefSchema }),
  ),
  exclusion: z.optional(z.strictObject({ on: civilDateSchema, ...excludedFor })),
  /** grounds for which an Ombudsman says that nothing is excluded, of some points where they are named */
  overruled: z.array(
    z.strictObject({ ombudsman: z.string(), ground: z.string(), points: z.optional(z.array(z.string())) }),
  ),
  team: z.optional(z.string()),
  staffComplainedAbout: z.array(staffIdSchema),
  /** whoever investigated, decided or approved stage 1, and so does not decide stage 2 (Code 6.13) */
  decidedStage1: z.array(staffIdSchema),
  decidedStage2: z.array(staffIdSchema),
  /** counts who it is of: somebody who came in as an earlier party sees nothing of a later one */
  party: z.int(),
  /** from which of them on it is of whoever leads now, where somebody else led before: nothing of theirs is told */
  ledSince: z.optional(z.int()),
  /** the resident gave an address that mail may be sent to */
  emailGiven: z.boolean(),
  /** as `emailGiven`, unless another way was agreed or laid down since */
  reachableByEmail: z.boolean(),
  /** how else they may be reached, the way they asked for first */
  otherWays: otherWaysSchema,
  phoneAgreed: phoneAgreedSchema,
  /** the last notice to the resident did not arrive */
  residentUnreached: z.boolean(),
  points: z.array(answeredPointSchema),
  extensions: z.array(extensionSchema),
  actions: z.array(actionSchema),
  questions: z.array(questionSchema),
  messages: z.array(messageSchema),
  /** what came up midway: part of this complaint, or a complaint of its own */
  issues: z.array(
    z.strictObject({
      issue: textRefSchema,
      complaint: z.optional(referenceSchema),
      because: z.optional(z.enum(newIssueReasons)),
    }),
  ),
  offers: z.array(offerSchema),
  handovers: z.array(z.strictObject({ handover: z.string(), to: z.enum(handoversTo), text: textRefSchema })),
  lessons: z.array(
    z.strictObject({
      on: civilDateSchema,
      point: z.optional(z.string()),
      rootCause: z.optional(textRefSchema),
      lesson: textRefSchema,
      change: z.optional(textRefSchema),
    }),
  ),
  ombudsmanRequests: z.array(
    z.strictObject({ request: z.string(), ombudsman: z.string(), text: textRefSchema }),
  ),
  determinations: z.array(
    z.strictObject({ ombudsman: z.string(), on: civilDateSchema, findings: z.array(determinedSchema) }),
  ),
  orders: z.array(orderSchema),
  adjustments: z.array(z.extend(adjustmentSchema, { ended: z.optional(z.literal(true)) })),
  restrictions: z.array(z.extend(restrictionSchema, { lifted: z.optional(z.literal(true)) })),
  supporters: z.array(textRefSchema),
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

/** Who owes an obligation, where a person does and no rank: its owner, otherwise whoever handles the complaint. */
export function ownerOf({ handler }: Complaint, { owner, ownerRank }: Obligation): StaffId | undefined {
  return owner ?? (ownerRank ? undefined : handler);
}

/** What is owed of the stage that the complaint is at: the acknowledgement, and the answer. */
export function openAcknowledgement(complaint: Complaint): Obligation | undefined {
  return openObligation(complaint, owedAtStage[complaint.stage].acknowledgement);
}

export function openResponse(complaint: Complaint): Obligation | undefined {
  return openObligation(complaint, owedAtStage[complaint.stage].response);
}

/** The date of the last answer that the resident was given, of whichever stage. */
export function answeredOn({ respondedOn, stage1 }: Pick<Complaint, 'respondedOn' | 'stage1'>) {
  return respondedOn ?? stage1?.respondedOn;
}

/** The points that the present stage answers: of stage 2 those that went there, and none that is excluded. */
export function pointsInPlay({ stage, points }: Pick<Complaint, 'stage' | 'points'>): Point[] {
  return points.filter(({ excluded, escalated }) => !excluded && (stage === 1 || escalated));
}

/** From when the policy version counts under which the clocks of the present stage run. */
export function clocksUnder({ escalation, policyEffectiveFrom }: Complaint): CivilDate {
  return escalation?.policyEffectiveFrom ?? policyEffectiveFrom;
}

/** Whether somebody still has work to do on it: an order of the Ombudsman outlives a complaint that is closed. */
export function isOnWorklist(complaint: Complaint): boolean {
  return isActive(complaint.status) || openObligations(complaint).length > 0;
}
