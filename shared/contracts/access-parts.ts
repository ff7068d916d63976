import * as z from 'zod/mini';
import type { ObligationKind } from '../domain/obligations.ts';
import { findings } from '../domain/points.ts';
import { refusal } from './access-redress.ts';
import { day, told } from './access-words.ts';
import { provisional } from './intake.ts';

/** How a complaint is answered, as its resident sees it. */

/** What residents are promised by a date; whatever else is owed is work among staff. */
const promised = [
  'stage-1-acknowledgement',
  'stage-1-response',
  'stage-2-acknowledgement',
  'stage-2-response',
  'update',
  'action',
  'payment',
  'handover',
  'adjustment-review',
  'restriction-review',
] as const satisfies ObligationKind[];

export const nextStep = z
  .strictObject({
    kind: z.enum(promised).check(z.describe('What is promised.')),
    what: told('What is promised, in words.'),
    dueOn: day('The last day of the promise, to its end in London.'),
    explanation: told('One sentence: how the date was worked out.'),
    projected: z.optional(
      z
        .literal(true)
        .check(
          z.describe('Present while the clock of this promise has not started: the date can come forward.'),
        ),
    ),
    provisional: z.optional(provisional),
    overdue: z.optional(z.literal(true).check(z.describe('Present where the date has passed.'))),
  })
  .check(z.describe('Something that we owe by a date.'));

export const extension = z
  .strictObject({
    newDueOn: day('The new date of our answer.'),
    insteadOf: z.optional(day('The date that it replaced.')),
    reason: told('Why our answer takes longer.'),
    goodReason: z.optional(told('Why it takes longer than is usually allowed.')),
    givenInTime: z.boolean().check(z.describe('Whether we told you before the former date had passed.')),
  })
  .check(z.describe('That our answer was put off; present where it was at this stage.'));

const outcome = {
  finding: z.optional(z.enum(findings).check(z.describe('Our decision; present once we have answered.'))),
  reasons: z.optional(told('The reasons for our decision.')),
  remedy: z.optional(told('What we do to put it right.')),
};

const route = z
  .strictObject({
    ombudsman: told('What the Ombudsman is called.'),
    until: z.optional(day('The last day on which they normally take it.')),
    note: told('The same in words.'),
  })
  .check(z.describe('An Ombudsman who looks at it.'));

export const point = z
  .strictObject({
    id: told('Names the point within its complaint.'),
    definition: told('What the complaint is about, as we understand it.'),
    outcomeSought: z.optional(told('What would put it right, as we understand it.')),
    responsible: z.boolean().check(z.describe('Whether we are responsible for it.')),
    excluded: z.optional(
      refusal(
        'That we did not take this on while we go on with the rest; you can take that decision to the Ombudsman.',
      ),
    ),
    escalated: z.optional(z.literal(true).check(z.describe('Present where it went to stage 2.'))),
    ...outcome,
    stage1: z.optional(
      z
        .strictObject(outcome)
        .check(z.describe('What we answered at stage 1; present where it went to stage 2.')),
    ),
    ombudsmen: z.optional(
      z.array(route).check(z.describe('Where you can take it; present after our final answer.')),
    ),
  })
  .check(z.describe('One thing that the complaint is about.'));

export const action = z
  .strictObject({
    description: told('What we promised to do.'),
    dueOn: day('The day by which we promised it.'),
    state: z
      .enum(['promised', 'completed', 'no-longer-owed'])
      .check(
        z.describe(
          'Whether it is done; no longer owed after the complaint ended without it, or where something else took its place.',
        ),
      ),
    completedOn: z.optional(day('The day on which it was completed.')),
  })
  .check(z.describe('Something that we promised to do.'));

export const message = z
  .strictObject({
    id: told('Names the message within its complaint.'),
    text: told('What you wrote.'),
    sentOn: day('The day on which it came, in London.'),
    read: z.boolean().check(z.describe('Whether somebody has read it.')),
  })
  .check(z.describe('A message that you sent.'));

export const letter = z
  .strictObject({
    what: told('What it was, in words.'),
    on: day('The day on which we sent it.'),
    state: z
      .enum(['sent', 'arrived', 'did-not-arrive'])
      .check(z.describe('What became of it, as far as the mail system told us.')),
  })
  .check(z.describe('An email that we sent.'));
