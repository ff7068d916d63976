import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintResponded,
  complaintWithdrawn,
  handler,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

const now = '2027-01-14T10:00:00Z';
const alreadyGiven = { how: 'phone', evidence: textRef(9) } as const;
const promised = carryOut(
  complaintResponded(),
  { type: 'AddAction', by: handler, description: textRef(5), owner: colleague, dueOn: date('2027-02-10') },
  now,
).complaint;
const moving = { type: 'UpdateAction', by: handler, action: 'action-1', dueOn: date('2027-02-17') } as const;
const completing = { type: 'CompleteAction', by: handler, action: 'action-1', evidence: textRef(6) } as const;

describe.each<[string, typeof promised, Extract<Command, { alreadyGiven?: unknown }>, string]>([
  ['withdrawn', complaintAcknowledged(), { type: 'Withdraw', by: handler }, 'withdrawal'],
  ['closed', complaintResponded(), { type: 'Close', by: handler, reason: textRef(6) }, 'closure'],
  ['opened again', complaintWithdrawn(), { type: 'Reopen', by: handler, reason: textRef(6) }, 'reopening'],
  ['told of an action that moves', promised, moving, 'action-changed'],
  ['told of an action that is complete', promised, completing, 'action-completed'],
])('a complaint that is %s', (_, complaint, command, kind) => {
  it('is mailed to the resident', () => {
    const { events, notices } = carryOut(complaint, command, now);
    expect(notices.map((notice) => notice.kind)).toEqual([kind]);
    expect(events[0]).not.toHaveProperty('alreadyGiven');
  });

  it('is not mailed to somebody who was told already, and the proof of that is kept', () => {
    const happenedAt = at('2027-01-14T09:00:00Z');
    const { events, notices } = carryOut(complaint, { ...command, happenedAt, alreadyGiven }, now);
    expect(notices).toEqual([]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      by: 'handler',
      happenedAt: '2027-01-14T09:00:00.000Z',
      alreadyGiven: { how: 'phone', evidence: textRef(9) },
    });
  });
});
