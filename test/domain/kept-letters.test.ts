import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  complaintResponded,
  handler,
  manager,
  owedBy,
  textRef,
} from '../support/complaints.ts';
import { date } from '../support/rules.ts';

const by = handler;
const byPost = (complaint: Complaint): Complaint => ({
  ...complaint,
  reachableByEmail: false,
  otherWays: ['letter'],
});
const closing: Command = { type: 'Close', by, reason: textRef(7) };
const endOf = (complaint: Complaint, notice: string) => {
  const { met, ended } = owedBy(complaint, `posting-${notice}`);
  return { met: met?.on, ended };
};
const waits = { met: undefined, ended: undefined };

describe('an acknowledgement that waits to be posted while the complaint is withdrawn', () => {
  const acknowledging: Command = {
    type: 'Acknowledge',
    by,
    points: [{ definition: textRef(1), responsible: true }],
  };
  const received = byPost(complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' }));
  const acknowledged = carryOut(received, acknowledging, '2026-12-30T10:00:00Z').complaint;
  const withdrawn = carryOut(acknowledged, { type: 'Withdraw' }, '2026-12-30T11:00:00Z').complaint;
  const reopening: Command = { type: 'Reopen', by, reason: textRef(3) };
  const posting: Command = { type: 'GiveNotice', by, notice: 'acknowledgement', way: 'letter' };

  it('is posted all the same, for it says what was in time', () => {
    expect(endOf(withdrawn, 'acknowledgement')).toEqual(waits);
    const reopened = carryOut(withdrawn, reopening, '2027-01-04T11:00:00Z').complaint;
    const posted = carryOut(reopened, posting, '2027-01-05T11:00:00Z').complaint;
    expect(endOf(posted, 'acknowledgement')).toEqual({ met: '2027-01-05', ended: undefined });
    expect(owedBy(posted, 'stage-1-acknowledgement')).toMatchObject({
      dueOn: '2027-01-04',
      met: { on: '2027-01-05', keptPolicy: false },
    });
  });
});

describe('closing a complaint', () => {
  it.each<[string, Complaint, Command[]]>([
    [
      'contact-restriction',
      complaintResponded(),
      [
        {
          type: 'RestrictContact',
          by: manager,
          roles: ['approver'],
          kind: 'single-medium',
          method: 'letter',
          agreed: false,
          reason: textRef(21),
          equalityAct: textRef(22),
        },
      ],
    ],
    [
      'action-completed',
      complaintResponded(),
      [
        { type: 'AddAction', by, owner: handler, description: textRef(5), dueOn: date('2027-02-10') },
        { type: 'CompleteAction', by, action: 'action-1', evidence: textRef(6) },
      ],
    ],
  ])('keeps %s, which mail would have brought', (kind, before, commands) => {
    const now = '2027-01-14T10:00:00Z';
    const waiting = commands.reduce(
      (each, command) => carryOut(each, command, now).complaint,
      byPost(before),
    );
    const given = waiting.obligations.find(({ gives }) => gives?.kind === kind)?.gives?.notice ?? 'none';
    const closed = carryOut(waiting, closing, now).complaint;
    expect(endOf(closed, given)).toEqual(waits);
  });

  it('keeps no news of dates that hold no longer', () => {
    const update: Command = { type: 'GiveUpdate', by, text: textRef(5) };
    const told = carryOut(byPost(complaintAcknowledged()), update, '2027-01-06T10:00:00Z').complaint;
    const closed = carryOut(told, closing, '2027-01-06T11:00:00Z').complaint;
    expect(endOf(closed, 'update_4')).toEqual({ met: undefined, ended: 'closed' });
  });
});
