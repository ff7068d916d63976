import * as bodies from '../../staff-commands/intake.ts';
import { command } from './command.ts';

/** What is found out at the door, and how complaints stand to one another. */
export const intakeRoutes = {
  triage: command(
    'triage',
    'Triage a complaint',
    'Writes down dangers, what makes it harder to bear, and what it is about. A danger is told to the leader of the team at once, and its complaint comes first in worklists.',
    bodies.doorBody,
  ),
  declareConflict: command(
    'conflicts',
    'Declare a conflict of interest',
    'Says that somebody has an interest in the complaint: they no longer handle or decide it (Code 5.8). Somebody else can say that it is over.',
    bodies.conflictBody,
  ),
  merge: command(
    'merge',
    'Merge another complaint into this one',
    'Makes another complaint, with which nothing was done yet, part of this one: the earliest receipt counts, and every word of both is kept. Whoever made the other is told.',
    bodies.mergerBody,
  ),
  link: command(
    'related',
    'Link another complaint',
    'Shows with both that they have to do with each other; each goes its own way.',
    bodies.linkBody,
  ),
};
