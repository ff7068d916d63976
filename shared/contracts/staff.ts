import * as z from 'zod/mini';
import { channels } from '../domain/channels.ts';
import { obligationKinds } from '../domain/obligations.ts';
import { ranks } from '../domain/ranks.ts';
import { propertyIdPattern, residentIdPattern } from '../domain/records.ts';
import { idempotencyHeaders, intakeFields, provisional } from './intake.ts';
import { loggedOthers, loggedRepresentativeBody, partiesFit } from './parties.ts';
import { staffComplainedAbout } from './people.ts';
import {
  dateText,
  flag,
  instantText,
  maybe,
  reference,
  staffId,
  stage,
  status,
  text,
  version,
} from './staff-words.ts';
import { date, line, pastInstant } from './text.ts';

const recordId = (form: RegExp, description: string) =>
  z
    .string()
    .check(z.regex(form, 'must be the id of a record, as a complaint names it'), z.describe(description));

/** What staff say of one complaint, and what a change of it is answered with. */

export const referencePath = z.strictObject({
  reference: z.string().check(z.describe('Reference of the complaint, such as K7QF2-9XW48.')),
});

export const changeHeaders = z.extend(idempotencyHeaders, {
  'If-Match': z
    .string()
    .check(
      z.regex(/^"\d{1,9}"$/, 'must be the ETag of the complaint as you read it, such as "12"'),
      z.describe('ETag of the complaint as you read it: the change is made only while it is still the same.'),
    ),
});

/**
 * `POST /staff/complaints`: a complaint that reached somebody on the staff in any way (Code 3.2). Whatever is not known
 * of who complains is found out afterwards.
 */
export const loggedBody = z
  .strictObject({
    landlord: line(100, 'Id of the landlord that the complaint is about.'),
    channel: z.enum(channels).check(z.describe('How it came.')),
    receivedAt: z.optional(
      pastInstant(
        'When dissatisfaction was first expressed to anybody who works for the landlord: the clocks count from this day. Now, where it is left out; of a survey the day of the choice.',
      ),
    ),
    chosenOn: z.optional(
      date(
        'Of what was said in a survey: the day on which the person was given the choice to complain and took it.',
      ),
    ),
    staffComplainedAbout: z.optional(staffComplainedAbout),
    ...intakeFields,
    anonymous: z.optional(
      z
        .literal(true)
        .check(z.describe('The person wants to stay unknown. Without it a missing name is to be found out.')),
    ),
    others: loggedOthers,
    representative: z.optional(loggedRepresentativeBody),
    resident: z.optional(recordId(residentIdPattern, 'Id of the person’s record.')),
    property: z.optional(recordId(propertyIdPattern, 'Id of the property’s record.')),
  })
  .check(...partiesFit);

/** A dated promise as staff see it. */
export const staffObligationBody = z
  .strictObject({
    id: text('Names it within the complaint.'),
    kind: z.enum(obligationKinds).check(z.describe('What is promised.')),
    dueOn: dateText('The last day of the promise, to its end in London.'),
    explanation: text(
      'One sentence: the date, the rule, the start, each day not counted, and the clause, the policy and the version of the calendar.',
    ),
    state: z.enum(['open', 'met', 'ended']).check(z.describe('Whether it is still owed.')),
    projected: flag('Its clock has not started yet.'),
    provisional: maybe(provisional),
    codeDueOn: maybe(dateText('The Code’s own date, where it is another.')),
    owner: maybe(staffId),
    ownerRank: maybe(z.enum(ranks).check(z.describe('Who answers for it by rank.'))),
    whom: maybe(
      z
        .enum(['copied', 'contractor'])
        .check(z.describe('Of a contact: who was not reached, where that is not the resident.')),
    ),
    missed: maybe(z.array(dateText('A day.')).check(z.describe('Earlier due dates that passed unkept.'))),
    metOn: maybe(dateText('The day on which it was met.')),
    backdated: flag('Recorded after the date that it is said to have met.'),
    keptPolicy: maybe(z.boolean().check(z.describe('Met in time by the landlord’s policy.'))),
    keptCode: maybe(z.boolean().check(z.describe('Met in time by the Code, whose date may be another.'))),
  })
  .check(z.describe('A dated promise, with what became of it.'));

export const obligations = z
  .array(staffObligationBody)
  .check(z.describe('Everything promised, kept or not.'));

/** What a command leaves. */
export const changedBody = z
  .strictObject({
    reference,
    version,
    stage,
    status,
    obligations,
    raised: maybe(text('Reference of the complaint of its own that came of the change.')),
  })
  .check(z.describe('The complaint after the change.'));

export const loggedAnswer = z
  .strictObject({
    reference,
    receivedAt: maybe(instantText('When it was received.')),
    status: maybe(status),
    obligations: maybe(obligations),
  })
  .check(z.describe('The complaint that was logged; whoever may only log sees its reference alone.'));
