import * as z from 'zod/mini';
import { newIssueReasons } from '../domain/events/escalation.ts';
import { messageOutcomes } from '../domain/events.ts';
import { extensionStates } from '../domain/extension.ts';
import { findings, remedyKinds } from '../domain/points.ts';
import { dateText, flag, maybe, staffId, stage, text } from './staff-words.ts';

/** What an answer is made of, as staff see it: points, questions, messages, actions, and how it was put off. */

const outcome = {
  finding: maybe(z.enum(findings).check(z.describe('The decision on the point.'))),
  reasons: maybe(text('The reasons for it.')),
  remedy: maybe(text('What puts it right; empty where nothing needs to.')),
  remedies: maybe(
    z.array(z.enum(remedyKinds).check(z.describe('A kind.'))).check(z.describe('The kinds of remedy it is.')),
  ),
};

/** Why something was not taken on, a complaint or a point. */
export const excludedBody = z
  .strictObject({
    on: dateText('The day of the decision.'),
    ground: text('Id of the exclusion in the policy.'),
    reasons: text('Why.'),
    evidence: text('What shows that the ground holds.'),
    discretion: text('That it was considered to look at it all the same, and why not.'),
    claimFiledOn: maybe(dateText('The day on which the claim was filed at court.')),
    departs: maybe(
      z
        .strictObject({
          clause: text('Of the Complaint Handling Code 2024.'),
          codeLastDay: maybe(dateText('Of its age: the last day by the Code.')),
        })
        .check(z.describe('Present where the Code forbids it, and a senior lead decided it all the same.')),
    ),
  })
  .check(z.describe('Why it was not taken on.'));

export const pointBody = z
  .strictObject({
    id: text('Names the point within the complaint.'),
    definition: text('What the resident complains about.'),
    outcomeSought: maybe(text('What would put it right for the resident.')),
    responsible: z.boolean().check(z.describe('Whether the landlord is responsible for it.')),
    ombudsmen: maybe(
      z
        .array(text('Id of an Ombudsman.'))
        .check(z.describe('Who looks at it; each of the landlord’s, where it is not said.')),
    ),
    escalated: flag('It went to stage 2.'),
    excluded: maybe(excludedBody),
    ...outcome,
    stage1: maybe(z.strictObject(outcome).check(z.describe('What stage 1 made of it, once at stage 2.'))),
  })
  .check(z.describe('One point of the complaint, with what the present stage makes of it.'));

export const issueBody = z
  .strictObject({
    issue: text('What was raised.'),
    complaint: maybe(text('Reference of the complaint that it became.')),
    because: maybe(z.enum(newIssueReasons).check(z.describe('Why it is no part of this one.'))),
  })
  .check(z.describe('Something raised midway.'));

export const extensionBody = z
  .strictObject({
    id: text('Names the extension within the complaint.'),
    stage,
    state: z.enum(extensionStates).check(z.describe('Whether it counts.')),
    extends: dateText('The due date that it extends.'),
    newDueOn: dateText('The date that is promised instead.'),
    reason: text('Why.'),
    goodReason: maybe(text('Why it goes beyond the limit.')),
    residentAgreed: maybe(z.boolean().check(z.describe('What the resident said, which bars nothing.'))),
    by: staffId,
  })
  .check(z.describe('An extension of the answer.'));

export const actionBody = z
  .strictObject({
    id: text('Names the action within the complaint.'),
    description: text('What was promised.'),
    owner: staffId,
    dueOn: dateText('The day by which it is done.'),
    completedOn: maybe(dateText('The day on which it was done.')),
    note: maybe(text('How it goes.')),
    toAnswer: flag('Open when stage 2 was asked for, with nothing said of it since.'),
    toPromise: flag('Added at stage 2, whose answer is to promise it.'),
    replaced: flag('It could not be done as promised.'),
  })
  .check(z.describe('Something promised to put things right.'));

export const questionBody = z
  .strictObject({
    id: text('Names the question within the complaint.'),
    asked: text('Whom: a colleague’s id, or a contractor’s address.'),
    question: text('What was asked.'),
    answer: maybe(text('What was answered.')),
  })
  .check(z.describe('A question to a colleague or contractor.'));

export const messageBody = z
  .strictObject({
    id: text('Names the message within the complaint.'),
    text: text('What the resident wrote.'),
    outcome: maybe(
      z.enum(messageOutcomes).check(z.describe('What it turned out to be, once somebody has read it.')),
    ),
  })
  .check(z.describe('A message of the resident.'));
