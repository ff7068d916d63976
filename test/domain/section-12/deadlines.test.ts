import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintReceived,
  handler,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { date, type LandlordId, landlordIds } from '../../support/rules.ts';
import {
  acknowledgedAgain,
  answer,
  answered,
  day,
  finalAnswer,
  readyToAnswer,
  readyToAnswerFinally,
  requested,
} from './lives.ts';

/** Section 12.1: deadlines and windows, from what came in on Wednesday 23 December 2026. */

const acknowledge: Command = {
  type: 'Acknowledge',
  by: handler,
  points: [{ definition: textRef(1), responsible: true }],
};

describe('stage 1 (Code 6.2, 6.3)', () => {
  it.each<[LandlordId, string, string, string]>([
    ['six-month-limit', '2027-01-04', '2027-01-18', '2027-01-14'],
    ['fifteen-day-window', '2027-01-04', '2027-01-18', '2027-01-14'],
    ['two-ombudsmen', '2027-01-04', '2027-01-18', '2027-01-14'],
    ['counted-from-receipt', '2027-01-04', '2027-01-11', '2027-01-11'],
    ['day-zero', '2027-01-04', '2027-01-18', '2027-01-14'],
    ['code-2024', '2027-01-04', '2027-01-18', '2027-01-14'],
  ])(
    '%s: acknowledged by %s and answered by %s at the latest, or by %s once acknowledged on 30 December',
    (landlord, acknowledgement, projected, response) => {
      const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z', landlord });
      expect(owedBy(received, 'stage-1-acknowledgement').dueOn).toBe(acknowledgement);
      expect(owedBy(received, 'stage-1-response').dueOn).toBe(projected);
      const { complaint } = carryOut(received, acknowledge, day('2026-12-30'));
      expect(owedBy(complaint, 'stage-1-response').dueOn).toBe(response);
    },
  );

  it('seed 004: what comes in on a Saturday has that day as day zero, and weekends do not count', () => {
    const received = complaintReceived({ receivedAt: '2027-02-06T15:00:00Z', landlord: 'day-zero' });
    expect(owedBy(received, 'stage-1-acknowledgement').dueOn).toBe('2027-02-12');
  });

  it.each<[LandlordId, boolean, boolean]>([
    ['six-month-limit', true, true],
    ['fifteen-day-window', true, true],
    ['two-ombudsmen', true, true],
    ['counted-from-receipt', false, true],
    ['day-zero', true, true],
    ['code-2024', true, true],
  ])(
    '%s: an answer of 13 January keeps its policy: %s, and the Code: %s',
    (landlord, keptPolicy, keptCode) => {
      const { met } = owedBy(answered(landlord, answer, '2027-01-13'), 'stage-1-response');
      expect(met).toEqual({ on: '2027-01-13', keptPolicy, keptCode });
    },
  );
});

describe('stage 2 (Code 6.11, 6.14)', () => {
  it.each(landlordIds)(
    '%s: a request of 3 February is acknowledged by the 10th, and answered 20 working days after that',
    (landlord) => {
      const complaint = requested(landlord);
      expect(owedBy(complaint, 'stage-2-acknowledgement').dueOn).toBe('2027-02-10');
      expect(owedBy(complaint, 'stage-2-response').dueOn).toBe('2027-03-10');
      expect(owedBy(acknowledgedAgain(landlord), 'stage-2-response').dueOn).toBe('2027-03-05');
    },
  );

  it.each(landlordIds)('%s: within those 5 working days it is accepted or refused: seed 001', (landlord) => {
    const refuse: Command = {
      type: 'RefuseEscalation',
      by: colleague,
      ground: 'another-issue',
      reasons: textRef(9),
    };
    const refused = carryOut(requested(landlord), refuse, day('2027-02-10')).complaint;
    expect(owedBy(refused, 'stage-2-acknowledgement').met).toMatchObject({ keptPolicy: true });
    expect(refusalOf(acknowledgedAgain(landlord), refuse, day('2027-02-10'))).toMatchObject({
      why: 'stage-2-acknowledged',
    });
  });
});

describe('more time for the answer (Code 5.9, 6.4, 6.15)', () => {
  const extend = (newDueOn: string, more: object = {}): Command => ({
    type: 'Extend',
    by: colleague,
    newDueOn: date(newDueOn),
    reason: textRef(9),
    ...more,
  });

  it.each<[LandlordId, string, string]>([
    ['six-month-limit', '2027-01-28', '2027-04-06'],
    ['fifteen-day-window', '2027-01-28', '2027-04-06'],
    ['two-ombudsmen', '2027-01-28', '2027-04-06'],
    ['counted-from-receipt', '2027-01-25', '2027-04-06'],
    ['day-zero', '2027-01-28', '2027-04-06'],
    ['code-2024', '2027-01-28', '2027-04-06'],
  ])(
    '%s: until %s at stage 1 and %s at stage 2, and later with a good reason and updates that were agreed',
    (landlord, first, second) => {
      const stages = [
        [complaintAcknowledged({ landlord }), first, '2027-01-08'],
        [acknowledgedAgain(landlord), second, '2027-03-05'],
      ] as const;
      for (const [complaint, latest, on] of stages) {
        expect(carryOut(complaint, extend(latest), day(on)).notices[0]?.kind).toBe('extension');
        const beyond = '2027-04-09';
        expect(refusalOf(complaint, extend(beyond), day(on))).toEqual({ type: 'BeyondCap', latest });
        const unwatched = extend(beyond, { goodReason: textRef(10) });
        expect(refusalOf(complaint, unwatched, day(on))).toEqual({ type: 'UpdatesNotAgreed', latest });
        const agreed = extend(beyond, { goodReason: textRef(10), updateEvery: 5 });
        expect(carryOut(complaint, agreed, day(on)).notices[0]?.kind).toBe('extension');
      }
    },
  );

  it.each(landlordIds)(
    '%s: the resident who was asked and said no is not waited for: seed 004',
    (landlord) => {
      const byLetter = { how: 'letter', evidence: textRef(7) } as const;
      const asked = extend('2027-01-22', { residentAgreed: false, alreadyGiven: byLetter });
      const { complaint } = carryOut(complaintAcknowledged({ landlord }), asked, day('2027-01-08'));
      expect(complaint.extensions).toMatchObject([{ state: 'effective', residentAgreed: false }]);
      expect(owedBy(complaint, 'stage-1-response').dueOn).toBe('2027-01-22');
    },
  );
});

describe('the window in which stage 2 is normally asked for', () => {
  const byHand: Command = {
    type: 'Respond',
    by: handler,
    datedOn: date('2027-01-07'),
    alreadyGiven: { how: 'letter', evidence: textRef(7) },
  };

  it.each<[LandlordId, string | undefined]>([
    ['six-month-limit', undefined],
    ['fifteen-day-window', '2027-01-28'],
    ['two-ombudsmen', undefined],
    ['counted-from-receipt', undefined],
    ['day-zero', '2027-02-05'],
    ['code-2024', undefined],
  ])(
    '%s: of a letter dated 7 and given on 8 January it ends on %s, and nobody is refused for it',
    (...row) => {
      const [landlord, windowEndedOn] = row;
      const stage1 = answered(landlord, byHand);
      const late = carryOut(stage1, { type: 'Escalate' }, day('2027-02-08')).complaint;
      expect([late.stage, late.escalation?.windowEndedOn]).toEqual([2, windowEndedOn]);
      const inTime = carryOut(stage1, { type: 'Escalate' }, day('2027-01-28')).complaint;
      expect(inTime.escalation?.windowEndedOn).toBeUndefined();
    },
  );
});

describe('an answer is in writing, upheld or not (Code 6.9, 6.19; seeds 001, 002)', () => {
  it.each(landlordIds)('%s: a phone call gives it at neither stage', (landlord) => {
    const phoned = { alreadyGiven: { how: 'phone', evidence: textRef(7) } } as const;
    const notWritten = { type: 'NotInWriting', how: 'phone' };
    expect(
      refusalOf(readyToAnswer(landlord), { ...answer, ...phoned } as Command, day('2027-01-08')),
    ).toEqual(notWritten);
    expect(
      refusalOf(readyToAnswerFinally(landlord), { ...finalAnswer, ...phoned } as Command, day('2027-03-01')),
    ).toEqual(notWritten);
  });
});
