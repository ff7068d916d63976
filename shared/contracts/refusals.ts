import { describeDate } from '../domain/civil-date.ts';
import { type Instant, londonDateOf, londonTimeOf } from '../domain/london-time.ts';
import { type MovedBy, whyNot } from '../domain/moves.ts';
import type { Refusal } from '../domain/refusals.ts';

/** How a refusal is told: which field it is about, if one, which clause it follows, and what would make it possible. */
export interface ToldRefusal {
  detail: string;
  field?: string;
  /** of the Complaint Handling Code 2024 */
  clause?: string;
}

type Tellers = {
  [Type in Refusal['type']]: (refusal: Extract<Refusal, { type: Type }>) => ToldRefusal;
};

const tellers: Tellers = {
  IssueAfterReceipt: ({ receivedOn }) => ({
    field: 'issueOccurredOn',
    detail: `must not be after ${receivedOn}, the day the complaint was received`,
  }),
  AwareAfterReceipt: ({ receivedOn }) => ({
    field: 'becameAwareOn',
    detail: `must not be after ${receivedOn}, the day the complaint was received`,
  }),
  AwareBeforeIssue: ({ issueOccurredOn }) => ({
    field: 'becameAwareOn',
    detail: `must not be before ${issueOccurredOn}, the day the issue occurred`,
  }),
  NotPermittedNow: ({ why, command }) => ({ ...clauseOfMove(command), detail: whyNot[why] }),
  HappenedInFuture: ({ now }) => ({
    field: 'happenedAt',
    detail: `must not be after now, ${writeInstant(now)}; record it once it has happened`,
  }),
  HappenedTooEarly: ({ notBefore, what }) => ({
    field: 'happenedAt',
    detail: `must not be before ${writeInstant(notBefore)}, when ${earlier[what]}`,
  }),
  ProofNeeded: () => ({
    field: 'alreadyGiven',
    detail:
      'must say how it was given and where the proof is, since it is said to have happened earlier; what Redress sends is given now',
    clause: '5.12',
  }),
  HandlerNotAvailable: ({ person, why }) => ({
    detail: `${person} ${unavailable[why]}`,
  }),
  StaffComplainedAbout: ({ person }) => ({
    detail: `The complaint is about ${person}, who can take no part in it; choose somebody else.`,
    clause: '5.8',
  }),
  NothingDefined: () => ({
    field: 'points',
    detail: 'must have at least one point: what the complaint is about has not been defined yet',
    clause: '5.6',
  }),
  TooManyPoints: ({ most }) => ({
    field: 'points',
    detail: `must not bring the complaint over ${most} points`,
  }),
  TooManyOpenTasks: ({ most }) => ({
    detail: `There are ${most} actions and questions open on this complaint, which is the most; complete or answer one first.`,
  }),
  TooManyUnread: ({ most }) => ({
    detail: `You have sent us ${most} messages that we have yet to read. We will; if it cannot wait until then, phone us.`,
  }),
  UnknownPoint: ({ point, known }) => ({
    field: 'outcomes',
    detail: `must name points of this complaint: ${point} is none of ${known.join(', ') || 'them, for none is defined'}`,
  }),
  PointsIncomplete: ({ missing }) => ({
    detail: `Every point needs a finding, reasons, and a remedy or that none is needed. Still missing: ${missing
      .map(({ point, lacks }) => `${point} lacks ${lacks.join(' and ')}`)
      .join('; ')}.`,
    clause: '6.9',
  }),
  NotReviewedHere: ({ review }) => ({
    detail: `Under this landlord’s policy answers are ${reviews[review]}.`,
  }),
  NotApproved: ({ authors }) => ({
    detail: `This landlord’s policy wants the answer approved first, by an approver other than ${authors.join(', ') || 'its authors'}.`,
  }),
  OwnWork: ({ authors }) => ({
    detail: `Somebody else must review this: it was written or decided by ${authors.join(', ')}.`,
    clause: '5.8',
  }),
  NothingDrafted: () => ({ detail: 'There is no draft to review yet.' }),
  ReviewedAlready: ({ by }) => ({
    detail: `It was reviewed already, by ${by}; a new draft can be reviewed again.`,
  }),
  NotReachableByEmail: () => ({
    field: 'alreadyGiven',
    detail:
      'must say how you gave it and where the proof is: the resident is not to be emailed, so post it or hand it over first',
  }),
  NotInWriting: ({ how }) => ({
    field: 'alreadyGiven',
    detail: `must be in writing, and ${how} is not; send a letter or an email, or hand it over`,
    clause: '6.4',
  }),
  LetterDateImpossible: ({ notBefore, notAfter }) => ({
    field: 'datedOn',
    detail: notBefore === notAfter ? `must be ${notBefore}` : `must lie between ${notBefore} and ${notAfter}`,
  }),
  ExtensionAfterDueDate: ({ dueOn }) => ({
    detail: `An extension had to be given by the end of ${describeDate(dueOn)}, which is over. Answer as soon as you can, and agree with the resident when to update them until then.`,
    clause: '6.4',
  }),
  ExtensionNotLater: ({ dueOn }) => ({
    field: 'newDueOn',
    detail: `must be after ${dueOn}, the present date`,
  }),
  ExtensionUnsettled: ({ newDueOn }) => ({
    detail: `An extension to ${describeDate(newDueOn)} is on its way to the resident; wait until it has arrived or failed.`,
  }),
  NotAWorkingDay: ({ before }) => ({
    field: 'newDueOn',
    detail: `must be a working day; the last one before it is ${before}`,
  }),
  BeyondCap: ({ latest }) => ({
    field: 'goodReason',
    detail: `is needed beyond ${latest}, the last day to which the answer may be put off without one`,
    clause: '6.4',
  }),
  UpdatesNotAgreed: ({ latest }) => ({
    field: 'updateEvery',
    detail: `is needed beyond ${latest}: agree with the resident how often you update them`,
    clause: '5.9',
  }),
  SecondPersonNeeded: ({ preparedBy }) => ({
    detail: preparedBy
      ? `This goes beyond the limit, so somebody other than ${preparedBy}, who prepared it, must give it.`
      : 'This goes beyond the limit, so one person prepares it and another gives it; prepare it first.',
    clause: '6.4',
  }),
  UnknownQuestion: () => ({ detail: 'There is no such question.' }),
  AnsweredAlready: () => ({
    detail: 'This question was answered already; phone whoever asked if you want to add something.',
  }),
  UnknownMessage: () => ({ detail: 'There is no such message on this complaint.' }),
  TriagedAlready: () => ({ detail: 'Somebody has read this message already and said what it is.' }),
  UnknownAction: () => ({ detail: 'There is no such action on this complaint.' }),
  CompletedAlready: ({ on }) => ({ detail: `This action was completed already, on ${describeDate(on)}.` }),
  DateInPast: ({ today }) => ({ field: 'dueOn', detail: `must not be before today, ${today}` }),
  ActionsOpen: ({ actions }) => ({
    detail: `Actions that were promised are still open: ${actions.map(({ id, dueOn }) => `${id} by ${dueOn}`).join(', ')}. Complete them first.`,
    clause: '6.6',
  }),
  MessagesUnread: ({ messages }) => ({
    detail: `The resident wrote, and it may be a request for stage 2: read ${messages.map(({ id, dueOn }) => `${id} by ${dueOn}`).join(', ')} first.`,
    clause: '6.10',
  }),
  NothingToCorrect: () => ({ detail: 'It is what it was: there is nothing to correct.' }),
  NotAfterResponse: ({ respondedOn }) => ({
    field: 'acknowledged',
    detail: `must not be after ${respondedOn}, the date of the answer`,
  }),
  NotAfterAcknowledgement: ({ acknowledgedAt }) => ({
    field: 'received',
    detail: `must not be after ${writeInstant(acknowledgedAt)}, when the complaint was acknowledged; correct that first if it is wrong`,
  }),
};

export function tellRefusal(refusal: Refusal): ToldRefusal {
  const tell = tellers[refusal.type] as (refusal: Refusal) => ToldRefusal;
  return tell(refusal);
}

const earlier = {
  receipt: 'the complaint was received',
  acknowledgement: 'the complaint was acknowledged',
  message: 'the message came',
};
const unavailable = {
  unknown: 'is not in the staff register; an administrator can add them',
  disabled: 'is disabled in the staff register; choose somebody else',
  'other-landlord': 'does not serve this landlord; choose somebody who does',
};
const reviews = {
  none: 'not reviewed by a second person',
  before: 'reviewed before they are sent: approve or return the draft',
  after: 'reviewed after they are sent',
};
const clauses: Partial<Record<MovedBy, string>> = {
  AddPoints: '6.8',
  Acknowledge: '6.2',
  Respond: '6.3',
  Extend: '6.4',
  PrepareExtension: '6.4',
};

function clauseOfMove(command: MovedBy): { clause?: string } {
  const clause = clauses[command];
  return clause ? { clause } : {};
}

function writeInstant(at: Instant): string {
  return `${describeDate(londonDateOf(at))} at ${londonTimeOf(at)}`;
}
