import type * as z from 'zod/mini';
import type { ombudsmanRoutes } from '../../../shared/contracts/routes/commands/ombudsman.ts';
import type { ombudsmanBody } from '../../../shared/contracts/staff-commands/ombudsman.ts';
import type { StaffCommand } from '../../../shared/domain/decide.ts';
import { given, keepIfSent, type Sent, type Translations } from './translation.ts';

/** What is not taken on, and what passes between an Ombudsman and us. */
export const ombudsman: Translations<typeof ombudsmanRoutes> = {
  exclude: {
    action: 'exclude',
    command: ({ by, body, keep }) => ({
      type: 'Exclude',
      by,
      ...given(body, keep),
      ground: body.ground,
      reasons: keep(body.reasons),
    }),
  },
  acceptAfterAll: {
    action: 'accept-after-all',
    command: ({ by, body, keep }) => ({
      type: 'AcceptAfterAll',
      by,
      ...given(body, keep),
      ombudsman: body.ombudsman,
      reason: keep(body.reason),
    }),
  },
  answerOmbudsman: { action: 'answer-ombudsman', command: recordStep },
};

function recordStep({ by, body, keep }: Sent<z.infer<typeof ombudsmanBody>>): StaffCommand {
  const { happenedAt } = body;
  switch (body.step) {
    case 'request': {
      const { ombudsman: asking, text, dueOn } = body;
      return { type: 'RecordOmbudsmanRequest', by, happenedAt, ombudsman: asking, text: keep(text), dueOn };
    }
    case 'answered': {
      const { request, evidence } = body;
      return { type: 'AnswerOmbudsman', by, happenedAt, request, evidence: keep(evidence) };
    }
    case 'determination': {
      const { ombudsman: deciding, findings, note, orders = [] } = body;
      return {
        type: 'RecordDetermination',
        by,
        happenedAt,
        ombudsman: deciding,
        findings,
        note: keepIfSent(note, keep),
        orders: orders.map((order) => ({ ...order, description: keep(order.description) })),
      };
    }
    case 'order-met': {
      const { order, evidence } = body;
      return { type: 'MeetOrder', by, happenedAt, order, evidence: keep(evidence) };
    }
  }
}
