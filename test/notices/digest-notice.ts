import type { NoticeOwed } from '../../shared/domain/notices.ts';
import { staffId } from '../../shared/domain/staff.ts';

/** The digest of a morning as it is written out when it is sent, with something in each of its sections. */
export const digestNotice: NoticeOwed = {
  id: 'digest_2027-01-04',
  kind: 'digest',
  lane: 'routine',
  recipient: { type: 'staff', rank: 'handler', person: staffId('handler') },
  values: {
    summary: '1 overdue, 2 due today, 1 due soon, 1 not reached, 1 without a handler, 1 to approve, 3 more',
    'overdue.0.line':
      '10000-0000Y: Acknowledge the complaint by Wednesday 30 December 2026, 2 working days overdue.',
    'dueToday.0.line': '20000-0000W: Acknowledge the complaint by Monday 4 January 2027, due today.',
    'dueToday.1.line':
      '30000-0000T: Complete the action that was promised by Monday 4 January 2027, due today (for Owen Pritchard, who is away).',
    'dueSoon.0.line':
      '40000-0000R: Send the stage 1 response by Thursday 7 January 2027, due in 3 working days.',
    'unreached.0.line': '50000-0000P: our last email did not reach the resident.',
    'unassigned.0.line':
      '60000-0000M: Acknowledge the complaint by Friday 8 January 2027, due in 4 working days.',
    'awaitingApproval.0.line':
      '70000-0000K: the answer waits for your approval. Send the stage 1 response by Tuesday 5 January 2027, due in 1 working day.',
    more: 'There are 3 more: see the worklist.',
  },
};

/** Whatever is left out nobody would do that day. */
export const digestWords = Object.values(digestNotice.values).filter((said) => said.includes(': '));
