import type * as z from 'zod/mini';
import type { afterAnswerRoutes } from '../../../shared/contracts/routes/commands/after-answer.ts';
import type { compensationBody } from '../../../shared/contracts/staff-commands/after-answer.ts';
import type { StaffCommand } from '../../../shared/domain/decide.ts';
import { given, keepIfSent, type Sent, type Translations } from './translation.ts';

/** What follows an answer. */
export const afterAnswer: Translations<typeof afterAnswerRoutes> = {
  compensate: { action: 'compensate', command: compensate },
  replaceAction: {
    action: 'replace-action',
    people: ({ replacement }) => [replacement?.owner],
    command: ({ by, body, params, keep }) => ({
      type: 'ReplaceAction',
      by,
      ...given(body, keep),
      action: params.action ?? '',
      why: keep(body.why),
      replacement: body.replacement && {
        ...body.replacement,
        description: keep(body.replacement.description),
      },
    }),
  },
  recordLearning: {
    action: 'record-learning',
    command: ({ by, body: { happenedAt, point, rootCause, lesson, change }, keep }) => ({
      type: 'RecordLearning',
      by,
      happenedAt,
      point,
      rootCause: keepIfSent(rootCause, keep),
      lesson: keep(lesson),
      change: keepIfSent(change, keep),
    }),
  },
};

function compensate({ by, body, keep }: Sent<z.infer<typeof compensationBody>>): StaffCommand {
  const { happenedAt } = body;
  switch (body.step) {
    case 'offer': {
      const { pence, for: purpose, area, reason } = body;
      return {
        type: 'OfferCompensation',
        by,
        ...given(body, keep),
        pence,
        for: purpose,
        area,
        reason: keep(reason),
      };
    }
    case 'accepted':
    case 'declined':
      return { type: 'AnswerOffer', by, happenedAt, offer: body.offer, accepted: body.step === 'accepted' };
    case 'paid': {
      const { offer, evidence } = body;
      return { type: 'PayCompensation', by, ...given(body, keep), offer, evidence: keep(evidence) };
    }
    case 'insurer':
      return { type: 'ReferToInsurer', by, ...given(body, keep), claim: keep(body.claim) };
    case 'insurer-done': {
      const { handover, evidence } = body;
      return { type: 'CompleteHandover', by, happenedAt, handover, evidence: keep(evidence) };
    }
  }
}
