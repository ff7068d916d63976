import * as z from 'zod/mini';
import { referencePath } from '../../staff.ts';
import * as bodies from '../../staff-commands/inquiry.ts';
import { command } from './command.ts';

/** How staff take a complaint on and find out what happened. */
export const inquiryRoutes = {
  assign: command(
    'assignment',
    'Assign a complaint',
    'Makes somebody of the staff register answerable for the complaint; nobody handles one that is about themself.',
    bodies.assignmentBody,
  ),
  acknowledge: command(
    'acknowledgement',
    'Acknowledge a complaint',
    'Defines the complaint and tells the resident. Its day starts the clock of the answer where the policy counts from it.',
    bodies.acknowledgementBody,
  ),
  addPoints: command(
    'points',
    'Add points',
    'Adds to the complaint definition. What is raised after the answer is a new complaint (Code 6.8).',
    bodies.pointsBody,
  ),
  noteContact: command(
    'contact-notes',
    'Note a contact',
    'Keeps a call or a visit, or an attempt at one, on record.',
    bodies.contactNoteBody,
  ),
  recordCorrespondence: command(
    'correspondence',
    'Record correspondence',
    'Keeps a letter or a mail that came or went outside of here on record.',
    bodies.correspondenceBody,
  ),
  askQuestion: command(
    'questions',
    'Ask a colleague or contractor',
    'Mails a question, with a link by which it is answered; it is owed by a date and chased.',
    bodies.questionBody,
  ),
  askResident: command(
    'clarification',
    'Ask the resident',
    'Asks the resident what is not clear about their complaint (Code 5.6). Every date stays as it is; the reply comes as a message.',
    bodies.clarificationBody,
  ),
  triageMessage: command(
    'messages/{message}/triage',
    'Say what a message is',
    'Says what a resident’s message turned out to be, once somebody has read it.',
    bodies.triageBody,
    z.extend(referencePath, bodies.messagePath),
  ),
  correct: command(
    'correction',
    'Correct a date or a party',
    'Puts right when a stage began or was acknowledged, who complains, or which of the staff it is about. Dates are derived anew, and what was there before stays on record.',
    bodies.correctionBody,
  ),
};
