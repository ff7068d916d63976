import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintDrafted,
  handler,
  manager,
  owedBy,
  textRef,
} from '../../support/complaints.ts';
import { date } from '../../support/rules.ts';

const text = textRef(9);
const act = (dueOn: string): Command => ({
  type: 'AddAction',
  by: handler,
  description: text,
  owner: handler,
  dueOn: date(dueOn),
});
const promised = carryOut(complaintDrafted(), act('2027-04-30'), '2027-01-06T10:00:00Z').complaint;
const answered = carryOut(promised, { type: 'Respond', by: handler }, '2027-01-13T10:00:00Z').complaint;
const asked = carryOut(answered, { type: 'Escalate' }, '2027-02-03T10:00:00Z').complaint;

describe('a resident who withdraws at stage 2', () => {
  const more = carryOut(asked, act('2027-05-28'), '2027-02-04T10:00:00Z').complaint;
  const { complaint } = carryOut(more, { type: 'Withdraw' }, '2027-02-08T10:00:00Z');

  it('is still owed what the answer of stage 1 promised, and nothing of stage 2 (Code 6.6)', () => {
    expect(owedBy(complaint, 'action-1')).not.toHaveProperty('ended');
    expect(owedBy(complaint, 'action-2').ended).toBe('withdrawn');
    expect(owedBy(complaint, 'stage-2-response').ended).toBe('withdrawn');
  });

  it('is told when it is done', () => {
    const done: Command = { type: 'CompleteAction', by: handler, action: 'action-1', evidence: text };
    const { notices } = carryOut(complaint, done, '2027-04-29T10:00:00Z');
    expect(notices).toMatchObject([{ kind: 'action-completed' }]);
  });
});

describe('somebody who leaves', () => {
  const restrict: Command = {
    type: 'RestrictContact',
    by: manager,
    roles: ['approver'],
    kind: 'single-contact',
    contact: colleague,
    method: 'email',
    agreed: true,
    reason: text,
    equalityAct: text,
  };
  const refuse: Command = { type: 'RefuseEscalation', by: manager, ground: 'other', reasons: text };

  it('is nobody’s only contact any more, and gets no complaint back from stage 2', () => {
    const given: Command = { type: 'Assign', by: manager, handler: colleague };
    const assigned = carryOut(promised, given, '2027-01-07T10:00:00Z').complaint;
    const told = carryOut(assigned, { type: 'Respond', by: handler }, '2027-01-13T10:00:00Z').complaint;
    const limited = carryOut(told, restrict, '2027-01-14T10:00:00Z').complaint;
    const atStage2 = carryOut(limited, { type: 'Escalate' }, '2027-02-03T10:00:00Z').complaint;
    const leaves: Command = { type: 'HandOver', by: manager, from: colleague, to: manager };
    const handed = carryOut(atStage2, leaves, '2027-02-04T10:00:00Z').complaint;
    expect(handed.restrictions).toMatchObject([{ contact: 'manager' }]);
    expect(carryOut(handed, refuse, '2027-02-05T10:00:00Z').complaint.handler).toBe('manager');
  });
});
