import type { CivilDate } from './civil-date.ts';
import type { Deadline } from './deadline.ts';
import { type ComplaintEvent, type EventOf, stageCorrected } from './events.ts';
import type { Obligation } from './obligations.ts';
import { owedAtStage } from './stages.ts';

/** A date that an event gives to what is owed, and the one before it where the event says that. */
export interface DateGiven {
  obligation: string;
  deadline: Deadline;
  was?: CivilDate;
}

/** The dates that an event gives, with their derivations. Every type of event is named, so that none is forgotten. */
export function datesGivenBy(event: ComplaintEvent): DateGiven[] {
  switch (event.type) {
    case 'ComplaintReceived':
      return event.obligations.flatMap(ofObligation);
    case 'ComplaintAcknowledged':
      return ofDeadline(owedAtStage[event.stage ?? 1].response, event.response);
    case 'ExtensionTookEffect':
    case 'ExtensionCameTooLate':
      return [
        ...ofDeadline(owedAtStage[event.stage ?? 1].response, event.deadline),
        ...ofObligation(event.update),
      ];
    case 'UpdateGiven':
      return ofObligation(event.next);
    case 'ResponseSent':
      return ofObligation(event.learning);
    case 'ConsentRecorded':
    case 'ComplaintMerged':
    case 'PartyCorrected':
    case 'PartyLeft':
    case 'ContactOwed':
    case 'QuestionAsked':
    case 'MessageReceived':
    case 'ActionAdded':
      return ofObligation(event.obligation);
    case 'ActionUpdated':
      return ofDeadline(event.action, event.moved?.deadline);
    case 'DateCorrected':
      return ofCorrection(event);
    case 'DatesRecounted':
      return event.dates.map(({ obligation, was, deadline }) => ({ obligation, was, deadline }));
    case 'ComplaintReopened':
    case 'ComplaintAccepted':
      return event.renewed;
    case 'EscalationRequested':
      return event.obligations.flatMap(ofObligation);
    case 'CompensationAccepted':
    case 'HandoverOwed':
    case 'OmbudsmanAsked':
    case 'AdjustmentAgreed':
    case 'ContactRestricted':
      return ofObligation(event.obligation);
    case 'ActionReplaced':
      return ofObligation(event.replacement?.obligation);
    case 'UpdatesAgreed':
      return ofObligation(event.update);
    case 'OmbudsmanDetermined':
      return event.orders.flatMap(({ obligation }) => ofObligation(obligation));
    case 'AdjustmentReviewed':
    case 'RestrictionReviewed':
      return ofObligation(event.next);
    case 'AlertGiven':
    case 'MissedDateApologised':
    case 'NoticeAccepted':
    case 'NoticeDelivered':
    case 'NoticeNotDelivered':
    case 'NoticeNotSent':
    case 'NoticeGiven':
    case 'ComplaintAssigned':
    case 'WorkHandedOver':
    case 'PointsAdded':
    case 'ResponseDrafted':
    case 'ResponseApproved':
    case 'ResponseReturned':
    case 'ResponseReviewed':
    case 'ExtensionPrepared':
    case 'ExtensionRequested':
    case 'ExtensionNotReached':
    case 'ExtensionLapsed':
    case 'ContactNoted':
    case 'CorrespondenceRecorded':
    case 'ResidentAsked':
    case 'QuestionAnswered':
    case 'MessageTriaged':
    case 'ActionCompleted':
    case 'SubjectsCorrected':
    case 'ComplaintWithdrawn':
    case 'ComplaintClosed':
    case 'EscalationRefused':
    case 'IssueRaised':
    case 'CompensationOffered':
    case 'CompensationDeclined':
    case 'CompensationPaid':
    case 'HandoverCompleted':
    case 'LearningRecorded':
    case 'ComplaintExcluded':
    case 'OmbudsmanAnswered':
    case 'OrderMet':
    case 'SupporterNamed':
    case 'ComplaintTriaged':
    case 'CopiesInstructed':
    case 'ConflictDeclared':
    case 'PointsExcluded':
    case 'PointsAccepted':
    case 'MergedInto':
    case 'ComplaintsLinked':
    case 'SafeContactSet':
      return [];
  }
}

function ofCorrection({ what, acknowledgement, response }: EventOf<'DateCorrected'>): DateGiven[] {
  const owed = owedAtStage[stageCorrected(what)];
  return [...ofDeadline(owed.acknowledgement, acknowledgement), ...ofDeadline(owed.response, response)];
}

function ofObligation(obligation: Obligation | undefined): DateGiven[] {
  return obligation ? ofDeadline(obligation.id, obligation) : [];
}

function ofDeadline(obligation: string, deadline: Deadline | undefined): DateGiven[] {
  return deadline ? [{ obligation, deadline }] : [];
}
