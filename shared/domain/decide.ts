import { type Acknowledge, acknowledge } from './commands/acknowledge.ts';
import {
  type AddAction,
  addAction,
  type CompleteAction,
  completeAction,
  type UpdateAction,
  updateAction,
} from './commands/action.ts';
import { type AddPoints, addPoints } from './commands/add-points.ts';
import { type AnswerQuestion, type AskQuestion, answerQuestion, askQuestion } from './commands/ask.ts';
import { type Assign, assign } from './commands/assign.ts';
import { type CorrectDate, type CorrectParty, correctDate, correctParty } from './commands/correct.ts';
import { type CorrectSubjects, correctSubjects } from './commands/correct-subjects.ts';
import { type Draft, draft } from './commands/draft.ts';
import { type Close, close, type Reopen, reopen, type Withdraw, withdraw } from './commands/end.ts';
import { type Extend, extend, type PrepareExtension, prepareExtension } from './commands/extend.ts';
import { type GiveUpdate, giveUpdate } from './commands/give-update.ts';
import { type HandOver, handOver } from './commands/hand-over.ts';
import { type SendMessage, sendMessage, type TriageMessage, triageMessage } from './commands/message.ts';
import { type Receive, receive } from './commands/receive.ts';
import {
  type NoteContact,
  noteContact,
  type RecordCorrespondence,
  recordCorrespondence,
} from './commands/record-contact.ts';
import { type RecordDelivery, recordDelivery } from './commands/record-delivery.ts';
import { type Respond, respond } from './commands/respond.ts';
import {
  type ApproveResponse,
  type ReturnResponse,
  type ReviewResponse,
  reviewAfterSending,
  reviewBeforeSending,
} from './commands/review.ts';
import { type TimePassed, timePassed } from './commands/time-passed.ts';
import type { Complaint } from './complaint.ts';
import { type Context, type Decision, refuse } from './decision.ts';
import { whenItHappened } from './happening.ts';
import type { Refusal } from './refusals.ts';

/** A command of somebody on the staff. */
export type StaffCommand =
  | Assign
  | HandOver
  | AddPoints
  | Acknowledge
  | Draft
  | ApproveResponse
  | ReturnResponse
  | ReviewResponse
  | Respond
  | PrepareExtension
  | Extend
  | GiveUpdate
  | NoteContact
  | RecordCorrespondence
  | AskQuestion
  | TriageMessage
  | AddAction
  | UpdateAction
  | CompleteAction
  | CorrectDate
  | CorrectParty
  | CorrectSubjects
  | Withdraw
  | Close
  | Reopen;

/** A command about a complaint that exists. */
export type Command = StaffCommand | AnswerQuestion | SendMessage | TimePassed | RecordDelivery;

type Deciders = {
  [Type in Command['type']]: (
    complaint: Complaint,
    command: Extract<Command, { type: Type }>,
    context: Context,
  ) => Decision;
};

const deciders: Deciders = {
  Assign: assign,
  HandOver: handOver,
  AddPoints: addPoints,
  Acknowledge: acknowledge,
  Draft: draft,
  ApproveResponse: reviewBeforeSending,
  ReturnResponse: reviewBeforeSending,
  ReviewResponse: reviewAfterSending,
  Respond: respond,
  PrepareExtension: prepareExtension,
  Extend: extend,
  GiveUpdate: giveUpdate,
  NoteContact: noteContact,
  RecordCorrespondence: recordCorrespondence,
  AskQuestion: askQuestion,
  AnswerQuestion: answerQuestion,
  SendMessage: sendMessage,
  TriageMessage: triageMessage,
  AddAction: addAction,
  UpdateAction: updateAction,
  CompleteAction: completeAction,
  CorrectDate: correctDate,
  CorrectParty: correctParty,
  CorrectSubjects: correctSubjects,
  Withdraw: withdraw,
  Close: close,
  Reopen: reopen,
  TimePassed: (complaint, _, context) => timePassed(complaint, context),
  RecordDelivery: recordDelivery,
};

/**
 * Decides what a command does to a complaint. Pure: time comes with the context, ids with the command.
 *
 * @returns the events that happened and the notices owed, or the reason why nothing did
 */
export function decide(state: undefined, command: Receive, context: Context): Decision;
export function decide(state: Complaint, command: Command, context: Context): Decision;
export function decide(state: Complaint | undefined, command: Receive | Command, context: Context): Decision {
  if (command.type === 'Receive') return receive(command, context);
  if (!state) throw new Error(`${command.type} needs a complaint`);
  const impossible = impossibleTime(state, command, context);
  if (impossible) return refuse(impossible);
  const decider = deciders[command.type] as (
    state: Complaint,
    command: Command,
    context: Context,
  ) => Decision;
  return decider(state, command, context);
}

/** Nothing is recorded before it happened, and of what is done with a complaint nothing happened before its receipt. */
function impossibleTime(state: Complaint, command: Command, context: Context): Refusal | undefined {
  if (!('by' in command)) return undefined;
  const precedes = command.type === 'RecordCorrespondence' || command.type === 'CorrectDate';
  const floor = precedes ? undefined : ({ at: state.receivedAt, what: 'receipt' } as const);
  const happening = whenItHappened(command, context, floor);
  return 'refusal' in happening ? happening.refusal : undefined;
}
