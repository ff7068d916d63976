import * as z from 'zod/mini';
import { type TextRef, textRefSchema } from './text.ts';

export const findings = ['upheld', 'partly-upheld', 'not-upheld'] as const;

/** One thing that a resident complains about: the complaint definition is all of them (Code 5.6). */
export const pointSchema = z.strictObject({
  id: z.string(),
  definition: textRefSchema,
  outcomeSought: z.optional(textRefSchema),
  /** whether the landlord is responsible for it, which the acknowledgement says (Code 5.7) */
  responsible: z.boolean(),
});

/** What stage 1 makes of a point; a draft may leave parts out, a response may not (Code 6.9). */
export const outcomeSchema = z.strictObject({
  point: z.string(),
  finding: z.optional(z.enum(findings)),
  reasons: z.optional(textRefSchema),
  /** what puts it right, or that nothing does */
  remedy: z.optional(z.union([textRefSchema, z.literal('none')])),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const answeredPointSchema = z.extend(pointSchema, {
  finding: outcomeSchema.shape.finding,
  reasons: outcomeSchema.shape.reasons,
  remedy: outcomeSchema.shape.remedy,
});
export type Point = z.infer<typeof answeredPointSchema>;

export const mostPoints = 30;

/** A point as a person defined it, not yet numbered. */
export interface NewPoint {
  definition: TextRef;
  outcomeSought?: TextRef | undefined;
  responsible: boolean;
}

/** Numbers new points after those that are there. */
export function numberPoints(existing: readonly Point[], added: readonly NewPoint[]): Point[] {
  return added.map((point, index) => ({
    id: `point-${existing.length + index + 1}`,
    definition: point.definition,
    ...(point.outcomeSought && { outcomeSought: point.outcomeSought }),
    responsible: point.responsible,
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
