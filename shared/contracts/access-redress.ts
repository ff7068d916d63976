import * as z from 'zod/mini';
import { offerStates } from '../domain/complaint.ts';
import { adjustmentKinds, contactMethods, restrictionKinds } from '../domain/events/arrangements.ts';
import { day, told } from './access-words.ts';

/** What residents can do next, what follows an answer, and how they are reached, as they see it. */

export const escalation = z
  .strictObject({
    requestedOn: day('The day on which you asked.'),
    reasons: z.optional(told('Why, as far as you told us.')),
  })
  .check(z.describe('That you asked for stage 2; present at stage 2.'));

/** That something was not taken on, and why. */
export function refusal(description: string) {
  return z
    .strictObject({ on: day('The day of our decision.'), reasons: told('Our reasons.') })
    .check(z.describe(description));
}

export const canEscalate = z
  .strictObject({
    until: z.optional(
      day('The day by which we normally ask you to tell us. We do not refuse you because you come later.'),
    ),
    note: told('What you can do, in words.'),
    questions: z.optional(
      z.array(told('A question.')).check(z.describe('What it helps us to know; you do not have to answer.')),
    ),
  })
  .check(z.describe('That you can ask for stage 2; present while you can.'));

export const issue = z
  .strictObject({
    issue: told('What you told us about.'),
    complaint: z.optional(told('Reference of the complaint that it became; a part of this one without.')),
  })
  .check(z.describe('Something else that you raised.'));

export const offer = z
  .strictObject({
    id: told('Names the offer within its complaint.'),
    pence: z.int().check(z.describe('How much, in pence.')),
    reason: told('What it is for.'),
    state: z.enum(offerStates).check(z.describe('What became of it.')),
  })
  .check(z.describe('Money that we offer you.'));

export const adjustment = z
  .strictObject({
    kind: z.enum(adjustmentKinds).check(z.describe('What makes things easier for you.')),
    note: told('What we agreed.'),
    workingDays: z.optional(z.int().check(z.describe('How many working days more you have than others.'))),
  })
  .check(z.describe('Something that we agreed to make things easier for you.'));

export const restriction = z
  .strictObject({
    kind: z.enum(restrictionKinds).check(z.describe('To one person of ours, or to one way.')),
    method: z.enum(contactMethods).check(z.describe('How we write to you.')),
    agreed: z.boolean().check(z.describe('Whether you agreed to that.')),
    reason: told('Why.'),
  })
  .check(z.describe('How contact is limited.'));

export const ombudsman = z
  .strictObject({
    name: told('What the Ombudsman is called.'),
    phone: told('The Ombudsman’s telephone number.'),
    website: told('The Ombudsman’s website.'),
    address: told('The Ombudsman’s postal address.'),
    advice: told('How to bring a complaint there.'),
  })
  .check(z.describe('An independent body that you can turn to at any time.'));

export const supporters = z
  .strictObject({ name: told('What the group is called.'), contact: told('How to reach it.') })
  .check(z.describe('A group of residents who support those that complain; present where there is one.'));
