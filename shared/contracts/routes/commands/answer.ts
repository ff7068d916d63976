import * as z from 'zod/mini';
import { referencePath } from '../../staff.ts';
import * as bodies from '../../staff-commands/answer.ts';
import { command } from './command.ts';

/** How staff answer a complaint, put the answer off, and see to what was promised. */
export const answerRoutes = {
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
    'Gives the answer of the stage. Every point needs a finding, reasons, and a remedy or that none is needed (Code 6.9, 6.19). The date on the letter is the date of the response.',
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
