import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/decide.ts';
import type { Context } from '../../shared/domain/decision.ts';
import { type Policy, type PolicyVersion, policyInForce } from '../../shared/domain/policy.ts';
import { carryOut, colleague, complaintReceived, handler, owedBy, textRef } from '../support/complaints.ts';
import { date, versionOf } from '../support/rules.ts';

/** A landlord that changes its policy on 20 January 2027, with a complaint from before that day. */

const { landlord, ...first } = versionOf('day-zero');
const { stage1, stage2, inside } = first;
const second: Omit<PolicyVersion, 'landlord'> = {
  ...first,
  effectiveFrom: '2027-01-20',
  stage1: { ...stage1, response: { ...stage1.response, count: 5 } },
  stage2: {
    ...stage2,
    acknowledgement: { ...stage2.acknowledgement, count: 3 },
    response: { ...stage2.response, count: 15 },
    extension: { ...stage2.extension, count: 5 },
  },
  inside: { ...inside, contribution: { ...inside.contribution, count: 1 } },
};
const policies: Policy = { landlord, versions: [first, second] };

/** What the use cases give: the version that the present stage's clocks run under. */
function rulesOf(effectiveFrom: string): Partial<Context> {
  return { policy: policyInForce(policies, date(effectiveFrom)), versions: policies };
}
const before = rulesOf('2024-04-01');
const after = rulesOf('2027-01-20');

const received = complaintReceived({ receivedAt: '2027-01-11T10:00:00Z', rules: before });
const acknowledge: Command = {
  type: 'Acknowledge',
  by: handler,
  points: [{ definition: textRef(1), responsible: true }],
};
const outcomes = [{ point: 'point-1', finding: 'upheld', reasons: textRef(2), remedy: 'none' }] as const;

describe('a policy that closes the offices from then on', () => {
  const closed = { ...second, closures: [{ on: '2027-02-05', name: 'Training day' }] };
  const rules: Partial<Context> = { ...before, versions: { landlord, versions: [first, closed] } };

  it('counts by the calendar of the version that a clock starts under', () => {
    const acknowledged = carryOut(received, acknowledge, '2027-01-12T10:00:00Z', rules).complaint;
    const drafted = carryOut(
      acknowledged,
      { type: 'Draft', by: handler, outcomes },
      '2027-01-13T10:00:00Z',
      rules,
    );
    const answered = carryOut(
      drafted.complaint,
      { type: 'Respond', by: handler },
      '2027-01-14T10:00:00Z',
      rules,
    ).complaint;
    const { complaint } = carryOut(answered, { type: 'Escalate' }, '2027-02-03T10:00:00Z', rules);
    const { dueOn, derivation } = owedBy(complaint, 'stage-2-acknowledgement');
    expect(dueOn).toBe('2027-02-09');
    expect(derivation).toMatchObject({
      skipped: [{ on: '2027-02-05', name: 'Training day', closure: true }],
    });
  });
});

describe('a policy that changes under a running complaint', () => {
  const acknowledged = carryOut(received, acknowledge, '2027-01-21T10:00:00Z', before).complaint;

  it('leaves the clocks of stage 1 under the version that they started under', () => {
    const response = owedBy(acknowledged, 'stage-1-response');
    expect(response).toMatchObject({
      dueOn: '2027-02-01',
      derivation: { count: 10, policy: { effectiveFrom: '2024-04-01' } },
    });
  });

  it('counts what is asked of a colleague from then on by the new version', () => {
    const ask: Command = { type: 'AskQuestion', by: handler, asked: { staff: colleague }, text: textRef(3) };
    const { complaint } = carryOut(acknowledged, ask, '2027-01-22T10:00:00Z', before);
    expect(owedBy(complaint, 'question-1')).toMatchObject({
      dueOn: '2027-01-25',
      derivation: { policy: { effectiveFrom: '2027-01-20' } },
    });
  });

  it('gives stage 2 the version in force when it was asked for, to its end', () => {
    const drafted = carryOut(
      acknowledged,
      { type: 'Draft', by: handler, outcomes },
      '2027-01-22T10:00:00Z',
      before,
    ).complaint;
    const answered = carryOut(
      drafted,
      { type: 'Respond', by: handler },
      '2027-01-25T10:00:00Z',
      before,
    ).complaint;
    const asked = carryOut(answered, { type: 'Escalate' }, '2027-02-03T10:00:00Z', before).complaint;
    expect(owedBy(asked, 'stage-2-acknowledgement')).toMatchObject({
      dueOn: '2027-02-08',
      codeDueOn: '2027-02-10',
      derivation: { count: 3, policy: { effectiveFrom: '2027-01-20' } },
    });
    const taken = carryOut(
      asked,
      { type: 'Acknowledge', by: colleague, points: [] },
      '2027-02-05T10:00:00Z',
      after,
    ).complaint;
    expect(owedBy(taken, 'stage-2-response')).toMatchObject({ dueOn: '2027-02-26', codeDueOn: '2027-03-05' });
    expect(owedBy(taken, 'stage-1-response').derivation).toMatchObject({
      policy: { effectiveFrom: '2024-04-01' },
    });
  });

  it('does not shorten the time to ask for stage 2 that the answer told', () => {
    const window = { ...stage2.window, count: 5 } as typeof stage2.window;
    const third = { ...second, effectiveFrom: '2027-02-01', stage2: { ...second.stage2, window } };
    const versions: Policy = { landlord, versions: [first, second, third] };
    const rules = { ...before, versions };
    const drafted = carryOut(
      acknowledged,
      { type: 'Draft', by: handler, outcomes },
      '2027-01-22T10:00:00Z',
      rules,
    );
    const answered = carryOut(
      drafted.complaint,
      { type: 'Respond', by: handler },
      '2027-01-25T10:00:00Z',
      rules,
    );
    expect(answered.notices[0]?.values.window).toMatch(/^Please ask by Monday 22 February 2027/);
    const windows = ['2027-02-22T10:00:00Z', '2027-02-23T10:00:00Z'].map(
      (now) =>
        carryOut(answered.complaint, { type: 'Escalate' }, now, rules).complaint.escalation?.windowEndedOn,
    );
    expect(windows).toEqual([undefined, '2027-02-22']);
  });

  it('keeps what was met by the policy apart from what was met by the Code', () => {
    const late = carryOut(received, acknowledge, '2027-01-18T10:00:00Z', before).complaint;
    const drafted = carryOut(late, { type: 'Draft', by: handler, outcomes }, '2027-01-22T10:00:00Z', before);
    const answered = carryOut(
      drafted.complaint,
      { type: 'Respond', by: handler },
      '2027-01-25T10:00:00Z',
      before,
    ).complaint;
    const asked = carryOut(answered, { type: 'Escalate' }, '2027-02-03T10:00:00Z', before).complaint;
    const { complaint } = carryOut(
      asked,
      { type: 'Acknowledge', by: colleague, points: [] },
      '2027-02-09T10:00:00Z',
      after,
    );
    expect(owedBy(complaint, 'stage-2-acknowledgement').met).toEqual({
      on: '2027-02-09',
      keptPolicy: false,
      keptCode: true,
    });
  });
});
