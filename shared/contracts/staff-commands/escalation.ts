import * as z from 'zod/mini';
import { escalationRefusalGrounds } from '../../domain/events/escalation.ts';
import { paragraphs } from '../text.ts';
import { giving, happenedAt, id, ombudsman, onePerPoint, point, reason } from './parts.ts';

/** The way to stage 2, and what is raised on the way. */

export const escalationBody = z.strictObject({
  happenedAt,
  points: z.optional(
    onePerPoint(
      id('Id of a point, such as point-1.'),
      'What goes to stage 2; all, where it is left out or stage 1 has not answered.',
    ),
  ),
  reasons: z.optional(paragraphs(5_000, 'What the resident says of why. Nobody needs to give reasons.')),
  ombudsman: z.optional(
    ombudsman.check(z.describe('Id of the Ombudsman who says that it is to be taken on.')),
  ),
});

export const escalationRefusalBody = z.strictObject({
  ...giving,
  ground: z.enum(escalationRefusalGrounds).check(z.describe('Why. That no reasons were given is no ground.')),
  reasons: reason,
});

export const issueBody = z.strictObject({
  ...giving,
  issue: point.definition,
  outcomeSought: point.outcomeSought,
  responsible: point.responsible,
  related: z.boolean().check(z.describe('Whether it is related to what the complaint is about.')),
  wouldDelay: z
    .boolean()
    .check(z.describe('Whether looking into it too would unreasonably delay the answer.')),
});
