import { describe, expect, it } from 'vitest';
import type { CompleteHandover } from '../../../shared/domain/commands/insurer.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  handler,
  inShort,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { atCourt, excluding, excludingPoint } from '../../support/exclusions.ts';
import { at, date, type LandlordId, versionOf } from '../../support/rules.ts';
import { letterOf } from '../section-12/lives.ts';

const now = '2027-01-05T10:00:00Z';
const received = (landlord: LandlordId, reachableByEmail = true) =>
  complaintReceived({ receivedAt: '2026-12-29T15:00:00Z', landlord, reachableByEmail });
const completing: CompleteHandover = {
  type: 'CompleteHandover',
  by: handler,
  handover: 'handover-1',
  evidence: textRef(6),
};

describe('what is not taken on and is for others to deal with', () => {
  it.each<[LandlordId, ground: string, to: string, dueOn: string, words: string]>([
    [
      'six-month-limit',
      'safeguarding',
      'safeguarding',
      '2027-01-05',
      'We deal with it at once, under our safeguarding procedure.\n\nYou do not need to tell anybody again. We will pass it on to the people who keep children and adults safe at once.',
    ],
    [
      'six-month-limit',
      'information-request',
      'data-protection',
      '2027-01-07',
      'We will pass it on to our colleagues who answer requests for information by Thursday 7 January 2027. Thursday 7 January 2027 is 2 working days after Tuesday 5 January 2027, the day we decided on it, not counting weekends.',
    ],
    [
      'counted-from-receipt',
      'personal-injury',
      'insurer',
      '2027-01-07',
      'Our insurer deals with it.\n\nYou do not need to tell anybody again. We will pass it on to our insurer by Thursday 7 January 2027. Thursday 7 January 2027 is 2 working days after',
    ],
  ])('%s: %s is passed on to %s by %s, and the letter says so', (landlord, ground, to, dueOn, words) => {
    const { complaint, events, notices } = carryOut(received(landlord), { ...excluding, ground }, now);
    expect(events.map(({ type }) => type)).toEqual(['ComplaintExcluded', 'HandoverOwed']);
    expect(complaint.handovers).toEqual([{ handover: 'handover-1', to, text: textRef(21) }]);
    expect(owedBy(complaint, 'handover-1')).toMatchObject({ kind: 'handover', dueOn });
    expect(owedBy(complaint, 'handover-1')).not.toHaveProperty('ended');
    const [notice] = notices;
    expect(notice && letterOf(landlord, notice)).toContain(words);
  });

  it.each<[LandlordId, string]>([
    ['counted-from-receipt', 'service-charge'],
    ['counted-from-receipt', 'anti-social-behaviour'],
    ['day-zero', 'information-request'],
    ['six-month-limit', 'compensation-only'],
  ])('%s: whoever complains takes %s there themselves', (landlord, ground) => {
    const { complaint, events } = carryOut(received(landlord), { ...excluding, ground }, now);
    expect(events).toHaveLength(1);
    expect(complaint.handovers).toEqual([]);
  });

  it('is passed on once while they have yet to get it, which the second letter says too', () => {
    const command = { ...excluding, ground: 'personal-injury' };
    const accepting: Command = { type: 'AcceptAfterAll', by: handler, reason: textRef(7) };
    const once = carryOut(received('counted-from-receipt'), command, now).complaint;
    const accepted = carryOut(once, accepting, '2027-01-06T10:00:00Z').complaint;
    const again = carryOut(accepted, command, '2027-01-06T11:00:00Z');
    expect(again.events.map(({ type }) => type)).toEqual(['ComplaintExcluded']);
    expect(again.notices[0]?.values.handover).toContain('Thursday 7 January 2027');
    const handed = carryOut(accepted, completing, '2027-01-06T11:00:00Z').complaint;
    const later = carryOut(handed, command, '2027-01-06T12:00:00Z').complaint;
    expect(later.handovers.map(({ handover }) => handover)).toEqual(['handover-1', 'handover-2']);
  });

  it('is passed on to a tribunal too, where a policy says so', () => {
    const policy = versionOf('counted-from-receipt');
    const exclusions = policy.exclusions.map((each) =>
      each.id === 'service-charge' ? { ...each, handover: 'tribunal' as const } : each,
    );
    const command = { ...excluding, ground: 'service-charge' };
    const { notices } = carryOut(received('counted-from-receipt'), command, now, {
      policy: { ...policy, exclusions },
    });
    expect(notices[0]?.values.handover).toMatch(
      /^You do not need to .* We will pass it on to the tribunal by Thu/,
    );
  });

  it('is done with a proof, and chased until then although nothing else is owed', () => {
    const { complaint, wakes } = carryOut(
      received('six-month-limit'),
      { ...excluding, ground: 'safeguarding' },
      now,
    );
    expect(wakes).toBe('2027-01-05T09:00:00.000Z');
    expect(inShort(carryOut(complaint, { type: 'TimePassed' }, now)).join()).toContain('handover-1 0 to');
    const done = carryOut(complaint, completing, '2027-01-05T12:00:00Z').complaint;
    expect(owedBy(done, 'handover-1').met).toEqual({ on: '2027-01-05', keptPolicy: true, keptCode: true });
    expect(carryOut(complaint, completing, '2027-01-05T12:00:00Z').wakes).toBeUndefined();
    expect(refusalOf(done, completing, '2027-01-05T13:00:00Z').type).toBe('HandedOverAlready');
  });

  it('is owed from the day of the decision, also where that was told by letter', () => {
    const byLetter = { alreadyGiven: { how: 'letter' as const, evidence: textRef(7) } };
    const happenedAt = at('2027-01-04T10:00:00Z');
    const command = { ...excluding, ...byLetter, happenedAt, ground: 'information-request' };
    const { complaint, events, notices } = carryOut(received('six-month-limit', false), command, now);
    expect(owedBy(complaint, 'handover-1').dueOn).toBe('2027-01-06');
    expect(events[1]).toMatchObject({ by: 'handler', happenedAt: '2027-01-04T10:00:00.000Z' });
    expect(notices).toEqual([]);
  });

  it('is passed on for points too, while the rest goes on', () => {
    const points = [1, 2].map((number) => ({ definition: textRef(number), responsible: true }));
    const acknowledged = complaintAcknowledged({ landlord: 'counted-from-receipt' });
    const { complaint: two } = carryOut(acknowledged, { type: 'AddPoints', by: handler, points }, now);
    const injury = carryOut(two, { ...excludingPoint, ground: 'personal-injury' }, now);
    const { complaint, events } = injury;
    const [notice] = injury.notices;
    expect(notice && letterOf('counted-from-receipt', notice)).toContain(
      'We will pass it on to our insurer by ',
    );
    expect(events.map(({ type }) => type)).toEqual(['PointsExcluded', 'HandoverOwed']);
    expect(complaint.handovers).toEqual([{ handover: 'handover-1', to: 'insurer', text: textRef(21) }]);
    expect(complaint.status).toBe('acknowledged');
  });
});

describe('legal proceedings (Code 2.2)', () => {
  const complaint = received('code-2024');

  it('have started on the day on which the claim was filed, which is on record', () => {
    const filed = { ...excluding, ...atCourt(date('2027-01-05')) };
    expect(carryOut(complaint, filed, now).complaint.exclusion).toMatchObject({
      ground: 'legal-proceedings',
      claimFiledOn: '2027-01-05',
    });
  });

  it('may have started long before the complaint', () => {
    const filed = { ...excluding, ...atCourt(date('2024-03-01')) };
    expect(carryOut(complaint, filed, now).complaint.exclusion?.claimFiledOn).toBe('2024-03-01');
  });

  it.each([
    ['with a letter before action only', undefined],
    ['tomorrow', '2027-01-06'],
  ])('have not started %s', (_, on) => {
    const filed = { ...excluding, ...atCourt(on ? date(on) : undefined) };
    expect(refusalOf(complaint, filed, now)).toEqual({ type: 'ClaimNotFiled' });
  });
});
