import { describe, expect, it } from 'vitest';
import type { Respond } from '../../../shared/domain/commands/respond.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintDrafted,
  complaintReceived,
  handler,
  kept,
  late,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

const complaint = complaintDrafted();
const command: Respond = { type: 'Respond', by: handler };
const now = '2027-01-13T10:00:00Z';
const byLetter = { how: 'letter', evidence: textRef(9) } as const;
const outcome = { point: 'point-1', finding: 'upheld', reasons: textRef(3), remedy: 'none' } as const;

describe('an answer (Code 6.3, 6.9)', () => {
  it('meets its date and tells the finding, the reasons and the remedy of every point', () => {
    const { complaint: after, events, notices, wakes } = carryOut(complaint, command, now);
    expect(after).toMatchObject({
      status: 'responded',
      respondedOn: '2027-01-13',
      decidedStage1: ['handler'],
    });
    expect(owedBy(after, 'stage-1-response').met).toEqual({ on: '2027-01-13', ...kept });
    expect(events).toEqual([
      { type: 'ResponseSent', by: 'handler', happenedAt: '2027-01-13T10:00:00.000Z', on: '2027-01-13' },
    ]);
    expect(notices).toEqual([
      {
        id: 'response',
        kind: 'response',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        values: {
          respondedOn: 'Wednesday 13 January 2027',
          window:
            'Please ask by Wednesday 10 February 2027 if you can. You can still ask after that day. Tell us if you had a reason to wait, for example that you waited to see whether what we did would put things right.',
          'points.0.finding': 'We uphold this. That means that we agree with you.',
        },
        texts: { 'points.0.definition': 'text-1', 'points.0.reasons': 'text-3', 'points.0.remedy': 'text-4' },
      },
    ]);
    expect(wakes).toBeUndefined();
  });

  it('ends the questions that were asked for it, and leaves actions and messages (Code 6.6, 6.10)', () => {
    const begun: Command[] = [
      { type: 'AskQuestion', by: handler, asked: { contractor: textRef(8) }, text: textRef(7) },
      { type: 'SendMessage', text: textRef(6) },
      {
        type: 'AddAction',
        by: handler,
        description: textRef(5),
        owner: colleague,
        dueOn: date('2027-02-10'),
      },
    ];
    const state = begun.reduce((each, one) => carryOut(each, one, now).complaint, complaint);
    const { complaint: after, notices } = carryOut(state, command, now);
    expect(owedBy(after, 'question-1').ended).toBe('answered');
    expect(owedBy(after, 'message-1')).not.toHaveProperty('ended');
    expect(owedBy(after, 'action-1')).not.toHaveProperty('ended');
    expect(notices[0]?.values).toMatchObject({
      'actions.0.dueOn': 'Wednesday 10 February 2027',
      'actions.0.late': '',
    });
    expect(notices[0]?.texts?.['actions.0.description']).toBe('text-5');
  });

  it('given at once meets the acknowledgement too', () => {
    const begun: Command[] = [
      { type: 'AddPoints', by: handler, points: [{ definition: textRef(1), responsible: true }] },
      { type: 'Draft', by: handler, outcomes: [outcome] },
      command,
    ];
    const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
    const after = begun.reduce(
      (each, one) => carryOut(each, one, '2026-12-23T16:00:00Z').complaint,
      received,
    );
    expect(after).toMatchObject({ status: 'responded', acknowledgedAt: '2026-12-23T16:00:00.000Z' });
    expect(after.obligations.map(({ met }) => met)).toEqual([
      { on: '2026-12-23', ...kept },
      { on: '2026-12-23', ...kept },
    ]);
  });

  it('after its date is late', () => {
    const { complaint: after, events } = carryOut(complaint, command, '2027-01-15T10:00:00Z');
    expect(owedBy(after, 'stage-1-response')).toMatchObject({
      dueOn: '2027-01-14',
      met: { on: '2027-01-15', ...late },
    });
    expect(events[0]).not.toHaveProperty('backdated');
  });
});

describe('an answer that was posted', () => {
  const posted: Respond = { ...command, happenedAt: at('2027-01-14T16:00:00Z'), alreadyGiven: byLetter };

  it('sends nothing, and is flagged where recording it turns late into kept', () => {
    const { complaint: after, notices } = carryOut(complaint, posted, '2027-01-18T10:00:00Z');
    expect(owedBy(after, 'stage-1-response').met).toEqual({ on: '2027-01-14', backdated: true, ...kept });
    expect(notices).toEqual([]);
  });

  it('is not flagged where it was recorded in time', () => {
    const { complaint: after } = carryOut(complaint, posted, '2027-01-14T17:00:00Z');
    expect(owedBy(after, 'stage-1-response').met).toEqual({ on: '2027-01-14', ...kept });
  });

  it('has the date on its letter', () => {
    const dated = { ...posted, datedOn: date('2027-01-12') };
    expect(carryOut(complaint, dated, '2027-01-14T17:00:00Z').complaint.respondedOn).toBe('2027-01-12');
  });

  it.each([
    ['before the acknowledgement', '2026-12-29'],
    ['after it was posted', '2027-01-15'],
  ])('is not dated %s', (_, datedOn) => {
    expect(refusalOf(complaint, { ...posted, datedOn: date(datedOn) }, '2027-01-18T10:00:00Z')).toEqual({
      type: 'LetterDateImpossible',
      notBefore: '2026-12-30',
      notAfter: '2027-01-14',
    });
  });
});

describe('an answer is refused', () => {
  const undefinedYet = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
  const unreachable = complaintDrafted({ reachableByEmail: false });
  it.each<[string, typeof complaint, Partial<Respond>, unknown]>([
    ['where nothing was defined (Code 5.6)', undefinedYet, {}, { type: 'NothingDefined' }],
    [
      'where a point is not answered (Code 6.7)',
      complaintAcknowledged(),
      {},
      {
        type: 'PointsIncomplete',
        missing: [{ point: 'point-1', lacks: ['finding', 'reasons', 'remedy'] }],
      },
    ],
    ['by email to someone without an address', unreachable, {}, { type: 'NotReachable' }],
    [
      'on the phone (Code 6.9)',
      complaint,
      { alreadyGiven: { how: 'phone', evidence: textRef(9) } },
      { type: 'NotInWriting', how: 'phone' },
    ],
    [
      'from before now without a proof',
      complaint,
      { happenedAt: at('2027-01-12T10:00:00Z') },
      { type: 'ProofNeeded' },
    ],
    [
      'from the future',
      complaint,
      { happenedAt: at('2027-01-13T10:01:00Z'), alreadyGiven: byLetter },
      { type: 'HappenedInFuture', now: '2027-01-13T10:00:00.000Z' },
    ],
    [
      'from before the acknowledgement',
      complaint,
      { happenedAt: at('2026-12-30T09:59:00Z'), alreadyGiven: byLetter },
      { type: 'HappenedTooEarly', notBefore: '2026-12-30T10:00:00.000Z', what: 'acknowledgement' },
    ],
    [
      'from before the receipt',
      undefinedYet,
      { happenedAt: at('2026-12-23T14:59:00Z'), alreadyGiven: byLetter },
      { type: 'HappenedTooEarly', notBefore: '2026-12-23T15:00:00.000Z', what: 'receipt' },
    ],
    [
      'dated otherwise than the day we send it',
      complaint,
      { datedOn: date('2027-01-12') },
      { type: 'LetterDateImpossible', notBefore: '2027-01-13', notAfter: '2027-01-13' },
    ],
  ])('%s', (_, state, change, refusal) => {
    expect(refusalOf(state, { ...command, ...change }, now)).toEqual(refusal);
  });
});
