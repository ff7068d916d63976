import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintReceived,
  complaintResponded,
  handler,
  inShort,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { excluding } from '../../support/exclusions.ts';
import { at, date } from '../../support/rules.ts';

const by = handler;
const now = '2027-01-05T10:00:00Z';
const monday = '2027-03-01T10:00:00Z';
const accepting: Command = { type: 'AcceptAfterAll', by, reason: textRef(4) };
const told: Command = { ...accepting, ombudsman: 'housing-ombudsman' };
const received = complaintReceived({ receivedAt: '2026-12-29T15:00:00Z' });
const excluded = (complaint: Complaint, on = now) => carryOut(complaint, excluding, on).complaint;

describe('a complaint that is taken on after all (Code 2.4)', () => {
  const { complaint, events, notices, wakes } = carryOut(excluded(received), told, monday);

  it('is received on that day, and stage 1 is counted from it', () => {
    expect(complaint.status).toBe('received');
    expect(complaint).not.toHaveProperty('exclusion');
    expect(
      complaint.obligations.map(({ id, dueOn, projected, ended }) => [id, dueOn, projected, ended]),
    ).toEqual([
      ['stage-1-acknowledgement', '2027-03-08', false, undefined],
      ['stage-1-response', '2027-03-22', true, undefined],
    ]);
    expect(wakes).toBe('2027-03-03T09:00:00.000Z');
  });

  it('keeps in its timeline who says so, and why', () => {
    expect(events).toMatchObject([
      {
        type: 'ComplaintAccepted',
        by: 'handler',
        happenedAt: '2027-03-01T10:00:00.000Z',
        on: '2027-03-01',
        ombudsman: 'housing-ombudsman',
        reason: textRef(4),
        renewed: [
          { obligation: 'stage-1-acknowledgement', deadline: { dueOn: '2027-03-08' } },
          { obligation: 'stage-1-response', deadline: { dueOn: '2027-03-22' } },
        ],
      },
    ]);
    expect(carryOut(excluded(received), accepting, monday).events[0]).not.toHaveProperty('ombudsman');
  });

  it('is told what we promise now', () => {
    expect(notices).toEqual([
      {
        id: 'acceptance_3',
        kind: 'acceptance',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        tells: [
          { obligation: 'stage-1-acknowledgement', dueOn: '2027-03-08' },
          { obligation: 'stage-1-response', dueOn: '2027-03-22' },
        ],
        values: {
          'promises.0.task': 'acknowledge your complaint by Monday 8 March 2027',
          'promises.0.explanation':
            'Monday 8 March 2027 is 5 working days after Monday 1 March 2027, the day we took your complaint on after all, not counting weekends.',
          'promises.1.task': 'answer your complaint by Monday 22 March 2027',
          'promises.1.explanation':
            'Monday 22 March 2027 is 10 working days after Monday 8 March 2027, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward.',
        },
        texts: { reason: 'text-4' },
      },
    ]);
  });

  it('is told nothing where somebody told them, or they are not to be mailed', () => {
    const alreadyGiven = { how: 'phone' as const, evidence: textRef(5) };
    expect(carryOut(excluded(received), { ...accepting, alreadyGiven }, monday)).toMatchObject({
      notices: [],
      events: [{ alreadyGiven }],
    });
    const unreachable = complaintReceived({
      receivedAt: '2026-12-29T15:00:00Z',
      reachableByEmail: false,
    });
    const byLetter = { how: 'letter' as const, evidence: textRef(5) };
    const gone = carryOut(unreachable, { ...excluding, alreadyGiven: byLetter }, now).complaint;
    expect(carryOut(gone, accepting, monday)).toMatchObject({
      notices: [],
      complaint: { status: 'received' },
    });
  });

  it('is counted from the day on which it was taken on, though it is recorded later', () => {
    const happenedAt = at('2027-02-26T10:00:00Z');
    const late = carryOut(excluded(received), { ...told, happenedAt }, monday).complaint;
    expect(owedBy(late, 'stage-1-acknowledgement').dueOn).toBe('2027-03-05');
    const early = { ...told, happenedAt: at('2027-01-04T23:59:00Z') };
    expect(refusalOf(excluded(received), early, monday)).toEqual({
      type: 'HappenedTooEarly',
      notBefore: '2027-01-05T00:00:00.000Z',
      what: 'exclusion',
    });
  });

  it('is taken on because one of the landlord’s Ombudsmen says so, and nobody else', () => {
    const other: Command = { ...accepting, ombudsman: 'local-government-ombudsman' };
    expect(refusalOf(excluded(received), other, monday)).toEqual({
      type: 'UnknownOmbudsman',
      ombudsman: 'local-government-ombudsman',
      known: ['housing-ombudsman'],
    });
    expect(refusalOf(received, accepting, monday)).toMatchObject({ why: 'not-excluded' });
  });
});

describe('a complaint that was acknowledged before it was excluded', () => {
  const adding: Command = {
    type: 'AddAction',
    by,
    description: textRef(7),
    owner: colleague,
    dueOn: date('2027-03-10'),
  };
  const extending: Command = { type: 'Extend', by, newDueOn: date('2027-01-20'), reason: textRef(8) };
  const given: Command = { ...extending, alreadyGiven: { how: 'letter', evidence: textRef(9) } };
  const busy = [adding, given].reduce(
    (each, command) => carryOut(each, command, now).complaint,
    complaintAcknowledged(),
  );
  const outcome = carryOut(excluded(busy, '2027-01-08T10:00:00Z'), accepting, monday);
  const accepted = outcome.complaint;

  it('is acknowledged anew, and what was put off is not put off any more', () => {
    expect(accepted).not.toHaveProperty('acknowledgedAt');
    expect(owedBy(accepted, 'stage-1-acknowledgement')).not.toHaveProperty('met');
    expect(owedBy(accepted, 'stage-1-acknowledgement')).toMatchObject({ dueOn: '2027-03-08' });
    expect(owedBy(accepted, 'stage-1-response')).toMatchObject({ dueOn: '2027-03-22', projected: true });
    expect(accepted.extensions.map(({ state }) => state)).toEqual(['overtaken']);
  });

  it('has its answer brought forward by that acknowledgement, in a letter of its own (Code 6.3)', () => {
    const acknowledging: Command = { type: 'Acknowledge', by, points: [] };
    const { complaint, notices } = carryOut(accepted, acknowledging, '2027-03-03T10:00:00Z');
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({ dueOn: '2027-03-17', projected: false });
    expect(owedBy(complaint, 'stage-1-acknowledgement').met).toEqual({
      on: '2027-03-03',
      keptPolicy: true,
      keptCode: true,
    });
    expect(notices).toMatchObject([{ kind: 'acknowledgement', id: 'acknowledgement_9' }]);
  });

  it('owes again what it had promised to do', () => {
    expect(owedBy(accepted, 'action-1')).toMatchObject({ dueOn: '2027-03-10' });
    expect(owedBy(accepted, 'action-1')).not.toHaveProperty('ended');
    expect(outcome.notices[0]?.values).toMatchObject({
      'promises.2.task': 'take the next step to put things right by Wednesday 10 March 2027',
      'promises.2.explanation': '',
    });
  });

  it('stays late where it was late', () => {
    const late = complaintAcknowledged({ acknowledgedAt: '2027-01-06T10:00:00Z' });
    const again = carryOut(excluded(late, '2027-01-22T10:00:00Z'), accepting, monday).complaint;
    expect(again.obligations.map(({ dueOn, missed }) => [dueOn, missed])).toEqual([
      ['2027-03-08', ['2027-01-04']],
      ['2027-03-22', ['2027-01-18']],
    ]);
    expect(inShort(carryOut(again, { type: 'TimePassed' }, '2027-03-01T11:00:00Z'))).toEqual([
      'stage-1-acknowledgement apologised',
      'stage-1-response apologised',
      'apology_stage-1-acknowledgement_2027-01-04',
      'apology_stage-1-response_2027-01-18',
    ]);
  });
});

describe('seed 003: a landlord that counts both dates from receipt', () => {
  it('counts both from the acceptance, and keeps the Code’s own date beside them', () => {
    const complaint = complaintReceived({
      receivedAt: '2026-12-29T15:00:00Z',
      landlord: 'counted-from-receipt',
    });
    const accepted = carryOut(excluded(complaint), accepting, monday).complaint;
    expect(
      accepted.obligations.map(({ dueOn, codeDueOn, projected }) => [dueOn, codeDueOn, projected]),
    ).toEqual([
      ['2027-03-08', undefined, false],
      ['2027-03-15', '2027-03-22', false],
    ]);
  });
});

describe('a request for stage 2 that was refused (Code 2.4, 5.11)', () => {
  const escalate: Command = { type: 'Escalate', reasons: textRef(5) };
  const refuse: Command = { type: 'RefuseEscalation', by, ground: 'legal-proceedings', reasons: textRef(6) };
  const asked = carryOut(complaintResponded(), escalate, '2027-01-20T10:00:00Z').complaint;
  const refused = carryOut(asked, refuse, '2027-01-22T10:00:00Z').complaint;
  const decided: Command = { ...escalate, by, ombudsman: 'housing-ombudsman' };
  const { complaint } = carryOut(refused, decided, monday);

  it('is taken on because the Ombudsman says so, and counted from that day', () => {
    expect(refused).toMatchObject({ stage: 1, status: 'responded' });
    expect(complaint).toMatchObject({
      stage: 2,
      status: 'received',
      escalation: { ombudsman: 'housing-ombudsman', requestedOn: '2027-03-01' },
      escalationsRefused: [{ on: '2027-01-22', ground: 'legal-proceedings' }],
    });
    expect(owedBy(complaint, 'stage-2-acknowledgement')).toMatchObject({ dueOn: '2027-03-08' });
    expect(owedBy(complaint, 'stage-2-acknowledgement')).not.toHaveProperty('met');
    expect(owedBy(complaint, 'stage-2-response').dueOn).toBe('2027-04-07');
  });

  it('is not refused once more', () => {
    expect(refusalOf(complaint, refuse, '2027-03-02T10:00:00Z')).toEqual({
      type: 'OmbudsmanDecided',
      ombudsman: 'housing-ombudsman',
    });
  });
});
