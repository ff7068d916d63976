import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import type { PolicyVersion } from '../../shared/domain/policy.ts';
import type { Status } from '../../shared/domain/statuses.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintDrafted,
  complaintReceived,
  everybody,
  handler,
  manager,
  textRef,
} from '../support/complaints.ts';
import { at, date, variantOf } from '../support/rules.ts';

/** Every command but receipt, time and the mail system. */
export type MovingCommand = Exclude<Command, { type: 'TimePassed' | 'RecordDelivery' }>;
const by = handler;
const text = textRef(9);
export const later = '2027-01-21T10:00:00Z';
export const afterwards = '2027-01-21T11:00:00Z';

/** What a command finds there that it is about: a question, a message, an action. */
function furnish(complaint: Complaint, only?: Command['type']): Complaint {
  const now = '2026-12-30T11:00:00Z';
  const commands: Command[] = [
    { type: 'AskQuestion', by, asked: { staff: colleague }, text },
    { type: 'SendMessage', text },
    { type: 'AddAction', by, description: text, owner: colleague, dueOn: date('2027-02-10') },
  ];
  const wanted = commands.filter(({ type }) => only === undefined || type === only);
  return wanted.reduce((each, command) => carryOut(each, command, now).complaint, complaint);
}

export const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
/** A complaint of every status, with something in it that commands can be about. */
export const states: Record<Status, Complaint> = {
  received: furnish(received),
  acknowledged: furnish(complaintAcknowledged()),
  responded: respondedWith(furnish(complaintDrafted())),
  closed: closedAndWrittenAbout(furnish(complaintDrafted(), 'AskQuestion')),
  withdrawn: carryOut(furnish(complaintAcknowledged()), { type: 'Withdraw' }, '2027-01-08T10:00:00Z')
    .complaint,
};

function respondedWith(complaint: Complaint): Complaint {
  return carryOut(complaint, { type: 'Respond', by }, '2027-01-13T10:00:00Z').complaint;
}

function closedAndWrittenAbout(complaint: Complaint): Complaint {
  const closing: Command = { type: 'Close', by, reason: text };
  const closed = carryOut(respondedWith(complaint), closing, '2027-01-20T10:00:00Z').complaint;
  return carryOut(closed, { type: 'SendMessage', text }, '2027-01-20T11:00:00Z').complaint;
}

const outcome = { point: 'point-1', finding: 'upheld', reasons: text, remedy: 'none' } as const;
const drafting: Command = { type: 'Draft', by, outcomes: [outcome] };

interface Example {
  command: Command;
  /** what must have happened to a complaint of that status before, beside its furniture */
  given?: (complaint: Complaint) => Complaint;
  review?: PolicyVersion['stage1']['review'];
  now?: string;
}

const addPoint = (complaint: Complaint) =>
  complaint.points.length > 0
    ? complaint
    : carryOut(complaint, { type: 'AddPoints', by, points: [{ definition: text, responsible: true }] }, later)
        .complaint;
const drafted = (complaint: Complaint) => carryOut(addPoint(complaint), drafting, later).complaint;
/** Nothing promised and nothing unread, which would keep it open. */
const settled = (complaint: Complaint) => {
  const commands: Command[] = [
    { type: 'TriageMessage', by, message: 'message-1', outcome: 'answered' },
    { type: 'CompleteAction', by, action: 'action-1', evidence: text },
  ];
  return commands.reduce((each, command) => carryOut(each, command, later).complaint, complaint);
};

/** One of each command that is accepted wherever the table permits it. */
export const examples: { [Type in MovingCommand['type']]: Example } = {
  Assign: { command: { type: 'Assign', by, handler: colleague } },
  HandOver: { command: { type: 'HandOver', by, from: colleague, to: manager } },
  AddPoints: { command: { type: 'AddPoints', by, points: [{ definition: text, responsible: true }] } },
  Acknowledge: { command: { type: 'Acknowledge', by, points: [{ definition: text, responsible: true }] } },
  Draft: { command: drafting, given: addPoint },
  ApproveResponse: { command: { type: 'ApproveResponse', by: manager }, given: drafted, review: 'before' },
  ReturnResponse: {
    command: { type: 'ReturnResponse', by: manager, comments: text },
    given: drafted,
    review: 'before',
  },
  ReviewResponse: { command: { type: 'ReviewResponse', by: manager, satisfied: true }, review: 'after' },
  Respond: { command: { type: 'Respond', by }, given: drafted },
  PrepareExtension: {
    command: { type: 'PrepareExtension', by, newDueOn: date('2027-01-20'), reason: text },
    now: '2027-01-13T10:00:00Z',
  },
  Extend: {
    command: { type: 'Extend', by, newDueOn: date('2027-01-20'), reason: text },
    now: '2027-01-13T10:00:00Z',
  },
  GiveUpdate: { command: { type: 'GiveUpdate', by, text } },
  NoteContact: { command: { type: 'NoteContact', by, how: 'phone', reached: true, note: text } },
  RecordCorrespondence: {
    command: { type: 'RecordCorrespondence', by, direction: 'in', how: 'letter', text },
  },
  AskQuestion: { command: { type: 'AskQuestion', by, asked: { staff: colleague }, text } },
  AnswerQuestion: { command: { type: 'AnswerQuestion', question: 'question-1', answer: text } },
  SendMessage: { command: { type: 'SendMessage', text } },
  TriageMessage: {
    command: { type: 'TriageMessage', by, message: 'message-1', outcome: 'answered' },
  },
  AddAction: {
    command: { type: 'AddAction', by, description: text, owner: colleague, dueOn: date('2027-02-17') },
  },
  UpdateAction: { command: { type: 'UpdateAction', by, action: 'action-1', note: text } },
  CompleteAction: { command: { type: 'CompleteAction', by, action: 'action-1', evidence: text } },
  CorrectDate: {
    command: { type: 'CorrectDate', by, what: 'received', is: at('2026-12-22T15:00:00Z'), reason: text },
  },
  CorrectSubjects: {
    command: {
      type: 'CorrectSubjects',
      by,
      staffComplainedAbout: [colleague],
      reason: text,
    },
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
  Withdraw: { command: { type: 'Withdraw' } },
  Close: { command: { type: 'Close', by, reason: text }, given: settled },
  Reopen: { command: { type: 'Reopen', by, reason: text } },
};

export const contextOf = (example: Example) => ({
  policy: variantOf('day-zero', { review: example.review ?? 'none' }),
  people: everybody,
});
