import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import { latestWithoutReason } from '../../shared/domain/extension-rules.ts';
import type { PolicyVersion } from '../../shared/domain/policy.ts';
import {
  carryOut,
  complaintAcknowledged,
  handler,
  owedBy,
  refusalOf,
  textRef,
} from '../support/complaints.ts';
import { date, englandAndWales, versionOf } from '../support/rules.ts';

/** Answers within a month of the acknowledgement, put off by a month, each to the next working day. */
const month = { unit: 'months', count: 1, lastDay: 'next-working-day' } as const;
const { stage1, ...rest } = versionOf('day-zero');
const byMonths: PolicyVersion = {
  ...rest,
  stage1: {
    ...stage1,
    response: { ...stage1.response, ...month },
    extension: { ...stage1.extension, ...month },
  },
};

const putOff = (complaint: Complaint, now: string, newDueOn: string, policy: PolicyVersion) => {
  const alreadyGiven = { how: 'letter', evidence: textRef(8) } as const;
  const extending = { type: 'Extend', by: handler, newDueOn: date(newDueOn), reason: textRef(7) } as const;
  return carryOut(complaint, { ...extending, alreadyGiven }, now, { policy }).complaint;
};

describe('an answer whose month ended on Saturday 2 January 2027', () => {
  // Acknowledged on Wednesday 2 December; the date given is Monday 4 January.
  const complaint = complaintAcknowledged({
    receivedAt: '2026-11-30T10:00:00Z',
    acknowledgedAt: '2026-12-02T10:00:00Z',
    rules: { policy: byMonths },
  });

  it('may be put off to a month after that Saturday, and not after the Monday it moved to', () => {
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({
      dueOn: '2027-01-04',
      derivation: { countedTo: '2027-01-02' },
    });
    expect(latestWithoutReason(complaint, byMonths, englandAndWales)).toBe('2027-02-02');
  });

  it('is counted from that Saturday, and explained by how it came to be', () => {
    const extended = putOff(complaint, '2026-12-30T10:00:00Z', '2027-01-15', byMonths);
    expect(owedBy(extended, 'stage-1-response')).toMatchObject({
      dueOn: '2027-01-15',
      derivation: {
        countedFrom: 'original-due-date',
        startOn: '2027-01-02',
        count: 10,
        original: { unit: 'months', count: 1, startOn: '2026-12-02', countedTo: '2027-01-02' },
      },
    });
    expect(latestWithoutReason(extended, byMonths, englandAndWales)).toBe('2027-02-02');
  });
});

describe('an answer whose four weeks ended on Easter Monday 2027', () => {
  // Acknowledged on Monday 1 March, due in four weeks on Monday the 29th, which moves to Tuesday the 30th.
  const weeks = { unit: 'weeks', count: 4, lastDay: 'next-working-day' } as const;
  const policy: PolicyVersion = {
    ...byMonths,
    stage1: {
      ...byMonths.stage1,
      response: { ...byMonths.stage1.response, ...weeks },
      extension: { ...byMonths.stage1.extension, ...weeks },
    },
  };
  const complaint = complaintAcknowledged({
    receivedAt: '2027-03-01T10:00:00Z',
    acknowledgedAt: '2027-03-01T11:00:00Z',
    rules: { policy },
  });

  it('may be put off by four weeks from the Monday, however often it is put off', () => {
    expect(owedBy(complaint, 'stage-1-response').dueOn).toBe('2027-03-30');
    expect(latestWithoutReason(complaint, policy, englandAndWales)).toBe('2027-04-26');
    const once = putOff(complaint, '2027-03-30T10:00:00Z', '2027-04-09', policy);
    expect(latestWithoutReason(once, policy, englandAndWales)).toBe('2027-04-26');
    const twice = putOff(once, '2027-04-08T10:00:00Z', '2027-04-26', policy);
    expect(owedBy(twice, 'stage-1-response')).toMatchObject({
      dueOn: '2027-04-26',
      derivation: { startOn: '2027-03-29', original: { unit: 'weeks', startOn: '2027-03-01' } },
    });
    const beyond = { type: 'Extend', by: handler, newDueOn: date('2027-04-27'), reason: textRef(7) } as const;
    expect(refusalOf(once, beyond, '2027-04-08T10:00:00Z', { policy })).toEqual({
      type: 'BeyondCap',
      latest: '2027-04-26',
    });
  });
});

describe('where the policy takes the first day as day one, or rolls it forward', () => {
  it.each(['day-one', 'roll-forward'] as const)(
    'an extension adds to the date that it puts off (%s)',
    (startDay) => {
      const policy: PolicyVersion = { ...versionOf('day-zero'), startDay };
      const complaint = complaintAcknowledged({ rules: { policy } });
      const { dueOn } = owedBy(complaint, 'stage-1-response');
      // Acknowledged on Wednesday 30 December; as day one it is the first of ten.
      expect(dueOn).toBe(startDay === 'day-one' ? '2027-01-13' : '2027-01-14');
      const extended = putOff(complaint, '2027-01-12T10:00:00Z', '2027-01-20', policy);
      const { derivation } = owedBy(extended, 'stage-1-response');
      expect(derivation).toMatchObject({ startOn: dueOn, count: startDay === 'day-one' ? 5 : 4 });
      expect(derivation).not.toHaveProperty('startDay');
      expect(latestWithoutReason(complaint, policy, englandAndWales)).toBe(
        startDay === 'day-one' ? '2027-01-27' : '2027-01-28',
      );
    },
  );
});
