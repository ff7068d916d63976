import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import { ombudsmen } from '../../../shared/landlords/landlords.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintDrafted,
  complaintResponded,
  handler,
  manager,
  owedBy,
  refusalOf,
  textRef,
  whenTimePasses,
} from '../../support/complaints.ts';
import { date, type LandlordId, variantOf, versionOf } from '../../support/rules.ts';

const outcome = { point: 'point-1', finding: 'upheld', reasons: textRef(13), remedy: textRef(14) } as const;
const text = textRef(9);

/** Answered on 13 January 2027, at stage 2 since 3 February, acknowledged by another on the 5th. */
function requested(landlord: LandlordId = 'day-zero', stage1 = complaintResponded({ landlord })): Complaint {
  return carryOut(stage1, { type: 'Escalate' }, '2027-02-03T10:00:00Z').complaint;
}

function acknowledged(landlord?: LandlordId, stage1?: Complaint): Complaint {
  const command: Command = { type: 'Acknowledge', by: handler, points: [] };
  return carryOut(requested(landlord, stage1), command, '2027-02-05T10:00:00Z').complaint;
}

function drafted(complaint = acknowledged()): Complaint {
  const command: Command = { type: 'Draft', by: colleague, outcomes: [outcome] };
  return carryOut(complaint, command, '2027-02-22T10:00:00Z').complaint;
}

describe('the acknowledgement of stage 2 (Code 6.11, 6.14)', () => {
  it('starts the 20 working days, and says who looks at it', () => {
    const assigned = carryOut(
      requested(),
      { type: 'Assign', by: manager, handler: colleague },
      '2027-02-04T10:00:00Z',
    ).complaint;
    const { complaint, notices } = carryOut(
      assigned,
      { type: 'Acknowledge', by: colleague, points: [] },
      '2027-02-05T10:00:00Z',
    );
    expect(owedBy(complaint, 'stage-2-response')).toMatchObject({ dueOn: '2027-03-05', projected: false });
    expect(notices).toMatchObject([
      { kind: 'escalation-acknowledgement', people: { handlerName: 'colleague' } },
    ]);
  });

  it('has its day more where the request came after hours, also once it was acknowledged', () => {
    const policy = { ...versionOf('day-zero'), startDay: 'roll-forward', closesAt: '17:00' } as const;
    const stage1 = complaintResponded({ rules: { policy } });
    const change = { policy, versions: { landlord: 'day-zero', versions: [policy] } };
    const asked = carryOut(stage1, { type: 'Escalate' }, '2027-02-03T17:00:00Z', change).complaint;
    expect(owedBy(asked, 'stage-2-acknowledgement').dueOn).toBe('2027-02-11');
    const command: Command = { type: 'Acknowledge', by: colleague, points: [] };
    const { complaint } = carryOut(asked, command, '2027-02-11T10:00:00Z', change);
    expect(owedBy(complaint, 'stage-2-response')).toMatchObject({ dueOn: '2027-03-11', projected: false });
    expect(owedBy(complaint, 'stage-2-response')).not.toHaveProperty('codeDueOn');
    const correct: Command = {
      type: 'CorrectDate',
      by: handler,
      what: 'escalation-acknowledged',
      is: '2027-02-10T10:00:00.000Z' as never,
      reason: text,
    };
    const corrected = carryOut(complaint, correct, '2027-02-11T11:00:00Z', change).complaint;
    expect(owedBy(corrected, 'stage-2-acknowledgement').dueOn).toBe('2027-02-11');
  });

  it('that is late pushes nothing back by our policy, although the Code’s own date is later', () => {
    const { complaint } = carryOut(
      requested(),
      { type: 'Acknowledge', by: handler, points: [] },
      '2027-02-12T10:00:00Z',
    );
    expect(owedBy(complaint, 'stage-2-response')).toMatchObject({
      dueOn: '2027-03-10',
      codeDueOn: '2027-03-12',
    });
    expect(owedBy(complaint, 'stage-2-acknowledgement').met).toEqual({
      on: '2027-02-12',
      keptPolicy: false,
      keptCode: false,
    });
  });

  it('defines nothing new: that is a complaint of its own (Code 6.8; seed 001)', () => {
    const command: Command = {
      type: 'Acknowledge',
      by: colleague,
      points: [{ definition: textRef(8), responsible: true }],
    };
    expect(refusalOf(requested(), command, '2027-02-05T10:00:00Z')).toMatchObject({
      type: 'NotPermittedNow',
      command: 'AddPoints',
      why: 'new-issue-at-stage-2',
    });
  });
});

describe('who decides stage 2 (Code 6.13)', () => {
  const reviewed = { policy: variantOf('day-zero', { review: 'before' }) };

  it.each<[string, Command]>([
    ['whoever wrote stage 1 drafts it', { type: 'Draft', by: handler, outcomes: [outcome] }],
    ['it is given to whoever wrote stage 1', { type: 'Assign', by: manager, handler }],
  ])('is refused where %s', (_, command) => {
    expect(refusalOf(acknowledged(), command, '2027-02-08T10:00:00Z')).toEqual({
      type: 'DecidedStage1',
      person: 'handler',
    });
  });

  it('is nobody who handled stage 1, though they wrote none of it', () => {
    const assigned = carryOut(
      complaintDrafted(),
      { type: 'Assign', by: manager, handler: colleague },
      '2027-01-06T10:00:00Z',
    ).complaint;
    const answered = carryOut(assigned, { type: 'Respond', by: colleague }, '2027-01-13T10:00:00Z').complaint;
    expect(
      refusalOf(
        requested('day-zero', answered),
        { type: 'Assign', by: manager, handler: colleague },
        '2027-02-04T10:00:00Z',
      ),
    ).toEqual({ type: 'DecidedStage1', person: 'colleague' });
  });

  it('is nobody who approved stage 1, who may approve nothing of stage 2 either', () => {
    const drafted1 = complaintDrafted({ rules: reviewed });
    const approved = carryOut(
      drafted1,
      { type: 'ApproveResponse', by: manager },
      '2027-01-08T10:00:00Z',
      reviewed,
    ).complaint;
    const answered = carryOut(
      approved,
      { type: 'Respond', by: handler },
      '2027-01-13T10:00:00Z',
      reviewed,
    ).complaint;
    const asked = carryOut(answered, { type: 'Escalate' }, '2027-02-03T10:00:00Z', reviewed).complaint;
    const written = carryOut(
      asked,
      { type: 'Draft', by: colleague, outcomes: [outcome] },
      '2027-02-08T10:00:00Z',
      reviewed,
    ).complaint;
    expect(
      refusalOf(written, { type: 'ApproveResponse', by: manager }, '2027-02-09T10:00:00Z', reviewed),
    ).toEqual({ type: 'DecidedStage1', person: 'manager' });
  });

  it('may acknowledge and send who decided stage 1: neither decides anything', () => {
    const { complaint } = carryOut(drafted(), { type: 'Respond', by: handler }, '2027-03-01T10:00:00Z');
    expect(complaint.status).toBe('responded');
  });

  it('may be somebody who only sent stage 1', () => {
    const sent = carryOut(
      complaintDrafted(),
      { type: 'Respond', by: manager },
      '2027-01-13T10:00:00Z',
    ).complaint;
    const command: Command = { type: 'Draft', by: manager, outcomes: [outcome] };
    const { complaint } = carryOut(acknowledged('day-zero', sent), command, '2027-02-22T10:00:00Z');
    expect(complaint.decidedStage2).toEqual(['manager']);
  });

  it('does not get it handed over with the work of somebody who leaves', () => {
    const assigned = carryOut(
      acknowledged(),
      { type: 'Assign', by: manager, handler: colleague },
      '2027-02-08T10:00:00Z',
    ).complaint;
    const command: Command = { type: 'HandOver', by: manager, from: colleague, to: handler };
    expect(refusalOf(assigned, command, '2027-02-09T10:00:00Z')).toEqual({
      type: 'DecidedStage1',
      person: 'handler',
    });
  });
});

describe('an extension of stage 2 (Code 6.15, 6.16)', () => {
  const extend = (newDueOn: string): Command => ({
    type: 'Extend',
    by: colleague,
    newDueOn: date(newDueOn),
    reason: text,
    residentAgreed: false,
  });

  it('goes 20 working days beyond the date first given without a further reason', () => {
    expect(refusalOf(acknowledged(), extend('2027-04-07'), '2027-03-05T10:00:00Z')).toEqual({
      type: 'BeyondCap',
      latest: '2027-04-06',
    });
  });

  it('takes effect with its notice, whatever the resident said who was asked: seed 004', () => {
    const { complaint, notices } = carryOut(acknowledged(), extend('2027-04-06'), '2027-03-05T10:00:00Z');
    expect(notices).toMatchObject([
      { kind: 'extension', tells: [{ obligation: 'stage-2-response', dueOn: '2027-04-06' }] },
    ]);
    const delivered = carryOut(
      complaint,
      {
        type: 'RecordDelivery',
        notice: 'extension-1',
        kind: 'extension',
        outcome: 'accepted',
        at: '2027-03-05T10:01:00Z' as never,
      },
      '2027-03-05T10:01:00Z',
    ).complaint;
    expect(owedBy(delivered, 'stage-2-response').dueOn).toBe('2027-04-06');
    expect(delivered.extensions).toMatchObject([{ stage: 2, state: 'effective', residentAgreed: false }]);
  });

  it('that was prepared is sent on the last working morning', () => {
    const prepared = carryOut(
      acknowledged(),
      { type: 'PrepareExtension', by: colleague, newDueOn: date('2027-03-19'), reason: text },
      '2027-02-22T10:00:00Z',
    );
    const { events } = whenTimePasses(prepared.complaint, '2027-03-05T09:00:00Z');
    expect(events.map(({ type }) => type)).toContain('ExtensionRequested');
  });

  it('leaves one of stage 1 alone, whose notice is heard of only now', () => {
    const asked = carryOut(
      complaintAcknowledged(),
      { type: 'Extend', by: handler, newDueOn: date('2027-01-20'), reason: text },
      '2027-01-13T10:00:00Z',
    ).complaint;
    const late = carryOut(asked, { type: 'Escalate' }, '2027-01-21T10:00:00Z').complaint;
    const { complaint } = carryOut(
      late,
      {
        type: 'RecordDelivery',
        notice: 'extension-1',
        kind: 'extension',
        outcome: 'delivered',
        at: '2027-01-13T10:01:00Z' as never,
      },
      '2027-01-21T11:00:00Z',
    );
    expect(complaint.extensions).toMatchObject([{ stage: 1, state: 'overtaken' }]);
    expect(owedBy(complaint, 'stage-2-acknowledgement').dueOn).toBe('2027-01-28');
  });
});

describe('the final answer (Code 6.17 to 6.19)', () => {
  it('answers the points that went there and no others, and says how stage 1 answered them', () => {
    const { complaint, notices } = carryOut(
      drafted(),
      { type: 'Respond', by: colleague },
      '2027-03-01T10:00:00Z',
    );
    expect(owedBy(complaint, 'stage-2-response').met).toEqual({
      on: '2027-03-01',
      keptPolicy: true,
      keptCode: true,
    });
    expect(notices).toMatchObject([
      {
        kind: 'final-response',
        values: {
          'points.0.before': 'At stage 1 we said: “We uphold this.” We agreed with you then.',
          'points.0.finding': 'We uphold this. That means that we agree with you.',
        },
        texts: { 'points.0.reasons': 'text-13' },
      },
    ]);
  });

  it('names the Ombudsman with a date 12 months on', () => {
    const { notices } = carryOut(drafted(), { type: 'Respond', by: colleague }, '2027-03-01T10:00:00Z');
    expect(notices[0]?.values['points.0.route']).toBe(
      'You can ask the Housing Ombudsman Service to look at this, until Wednesday 1 March 2028, 12 months after this answer.',
    );
  });

  it('lacks nothing of a point that did not go there', () => {
    const incomplete = acknowledged();
    expect(refusalOf(incomplete, { type: 'Respond', by: colleague }, '2027-03-01T10:00:00Z')).toEqual({
      type: 'PointsIncomplete',
      missing: [{ point: 'point-1', lacks: ['finding', 'reasons', 'remedy'] }],
    });
  });

  it('waits until something is said of each action that stage 1 promised and that is open: seed 004', () => {
    const promise: Command = {
      type: 'AddAction',
      by: handler,
      description: text,
      owner: handler,
      dueOn: date('2027-04-30'),
    };
    const promised = carryOut(complaintDrafted(), promise, '2027-01-06T10:00:00Z').complaint;
    const answered = carryOut(promised, { type: 'Respond', by: handler }, '2027-01-13T10:00:00Z').complaint;
    const ready = drafted(acknowledged('day-zero', answered));
    const respond: Command = { type: 'Respond', by: colleague };
    expect(refusalOf(ready, respond, '2027-03-01T10:00:00Z')).toEqual({
      type: 'ActionsUnanswered',
      actions: ['action-1'],
    });
    const moved: Command = {
      type: 'UpdateAction',
      by: handler,
      action: 'action-1',
      dueOn: date('2027-04-29'),
    };
    const silent = carryOut(ready, moved, '2027-03-01T09:00:00Z').complaint;
    expect(refusalOf(silent, respond, '2027-03-01T10:00:00Z').type).toBe('ActionsUnanswered');
    const note: Command = { type: 'UpdateAction', by: handler, action: 'action-1', note: textRef(15) };
    const said = carryOut(ready, note, '2027-03-01T09:00:00Z').complaint;
    const done: Command = { type: 'CompleteAction', by: handler, action: 'action-1', evidence: text };
    const completed = carryOut(ready, done, '2027-03-01T09:00:00Z').complaint;
    const letters = [said, completed].map(
      (each) => carryOut(each, respond, '2027-03-01T10:00:00Z').notices[0],
    );
    expect(letters[0]).toMatchObject({ texts: { 'actions.0.note': 'text-15' } });
    expect(letters[0]?.values['actions.0.standing']).toBe(
      'This is still to be done. We will do it by Friday 30 April 2027.',
    );
    expect(letters[1]?.values['actions.0.standing']).toBe('This was done on Monday 1 March 2027.');
  });

  it('is the last: what is asked for after it is for the Ombudsman', () => {
    const final = carryOut(drafted(), { type: 'Respond', by: colleague }, '2027-03-01T10:00:00Z').complaint;
    expect(refusalOf(final, { type: 'Escalate' }, '2027-03-02T10:00:00Z')).toMatchObject({
      why: 'final-answer-given',
    });
  });
});

describe('two Ombudsmen, each with a time limit of their own: seed 002', () => {
  const points = [
    { definition: textRef(1), responsible: true, ombudsmen: ['housing-ombudsman'] },
    { definition: textRef(2), responsible: true, ombudsmen: ['local-government-ombudsman'] },
    { definition: textRef(3), responsible: true },
  ];

  it('are named point by point, and both where a point is mixed', () => {
    const outcomes = ['point-1', 'point-2', 'point-3'].map((point) => ({ ...outcome, point }));
    const steps: [Command, string][] = [
      [{ type: 'AddPoints', by: handler, points }, '2027-01-04T10:00:00Z'],
      [
        { type: 'Draft', by: handler, outcomes: [...outcomes, { ...outcome, point: 'point-4' }] },
        '2027-01-05T10:00:00Z',
      ],
      [{ type: 'Respond', by: handler, notDiscussed: text }, '2027-01-13T10:00:00Z'],
      [{ type: 'Escalate', points: ['point-2', 'point-3', 'point-4'] }, '2027-02-03T10:00:00Z'],
      [{ type: 'Acknowledge', by: handler, points: [] }, '2027-02-05T10:00:00Z'],
      [
        { type: 'Draft', by: colleague, outcomes: [...outcomes.slice(1), { ...outcome, point: 'point-4' }] },
        '2027-02-08T10:00:00Z',
      ],
    ];
    const complaint = steps.reduce(
      (each, [command, now]) => carryOut(each, command, now).complaint,
      complaintAcknowledged({ landlord: 'two-ombudsmen' }),
    );
    const respond: Command = { type: 'Respond', by: colleague, notDiscussed: text };
    const values = carryOut(complaint, respond, '2027-03-01T10:00:00Z').notices[0]?.values ?? {};
    const routes = [0, 1, 2].map((index) => values[`points.${index}.route`]);
    const housing =
      'You can ask the Housing Ombudsman Service to look at this, until Wednesday 1 March 2028, 12 months after this answer.';
    const council =
      'You can ask the Local Government and Social Care Ombudsman to look at this, within 12 months of the day you first knew of the problem.';
    expect(routes).toEqual([housing, council, `${housing} ${council}`]);
    expect(Object.keys(ombudsmen)).toEqual(['housing-ombudsman', 'local-government-ombudsman']);
  });
});
