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
import {
  type AgreeAdjustment,
  agreeAdjustment,
  type ReviewAdjustment,
  reviewAdjustment,
} from './commands/adjust.ts';
import { type AgreeUpdates, agreeUpdates } from './commands/agree-updates.ts';
import { type AnswerQuestion, type AskQuestion, answerQuestion, askQuestion } from './commands/ask.ts';
import { type AskResident, askResident } from './commands/ask-resident.ts';
import { type Assign, assign } from './commands/assign.ts';
import {
  type AnswerOffer,
  answerOffer,
  type OfferCompensation,
  offerCompensation,
  type PayCompensation,
  payCompensation,
} from './commands/compensate.ts';
import { type CorrectDate, correctDate } from './commands/correct-date.ts';
import { type CorrectParty, correctParty } from './commands/correct-party.ts';
import { type CorrectSubjects, correctSubjects } from './commands/correct-subjects.ts';
import { type DeclareConflict, declareConflict } from './commands/declare-conflict.ts';
import { type Draft, draft } from './commands/draft.ts';
import { type Close, close, type Reopen, reopen, type Withdraw, withdraw } from './commands/end.ts';
import { type Escalate, escalate } from './commands/escalate.ts';
import { type AcceptAfterAll, acceptAfterAll, type Exclude, exclude } from './commands/exclude.ts';
import {
  type AcceptPoints,
  acceptPoints,
  type ExcludePoints,
  excludePoints,
} from './commands/exclude-points.ts';
import { type Extend, extend, type PrepareExtension, prepareExtension } from './commands/extend.ts';
import { type GiveNotice, giveNotice } from './commands/give-notice.ts';
import { type GiveUpdate, giveUpdate } from './commands/give-update.ts';
import { type HandOver, handOver } from './commands/hand-over.ts';
import {
  type CompleteHandover,
  completeHandover,
  type ReferToInsurer,
  referToInsurer,
} from './commands/insurer.ts';
import { type RecordLearning, recordLearning } from './commands/learn.ts';
import { type LeaveComplaint, leaveComplaint } from './commands/leave.ts';
import { type Link, link } from './commands/link.ts';
import { type Merge, merge } from './commands/merge.ts';
import { type SendMessage, sendMessage, type TriageMessage, triageMessage } from './commands/message.ts';
import { type NameSupporter, nameSupporter } from './commands/name-supporter.ts';
import {
  type AnswerOmbudsman,
  answerOmbudsman,
  type MeetOrder,
  meetOrder,
  type RecordDetermination,
  type RecordOmbudsmanRequest,
  recordDetermination,
  recordOmbudsmanRequest,
} from './commands/ombudsman.ts';
import {
  type InstructCopies,
  instructCopies,
  type RecordConsent,
  recordConsent,
} from './commands/parties.ts';
import { type RaiseIssue, raiseIssue } from './commands/raise-issue.ts';
import { receive } from './commands/receive.ts';
import {
  type NoteContact,
  noteContact,
  type RecordCorrespondence,
  recordCorrespondence,
} from './commands/record-contact.ts';
import { type RecordDelivery, recordDelivery } from './commands/record-delivery.ts';
import { type RefuseEscalation, refuseEscalation } from './commands/refuse-escalation.ts';
import { type ReplaceAction, replaceAction } from './commands/replace-action.ts';
import { type Respond, respond } from './commands/respond.ts';
import {
  type RestrictContact,
  type ReviewRestriction,
  restrictContact,
  reviewRestriction,
} from './commands/restrict.ts';
import {
  type ApproveResponse,
  type ReturnResponse,
  type ReviewResponse,
  reviewAfterSending,
  reviewBeforeSending,
} from './commands/review.ts';
import { type SetSafeContact, setSafeContact } from './commands/set-safe-contact.ts';
import { speakOf, type TimePassed, timePassed } from './commands/time-passed.ts';
import { type Triage, triage } from './commands/triage.ts';
import type { Complaint } from './complaint.ts';
import { sendAgain, sendOut, toldAsParty } from './copies.ts';
import { type Accepted, type Context, type Decision, refuse } from './decision.ts';
import type { ComplaintEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { whenItHappened } from './happening.ts';
import type { NoticeOwed } from './notices.ts';
import type { Receive } from './receiving.ts';
import type { Refusal } from './refusals.ts';
import { conflicted } from './second-look.ts';
import type { StaffId } from './staff.ts';
import { canBeToldOf } from './telling.ts';

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
  | GiveNotice
  | NoteContact
  | RecordCorrespondence
  | AskQuestion
  | AskResident
  | TriageMessage
  | AddAction
  | UpdateAction
  | CompleteAction
  | CorrectDate
  | CorrectParty
  | CorrectSubjects
  | Withdraw
  | Close
  | Reopen
  | Exclude
  | AcceptAfterAll
  | RaiseIssue
  | Escalate
  | RefuseEscalation
  | AgreeUpdates
  | ReplaceAction
  | OfferCompensation
  | AnswerOffer
  | PayCompensation
  | ReferToInsurer
  | CompleteHandover
  | RecordLearning
  | RecordOmbudsmanRequest
  | AnswerOmbudsman
  | RecordDetermination
  | MeetOrder
  | AgreeAdjustment
  | ReviewAdjustment
  | RestrictContact
  | ReviewRestriction
  | NameSupporter
  | Triage
  | RecordConsent
  | InstructCopies
  | DeclareConflict
  | LeaveComplaint
  | ExcludePoints
  | AcceptPoints
  | Merge
  | Link
  | SetSafeContact;

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
  GiveNotice: giveNotice,
  NoteContact: noteContact,
  RecordCorrespondence: recordCorrespondence,
  AskQuestion: askQuestion,
  AskResident: askResident,
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
  Exclude: exclude,
  AcceptAfterAll: acceptAfterAll,
  RaiseIssue: raiseIssue,
  Escalate: escalate,
  RefuseEscalation: refuseEscalation,
  AgreeUpdates: agreeUpdates,
  ReplaceAction: replaceAction,
  OfferCompensation: offerCompensation,
  AnswerOffer: answerOffer,
  PayCompensation: payCompensation,
  ReferToInsurer: referToInsurer,
  CompleteHandover: completeHandover,
  RecordLearning: recordLearning,
  RecordOmbudsmanRequest: recordOmbudsmanRequest,
  AnswerOmbudsman: answerOmbudsman,
  RecordDetermination: recordDetermination,
  MeetOrder: meetOrder,
  AgreeAdjustment: agreeAdjustment,
  ReviewAdjustment: reviewAdjustment,
  RestrictContact: restrictContact,
  ReviewRestriction: reviewRestriction,
  NameSupporter: nameSupporter,
  Triage: triage,
  RecordConsent: recordConsent,
  InstructCopies: instructCopies,
  DeclareConflict: declareConflict,
  LeaveComplaint: leaveComplaint,
  ExcludePoints: excludePoints,
  AcceptPoints: acceptPoints,
  Merge: merge,
  Link: link,
  SetSafeContact: (complaint, command) => setSafeContact(complaint, command),
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
  if (command.type === 'Receive') return addressed(undefined, receive(command, context), context);
  if (!state) throw new Error(`${command.type} needs a complaint`);
  const refused = impossibleTime(state, command, context) ?? conflicted(state, command, context);
  if (refused) return refuse(refused);
  const decider = deciders[command.type] as (
    state: Complaint,
    command: Command,
    context: Context,
  ) => Decision;
  const decided = addressed(state, decider(state, command, context), context);
  return command.type === 'TimePassed' ? remindAtOnce(state, decided, context) : decided;
}

/** What time itself puts into the post of a morning is spoken of that very morning. */
function remindAtOnce(state: Complaint, decided: Decision, context: Context): Decision {
  if (decided.type === 'Refused') return decided;
  const { events, notices } = decided;
  const owed = events.flatMap((event) => (event.type === 'ContactOwed' ? [event.obligation] : []));
  const said = speakOf(owed, events.reduce<Complaint>(evolve, state), context);
  return { ...decided, events: [...events, ...said.events], notices: [...notices, ...said.notices] };
}

/** Whom a notice goes to is decided by who takes part in the complaint once the command is done. */
function addressed(state: Complaint | undefined, decision: Decision, context: Context): Decision {
  if (decision.type === 'Refused') return decision;
  const { events, notices, other } = decision;
  return {
    ...decision,
    ...sendOutAfter(state, events, notices, context),
    ...(other && { other: sendOutAfter(context.other, other.events, other.notices, context) }),
  };
}

/**
 * What was decided, where it turns out that no mail is safe for somebody: as if that had been known when it was. What has
 * not left yet is given in another way, an extension too.
 *
 * @param party `lead`, `representative` or an other party
 */
export function unmail(
  state: Complaint,
  decided: Accepted,
  { by, party }: { by: StaffId; party: string },
  context: Context,
): Accepted {
  const decidedState = decided.events.reduce<Complaint>(evolve, state);
  const unmailed = { ...decidedState, reachableByEmail: false };
  const isReached = (each: NoticeOwed) => party !== 'lead' || canBeToldOf(each, unmailed);
  // to whom no way is known it stays a mail, which does not arrive: staff find out how to tell them
  const isGivenOtherwise = (each: NoticeOwed) =>
    !each.byHand && toldAsParty(each) === party && isReached(each);
  const otherwise = decided.notices.filter(isGivenOtherwise);
  const set = setSafeContact(
    decidedState,
    { type: 'SetSafeContact', by, ...(party !== 'lead' && { party }), mayBeMailed: false },
    new Set(otherwise.map(({ id }) => id)),
  );
  if (set.type === 'Refused') throw new Error(`mail cannot be stopped: ${set.refusal.type}`);
  const events = [...decided.events, ...set.events];
  const after = events.reduce<Complaint>(evolve, state);
  const sent = sendAgain({ before: state, after }, otherwise, context);
  const kept = decided.notices.filter((each) => !otherwise.includes(each));
  return {
    ...decided,
    events: [...events, ...sent.events],
    notices: [...kept, ...set.notices, ...sent.notices],
  };
}

function sendOutAfter(
  before: Complaint | undefined,
  events: readonly ComplaintEvent[],
  notices: readonly NoticeOwed[],
  context: Context,
): { events: ComplaintEvent[]; notices: NoticeOwed[] } {
  if (notices.length === 0) return { events: [...events], notices: [] };
  const after = events.reduce<Complaint | undefined>(evolve, before);
  if (!after) throw new Error('notices are owed of a complaint that nobody received');
  const sent = sendOut({ before, after }, notices, context);
  return { events: [...events, ...sent.events], notices: sent.notices };
}

/** Nothing is recorded before it happened, and of what is done with a complaint nothing happened before its receipt. */
function impossibleTime(state: Complaint, command: Command, context: Context): Refusal | undefined {
  if (!('by' in command)) return undefined;
  const precedes = command.type === 'RecordCorrespondence' || command.type === 'CorrectDate';
  const floor = precedes ? undefined : ({ at: state.receivedAt, what: 'receipt' } as const);
  const happening = whenItHappened(command, context, floor);
  return 'refusal' in happening ? happening.refusal : undefined;
}
