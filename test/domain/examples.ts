import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import type { PolicyVersion } from '../../shared/domain/policy.ts';
import {
  colleague,
  complaintReceived,
  everybody,
  handler,
  manager,
  referenceNumber,
  textRef,
} from '../support/complaints.ts';
import { excluding, excludingPoint } from '../support/exclusions.ts';
import { at, date, variantOf } from '../support/rules.ts';
import {
  accepting,
  addPoint,
  adjusting,
  after,
  answerable,
  asking,
  determining,
  drafted,
  drafting,
  restricting,
  settled,
  twoPoints,
} from './example-parts.ts';
import { unansweredAtStage1 } from './states.ts';

/** Every command but receipt, time and the mail system. */
export type MovingCommand = Exclude<Command, { type: 'TimePassed' | 'RecordDelivery' }>;
const by = handler;
const text = textRef(9);

export interface Example {
  command: Command;
  /** what must have happened to a complaint of that status before, beside its furniture */
  given?: (complaint: Complaint) => Complaint;
  review?: PolicyVersion['stage1']['review'];
  now?: string;
  /** what is otherwise at stage 2 */
  atStage2?: Partial<Example>;
}

const extension = { by, newDueOn: date('2027-01-20'), reason: text } as const;
const extensionAtStage2 = { by, newDueOn: date('2027-03-01'), reason: text } as const;

/** what a command names that is about two complaints */
const other = complaintReceived({ receivedAt: '2026-12-23T16:00:00Z', reference: referenceNumber(5) });

const spokenFor = (complaint: Complaint): Complaint => ({
  ...complaint,
  representative: { capacity: 'advocate', consent: 'given', reachableByEmail: true, copies: 'answers' },
});
const withAnother = (complaint: Complaint): Complaint => ({
  ...complaint,
  madeBy: 'joint',
  others: [{ party: 'party-2', reachableByEmail: true, copies: 'letters' }],
});

const letterToPost: Complaint['obligations'][number] = {
  id: 'posting-action-changed_9',
  kind: 'posting',
  projected: false,
  dueOn: date('2027-01-22'),
  derivation: { promisedOn: date('2026-12-23'), clause: '6.2' },
  gives: { notice: 'action-changed_9', kind: 'action-changed' },
};

/** One of each command that is accepted wherever the table permits it. */
export const examples: { [Type in MovingCommand['type']]: Example } = {
  Assign: { command: { type: 'Assign', by, handler: colleague } },
  HandOver: { command: { type: 'HandOver', by, from: colleague, to: manager } },
  AddPoints: {
    command: { type: 'AddPoints', by, points: [{ definition: text, responsible: true }] },
    atStage2: { given: (complaint) => unansweredAtStage1[complaint.status] ?? complaint },
  },
  RaiseIssue: {
    command: {
      type: 'RaiseIssue',
      by,
      issue: text,
      responsible: true,
      related: true,
      wouldDelay: false,
      reference: referenceNumber(2),
      personalTextHash: 'hash',
    },
  },
  Acknowledge: {
    command: { type: 'Acknowledge', by, points: [{ definition: text, responsible: true }] },
    atStage2: { command: { type: 'Acknowledge', by, points: [] } },
  },
  Draft: { command: drafting, given: addPoint },
  ApproveResponse: { command: { type: 'ApproveResponse', by: manager }, given: drafted, review: 'before' },
  ReturnResponse: {
    command: { type: 'ReturnResponse', by: manager, comments: text },
    given: drafted,
    review: 'before',
  },
  ReviewResponse: { command: { type: 'ReviewResponse', by: manager, satisfied: true }, review: 'after' },
  Respond: { command: { type: 'Respond', by }, given: answerable },
  PrepareExtension: {
    command: { type: 'PrepareExtension', ...extension },
    now: '2027-01-13T10:00:00Z',
    atStage2: { command: { type: 'PrepareExtension', ...extensionAtStage2 } },
  },
  Extend: {
    command: { type: 'Extend', ...extension },
    now: '2027-01-13T10:00:00Z',
    atStage2: { command: { type: 'Extend', ...extensionAtStage2 } },
  },
  AgreeUpdates: { command: { type: 'AgreeUpdates', by, every: 5 } },
  GiveUpdate: { command: { type: 'GiveUpdate', by, text } },
  GiveNotice: {
    command: { type: 'GiveNotice', by, notice: 'action-changed_9', way: 'letter' },
    given: (complaint) => ({ ...complaint, obligations: [...complaint.obligations, letterToPost] }),
  },
  NoteContact: { command: { type: 'NoteContact', by, how: 'phone', reached: true, note: text } },
  RecordCorrespondence: {
    command: { type: 'RecordCorrespondence', by, direction: 'in', how: 'letter', text },
  },
  AskQuestion: { command: { type: 'AskQuestion', by, asked: { staff: colleague }, text } },
  AskResident: { command: { type: 'AskResident', by, text } },
  AnswerQuestion: { command: { type: 'AnswerQuestion', question: 'question-1', answer: text } },
  SendMessage: { command: { type: 'SendMessage', text } },
  TriageMessage: {
    command: { type: 'TriageMessage', by, message: 'message-1', outcome: 'answered' },
  },
  AddAction: {
    command: { type: 'AddAction', by, description: text, owner: colleague, dueOn: date('2027-02-17') },
  },
  UpdateAction: { command: { type: 'UpdateAction', by, action: 'action-1', note: text } },
  ReplaceAction: { command: { type: 'ReplaceAction', by, action: 'action-1', why: text } },
  CompleteAction: { command: { type: 'CompleteAction', by, action: 'action-1', evidence: text } },
  CorrectDate: {
    command: { type: 'CorrectDate', by, what: 'received', is: at('2026-12-22T15:00:00Z'), reason: text },
  },
  CorrectSubjects: {
    command: { type: 'CorrectSubjects', by, staffComplainedAbout: [colleague], reason: text },
  },
  CorrectParty: {
    command: {
      type: 'CorrectParty',
      by,
      was: text,
      personalTextHash: 'hash',
      reachableByEmail: true,
      reason: text,
    },
  },
  SetSafeContact: { command: { type: 'SetSafeContact', by, mayBeMailed: false } },
  Withdraw: { command: { type: 'Withdraw' } },
  Close: { command: { type: 'Close', by, reason: text }, given: settled },
  Reopen: { command: { type: 'Reopen', by, reason: text } },
  Exclude: { command: excluding },
  ExcludePoints: { command: excludingPoint, given: twoPoints },
  AcceptPoints: {
    command: { type: 'AcceptPoints', by, points: ['point-1'], reason: text },
    given: (complaint) => after(twoPoints(complaint), excludingPoint),
  },
  AcceptAfterAll: { command: { type: 'AcceptAfterAll', by, reason: text } },
  Escalate: { command: { type: 'Escalate' } },
  RefuseEscalation: { command: { type: 'RefuseEscalation', by, ground: 'another-issue', reasons: text } },
  OfferCompensation: {
    command: { type: 'OfferCompensation', by, pence: 10_000, for: 'loss', reason: text },
  },
  AnswerOffer: { command: accepting },
  PayCompensation: {
    command: { type: 'PayCompensation', by, offer: 'offer-1', evidence: text },
    given: (complaint) => after(complaint, accepting),
  },
  ReferToInsurer: { command: { type: 'ReferToInsurer', by, claim: text } },
  CompleteHandover: { command: { type: 'CompleteHandover', by, handover: 'handover-1', evidence: text } },
  RecordLearning: { command: { type: 'RecordLearning', by, lesson: text } },
  RecordOmbudsmanRequest: { command: asking },
  AnswerOmbudsman: {
    command: { type: 'AnswerOmbudsman', by, request: 'request-1', evidence: text },
    given: (complaint) => after(complaint, asking),
  },
  RecordDetermination: { command: determining },
  MeetOrder: {
    command: { type: 'MeetOrder', by, order: 'order-1', evidence: text },
    given: (complaint) => after(complaint, determining),
  },
  AgreeAdjustment: { command: adjusting },
  ReviewAdjustment: {
    command: { type: 'ReviewAdjustment', by, adjustment: 'adjustment-1', outcome: 'ends', note: text },
    given: (complaint) => after(complaint, adjusting),
  },
  RestrictContact: { command: restricting },
  ReviewRestriction: {
    command: {
      type: 'ReviewRestriction',
      by: manager,
      roles: ['approver'],
      restriction: 'restriction-1',
      outcome: 'lifted',
      note: text,
    },
    given: (complaint) => after(complaint, restricting),
  },
  RecordConsent: {
    command: { type: 'RecordConsent', by, consent: 'given', evidence: text },
    given: spokenFor,
  },
  InstructCopies: {
    command: { type: 'InstructCopies', by, party: 'representative', copies: 'letters' },
    given: spokenFor,
  },
  LeaveComplaint: { command: { type: 'LeaveComplaint', by, party: 'party-2' }, given: withAnother },
  NameSupporter: { command: { type: 'NameSupporter', by, supporter: text } },
  Triage: { command: { type: 'Triage', by, hazards: ['gas'] } },
  DeclareConflict: { command: { type: 'DeclareConflict', by, person: colleague, reason: text } },
  Merge: {
    command: { type: 'Merge', by, other: other.reference, texts: [], reason: text, otherReason: text },
  },
  Link: { command: { type: 'Link', by, other: other.reference, because: text, otherBecause: text } },
};

export const contextOf = ({ review = 'none' }: Pick<Example, 'review'>) => ({
  policy: variantOf('day-zero', { review }),
  people: everybody,
  other,
});
