import * as bodies from '../../staff-commands/escalation.ts';
import { command } from './command.ts';

/** The way to stage 2, and what is raised on the way. */
export const escalationRoutes = {
  escalate: command(
    'escalation',
    'Ask for stage 2',
    'Records that the resident wants stage 2, for all of the complaint or some points. It needs no reasons, and no time limit stands in its way (Code 6.10, 6.12).',
    bodies.escalationBody,
  ),
  refuseEscalation: command(
    'escalation-refusal',
    'Refuse stage 2',
    'Refuses a request for stage 2 with reasons and the right to the Ombudsman (Code 5.11); the answer of stage 1 is the last again.',
    bodies.escalationRefusalBody,
  ),
  raiseIssue: command(
    'issues',
    'Raise another issue',
    'Takes what comes up midway into the complaint where it is related and not answered yet, and otherwise makes it a complaint of its own (Code 6.8).',
    bodies.issueBody,
  ),
};
