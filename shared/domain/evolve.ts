import type { Complaint } from './complaint.ts';
import type { ComplaintEvent } from './events.ts';
import { acknowledge, addPoints, correctDate, decidedBy, draft, respond } from './evolve/answer.ts';
import { correctParty, evolveArrangements } from './evolve/arrangements.ts';
import { begin } from './evolve/beginning.ts';
import { evolveCompensation } from './evolve/compensation.ts';
import { recount } from './evolve/dates.ts';
import { reopen, stop } from './evolve/ending.ts';
import { evolveEscalation } from './evolve/escalation.ts';
import { evolveExtension } from './evolve/extension.ts';
import { giveNotice } from './evolve/giving.ts';
import { correctMaker, evolveIntake } from './evolve/intake.ts';
import { evolveMerging } from './evolve/merging.ts';
import { evolveObligation, owe } from './evolve/obligation.ts';
import { evolveOmbudsman } from './evolve/ombudsman.ts';
import {
  addAction,
  answerQuestion,
  completeAction,
  correctSubjects,
  giveUpdate,
  handOver,
  noteDelivered,
  noteReached,
  triage,
  updateAction,
} from './evolve/work.ts';
import { londonDateOf } from './london-time.ts';
import { endWhatIsMoot } from './still-to-give.ts';

/**
 * Folds one event into the state it happened to.
 *
 * @throws Error where the event cannot have happened to that state: a fault, not a refusal
 */
export function evolve(state: Complaint | undefined, event: ComplaintEvent): Complaint {
  if (event.type === 'ComplaintReceived') {
    if (state) throw new Error(`complaint ${state.reference} cannot be received twice`);
    return begin(event);
  }
  if (!state) throw new Error(`${event.type} cannot happen before ComplaintReceived`);
  const revision = state.revision + (unseen.includes(event.type) ? 0 : 1);
  return endWhatIsMoot({ ...change(state, event), eventCount: state.eventCount + 1, revision });
}

/** What time, the mail system and the post do, on which nobody bases a change. */
const unseen: readonly ComplaintEvent['type'][] = [
  'AlertGiven',
  'MissedDateApologised',
  'NoticeAccepted',
  'NoticeDelivered',
  'NoticeNotSent',
  'NoticeGiven',
];

function change(state: Complaint, event: Exclude<ComplaintEvent, { type: 'ComplaintReceived' }>): Complaint {
  switch (event.type) {
    case 'AlertGiven':
    case 'MissedDateApologised':
    case 'ContactOwed':
      return evolveObligation(state, event);
    case 'NoticeAccepted':
    case 'NoticeNotSent':
    case 'CorrespondenceRecorded':
    case 'ResidentAsked':
      return state;
    case 'NoticeGiven':
      return giveNotice(state, event);
    case 'NoticeDelivered':
      return noteDelivered(state, event);
    case 'NoticeNotDelivered':
      return event.to ? state : { ...state, residentUnreached: true };
    case 'ComplaintAssigned':
      return { ...state, handler: event.handler, ...(event.team && { team: event.team }) };
    case 'WorkHandedOver':
      return handOver(state, event.from, event.to);
    case 'PointsAdded':
      return addPoints(state, event);
    case 'ComplaintAcknowledged':
      return acknowledge(state, event);
    case 'ResponseDrafted':
      return draft(state, event);
    case 'ResponseApproved':
      return { ...decidedBy(state, event.by), draft: { by: state.draft?.by ?? [], approvedBy: event.by } };
    case 'ResponseReturned':
      return { ...state, draft: { by: state.draft?.by ?? [], returned: event.comments } };
    case 'ResponseReviewed':
      return { ...state, reviewedBy: event.by };
    case 'ResponseSent':
      return respond(state, event);
    case 'ExtensionPrepared':
    case 'ExtensionRequested':
    case 'ExtensionTookEffect':
    case 'ExtensionNotReached':
    case 'ExtensionCameTooLate':
    case 'ExtensionLapsed':
      return evolveExtension(state, event);
    case 'UpdateGiven':
      return giveUpdate(state, event);
    case 'ContactNoted':
      return event.reached ? noteReached(state, event) : state;
    case 'QuestionAsked': {
      const { question: id, asked, text, obligation } = event;
      return owe({ ...state, questions: [...state.questions, { id, asked, text }] }, obligation);
    }
    case 'QuestionAnswered':
      return answerQuestion(state, event);
    case 'MessageReceived': {
      const { message: id, sentAt, text, obligation } = event;
      return owe({ ...state, messages: [...state.messages, { id, sentAt, text }] }, obligation);
    }
    case 'MessageTriaged':
      return triage(state, event);
    case 'ActionAdded':
      return addAction(state, event);
    case 'ActionUpdated':
      return updateAction(state, event);
    case 'ActionCompleted':
      return completeAction(state, event);
    case 'DatesRecounted':
      return recount(state, event);
    case 'DateCorrected':
      return correctDate(state, event);
    case 'PartyCorrected':
      return correctMaker(correctParty(state, event), event);
    case 'SubjectsCorrected':
      return correctSubjects(state, event);
    case 'ComplaintWithdrawn':
      return stop(state, 'withdrawn', londonDateOf(event.happenedAt));
    case 'ComplaintClosed':
      return stop(state, 'closed', londonDateOf(event.happenedAt));
    case 'ComplaintReopened':
      return reopen(state, event);
    case 'EscalationRequested':
    case 'EscalationRefused':
    case 'IssueRaised':
      return evolveEscalation(state, event);
    case 'CompensationOffered':
    case 'CompensationAccepted':
    case 'CompensationDeclined':
    case 'CompensationPaid':
    case 'HandoverOwed':
    case 'HandoverCompleted':
    case 'ActionReplaced':
    case 'UpdatesAgreed':
    case 'LearningRecorded':
      return evolveCompensation(state, event);
    case 'ComplaintExcluded':
    case 'ComplaintAccepted':
    case 'OmbudsmanAsked':
    case 'OmbudsmanAnswered':
    case 'OmbudsmanDetermined':
    case 'OrderMet':
      return evolveOmbudsman(state, event);
    case 'AdjustmentAgreed':
    case 'AdjustmentReviewed':
    case 'ContactRestricted':
    case 'RestrictionReviewed':
    case 'SupporterNamed':
      return evolveArrangements(state, event);
    case 'ComplaintTriaged':
    case 'ConsentRecorded':
    case 'CopiesInstructed':
    case 'ConflictDeclared':
    case 'PartyLeft':
    case 'PointsExcluded':
    case 'PointsAccepted':
    case 'SafeContactSet':
      return evolveIntake(state, event);
    case 'ComplaintMerged':
    case 'MergedInto':
    case 'ComplaintsLinked':
      return evolveMerging(state, event);
  }
}
