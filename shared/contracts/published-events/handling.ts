import * as z from 'zod/mini';
import { correctable, failures, messageOutcomes, notSent, otherReaders } from '../../domain/events.ts';
import { waysOfGiving } from '../../domain/giving.ts';
import { findings, remedyKinds } from '../../domain/points.ts';
import { ranks } from '../../domain/ranks.ts';
import { waysByHand } from '../../domain/ways.ts';
import {
  alreadyGiven,
  atStage2,
  by,
  day,
  deadline,
  flag,
  given,
  happened,
  instant,
  maybeOwed,
  notice,
  noticeId,
  numbered,
  obligation,
  obligationId,
  obligationIds,
  ombudsman,
  point,
  redated,
  staff,
  whole,
  yes,
} from './parts.ts';
import type { PublishedFields } from './published-fields.ts';

const extension = numbered('extension');
const question = numbered('question');
const message = numbered('message');
const action = numbered('action');
const calledAction = z.strictObject({ id: action, owner: staff });
const way = z.enum(waysOfGiving);
const requested = {
  extension,
  extends: day,
  newDueOn: day,
  updateEvery: z.optional(whole),
  residentAgreed: z.optional(flag),
};
const renewed = z.array(z.strictObject({ obligation: obligationId, ...redated }));
const outcome = z.strictObject({
  point,
  finding: z.optional(z.enum(findings)),
  remedies: z.optional(z.array(z.enum(remedyKinds))),
});

/** Of what happens to every complaint: dates, notices, the work on it, the answer. */
export const handling = {
  AlertGiven: {
    obligation: obligationId,
    dueOn: day,
    workingDays: whole,
    skipped: z.array(whole),
    to: z.array(z.enum(ranks)),
  },
  MissedDateApologised: { obligation: obligationId, dueOn: day },
  NoticeAccepted: { ...notice, acceptedAt: instant },
  NoticeGiven: { ...notice, ...by, ...happened, on: day, backdatedProof: yes, way: z.enum(waysByHand) },
  NoticeDelivered: { ...notice, to: z.optional(z.enum(otherReaders)) },
  NoticeNotDelivered: {
    ...notice,
    to: z.optional(z.enum(otherReaders)),
    why: z.enum(failures),
    failedAt: instant,
  },
  NoticeNotSent: { ...notice, why: z.enum(notSent), attempts: z.optional(whole) },
  DatesRecounted: {
    calendarVersion: whole,
    dates: z.array(z.strictObject({ obligation: obligationId, was: day, ...redated })),
    because: z.array(z.strictObject({ change: z.enum(['added', 'removed']), on: day })),
    told: flag,
    missed: z.optional(obligationIds),
    untold: z.optional(obligationIds),
  },
  ContactOwed: { notice: noticeId, obligation },
  /** not the team, which staff may type */
  ComplaintAssigned: { ...by, handler: staff },
  WorkHandedOver: { ...by, from: staff, to: staff },
  PointsAdded: {
    ...by,
    points: z.array(
      z.strictObject({ id: point, responsible: flag, ombudsmen: z.optional(z.array(ombudsman)) }),
    ),
  },
  ComplaintAcknowledged: {
    stage: atStage2,
    ...by,
    ...given,
    response: z.optional(deadline),
    codeDueOn: z.optional(day),
  },
  ResponseDrafted: { stage: atStage2, ...by, outcomes: z.array(outcome) },
  ResponseApproved: by,
  ResponseReturned: by,
  ResponseReviewed: { ...by, satisfied: flag },
  ResponseSent: { stage: atStage2, ...by, ...given, backdatedAcknowledgement: yes, learning: maybeOwed },
  ExtensionPrepared: { ...by, ...requested },
  ExtensionRequested: {
    ...by,
    ...requested,
    happenedAt: instant,
    notice: z.optional(noticeId),
    alreadyGiven,
  },
  ExtensionTookEffect: {
    stage: atStage2,
    extension,
    deadline,
    update: maybeOwed,
    backdated: yes,
    by: z.optional(staff),
    happenedAt: z.optional(instant),
    alreadyGiven,
  },
  ExtensionNotReached: { extension },
  ExtensionCameTooLate: { stage: atStage2, extension, deadline, update: maybeOwed },
  ExtensionLapsed: { extension },
  UpdateGiven: { ...by, ...given, next: maybeOwed },
  ContactNoted: {
    ...by,
    happenedAt: instant,
    on: day,
    how: way,
    reached: flag,
    obligation: z.optional(obligationId),
  },
  CorrespondenceRecorded: { ...by, happenedAt: instant, direction: z.enum(['in', 'out']), how: way },
  ResidentAsked: { ...by, ...given },
  /** a colleague who is asked owns the obligation */
  QuestionAsked: { ...by, question, obligation },
  QuestionAnswered: { question, on: day },
  MessageReceived: { message, sentAt: instant, obligation },
  MessageTriaged: { ...by, message, outcome: z.enum(messageOutcomes), on: day, backdated: yes },
  ActionAdded: { ...by, action: calledAction, obligation },
  ActionUpdated: {
    ...by,
    action,
    owner: z.optional(staff),
    moved: z.optional(z.strictObject({ deadline, missed: flag })),
    alreadyGiven,
  },
  ActionCompleted: { ...by, ...happened, action, on: day, alreadyGiven },
  DateCorrected: {
    ...by,
    what: z.enum(correctable),
    backdated: z.optional(obligationIds),
    missed: z.optional(obligationIds),
    untold: z.optional(obligationIds),
    was: instant,
    is: instant,
    on: day,
    acknowledgement: z.strictObject({ dueOn: day, dueAt: z.optional(instant), codeDueOn: z.optional(day) }),
    response: z.optional(deadline),
    codeDueOn: z.optional(day),
  },
  ComplaintWithdrawn: { happenedAt: instant, by: z.optional(staff), alreadyGiven },
  ComplaintClosed: { ...by, happenedAt: instant, alreadyGiven },
  ComplaintReopened: { ...by, happenedAt: instant, renewed, obligation: maybeOwed, alreadyGiven },
} satisfies Partial<PublishedFields>;
