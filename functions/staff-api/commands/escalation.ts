import type { escalationRoutes } from '../../../shared/contracts/routes/commands/escalation.ts';
import { given, keepIfSent, type Translations } from './translation.ts';

/** The way to stage 2. What is raised midway stands apart: it may become a complaint of its own. */
export const escalation: Translations<Omit<typeof escalationRoutes, 'raiseIssue'>> = {
  escalate: {
    action: 'escalate',
    command: ({ by, body: { happenedAt, points, reasons, ombudsman }, keep }) => ({
      type: 'Escalate',
      by,
      happenedAt,
      points,
      reasons: keepIfSent(reasons, keep),
      ombudsman,
    }),
  },
  refuseEscalation: {
    action: 'refuse-escalation',
    command: ({ by, body, keep }) => ({
      type: 'RefuseEscalation',
      by,
      ...given(body, keep),
      ground: body.ground,
      reasons: keep(body.reasons),
    }),
  },
};
