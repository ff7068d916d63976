import * as z from 'zod/mini';
import type { ProblemType } from '../problems.ts';
import { changedBody, changeHeaders, referencePath } from '../staff.ts';
import * as bodies from '../staff-commands.ts';
import type { Route } from './route.ts';

const problems = [
  'invalid-request',
  'not-allowed',
  'unknown-complaint',
  'refused',
  'stale',
  'too-large',
  'not-json',
  'key-reused',
  'key-missing',
  'version-missing',
  'our-fault',
] as const satisfies ProblemType[];

type Body = NonNullable<Route['request']['body']>;

/** A command of staff about one complaint: they differ in path, words and body alone. */
function command<Sent extends Body, Path extends Body = typeof referencePath>(
  path: string,
  summary: string,
  description: string,
  body: Sent,
  inPath?: Path,
) {
  return {
    key: `POST /staff/complaints/{reference}/${path}`,
    function: 'staff-api',
    tag: 'staff',
    summary,
    description,
    request: { path: (inPath ?? referencePath) as Path, headers: changeHeaders, body },
    answer: { status: 200, description: 'The change is stored.', body: changedBody },
    problems,
  } as const satisfies Route;
}

/** What staff do to a complaint, each a route and a command of the domain. */
export const commandRoutes = {
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
  draft: command(
    'draft',
    'Draft the answer',
    'Writes down finding, reasons and remedy of one point or more. What was approved before must be approved again.',
    bodies.draftBody,
  ),
  approve: command(
    'approval',
    'Review the answer',
    'Approves or returns the draft, or reviews the answer once it was sent, as the policy wants it. Whoever wrote it cannot.',
    bodies.approvalBody,
  ),
  respond: command(
    'response',
    'Send the answer',
    'Gives the stage 1 answer. Every point needs a finding, reasons, and a remedy or that none is needed (Code 6.9). The date on the letter is the date of the response.',
    bodies.responseBody,
  ),
  extend: command(
    'extension',
    'Extend the answer',
    'Puts the answer off with a reason and a new date. It counts once its notice was accepted for delivery, posted or handed over by the end of the original date (Code 6.4).',
    bodies.extensionBody,
  ),
  prepareExtension: command(
    'prepared-extension',
    'Prepare an extension',
    'Writes an extension that is sent on the last working morning if no answer has gone by then.',
    bodies.preparedExtensionBody,
  ),
  giveUpdate: command(
    'updates',
    'Update the resident',
    'Tells the resident how things stand.',
    bodies.updateBody,
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
  triageMessage: command(
    'messages/{message}/triage',
    'Say what a message is',
    'Says what a resident’s message turned out to be, once somebody has read it.',
    bodies.triageBody,
    z.extend(referencePath, bodies.messagePath),
  ),
  addAction: command(
    'actions',
    'Promise an action',
    'Promises something that puts things right, with an owner and a date; it is tracked beyond the answer.',
    bodies.actionBody,
  ),
  updateAction: command(
    'actions/{action}/updates',
    'Update an action',
    'Says how an action goes, or moves it to another owner or day; a resident who was promised it is told of the new day.',
    bodies.actionUpdateBody,
    z.extend(referencePath, bodies.actionPath),
  ),
  completeAction: command(
    'actions/{action}/completion',
    'Complete an action',
    'Says that an action is done, and how one can tell.',
    bodies.completionBody,
    z.extend(referencePath, bodies.actionPath),
  ),
  correct: command(
    'correction',
    'Correct a date or a party',
    'Puts right when the complaint was received or acknowledged, who complains, or which of the staff it is about. Dates are derived anew, and what was there before stays on record.',
    bodies.correctionBody,
  ),
  withdraw: command(
    'withdrawal',
    'Record a withdrawal',
    'Records that the resident no longer wants the complaint dealt with.',
    bodies.withdrawalBody,
  ),
  close: command(
    'closure',
    'Close a complaint',
    'Stops work on the complaint. Open actions and unread messages keep it open.',
    bodies.closureBody,
  ),
  reopen: command(
    'reopening',
    'Reopen a complaint',
    'Goes on with a complaint. Dates that the landlord ended stand again; those that the resident ended are counted anew.',
    bodies.reopeningBody,
  ),
};
