import type { commandRoutes } from '../routes/commands.ts';
import { afterAnswerExamples } from './after-answer.ts';
import { answerExamples } from './answer.ts';
import { arrangementsExamples } from './arrangements.ts';
import { escalationExamples } from './escalation.ts';
import type { Example } from './example.ts';
import { inquiryExamples } from './inquiry.ts';
import { intakeExamples } from './intake.ts';
import { ombudsmanExamples } from './ombudsman.ts';
import { partiesExamples } from './parties.ts';

/** What staff do to one complaint. */
export const commandExamples = {
  ...inquiryExamples,
  ...answerExamples,
  ...arrangementsExamples,
  ...escalationExamples,
  ...afterAnswerExamples,
  ...ombudsmanExamples,
  ...partiesExamples,
  ...intakeExamples,
} as const satisfies Record<keyof typeof commandRoutes, Example>;
