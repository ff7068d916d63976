import * as z from 'zod/mini';
import { referencePath } from '../../staff.ts';
import * as bodies from '../../staff-commands/after-answer.ts';
import { actionPath } from '../../staff-commands/answer.ts';
import { command } from './command.ts';

/** What follows an answer. */
export const afterAnswerRoutes = {
  compensate: command(
    'compensation',
    'Compensate the resident',
    'Offers money, records what the resident says and that it was paid, or passes a claim on to the insurer.',
    bodies.compensationBody,
  ),
  replaceAction: command(
    'actions/{action}/replacement',
    'Replace an action',
    'Says why an action cannot be done as promised, and what is done instead (Code 7.3).',
    bodies.replacementBody,
    z.extend(referencePath, actionPath),
  ),
  recordLearning: command(
    'learning',
    'Record what was learnt',
    'Keeps what was learnt from a complaint, once it was answered (Code 9.1).',
    bodies.learningBody,
  ),
};
