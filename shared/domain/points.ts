import * as z from 'zod/mini';
import { civilDateSchema } from './civil-date.ts';
import { excludedFor } from './exclusion-parts.ts';
import { type TextRef, textRefSchema } from './text.ts';

export const findings = ['upheld', 'partly-upheld', 'not-upheld'] as const;

/** One thing that a resident complains about: the complaint definition is all of them (Code 5.6). */
export const pointSchema = z.strictObject({
  id: z.string(),
  definition: textRefSchema,
  outcomeSought: z.optional(textRefSchema),
  /** whether the landlord is responsible for it, which the acknowledgement says (Code 5.7) */
  responsible: z.boolean(),
  /** the Ombudsmen who look at matters of its kind; every one of the landlord's, where it is not said */
  ombudsmen: z.optional(z.array(z.string())),
});

/** What can put things right (Code 7.1). */
export const remedyKinds = [
  'apology',
  'acknowledgement',
  'explanation',
  'action',
  'decision-reconsidered',
  'record-corrected',
  'financial',
  'practice-changed',
] as const;

/** What a stage makes of a point; a draft may leave parts out, a response may not (Code 6.9, 6.19). */
export const outcomeSchema = z.strictObject({
  point: z.string(),
  finding: z.optional(z.enum(findings)),
  reasons: z.optional(textRefSchema),
  /** what puts it right, or that nothing does */
  remedy: z.optional(z.union([textRefSchema, z.literal('none')])),
  /** the kinds of remedy that this is, by which remedies are counted */
  remedies: z.optional(z.array(z.enum(remedyKinds))),
});
export type Outcome = z.infer<typeof outcomeSchema>;

const { point: _, ...outcome } = outcomeSchema.shape;

export const answeredPointSchema = z.extend(pointSchema, {
  /** what the present stage makes of it */
  ...outcome,
  /** it went to stage 2 (Code 6.10) */
  escalated: z.optional(z.literal(true)),
  /** what stage 1 made of a point that went to stage 2 */
  stage1: z.optional(z.strictObject(outcome)),
  /** it is not taken on, while the rest of the complaint is (Code 2.4) */
  excluded: z.optional(z.strictObject({ on: civilDateSchema, ...excludedFor })),
});
export type Point = z.infer<typeof answeredPointSchema>;

export const mostPoints = 30;

/** A point as a person defined it, not yet numbered. */
export interface NewPoint {
  definition: TextRef;
  outcomeSought?: TextRef | undefined;
  responsible: boolean;
  ombudsmen?: readonly string[] | undefined;
}

/** Numbers new points after those that are there. */
export function numberPoints(existing: readonly Point[], added: readonly NewPoint[]): Point[] {
  return added.map((point, index) => ({
    id: `point-${existing.length + index + 1}`,
    definition: point.definition,
    ...(point.outcomeSought && { outcomeSought: point.outcomeSought }),
    responsible: point.responsible,
    ...(point.ombudsmen && { ombudsmen: [...point.ombudsmen] }),
  }));
}

/** What a response still lacks, by point (Code 6.9); empty where nothing is missing. */
export function missingParts(
  points: readonly Point[],
): { point: string; lacks: ('finding' | 'reasons' | 'remedy')[] }[] {
  return points.flatMap((point) => {
    const lacks = (['finding', 'reasons', 'remedy'] as const).filter((part) => point[part] === undefined);
    return lacks.length > 0 ? [{ point: point.id, lacks }] : [];
  });
}
