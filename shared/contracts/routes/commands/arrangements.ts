import * as bodies from '../../staff-commands/arrangements.ts';
import { command } from './command.ts';

/** How people reach each other. */
export const arrangementRoutes = {
  agreeUpdates: command(
    'update-intervals',
    'Agree on updates',
    'Agrees with the resident how often they are told how things stand (Code 5.9, 6.6).',
    bodies.updateIntervalBody,
  ),
  adjust: command(
    'adjustments',
    'Adjust to the resident',
    'Agrees on what helps the resident to complain, or looks at it again (Code 5.10).',
    bodies.adjustmentBody,
  ),
  restrict: command(
    'restrictions',
    'Restrict contact',
    'Limits how a resident reaches us, as a last resort, or looks at it again; the complaint is handled all the same (Code 5.14, 5.15).',
    bodies.restrictionBody,
  ),
  nameSupporter: command(
    'supporters',
    'Name a supporter',
    'Puts on record who supports the resident.',
    bodies.supporterBody,
  ),
};
