import * as z from 'zod/mini';
import { offerStates } from '../domain/complaint.ts';
import { adjustmentKinds, contactMethods, restrictionKinds } from '../domain/events/arrangements.ts';
import { compensated } from '../domain/events/compensation.ts';
import { determinations } from '../domain/events/ombudsman.ts';
import { handoversTo } from '../domain/exclusion-parts.ts';
import { dateText, flag, maybe, staffId, text } from './staff-words.ts';

/** What follows an answer, what an Ombudsman says, and how the resident is reached, as staff see it. */

const ombudsman = text('Id of the Ombudsman.');
const compensatedFor = z.enum(compensated).check(z.describe('What for.'));
const owedAs = (what: string) => text(`Names ${what} within the complaint, and among its obligations.`);

export const offerBody = z
  .strictObject({
    id: text('Names the offer: payment-2 pays offer-2.'),
    pence: z.int().check(z.describe('How much.')),
    for: compensatedFor,
    state: z.enum(offerStates).check(z.describe('What became of it.')),
    area: maybe(text('Id of the team that decided on it.')),
    reason: text('Why.'),
  })
  .check(z.describe('Money offered to put things right.'));

export const handoverBody = z
  .strictObject({
    id: owedAs('the handover'),
    to: z.enum(handoversTo).check(z.describe('To whom.')),
    text: text('What is passed on.'),
  })
  .check(z.describe('Something for somebody else to deal with.'));

export const lessonBody = z
  .strictObject({
    on: dateText('The day on which it was recorded.'),
    point: maybe(text('Id of the point that it was learnt from.')),
    rootCause: maybe(text('What lay behind it.')),
    lesson: text('What was learnt.'),
    change: maybe(text('What is done differently from now on.')),
  })
  .check(z.describe('Something learnt from the complaint.'));

export const ombudsmanRequestBody = z
  .strictObject({ id: owedAs('the request'), ombudsman, text: text('What they ask for.') })
  .check(z.describe('Something that an Ombudsman asked for.'));

export const determinationBody = z
  .strictObject({
    ombudsman,
    on: dateText('The day of the determination.'),
    findings: z
      .array(
        z
          .strictObject({
            point: text('Id of the point, or complaint-handling.'),
            determination: z.enum(determinations).check(z.describe('What they found.')),
          })
          .check(z.describe('What one point was found to be.')),
      )
      .check(z.describe('Point by point.')),
  })
  .check(z.describe('What an Ombudsman found.'));

export const orderBody = z
  .strictObject({
    id: owedAs('the order'),
    binding: z.boolean().check(z.describe('An order; otherwise a recommendation.')),
    description: text('What is to be done.'),
  })
  .check(z.describe('What an Ombudsman orders or recommends.'));

export const adjustmentBody = z
  .strictObject({
    id: text('Names the adjustment within the complaint.'),
    kind: z.enum(adjustmentKinds).check(z.describe('What helps.')),
    note: text('What was agreed.'),
    workingDays: maybe(z.int().check(z.describe('Of more time: how much more than anybody has.'))),
    disability: maybe(text('A disability that the resident told us of.')),
    ended: flag('It holds no longer.'),
  })
  .check(z.describe('Something agreed that helps the resident to complain.'));

export const restrictionBody = z
  .strictObject({
    id: text('Names the restriction within the complaint.'),
    kind: z.enum(restrictionKinds).check(z.describe('To what contact is limited.')),
    method: z.enum(contactMethods).check(z.describe('How we write to the resident.')),
    contact: maybe(staffId),
    agreed: z.boolean().check(z.describe('Whether the resident agreed to the method.')),
    reason: text('Why.'),
    equalityAct: text('How the Equality Act was had regard to.'),
    lifted: flag('It holds no longer.'),
  })
  .check(z.describe('A limit to how the resident reaches us.'));
