import { afterAnswerRoutes } from './commands/after-answer.ts';
import { answerRoutes } from './commands/answer.ts';
import { arrangementRoutes } from './commands/arrangements.ts';
import { escalationRoutes } from './commands/escalation.ts';
import { inquiryRoutes } from './commands/inquiry.ts';
import { intakeRoutes } from './commands/intake.ts';
import { ombudsmanRoutes } from './commands/ombudsman.ts';
import { partyRoutes } from './commands/parties.ts';

/** What staff do to a complaint, each a route and a command of the domain. */
export const commandRoutes = {
  ...inquiryRoutes,
  ...answerRoutes,
  ...escalationRoutes,
  ...afterAnswerRoutes,
  ...ombudsmanRoutes,
  ...arrangementRoutes,
  ...intakeRoutes,
  ...partyRoutes,
};
