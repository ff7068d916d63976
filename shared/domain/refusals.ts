import type { Role } from './authorization.ts';
import type { CivilDate } from './civil-date.ts';
import type { LackingForAge } from './exclusion-parts.ts';
import type { waysOfGiving } from './giving.ts';
import type { Instant } from './london-time.ts';
import type { MovedBy, WhyNot } from './moves.ts';
import type { Obligation } from './obligations.ts';
import type { Consent } from './parties.ts';
import type { StaffId } from './staff.ts';
import type { Status } from './statuses.ts';

/**
 * Every reason why a command may be refused: facts, which change nothing. Each carries the date or the person that would
 * make the command possible, where there is one.
 */
export type Refusal =
  | { type: 'IssueAfterReceipt'; issueOccurredOn: CivilDate; receivedOn: CivilDate }
  | { type: 'AwareAfterReceipt'; becameAwareOn: CivilDate; receivedOn: CivilDate }
  | { type: 'AwareBeforeIssue'; becameAwareOn: CivilDate; issueOccurredOn: CivilDate }
  | { type: 'TenancyEndsTooLate'; tenancyEndedOn: CivilDate; latest: CivilDate }
  | { type: 'NotPermittedNow'; command: MovedBy; status: Status; why: WhyNot }
  | { type: 'HappenedInFuture'; now: Instant }
  | {
      type: 'HappenedTooEarly';
      notBefore: Instant;
      what:
        | 'receipt'
        | 'acknowledgement'
        | 'message'
        | 'escalation'
        | 'refusal'
        | 'answer'
        | 'exclusion'
        | 'ombudsman'
        | 'letter';
    }
  | { type: 'ProofNeeded' }
  | { type: 'HandlerNotAvailable'; person: StaffId; why: 'unknown' | 'disabled' | 'other-landlord' }
  | { type: 'StaffComplainedAbout'; person: StaffId }
  | { type: 'NothingDefined' }
  | { type: 'TooManyPoints'; most: number }
  | { type: 'TooManyOpenTasks'; most: number }
  | { type: 'TooManyUnread'; most: number }
  | { type: 'UnknownPoint'; point: string; known: string[] }
  | { type: 'PointsIncomplete'; missing: { point: string; lacks: string[] }[] }
  | { type: 'NotReviewedHere'; review: 'none' | 'before' | 'after' }
  | { type: 'NotApproved'; authors: StaffId[] }
  | { type: 'OwnWork'; authors: StaffId[] }
  | { type: 'NothingDrafted' }
  | { type: 'ReviewedAlready'; by: StaffId }
  | { type: 'NotReachable' }
  | { type: 'NotGivenByHand' }
  | { type: 'GivenAlready'; on: CivilDate }
  | { type: 'NotOwedAnyMore'; why: NonNullable<Obligation['ended']> }
  | { type: 'NotInWriting'; how: (typeof waysOfGiving)[number] }
  | { type: 'PhoneNotAgreed' }
  | { type: 'LetterDateImpossible'; notBefore: CivilDate; notAfter: CivilDate }
  | { type: 'ExtensionAfterDueDate'; dueOn: CivilDate }
  | { type: 'ExtensionNotLater'; dueOn: CivilDate }
  | { type: 'ExtensionUnsettled'; newDueOn: CivilDate }
  | { type: 'NotAWorkingDay'; date: CivilDate; before: CivilDate }
  | { type: 'BeyondCap'; latest: CivilDate }
  | { type: 'UpdatesNotAgreed'; latest: CivilDate }
  | { type: 'SecondPersonNeeded'; preparedBy: StaffId | undefined }
  | { type: 'UnknownQuestion' }
  | { type: 'AnsweredAlready' }
  | { type: 'UnknownMessage' }
  | { type: 'TriagedAlready' }
  | { type: 'UnknownAction' }
  | { type: 'CompletedAlready'; on: CivilDate }
  | { type: 'DateInPast'; today: CivilDate }
  | { type: 'ActionsOpen'; actions: { id: string; dueOn: CivilDate }[] }
  | { type: 'MessagesUnread'; messages: { id: string; dueOn: CivilDate }[] }
  | { type: 'DecidedStage1'; person: StaffId }
  | { type: 'Stage1NotLate'; dueOn: CivilDate }
  | { type: 'NothingEscalated' }
  | { type: 'WindowNotOver'; lastDay: CivilDate | undefined }
  | { type: 'RefusedUnanswered' }
  | { type: 'OmbudsmanDecided'; ombudsman: string }
  | { type: 'ActionsUnanswered'; actions: string[] }
  | { type: 'DiscussFirst' }
  | { type: 'UnknownOmbudsman'; ombudsman: string; known: string[] }
  | { type: 'ActionEnded' }
  | { type: 'UnknownOffer' }
  | { type: 'OfferSettled'; state: 'accepted' | 'declined' | 'paid' }
  | { type: 'OfferNotAccepted' }
  | { type: 'AreaMissing' }
  | { type: 'AreaDecides'; area: string }
  | { type: 'GoesToInsurer' }
  | { type: 'UnknownContact' }
  | { type: 'UnknownHandover' }
  | { type: 'HandedOverAlready'; on: CivilDate }
  | { type: 'UpdatesAgreedAlready'; every: number }
  | { type: 'NothingToUpdate' }
  | { type: 'UnknownGround'; known: string[] }
  | { type: 'UnknownRequest' }
  | { type: 'RequestAnsweredAlready'; on: CivilDate }
  | { type: 'UnknownOrder' }
  | { type: 'OrderMetAlready'; on: CivilDate }
  | { type: 'RankNeeded'; approvers: Role[]; approvedBy: string; clause?: string }
  | { type: 'RestrictedAlready'; restriction: string }
  | { type: 'MethodImpossible'; lacks: 'address' | 'phone' | 'any' }
  | { type: 'UnknownRestriction' }
  | { type: 'NotRestricted' }
  | { type: 'UnknownAdjustment' }
  | { type: 'AdjustmentEnded' }
  | { type: 'NoMoreTimeNamed' }
  | { type: 'NoContactNamed' }
  | { type: 'NothingToCorrect' }
  | { type: 'NotAfterAcknowledgement'; acknowledgedAt: Instant }
  | { type: 'NotAfterResponse'; respondedOn: CivilDate }
  | { type: 'ChoiceNotRecorded' }
  | { type: 'ReceivedAfterChoice'; chosenOn: CivilDate }
  | { type: 'NotForAll'; others: number }
  | { type: 'LeadNeeded'; known: string[] }
  | { type: 'UnknownParty'; known: string[] }
  | { type: 'TooManyParties'; most: number }
  | { type: 'NoRepresentative' }
  | { type: 'ConsentNeeded'; consent: Consent }
  | { type: 'ConsentUnproven' }
  | { type: 'NothingMissing' }
  | { type: 'InScope'; wording: string }
  | { type: 'AgeUnknown'; lacks: LackingForAge[] }
  | { type: 'NotTooOld'; lastDay: CivilDate }
  | { type: 'ExceptionHolds'; exception: string }
  | { type: 'CodeForbidsRefusal'; clause: string; codeLastDay?: CivilDate | undefined }
  | { type: 'ClaimNotFiled' }
  | { type: 'PointExcludedAlready'; point: string }
  | { type: 'PointNotExcluded'; point: string }
  | { type: 'EveryPointExcluded' }
  | { type: 'ConflictOfInterest'; person: StaffId }
  | { type: 'UnknownOther' }
  | { type: 'SameComplaint' }
  | { type: 'OtherLandlord' }
  | {
      type: 'OtherNotMergeable';
      status: Status;
      why: WhyNot | 'work-begun' | 'nameless' | 'policy' | 'earlier-dates';
    }
  | { type: 'LinkedAlready' };

export type RefusalType = Refusal['type'];
