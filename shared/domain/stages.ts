import * as z from 'zod/mini';
import type { ObligationKind } from './obligations.ts';

/** A complaint is answered in two stages, no fewer and no more (Code 5.3). */
export const stageSchema = z.union([z.literal(1), z.literal(2)]);
export type Stage = z.infer<typeof stageSchema>;

/** What is owed at each stage, once each: to acknowledge and to answer. */
export const owedAtStage = {
  1: { acknowledgement: 'stage-1-acknowledgement', response: 'stage-1-response' },
  2: { acknowledgement: 'stage-2-acknowledgement', response: 'stage-2-response' },
} as const satisfies Record<Stage, Record<string, ObligationKind>>;

export type AcknowledgementKind = (typeof owedAtStage)[Stage]['acknowledgement'];
export type ResponseKind = (typeof owedAtStage)[Stage]['response'];

export function isAcknowledgement(kind: ObligationKind): kind is AcknowledgementKind {
  return kind === 'stage-1-acknowledgement' || kind === 'stage-2-acknowledgement';
}

export function isResponse(kind: ObligationKind): kind is ResponseKind {
  return kind === 'stage-1-response' || kind === 'stage-2-response';
}
