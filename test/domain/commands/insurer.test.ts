import { describe, expect, it } from 'vitest';
import type { CompleteHandover, ReferToInsurer } from '../../../shared/domain/commands/insurer.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintClosed,
  handler,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at } from '../../support/rules.ts';

const referring: ReferToInsurer = { type: 'ReferToInsurer', by: handler, claim: textRef(5) };
const completing: CompleteHandover = {
  type: 'CompleteHandover',
  by: handler,
  handover: 'handover-1',
  evidence: textRef(6),
};
const now = '2027-01-07T10:00:00Z';
const referred = carryOut(complaintAcknowledged({ landlord: 'counted-from-receipt' }), referring, now);

describe('a claim for personal injury (seed 003, 6.5)', () => {
  it('is to be passed on to the insurer, and the complaint goes on', () => {
    const { complaint } = referred;
    expect(complaint.handovers).toEqual([{ handover: 'handover-1', to: 'insurer', text: textRef(5) }]);
    expect(owedBy(complaint, 'handover-1')).toMatchObject({
      kind: 'handover',
      dueOn: '2027-01-11',
      derivation: { countedFrom: 'claim', startOn: '2027-01-07', count: 2, source: 'practice' },
    });
    expect(complaint.status).toBe('acknowledged');
    expect(owedBy(complaint, 'stage-1-response')).not.toHaveProperty('ended');
  });

  it('is counted from the day on which it was made', () => {
    const earlier = { ...referring, happenedAt: at('2027-01-05T10:00:00Z') };
    const { complaint, events } = carryOut(complaintAcknowledged(), earlier, now);
    expect(owedBy(complaint, 'handover-1').dueOn).toBe('2027-01-07');
    expect(events[0]).toMatchObject({ happenedAt: '2027-01-05T10:00:00.000Z' });
    const tooEarly = { ...referring, happenedAt: at('2026-12-23T14:00:00Z') };
    expect(refusalOf(complaintAcknowledged(), tooEarly, now).type).toBe('HappenedTooEarly');
  });

  it('is told to the resident, who hears when it is with the insurer', () => {
    expect(referred.notices).toEqual([
      {
        id: 'insurer_4',
        kind: 'insurer',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        values: {
          dueOn: 'Monday 11 January 2027',
          explanation:
            'Monday 11 January 2027 is 2 working days after Thursday 7 January 2027, the day the claim was made, not counting weekends.',
        },
        texts: { claim: 'text-5' },
      },
    ]);
  });

  it('is passed on also where the resident gets no mail, or was told by hand', () => {
    const unreachable = complaintAcknowledged({ reachableByEmail: false });
    const { complaint, notices } = carryOut(unreachable, referring, now);
    expect(complaint.handovers).toHaveLength(1);
    expect(notices).toEqual([]);
    const alreadyGiven = { how: 'phone', evidence: textRef(7) } as const;
    const told = carryOut(complaintAcknowledged(), { ...referring, alreadyGiven }, now);
    expect(told.events[0]).toMatchObject({ alreadyGiven });
    expect(told.notices).toEqual([]);
  });

  it('may come more than once, as long as the complaint is open', () => {
    const second = carryOut(referred.complaint, referring, '2027-01-08T10:00:00Z').complaint;
    expect(second.handovers.map(({ handover }) => handover)).toEqual(['handover-1', 'handover-2']);
    expect(refusalOf(complaintClosed(), referring, '2027-01-21T10:00:00Z')).toMatchObject({ why: 'closed' });
  });
});

describe('a claim that is passed on', () => {
  it('is with the insurer, with its proof', () => {
    const { complaint, events } = carryOut(referred.complaint, completing, '2027-01-11T10:00:00Z');
    expect(owedBy(complaint, 'handover-1').met).toEqual({
      on: '2027-01-11',
      keptPolicy: true,
      keptCode: true,
    });
    expect(events[0]).toMatchObject({ type: 'HandoverCompleted', evidence: textRef(6) });
    expect(refusalOf(complaint, completing, '2027-01-12T10:00:00Z')).toEqual({
      type: 'HandedOverAlready',
      on: '2027-01-11',
    });
  });

  it('is flagged where recording it turns late into kept', () => {
    const told = { ...completing, happenedAt: at('2027-01-11T10:00:00Z') };
    const { complaint } = carryOut(referred.complaint, told, '2027-01-13T10:00:00Z');
    expect(owedBy(complaint, 'handover-1').met).toMatchObject({ on: '2027-01-11', backdated: true });
    const early = { ...completing, happenedAt: at('2026-12-23T14:00:00Z') };
    expect(refusalOf(referred.complaint, early, now).type).toBe('HappenedTooEarly');
  });

  it('is one that was made, and no other obligation', () => {
    for (const handover of ['handover-2', 'stage-1-response'])
      expect(refusalOf(referred.complaint, { ...completing, handover }, now)).toEqual({
        type: 'UnknownHandover',
      });
  });

  it('is owed, and recorded, although the complaint is closed', () => {
    const closing = { type: 'Close', by: handler, reason: textRef(8) } as const;
    const closed = carryOut(referred.complaint, closing, '2027-01-08T10:00:00Z').complaint;
    expect(owedBy(closed, 'handover-1')).not.toHaveProperty('ended');
    const { complaint } = carryOut(closed, completing, '2027-01-11T10:00:00Z');
    expect(owedBy(complaint, 'handover-1').met?.on).toBe('2027-01-11');
  });
});
