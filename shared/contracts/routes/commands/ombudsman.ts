import * as bodies from '../../staff-commands/ombudsman.ts';
import { command } from './command.ts';

/** What is not taken on, and what an Ombudsman says. */
export const ombudsmanRoutes = {
  exclude: command(
    'exclusion',
    'Exclude a complaint',
    'Does not take a complaint on, or points of it, for a ground of the landlord’s policy, with evidence, reasons and the right to the Ombudsman (Code 2.4).',
    bodies.exclusionBody,
  ),
  acceptAfterAll: command(
    'acceptance',
    'Accept an excluded complaint',
    'Takes on what was excluded. The dates of a complaint are counted from this day; with points, nothing changes in them.',
    bodies.acceptanceBody,
  ),
  answerOmbudsman: command(
    'ombudsman',
    'Deal with an Ombudsman',
    'Records what an Ombudsman asks, finds and orders, and what we do about it; each is owed by a date.',
    bodies.ombudsmanBody,
  ),
};
