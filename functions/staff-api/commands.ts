import type { commandRoutes } from '../../shared/contracts/routes/commands.ts';
import { afterAnswer } from './commands/after-answer.ts';
import { answer } from './commands/answer.ts';
import { arrangements } from './commands/arrangements.ts';
import { escalation } from './commands/escalation.ts';
import { inquiry } from './commands/inquiry.ts';
import { intake } from './commands/intake.ts';
import { ombudsman } from './commands/ombudsman.ts';
import { parties } from './commands/parties.ts';
import type { Translations } from './commands/translation.ts';

/** What each route of staff asks of the domain, and which right it takes; what is put together from more than the body stands apart. */
export const translations: Translations<
  Omit<typeof commandRoutes, 'correct' | 'raiseIssue' | 'recordConsent' | 'leaveComplaint' | 'merge' | 'link'>
> = {
  ...inquiry,
  ...intake,
  ...answer,
  ...escalation,
  ...afterAnswer,
  ...ombudsman,
  ...arrangements,
  ...parties,
};
