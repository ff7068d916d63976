import type * as z from 'zod/mini';
import type { ombudsmanRoutes } from '../../../shared/contracts/routes/commands/ombudsman.ts';
import type { ombudsmanBody } from '../../../shared/contracts/staff-commands/ombudsman.ts';
import type { StaffCommand } from '../../../shared/domain/decide.ts';
import { given, keepIfSent, type Sent, type Translations } from './translation.ts';

/** What is not taken on, and what passes between an Ombudsman and us. */
export const ombudsman: Translations<typeof ombudsmanRoutes> = {
  exclude: {
    action: 'exclude',
    command: ({ by, roles, body, keep }) => {
      const { points, ground, reasons, evidence, discretion, claimFiledOn, againstCode } = body;
      const texts = { reasons: keep(reasons), evidence: keep(evidence), discretion: keep(discretion) };
      const exclusion = { by, roles, ...given(body, keep), ground, ...texts, claimFiledOn, againstCode };
      return points ? { type: 'ExcludePoints', points, ...exclusion } : { type: 'Exclude', ...exclusion };
    },
  },
  acceptAfterAll: {
    action: 'accept-after-all',
    command: ({ by, body, keep }) => {
      const { points, ombudsman: saying, reason } = body;
      const acceptance = { by, ...given(body, keep), ombudsman: saying, reason: keep(reason) };
      return points
        ? { type: 'AcceptPoints', points, ...acceptance }
        : { type: 'AcceptAfterAll', ...acceptance };
    },
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
