import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import type { Stage } from '../../shared/domain/stages.ts';
import type { Status } from '../../shared/domain/statuses.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintDrafted,
  complaintReceived,
  fold,
  handler,
  referenceNumber,
  textRef,
} from '../support/complaints.ts';
import { excluding } from '../support/exclusions.ts';
import { date } from '../support/rules.ts';

const by = handler;
const text = textRef(9);
export const later = '2027-01-21T10:00:00Z';
export const afterwards = '2027-01-21T11:00:00Z';

/** What a command finds there that it is about: a question, a message, an action, a claim, an offer. */
function furnish(complaint: Complaint, ...only: Command['type'][]): Complaint {
  const now = '2026-12-30T11:00:00Z';
  const commands: Command[] = [
    { type: 'AskQuestion', by, asked: { staff: colleague }, text },
    { type: 'SendMessage', text },
    { type: 'AddAction', by, description: text, owner: colleague, dueOn: date('2027-02-10') },
    { type: 'ReferToInsurer', by, claim: text },
    { type: 'OfferCompensation', by, pence: 10_000, for: 'loss', reason: text },
  ];
  const wanted = commands.filter(({ type }) => only.length === 0 || only.includes(type));
  return wanted.reduce((each, command) => carryOut(each, command, now).complaint, complaint);
}

const respond = (complaint: Complaint) =>
  carryOut(complaint, { type: 'Respond', by }, '2027-01-13T10:00:00Z').complaint;
const close = (complaint: Complaint) =>
  carryOut(complaint, { type: 'Close', by, reason: text }, '2027-01-20T10:00:00Z').complaint;
const write = (complaint: Complaint) =>
  carryOut(complaint, { type: 'SendMessage', text }, '2027-01-20T11:00:00Z').complaint;
const escalate = (complaint: Complaint) =>
  carryOut(complaint, { type: 'Escalate' }, '2027-01-14T10:00:00Z').complaint;
const acknowledge = (complaint: Complaint) =>
  carryOut(complaint, { type: 'Acknowledge', by, points: [] }, '2027-01-15T10:00:00Z').complaint;

/** Answered by somebody who did not decide stage 1. */
function answerFinally(complaint: Complaint): Complaint {
  const outcome = { point: 'point-1', finding: 'not-upheld', reasons: text, remedy: 'none' } as const;
  const drafted = carryOut(
    complaint,
    { type: 'Draft', by: colleague, outcomes: [outcome] },
    '2027-01-18T10:00:00Z',
  ).complaint;
  return carryOut(drafted, { type: 'Respond', by: colleague }, '2027-01-19T10:00:00Z').complaint;
}

/** What is asked at stage 2, where nothing is left of what was asked at stage 1. */
const ask = (complaint: Complaint) =>
  carryOut(complaint, { type: 'AskQuestion', by, asked: { staff: colleague }, text }, '2027-01-18T09:00:00Z')
    .complaint;

export const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
const answered = respond(furnish(complaintDrafted()));
const settled = respond(furnish(complaintDrafted(), 'ReferToInsurer', 'OfferCompensation'));

/** A complaint of every status of each stage, with something in it that commands can be about. */
export const states: Record<1, Record<Status, Complaint>> &
  Record<2, Record<Exclude<Status, 'excluded' | 'merged'>, Complaint>> = {
  1: {
    received: furnish(received),
    acknowledged: furnish(complaintAcknowledged()),
    responded: answered,
    closed: write(
      close(respond(furnish(complaintDrafted(), 'AskQuestion', 'ReferToInsurer', 'OfferCompensation'))),
    ),
    withdrawn: carryOut(furnish(complaintAcknowledged()), { type: 'Withdraw' }, '2027-01-08T10:00:00Z')
      .complaint,
    excluded: carryOut(furnish(complaintAcknowledged()), excluding, '2027-01-08T10:00:00Z').complaint,
    merged: fold(
      [{ type: 'MergedInto', by, on: date('2027-01-08'), into: referenceNumber(3), reason: text }],
      furnish(received),
    ),
  },
  2: {
    received: escalate(answered),
    acknowledged: acknowledge(escalate(answered)),
    responded: respondedAtStage2(),
    closed: write(close(answerFinally(ask(acknowledge(escalate(settled)))))),
    withdrawn: carryOut(acknowledge(escalate(answered)), { type: 'Withdraw' }, '2027-01-20T10:00:00Z')
      .complaint,
  },
};

/** What was promised at stage 1 is spoken of in the final answer. */
function respondedAtStage2(): Complaint {
  const said: Command = { type: 'UpdateAction', by, action: 'action-1', note: text };
  const asked = ask(acknowledge(escalate(answered)));
  return answerFinally(carryOut(asked, said, '2027-01-18T09:30:00Z').complaint);
}

/** At stage 2 because stage 1 was late, so that there is still something to define. */
const unanswered = carryOut(complaintAcknowledged(), { type: 'Escalate' }, '2027-01-15T09:00:00Z').complaint;
export const unansweredAtStage1: Partial<Record<Status, Complaint>> = {
  received: unanswered,
  acknowledged: acknowledge(unanswered),
};

/** A complaint of a status at a stage; none is excluded at stage 2, or becomes part of another one. */
export function stateOf(stage: Stage, status: Status): Complaint | undefined {
  const ofStage: Partial<Record<Status, Complaint>> = states[stage];
  return ofStage[status];
}
