import * as z from 'zod/mini';
import { ageVerdicts } from '../domain/age.ts';
import { channels } from '../domain/channels.ts';
import { escalationRefusalGrounds } from '../domain/events/escalation.ts';
import { lackingForAge } from '../domain/exclusion-parts.ts';
import { knownOfResident } from './records.ts';
import { obligations } from './staff.ts';
import { staffParties } from './staff-parties.ts';
import {
  actionBody,
  excludedBody,
  extensionBody,
  issueBody,
  messageBody,
  pointBody,
  questionBody,
} from './staff-points.ts';
import {
  adjustmentBody,
  determinationBody,
  handoverBody,
  lessonBody,
  offerBody,
  ombudsmanRequestBody,
  orderBody,
  restrictionBody,
} from './staff-redress.ts';
import { staffTriage } from './staff-triage.ts';
import {
  dateText,
  flag,
  instantText,
  maybe,
  reference,
  staffId,
  stage,
  status,
  teamId,
  text,
  version,
} from './staff-words.ts';

const listOf = <Schema extends z.ZodMiniType>(schema: Schema, description: string) =>
  z.array(schema).check(z.describe(description));
const reasons = text('Why.');

const answered = {
  acknowledgedOn: maybe(dateText('The day of the acknowledgement, at this stage.')),
  respondedOn: maybe(dateText('The date on the letter of the answer, at this stage.')),
  handler: maybe(staffId),
};

const escalation = z
  .strictObject({
    requestedOn: dateText('The day of the request.'),
    reasons: maybe(text('Why the resident asks, which they need not say.')),
    windowEndedOn: maybe(dateText('The last day of the landlord’s window, where it was over.')),
    ombudsman: maybe(text('Id of the Ombudsman who says that it is to be taken on.')),
  })
  .check(z.describe('The request for stage 2.'));

const refused = z
  .strictObject({
    on: dateText('The day of the refusal.'),
    ground: z.enum(escalationRefusalGrounds).check(z.describe('On what ground.')),
    reasons,
  })
  .check(z.describe('A request for stage 2 that was refused.'));

const draft = z
  .strictObject({
    by: listOf(staffId, 'Who wrote it.'),
    approvedBy: maybe(staffId),
    returned: maybe(text('What a reviewer wants changed.')),
  })
  .check(z.describe('The state of the draft answer.'));

const age = z
  .strictObject({
    verdict: z
      .enum(ageVerdicts)
      .check(
        z.describe('Whether it was too old on the day of the first contact; by the Code it may not be.'),
      ),
    lastDay: maybe(dateText('The last day by the landlord’s policy.')),
    codeLastDay: maybe(dateText('The last day by the Code (2.3).')),
    lacks: maybe(listOf(z.enum(lackingForAge), 'What has to be found out before anybody can tell.')),
  })
  .check(z.describe('How old it was by the policy’s limit, or by the time that it leaves former tenants.'));

/** `GET /staff/complaints/{reference}` */
export const complaintBody = z
  .strictObject({
    reference,
    version,
    landlord: text('Id of the landlord.'),
    channel: z.enum(channels).check(z.describe('How it came.')),
    receivedAt: instantText('When it was received: the legal clock.'),
    raisedIn: maybe(text('Reference of the complaint in which it came up.')),
    stage,
    status,
    ...answered,
    stage1: maybe(z.strictObject(answered).check(z.describe('Stage 1 as it was left; present at stage 2.'))),
    decidedStage1: listOf(staffId, 'Who took part in stage 1, and so does not decide stage 2 (Code 6.13).'),
    escalation: maybe(escalation),
    escalationsRefused: listOf(refused, 'Requests for stage 2 that were refused.'),
    exclusion: maybe(excludedBody),
    age,
    formerTenancyAge: maybe(age),
    team: maybe(teamId),
    staffComplainedAbout: listOf(staffId, 'Staff whom it is about.'),
    ...staffParties,
    ...staffTriage,
    resident: maybe(text('Id of the person’s record.')),
    property: maybe(text('Id of the property’s record.')),
    unsafeToMail: flag('A record of the person says that no mail may go out that nobody has looked at.'),
    knownBy: listOf(
      z
        .strictObject({
          party: text('Who it is: `lead`, an other party or `representative`.'),
          residents: listOf(text('Id of a record.'), 'Every record that may be theirs, the surest first.'),
        })
        .check(z.describe('The records of somebody who takes part.')),
      'By which records whoever takes part may be known. Where one of them says that mail is unsafe, they are sent none.',
    ),
    record: maybe(knownOfResident),
    supporters: listOf(text('Who supports the resident.'), 'Supporters on record.'),
    description: text('What went wrong, in the person’s own words.'),
    desiredOutcome: maybe(text('What would put it right.')),
    adjustmentsAskedFor: maybe(listOf(text('One adjustment.'), 'Adjustments asked for at the start.')),
    adjustments: listOf(adjustmentBody, 'Adjustments agreed.'),
    restrictions: listOf(restrictionBody, 'Restrictions of contact.'),
    residentUnreached: z.boolean().check(z.describe('Our last notice did not arrive.')),
    discussed: flag('Somebody has spoken with the resident at this stage.'),
    points: listOf(pointBody, 'The complaint definition, point by point.'),
    issues: listOf(issueBody, 'What was raised midway.'),
    draft: maybe(draft),
    extensions: listOf(extensionBody, 'Extensions, effective or not.'),
    actions: listOf(actionBody, 'Actions that were promised.'),
    openActionsToAnswer: listOf(
      text('Id of an action.'),
      'Open actions of stage 1 of which the answer of stage 2 has yet to say something.',
    ),
    questions: listOf(questionBody, 'Questions to colleagues and contractors.'),
    messages: listOf(messageBody, 'Messages of the resident.'),
    offers: listOf(offerBody, 'Money offered.'),
    handovers: listOf(handoverBody, 'What is passed on.'),
    lessons: listOf(lessonBody, 'What was learnt.'),
    ombudsmanRequests: listOf(ombudsmanRequestBody, 'What Ombudsmen asked for.'),
    determinations: listOf(determinationBody, 'What Ombudsmen found.'),
    orders: listOf(orderBody, 'What Ombudsmen ordered and recommended.'),
    obligations,
  })
  .check(z.describe('Everything about one complaint.'));
