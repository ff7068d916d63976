import * as z from 'zod/mini';
import { civilDateSchema } from '../civil-date.ts';
import { obligationSchema } from '../obligations.ts';
import { referenceSchema } from '../reference.ts';
import { textRefSchema } from '../text.ts';
import { done, said, told } from './parts.ts';

/** Why a request for stage 2 may be refused, with reasons (Code 5.11). That none were given for it is never one (6.12). */
export const escalationRefusalGrounds = [
  'after-window',
  'another-issue',
  'legal-proceedings',
  'considered-before',
  'other',
] as const;
export type EscalationRefusalGround = (typeof escalationRefusalGrounds)[number];

/** Why something raised midway is a complaint of its own (Code 6.8). */
export const newIssueReasons = ['answered', 'ended', 'unrelated', 'would-delay', 'stage-2'] as const;
export type NewIssueReason = (typeof newIssueReasons)[number];

/** The way to stage 2, and what is raised on the way. */
export const escalationEvents = [
  z.strictObject({
    type: z.literal('EscalationRequested'),
    ...said,
    /** the points that go to stage 2; none are named where none are defined yet */
    points: z.array(z.string()),
    reasons: z.optional(textRefSchema),
    /** the resident's message that asked for it */
    message: z.optional(z.string()),
    /** the last day of the landlord's own window, where it was over */
    windowEndedOn: z.optional(civilDateSchema),
    /** the Ombudsman who says that it is to be taken on */
    ombudsman: z.optional(z.string()),
    /** the version of the policy that the clocks of stage 2 run under */
    policyEffectiveFrom: civilDateSchema,
    obligations: z.array(obligationSchema),
  }),
  z.strictObject({
    type: z.literal('EscalationRefused'),
    ...done,
    ...told,
    ground: z.enum(escalationRefusalGrounds),
    reasons: textRefSchema,
  }),
  z.strictObject({
    type: z.literal('IssueRaised'),
    ...said,
    ...told,
    issue: textRefSchema,
    /** absent where it became part of this complaint */
    complaint: z.optional(referenceSchema),
    because: z.optional(z.enum(newIssueReasons)),
  }),
] as const;
