import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import type { NoticeOwed } from '../../../shared/domain/notices.ts';
import { composeNotice } from '../../../shared/notices/compose.ts';
import { ombudsmenOf } from '../../../shared/use-cases/rules.ts';
import { carryOut, colleague, complaintDrafted, handler, sample, textRef } from '../../support/complaints.ts';
import { date, type LandlordId, rules, versionOf } from '../../support/rules.ts';

/**
 * A complaint of each landlord as far as a test wants it: received on Wednesday 23 December 2026, acknowledged on the
 * 30th, answered on Friday 8 January 2027, at stage 2 since Wednesday 3 February, acknowledged there on the 5th.
 */

export const day = (on: string): string => `${on}T10:00:00Z`;

const spoken: Command = { type: 'NoteContact', by: handler, how: 'phone', reached: true, note: textRef(8) };
const outcome = { point: 'point-1', finding: 'upheld', reasons: textRef(13), remedy: textRef(14) } as const;
export const answer: Command = { type: 'Respond', by: handler };
export const finalAnswer: Command = { type: 'Respond', by: colleague };

/** Its answer is drafted, and somebody has spoken with the resident. */
export function readyToAnswer(landlord: LandlordId): Complaint {
  return carryOut(complaintDrafted({ landlord }), spoken, day('2027-01-07')).complaint;
}

export function answered(landlord: LandlordId, given = answer, on = '2027-01-08'): Complaint {
  return carryOut(readyToAnswer(landlord), given, day(on)).complaint;
}

export function requested(landlord: LandlordId, stage1 = answered(landlord)): Complaint {
  return carryOut(stage1, { type: 'Escalate' }, day('2027-02-03')).complaint;
}

export function acknowledgedAgain(landlord: LandlordId, stage1?: Complaint): Complaint {
  const command: Command = { type: 'Acknowledge', by: handler, points: [] };
  return carryOut(requested(landlord, stage1), command, day('2027-02-05')).complaint;
}

export function readyToAnswerFinally(landlord: LandlordId, stage1?: Complaint): Complaint {
  const command: Command = { type: 'Draft', by: colleague, outcomes: [outcome] };
  return carryOut(acknowledgedAgain(landlord, stage1), command, day('2027-02-22')).complaint;
}

/** A notice as the resident of that landlord reads it: a text stands in it by its id. */
export function letterOf(landlord: LandlordId, { kind, values, texts, people }: NoticeOwed): string {
  const policy = versionOf(landlord);
  const about = { reference: sample, ombudsmen: ombudsmenOf(rules, policy, date('2027-01-08')) };
  return composeNotice({ kind, values: { ...values, ...texts, ...people } }, policy, about).text;
}

const housing = 'Housing Ombudsman Service, www.housing-ombudsman.org.uk, phone 0300 111 3000';

/** How the Ombudsmen are reached whom each landlord answers to. */
export const ombudsmanNamed: Record<LandlordId, string> = {
  'six-month-limit': housing,
  'fifteen-day-window': housing,
  'two-ombudsmen':
    'Unit D, Preston PR2 0ET; or Local Government and Social Care Ombudsman, www.lgo.org.uk, phone 0300 061 0614',
  'counted-from-receipt': housing,
  'day-zero': housing,
  'code-2024': housing,
};
