import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import { carryOut, colleague, handler, manager, textRef } from '../support/complaints.ts';
import { date } from '../support/rules.ts';
import { later } from './states.ts';

/** What the examples of commands are made of, and what happens before some of them. */

const by = handler;
const text = textRef(9);
const outcome = { point: 'point-1', finding: 'upheld', reasons: text, remedy: 'none' } as const;
export const drafting: Command = { type: 'Draft', by: colleague, outcomes: [outcome] };

export const after = (complaint: Complaint, ...commands: Command[]) =>
  commands.reduce((each, command) => carryOut(each, command, later).complaint, complaint);

export const addPoint = (complaint: Complaint) =>
  complaint.points.length > 0
    ? complaint
    : after(complaint, { type: 'AddPoints', by, points: [{ definition: text, responsible: true }] });
/** One of them can go, and the complaint goes on with the other. */
export const twoPoints = (complaint: Complaint) =>
  after(addPoint(complaint), { type: 'AddPoints', by, points: [{ definition: text, responsible: true }] });
export const drafted = (complaint: Complaint) => after(addPoint(complaint), drafting);
/** Whatever stage 1 promised is said to be done, which the answer of stage 2 waits for. */
export const answerable = (complaint: Complaint) =>
  after(drafted(complaint), { type: 'UpdateAction', by, action: 'action-1', note: text });
/** Nothing promised and nothing unread, which would keep it open. */
export const settled = (complaint: Complaint) =>
  after(
    complaint,
    { type: 'TriageMessage', by, message: 'message-1', outcome: 'answered' },
    { type: 'CompleteAction', by, action: 'action-1', evidence: text },
  );

export const accepting: Command = { type: 'AnswerOffer', offer: 'offer-1', accepted: true };
export const asking: Command = {
  type: 'RecordOmbudsmanRequest',
  by,
  ombudsman: 'housing-ombudsman',
  text,
  dueOn: date('2027-02-24'),
};
export const determining: Command = {
  type: 'RecordDetermination',
  by,
  ombudsman: 'housing-ombudsman',
  findings: [{ point: 'complaint-handling', determination: 'service-failure' }],
  orders: [{ binding: true, description: text, dueOn: date('2027-02-24') }],
};
export const adjusting: Command = { type: 'AgreeAdjustment', by, kind: 'large-print', note: text };
export const restricting: Command = {
  type: 'RestrictContact',
  by: manager,
  roles: ['approver'],
  kind: 'single-medium',
  method: 'email',
  agreed: true,
  reason: text,
  equalityAct: text,
};
