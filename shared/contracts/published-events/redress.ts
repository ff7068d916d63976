import * as z from 'zod/mini';
import { contactMethods, restrictionKinds } from '../../domain/events/arrangements.ts';
import { compensated } from '../../domain/events/compensation.ts';
import { escalationRefusalGrounds, newIssueReasons } from '../../domain/events/escalation.ts';
import { determinations } from '../../domain/events/ombudsman.ts';
import {
  by,
  day,
  done,
  excludedFor,
  flag,
  maybeOwed,
  numbered,
  obligation,
  obligationId,
  obligations,
  ombudsman,
  point,
  points,
  redated,
  reference,
  said,
  staff,
  told,
  whole,
  yes,
} from './parts.ts';
import type { PublishedFields } from './published-fields.ts';

const offer = numbered('offer');
const action = numbered('action');
const handover = numbered('handover');
const request = numbered('request');
const order = numbered('order');
const adjustment = numbered('adjustment');
const restriction = numbered('restriction');
const renewed = z.array(z.strictObject({ obligation: obligationId, ...redated }));
const replacement = z.strictObject({ action: z.strictObject({ id: action, owner: staff }), obligation });
const determined = z.strictObject({
  point: z.union([point, z.literal('complaint-handling')]),
  determination: z.enum(determinations),
});
const ordered = z.strictObject({ order: z.strictObject({ order, binding: flag }), obligation });

/**
 * Of stage 2, of what puts things right, of the Ombudsman, and of how people reach each other. What an adjustment is for,
 * and whether something is handed over for safeguarding, would tell of somebody's health or safety.
 */
export const redress = {
  EscalationRequested: {
    ...said,
    points,
    message: z.optional(numbered('message')),
    windowEndedOn: z.optional(day),
    ombudsman: z.optional(ombudsman),
    policyEffectiveFrom: day,
    obligations,
  },
  EscalationRefused: { ...done, ...told, ground: z.enum(escalationRefusalGrounds) },
  IssueRaised: {
    ...said,
    ...told,
    complaint: z.optional(reference),
    because: z.optional(z.enum(newIssueReasons)),
  },
  CompensationOffered: { ...by, ...told, offer, pence: whole, for: z.enum(compensated) },
  CompensationAccepted: { ...said, offer, obligation },
  CompensationDeclined: { ...said, offer },
  CompensationPaid: { ...done, ...told, offer },
  HandoverOwed: { ...by, ...told, handover, obligation },
  HandoverCompleted: { ...done, handover },
  ActionReplaced: { ...by, ...told, action, missed: yes, replacement: z.optional(replacement) },
  UpdatesAgreed: { ...by, ...told, every: whole, update: maybeOwed },
  LearningRecorded: { ...done, point: z.optional(point) },
  ComplaintExcluded: { ...done, ...told, ...excludedFor },
  ComplaintAccepted: { ...done, ...told, ombudsman: z.optional(ombudsman), renewed, obligation: maybeOwed },
  OmbudsmanAsked: { ...by, request, ombudsman, obligation },
  OmbudsmanAnswered: { ...done, request },
  OmbudsmanDetermined: { ...done, ombudsman, findings: z.array(determined), orders: z.array(ordered) },
  OrderMet: { ...done, order },
  AdjustmentAgreed: { ...by, ...told, adjustment, obligation },
  AdjustmentReviewed: {
    ...done,
    ...told,
    adjustment,
    outcome: z.enum(['continues', 'ends']),
    next: maybeOwed,
  },
  ContactRestricted: {
    ...by,
    ...told,
    restriction,
    kind: z.enum(restrictionKinds),
    method: z.enum(contactMethods),
    contact: z.optional(staff),
    obligation,
  },
  RestrictionReviewed: {
    ...done,
    ...told,
    restriction,
    outcome: z.enum(['continues', 'lifted']),
    next: maybeOwed,
  },
  SupporterNamed: by,
} satisfies Partial<PublishedFields>;
