import * as z from 'zod/mini';
import { actionChangeSchema, newActionSchema } from './actions.ts';
import { civilDateSchema } from './civil-date.ts';
import { deadlineSchema } from './deadline.ts';
import { arrangementEvents } from './events/arrangements.ts';
import { compensationEvents } from './events/compensation.ts';
import { escalationEvents } from './events/escalation.ts';
import { intakeEvents } from './events/intake.ts';
import { ombudsmanEvents } from './events/ombudsman.ts';
import { by, done, given } from './events/parts.ts';
import { complaintReceivedSchema } from './events/received.ts';
import { extensionRequestSchema } from './extension.ts';
import { alreadyGivenSchema, happened, waysOfGiving } from './giving.ts';
import { instantSchema } from './instant.ts';
import { obligationSchema } from './obligations.ts';
import { makers, missingDetails } from './parties.ts';
import { outcomeSchema, pointSchema } from './points.ts';
import { ranks } from './ranks.ts';
import { staffIdSchema } from './staff.ts';
import type { Stage } from './stages.ts';
import { textRefSchema } from './text.ts';
import { otherWaysSchema, phoneAgreedSchema, waysByHand } from './ways.ts';

/** Why a notice did not reach whom it was for, as far as anybody knows. */
export const failures = [
  'unreachable',
  'refused-by-ses',
  'given-up',
  'unconfirmed',
  'soft-bounced',
  'bounced',
  'suppressed',
  'rejected',
  'reported-as-spam',
] as const;
export type Failure = (typeof failures)[number];

/** Why a notice was never sent: its reason was gone, or it would have been one too many. */
export const notSent = ['cancelled', 'withheld'] as const;
export type NotSent = (typeof notSent)[number];

/** Whom a notice was for, other than whoever leads: of them nothing tells whether the resident was reached. */
export const otherReaders = ['copied', 'staff', 'contractor', 'earlier-lead'] as const;

/** What a resident's message turned out to be, once somebody has read it. */
export const messageOutcomes = [
  'part-of-this-complaint',
  'new-complaint',
  'wants-stage-2',
  'answered',
] as const;

/** The dates of staff acts that may have been written down wrongly. */
export const correctable = [
  'received',
  'acknowledged',
  'escalation-requested',
  'escalation-acknowledged',
] as const;

/** The stage whose dates a correction changes. */
export function stageCorrected(what: (typeof correctable)[number]): Stage {
  return what === 'received' || what === 'acknowledged' ? 1 : 2;
}

const atStage2 = z.optional(z.literal(2));
const aboutNotice = { notice: z.string(), kind: z.string() };
const proof = {
  reason: z.optional(textRefSchema),
  by: z.optional(staffIdSchema),
  happenedAt: z.optional(instantSchema),
  alreadyGiven: z.optional(alreadyGivenSchema),
};

/**
 * What can have happened to a complaint. Events hold no personal text, so that the text can be erased while they stay.
 */
export const eventSchema = z.discriminatedUnion('type', [
  complaintReceivedSchema,
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
  z.strictObject({
    type: z.literal('NoticeAccepted'),
    ...aboutNotice,
    /** when SES took it, which may be long before we learnt of it */
    acceptedAt: instantSchema,
  }),
  z.strictObject({
    type: z.literal('NoticeDelivered'),
    ...aboutNotice,
    to: z.optional(z.enum(otherReaders)),
  }),
  z.strictObject({
    type: z.literal('NoticeNotDelivered'),
    ...aboutNotice,
    to: z.optional(z.enum(otherReaders)),
    why: z.enum(failures),
    failedAt: instantSchema,
  }),
  z.strictObject({
    type: z.literal('NoticeNotSent'),
    ...aboutNotice,
    why: z.enum(notSent),
    /** how many times it was handed to SES before, if it was: it may have been sent */
    attempts: z.optional(z.int()),
  }),
  /** a letter was posted, or what it says was told by a call that was owed */
  z.strictObject({
    type: z.literal('NoticeGiven'),
    ...aboutNotice,
    ...done,
    /** as `backdated`, of what it proves */
    backdatedProof: z.optional(z.literal(true)),
    way: z.enum(waysByHand),
    /** where the proof is that it was posted: a batch, a tracking number */
    evidence: z.optional(textRefSchema),
  }),
  /** a newer version of the calendar makes other dates of what is owed */
  z.strictObject({
    type: z.literal('DatesRecounted'),
    calendarVersion: z.int(),
    dates: z.array(
      z.strictObject({
        obligation: z.string(),
        was: civilDateSchema,
        deadline: deadlineSchema,
        codeDueOn: z.optional(civilDateSchema),
      }),
    ),
    /** the days that make the difference; none where a year was published that no bank holidays were known of */
    because: z.array(
      z.strictObject({ change: z.enum(['added', 'removed']), on: civilDateSchema, name: z.string() }),
    ),
    /** whether the resident is told */
    told: z.boolean(),
    /** as of a correction: dates that had passed unkept, and dates that have passed and nobody was told of */
    missed: z.optional(z.array(z.string())),
    untold: z.optional(z.array(z.string())),
  }),
  /** a promise of something to do that no rule counts out beforehand */
  z.strictObject({ type: z.literal('ContactOwed'), notice: z.string(), obligation: obligationSchema }),

  z.strictObject({
    type: z.literal('ComplaintAssigned'),
    ...by,
    handler: staffIdSchema,
    team: z.optional(z.string()),
  }),
  z.strictObject({
    type: z.literal('WorkHandedOver'),
    ...by,
    from: staffIdSchema,
    to: staffIdSchema,
  }),
  z.strictObject({ type: z.literal('PointsAdded'), ...by, points: z.array(pointSchema) }),
  z.strictObject({
    type: z.literal('ComplaintAcknowledged'),
    /** absent at stage 1, here and below */
    stage: atStage2,
    ...by,
    ...given,
    /** the dates of the response as they follow from this day; absent where they stay as they are */
    response: z.optional(deadlineSchema),
    codeDueOn: z.optional(civilDateSchema),
  }),
  z.strictObject({
    type: z.literal('ResponseDrafted'),
    stage: atStage2,
    ...by,
    outcomes: z.array(outcomeSchema),
  }),
  z.strictObject({ type: z.literal('ResponseApproved'), ...by, comments: z.optional(textRefSchema) }),
  z.strictObject({ type: z.literal('ResponseReturned'), ...by, comments: textRefSchema }),
  z.strictObject({
    type: z.literal('ResponseReviewed'),
    ...by,
    satisfied: z.boolean(),
    comments: z.optional(textRefSchema),
  }),
  /** `on` is the date of the letter, which is the date of the response */
  z.strictObject({
    type: z.literal('ResponseSent'),
    stage: atStage2,
    ...by,
    ...given,
    /** as `backdated`, of the acknowledgement that an answer at once is too */
    backdatedAcknowledgement: z.optional(z.literal(true)),
    /** why nobody spoke with the resident before, where the policy wants that (seed 002) */
    notDiscussed: z.optional(textRefSchema),
    /** what is to be learnt from it, which is recorded later */
    learning: z.optional(obligationSchema),
  }),

  z.strictObject({ type: z.literal('ExtensionPrepared'), ...by, ...extensionRequestSchema.shape }),
  z.strictObject({
    type: z.literal('ExtensionRequested'),
    /** who gave the reason and the date, who prepared it where time itself sends it */
    ...by,
    ...extensionRequestSchema.shape,
    happenedAt: instantSchema,
    /** the notice that carries it, unless it was given by hand */
    notice: z.optional(z.string()),
    alreadyGiven: z.optional(alreadyGivenSchema),
  }),
  z.strictObject({
    type: z.literal('ExtensionTookEffect'),
    stage: atStage2,
    extension: z.string(),
    deadline: deadlineSchema,
    /** the first update that was agreed with it */
    update: z.optional(obligationSchema),
    backdated: z.optional(z.literal(true)),
    /** the proof that it was given in time after all, where it had been taken for too late */
    ...proof,
  }),
  /** its notice did not arrive, and there is still time to give it again */
  z.strictObject({ type: z.literal('ExtensionNotReached'), extension: z.string() }),
  /** not effective for the Code, although the new date binds the landlord */
  z.strictObject({
    type: z.literal('ExtensionCameTooLate'),
    stage: atStage2,
    extension: z.string(),
    deadline: deadlineSchema,
    update: z.optional(obligationSchema),
  }),
  /** it was prepared and can no longer be sent */
  z.strictObject({ type: z.literal('ExtensionLapsed'), extension: z.string() }),
  z.strictObject({
    type: z.literal('UpdateGiven'),
    ...by,
    ...given,
    text: textRefSchema,
    next: z.optional(obligationSchema),
  }),

  z.strictObject({
    type: z.literal('ContactNoted'),
    ...by,
    happenedAt: instantSchema,
    on: civilDateSchema,
    how: z.enum(waysOfGiving),
    /** the one contact it was made for; without, whatever is owed to the resident */
    obligation: z.optional(z.string()),
    /** whether they were reached, which is what a contact obligation asks for */
    reached: z.boolean(),
    note: textRefSchema,
  }),
  z.strictObject({
    type: z.literal('CorrespondenceRecorded'),
    ...by,
    happenedAt: instantSchema,
    direction: z.enum(['in', 'out']),
    how: z.enum(waysOfGiving),
    text: textRefSchema,
  }),
  /** what is not clear is asked before the complaint is defined; the reply comes as a message (Code 5.6) */
  z.strictObject({ type: z.literal('ResidentAsked'), ...by, ...given, text: textRefSchema }),
  z.strictObject({
    type: z.literal('QuestionAsked'),
    ...by,
    question: z.string(),
    /** a colleague by their id, or somebody outside by an address that is kept apart */
    asked: z.union([z.strictObject({ staff: staffIdSchema }), z.strictObject({ contractor: textRefSchema })]),
    text: textRefSchema,
    obligation: obligationSchema,
  }),
  z.strictObject({
    type: z.literal('QuestionAnswered'),
    question: z.string(),
    answer: textRefSchema,
    on: civilDateSchema,
  }),
  z.strictObject({
    type: z.literal('MessageReceived'),
    message: z.string(),
    sentAt: instantSchema,
    text: textRefSchema,
    obligation: obligationSchema,
  }),
  z.strictObject({
    type: z.literal('MessageTriaged'),
    ...by,
    message: z.string(),
    outcome: z.enum(messageOutcomes),
    on: civilDateSchema,
    backdated: z.optional(z.literal(true)),
    note: z.optional(textRefSchema),
  }),

  z.strictObject({ type: z.literal('ActionAdded'), ...by, ...newActionSchema.shape }),
  z.strictObject({
    type: z.literal('ActionUpdated'),
    ...by,
    ...actionChangeSchema.shape,
    alreadyGiven: z.optional(alreadyGivenSchema),
  }),
  z.strictObject({
    type: z.literal('ActionCompleted'),
    ...by,
    ...happened,
    action: z.string(),
    on: civilDateSchema,
    evidence: textRefSchema,
    alreadyGiven: z.optional(alreadyGivenSchema),
  }),

  z.strictObject({
    type: z.literal('DateCorrected'),
    ...by,
    /** `received` and `acknowledged` are of stage 1, the others of stage 2 */
    what: z.enum(correctable),
    /** obligations that it turns from late into kept */
    backdated: z.optional(z.array(z.string())),
    /** obligations whose date had passed unkept before it */
    missed: z.optional(z.array(z.string())),
    /** obligations that it gives a date which has passed and of which nobody was told */
    untold: z.optional(z.array(z.string())),
    was: instantSchema,
    is: instantSchema,
    on: civilDateSchema,
    acknowledgement: z.extend(deadlineSchema, { codeDueOn: z.optional(civilDateSchema) }),
    response: z.optional(deadlineSchema),
    /** of the response */
    codeDueOn: z.optional(civilDateSchema),
    reason: textRefSchema,
  }),
  z.strictObject({
    type: z.literal('PartyCorrected'),
    ...by,
    /** the party as it was written before */
    was: textRefSchema,
    personalTextHash: z.string(),
    reachableByEmail: z.boolean(),
    otherWays: z.optional(otherWaysSchema),
    phoneAgreed: phoneAgreedSchema,
    madeBy: z.optional(z.enum(makers)),
    /** a person of another name, of whom nobody has asked yet whether somebody may speak for them */
    another: z.optional(z.literal(true)),
    missing: z.optional(z.array(z.enum(missingDetails))),
    /** of them something has to be found out */
    obligation: z.optional(obligationSchema),
    resident: z.optional(z.string()),
    property: z.optional(z.string()),
    on: z.optional(civilDateSchema),
    reason: textRefSchema,
  }),
  z.strictObject({
    type: z.literal('SubjectsCorrected'),
    ...by,
    was: z.array(staffIdSchema),
    is: z.array(staffIdSchema),
    reason: textRefSchema,
  }),
  z.strictObject({
    type: z.literal('ComplaintWithdrawn'),
    happenedAt: instantSchema,
    /** absent where the resident did so themself */
    by: z.optional(staffIdSchema),
    reason: z.optional(textRefSchema),
    alreadyGiven: z.optional(alreadyGivenSchema),
  }),
  z.strictObject({
    type: z.literal('ComplaintClosed'),
    ...by,
    happenedAt: instantSchema,
    reason: textRefSchema,
    alreadyGiven: z.optional(alreadyGivenSchema),
  }),
  z.strictObject({
    type: z.literal('ComplaintReopened'),
    ...by,
    happenedAt: instantSchema,
    reason: textRefSchema,
    /** dates that are counted anew because the resident had withdrawn; those that stand again are not named */
    renewed: z.array(
      z.strictObject({
        obligation: z.string(),
        deadline: deadlineSchema,
        codeDueOn: z.optional(civilDateSchema),
      }),
    ),
    /** what was missing is to be found out all the same */
    obligation: z.optional(obligationSchema),
    alreadyGiven: z.optional(alreadyGivenSchema),
  }),
  ...escalationEvents,
  ...compensationEvents,
  ...ombudsmanEvents,
  ...arrangementEvents,
  ...intakeEvents,
]);
export type ComplaintEvent = z.infer<typeof eventSchema>;
export type EventOf<Type extends ComplaintEvent['type']> = Extract<ComplaintEvent, { type: Type }>;
