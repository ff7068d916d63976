import type { ComplaintEvent } from '../../../shared/domain/events.ts';
import { eventSchema } from '../../../shared/domain/events.ts';
import type { RefusalType } from '../../../shared/domain/refusals.ts';

/** Every reason to refuse: the compiler asks for one that is missing. */
const refusals = {
  IssueAfterReceipt: true,
  AwareAfterReceipt: true,
  AwareBeforeIssue: true,
  NotPermittedNow: true,
  HappenedInFuture: true,
  HappenedTooEarly: true,
  ProofNeeded: true,
  HandlerNotAvailable: true,
  StaffComplainedAbout: true,
  NothingDefined: true,
  TooManyPoints: true,
  TooManyOpenTasks: true,
  TooManyUnread: true,
  UnknownPoint: true,
  PointsIncomplete: true,
  NotReviewedHere: true,
  NotApproved: true,
  OwnWork: true,
  NothingDrafted: true,
  ReviewedAlready: true,
  NotReachableByEmail: true,
  NotInWriting: true,
  LetterDateImpossible: true,
  ExtensionAfterDueDate: true,
  ExtensionNotLater: true,
  ExtensionUnsettled: true,
  NotAWorkingDay: true,
  BeyondCap: true,
  UpdatesNotAgreed: true,
  SecondPersonNeeded: true,
  UnknownQuestion: true,
  AnsweredAlready: true,
  UnknownMessage: true,
  TriagedAlready: true,
  UnknownAction: true,
  CompletedAlready: true,
  DateInPast: true,
  ActionsOpen: true,
  MessagesUnread: true,
  NothingToCorrect: true,
  NotAfterAcknowledgement: true,
  NotAfterResponse: true,
} satisfies Record<RefusalType, true>;

export const everyRefusal = Object.keys(refusals).sort();

export const everyEvent = eventSchema._zod.def.options
  .map((option) => option._zod.def.shape.type._zod.def.values[0] as ComplaintEvent['type'])
  .sort();
