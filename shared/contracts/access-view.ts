import * as z from 'zod/mini';
import { parties } from './access-parties.ts';
import { action, extension, letter, message, nextStep, point } from './access-parts.ts';
import {
  adjustment,
  canEscalate,
  escalation,
  issue,
  offer,
  ombudsman,
  refusal,
  restriction,
  supporters,
} from './access-redress.ts';
import { about, day, status, told } from './access-words.ts';

const listOf = <Schema extends z.ZodMiniType>(schema: Schema, description: string) =>
  z.array(schema).check(z.describe(description));

const answered = {
  acknowledgedOn: z.optional(day('The day on which we acknowledged it, at this stage.')),
  respondedOn: z.optional(day('The date of our answer, at this stage.')),
};

/** `GET /complaints/{reference}` */
export const followedBody = z
  .strictObject({
    reference: told(about.reference),
    landlord: z
      .strictObject({
        name: told('What the landlord is called.'),
        email: told('The landlord’s email address for complaints.'),
        phone: told('The landlord’s telephone number.'),
        address: told('The landlord’s postal address.'),
      })
      .check(z.describe('Whom the complaint is about, and how to reach them.')),
    stage: z.union([z.literal(1), z.literal(2)]).check(z.describe('The stage it is at, of two.')),
    status,
    standing: told('Where the complaint stands, in words.'),
    receivedAt: z.iso.datetime().check(z.describe('When we received it.')),
    ...answered,
    stage1: z.optional(z.strictObject(answered).check(z.describe('Stage 1; present at stage 2.'))),
    escalation: z.optional(escalation),
    escalationsRefused: listOf(
      refusal('That we did not take it to stage 2.'),
      'When we did not take it to stage 2, and why.',
    ),
    exclusion: z.optional(refusal('That we did not take it on; present where we did not.')),
    mergedInto: z.optional(told('Reference of the complaint with which we deal with it; quote that one.')),
    canEscalate: z.optional(canEscalate),
    next: listOf(nextStep, 'What we owe now, by when and why.'),
    extension: z.optional(extension),
    points: listOf(
      point,
      'What the complaint is about, once we have acknowledged it, and our decisions once we have answered.',
    ),
    issues: listOf(issue, 'What else you raised since.'),
    actions: listOf(action, 'What we promised to do.'),
    offers: listOf(offer, 'Money that we offered you.'),
    adjustments: listOf(adjustment, 'What we agreed to make things easier for you.'),
    restrictions: listOf(restriction, 'How contact is limited now.'),
    messages: listOf(message, 'What you have written since, oldest first.'),
    sent: listOf(letter, 'What we have emailed to you, oldest first.'),
    ombudsmen: listOf(ombudsman, 'Whom you can ask for advice, free of charge.'),
    ombudsmanNote: z.optional(
      told('That the Ombudsman may not be able to look at it; present for somebody without a right to that.'),
    ),
    parties,
    supporters: z.optional(supporters),
  })
  .check(z.describe('A complaint as its resident sees it.'));
