import { describeDate } from '../../domain/civil-date.ts';
import { type Instant, londonDateOf, londonTimeOf } from '../../domain/london-time.ts';
import { type MovedBy, whyNot } from '../../domain/moves.ts';
import type { Tellers } from './telling.ts';

/** When something can be done or have happened, and what it takes to say so. */
export const times = {
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
  TenancyEndsTooLate: ({ latest }) => ({
    field: 'tenancyEndedOn',
    detail: `must not be after ${latest}, a year from today`,
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
  NotReachable: () => ({
    field: 'alreadyGiven',
    detail:
      'must say how you gave it and where the proof is: the resident is not to be emailed, and no address or telephone number that may be used is known; find one out, or give it by hand',
    clause: '3.2',
  }),
  NotInWriting: ({ how }) => ({
    field: 'alreadyGiven',
    detail: `must be in writing, and ${how} is not; send a letter or an email, or hand it over`,
    clause: '6.4',
  }),
  PhoneNotAgreed: () => ({
    field: 'alreadyGiven',
    detail:
      'must be in writing: the resident can be phoned, and has not agreed to be told this by phone; find out an address, or record that they agreed (a correction of the complainant with preferredChannel phone), or give it in writing and say so here',
    clause: '6.5',
  }),
  NotGivenByHand: () => ({
    detail: 'No letter or call of this id waits: what waits is listed with the letters and calls.',
  }),
  GivenAlready: ({ on }) => ({ detail: `It was given on ${describeDate(on)} already.` }),
  NotOwedAnyMore: ({ why }) => ({
    detail: `It is not to be given any more: ${noLongerOwed[why]}. If you posted it all the same, record it as correspondence.`,
  }),
  DateInPast: ({ today }) => ({ detail: `The date that is promised must not be before ${today}.` }),
  NothingToCorrect: () => ({ detail: 'It is what it was: there is nothing to correct.' }),
  NotAfterAcknowledgement: ({ acknowledgedAt }) => ({
    detail: `It cannot have been after ${writeInstant(acknowledgedAt)}, when it was acknowledged; correct that first if it is wrong.`,
  }),
  NotAfterResponse: ({ respondedOn }) => ({
    detail: `It cannot have been after ${describeDate(respondedOn)}, the date of the answer.`,
  }),
} as const satisfies Partial<Tellers>;

const noLongerOwed = {
  withdrawn: 'the complaint was withdrawn',
  closed: 'the complaint was closed',
  excluded: 'the complaint was not taken on',
  answered: 'the complaint was answered',
  refused: 'the request for stage 2 was refused',
  escalated: 'the complaint went to stage 2',
  replaced: 'what it says does not hold any more',
  merged: 'the complaint is part of another one now',
  left: 'it was for somebody who is no longer part of the complaint',
  arrived: 'it has arrived by email after all',
} as const;

const earlier = {
  receipt: 'the complaint was received',
  acknowledgement: 'the complaint was acknowledged',
  message: 'the message came',
  escalation: 'stage 2 was asked for',
  refusal: 'stage 2 was refused',
  answer: 'the answer was given',
  exclusion: 'the complaint was not taken on',
  ombudsman: 'the Ombudsman asked or decided',
  letter: 'it was written',
} as const;

const clauses: Partial<Record<MovedBy, string>> = {
  AddPoints: '6.8',
  Acknowledge: '6.2',
  Respond: '6.3',
  Extend: '6.4',
  PrepareExtension: '6.4',
  Escalate: '6.10',
  RefuseEscalation: '5.11',
  Exclude: '2.4',
  RecordLearning: '9.1',
};

function clauseOfMove(command: MovedBy): { clause?: string } {
  const clause = clauses[command];
  return clause ? { clause } : {};
}

function writeInstant(at: Instant): string {
  return `${describeDate(londonDateOf(at))} at ${londonTimeOf(at)}`;
}
