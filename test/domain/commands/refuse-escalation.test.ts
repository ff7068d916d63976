import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
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
} from '../../support/complaints.ts';

const ask: Command = { type: 'Escalate' };
const atStage2 = carryOut(complaintResponded(), ask, '2027-02-03T10:00:00Z').complaint;
const refuse: Command = {
  type: 'RefuseEscalation',
  by: manager,
  ground: 'considered-before',
  reasons: textRef(9),
};

describe('a refusal of stage 2 (Code 5.11)', () => {
  it('gives its reasons and the right to the Ombudsman, and answers the request in time', () => {
    const { complaint, notices } = carryOut(atStage2, refuse, '2027-02-10T10:00:00Z');
    expect(notices).toMatchObject([{ kind: 'escalation-refusal', texts: { reasons: 'text-9' } }]);
    expect(owedBy(complaint, 'stage-2-acknowledgement').met).toEqual({
      on: '2027-02-10',
      keptPolicy: true,
      keptCode: true,
    });
    expect(owedBy(complaint, 'stage-2-response').ended).toBe('refused');
  });

  it('leaves the complaint as stage 1 left it, and is kept', () => {
    const { complaint } = carryOut(atStage2, refuse, '2027-02-10T10:00:00Z');
    expect(complaint).toMatchObject({
      stage: 1,
      status: 'responded',
      respondedOn: '2027-01-13',
      escalationsRefused: [{ on: '2027-02-10', ground: 'considered-before', reasons: textRef(9) }],
    });
    expect(complaint.points).toEqual(complaintResponded().points);
  });

  it('may be followed by another request, which starts its clocks anew', () => {
    const refused = carryOut(atStage2, refuse, '2027-02-10T10:00:00Z').complaint;
    const { complaint } = carryOut(refused, ask, '2027-02-17T10:00:00Z');
    expect(owedBy(complaint, 'stage-2-acknowledgement')).toMatchObject({ dueOn: '2027-02-24' });
    expect(owedBy(complaint, 'stage-2-acknowledgement')).not.toHaveProperty('met');
  });

  it('is not possible any more once the request was acknowledged, which accepted it: seed 001', () => {
    const accepted = carryOut(
      atStage2,
      { type: 'Acknowledge', by: colleague, points: [] },
      '2027-02-05T10:00:00Z',
    ).complaint;
    expect(refusalOf(accepted, refuse, '2027-02-08T10:00:00Z')).toMatchObject({
      type: 'NotPermittedNow',
      why: 'stage-2-acknowledged',
    });
  });

  it('is not possible where stage 1 was never answered', () => {
    const late = carryOut(complaintAcknowledged(), ask, '2027-01-18T10:00:00Z').complaint;
    expect(refusalOf(late, refuse, '2027-01-19T10:00:00Z')).toEqual({ type: 'RefusedUnanswered' });
  });

  it('is not possible where an Ombudsman says that it is to be taken on', () => {
    const refused = carryOut(atStage2, refuse, '2027-02-10T10:00:00Z').complaint;
    const sent = carryOut(
      refused,
      { type: 'Escalate', by: handler, ombudsman: 'housing-ombudsman' },
      '2027-04-01T10:00:00Z',
    ).complaint;
    expect(refusalOf(sent, refuse, '2027-04-06T10:00:00Z')).toEqual({
      type: 'OmbudsmanDecided',
      ombudsman: 'housing-ombudsman',
    });
  });

  it('is given in writing', () => {
    const byPhone: Command = { ...refuse, alreadyGiven: { how: 'phone', evidence: textRef(2) } };
    expect(refusalOf(atStage2, byPhone, '2027-02-10T10:00:00Z')).toEqual({
      type: 'NotInWriting',
      how: 'phone',
    });
    const unmailed = carryOut(complaintResponded({ reachableByEmail: false }), ask, '2027-02-03T10:00:00Z');
    expect(refusalOf(unmailed.complaint, refuse, '2027-02-10T10:00:00Z')).toEqual({
      type: 'NotReachable',
    });
  });

  it('for the window needs a window that was over: seed 004, 20 working days', () => {
    const forWindow: Command = { ...refuse, ground: 'after-window' };
    expect(refusalOf(atStage2, forWindow, '2027-02-10T10:00:00Z')).toEqual({
      type: 'WindowNotOver',
      lastDay: '2027-02-10',
    });
    const late = carryOut(complaintResponded(), ask, '2027-02-11T10:00:00Z').complaint;
    expect(carryOut(late, forWindow, '2027-02-12T10:00:00Z').complaint.stage).toBe(1);
  });

  it('for the window is possible no more once the request turns out to have come within it', () => {
    const late = carryOut(complaintResponded(), ask, '2027-02-11T10:00:00Z').complaint;
    const correct: Command = {
      type: 'CorrectDate',
      by: handler,
      what: 'escalation-requested',
      is: '2027-02-10T10:00:00.000Z' as never,
      reason: textRef(8),
    };
    const { complaint } = carryOut(late, correct, '2027-02-11T11:00:00Z');
    expect(complaint.escalation).not.toHaveProperty('windowEndedOn');
    expect(refusalOf(complaint, { ...refuse, ground: 'after-window' }, '2027-02-12T10:00:00Z')).toEqual({
      type: 'WindowNotOver',
      lastDay: '2027-02-10',
    });
    const stillLate = carryOut(
      carryOut(complaintResponded(), ask, '2027-02-15T10:00:00Z').complaint,
      { ...correct, is: '2027-02-11T10:00:00.000Z' as never },
      '2027-02-15T11:00:00Z',
    );
    expect(stillLate.complaint.escalation?.windowEndedOn).toBe('2027-02-10');
  });

  it('for the window is impossible where the landlord has none: the Code', () => {
    const late = carryOut(
      complaintResponded({ landlord: 'code-2024' }),
      ask,
      '2027-12-01T10:00:00Z',
    ).complaint;
    expect(refusalOf(late, { ...refuse, ground: 'after-window' }, '2027-12-02T10:00:00Z')).toEqual({
      type: 'WindowNotOver',
    });
  });

  it('gives back an answer that a letter gave, with the day on which it was given', () => {
    const given: Command = {
      type: 'Respond',
      by: handler,
      datedOn: '2027-01-08' as never,
      alreadyGiven: { how: 'letter', evidence: textRef(5) },
    };
    const posted = carryOut(complaintDrafted(), given, '2027-01-13T10:00:00Z').complaint;
    const asked = carryOut(posted, ask, '2027-02-03T10:00:00Z').complaint;
    const { complaint } = carryOut(asked, refuse, '2027-02-04T10:00:00Z');
    expect(complaint).toMatchObject({ respondedOn: '2027-01-08', givenOn: '2027-01-13' });
  });

  it('gives the complaint back to whoever handled stage 1, unless it is about them by now (Code 5.8)', () => {
    const assign: Command = { type: 'Assign', by: manager, handler };
    const assigned = carryOut(complaintResponded(), assign, '2027-01-14T10:00:00Z').complaint;
    const escalated = carryOut(assigned, ask, '2027-02-03T10:00:00Z').complaint;
    expect(carryOut(escalated, refuse, '2027-02-04T10:00:00Z').complaint.handler).toBe('handler');
    const about: Command = {
      type: 'CorrectSubjects',
      by: manager,
      staffComplainedAbout: [handler],
      reason: textRef(8),
    };
    const corrected = carryOut(escalated, about, '2027-02-03T11:00:00Z').complaint;
    expect(carryOut(corrected, refuse, '2027-02-04T10:00:00Z').complaint).not.toHaveProperty('handler');
  });

  it('makes of what was added meanwhile a promise as after any answer, which another request asks about', () => {
    const adding: Command = {
      type: 'AddAction',
      by: colleague,
      description: textRef(8),
      owner: colleague,
      dueOn: '2027-03-10' as never,
    };
    const added = carryOut(atStage2, adding, '2027-02-04T10:00:00Z').complaint;
    expect(added.actions[0]?.toPromise).toBe(true);
    const refused = carryOut(added, refuse, '2027-02-05T10:00:00Z').complaint;
    const { complaint } = carryOut(refused, ask, '2027-02-17T10:00:00Z');
    expect(complaint.actions[0]).toMatchObject({ toAnswer: true });
    expect(complaint.actions[0]).not.toHaveProperty('toPromise');
  });
});
