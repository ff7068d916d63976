import * as z from 'zod/mini';
import { capacities, consents } from '../../domain/parties.ts';
import { copies, speaker } from '../parties.ts';
import { paragraphs } from '../text.ts';
import { giving, happenedAt, id } from './parts.ts';

/** Who speaks for the person, who gets copies, and who leaves a complaint that several make. */

const recordable = consents.filter((each) => each !== 'not-asked');

export const consentBody = z.strictObject({
  ...giving,
  consent: z
    .enum(recordable)
    .check(z.describe('What became of it. Asked sends a letter to the person, where they may be mailed.')),
  representative: z.optional(
    z
      .strictObject(speaker)
      .check(z.describe('Who speaks for the person, where nobody did before or somebody else does now.')),
  ),
  capacity: z.optional(z.enum(capacities).check(z.describe('As what the representative speaks.'))),
  evidence: z.optional(
    paragraphs(500, 'Where the consent is on record; of an executor the proof that they are one.'),
  ),
});

export const copiesBody = z.strictObject({
  happenedAt,
  party: id('Who gets copies: representative, or somebody who complains too, such as party-2.'),
  copies,
  note: z.optional(paragraphs(5_000, 'What the person said.')),
});

export const departureBody = z
  .strictObject({
    happenedAt,
    party: id('Who leaves: lead, or somebody who complains too, such as party-2.'),
    lead: z.optional(id('Who leads from now on, where the lead leaves.')),
    reason: z.optional(paragraphs(5_000, 'Why, in their words.')),
  })
  .check(
    z.refine(({ party, lead }) => party === 'lead' || lead === undefined, {
      error: 'must be left out unless the lead leaves',
      path: ['lead'],
    }),
  );
