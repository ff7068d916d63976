import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/decide.ts';
import { carryOut, complaintClosed, manager, textRef } from '../support/complaints.ts';
import { date } from '../support/rules.ts';

/** Thirty orders of the Ombudsman, all due on Tuesday 1 June 2027. */
const determined: Command = {
  type: 'RecordDetermination',
  by: manager,
  ombudsman: 'housing-ombudsman',
  findings: [{ point: 'point-1', determination: 'severe-maladministration' }],
  orders: Array.from({ length: 30 }, () => ({
    binding: true,
    description: textRef(8),
    dueOn: date('2027-06-01'),
  })),
};

describe('more obligations that come due together than fit into one transaction', () => {
  it('are spoken of twenty at a time, at once and none twice', () => {
    const ordered = carryOut(complaintClosed(), determined, '2027-04-01T10:00:00Z').complaint;
    const now = '2027-05-26T08:00:00.000Z';
    const first = carryOut(ordered, { type: 'TimePassed' }, now);
    expect(first.events).toHaveLength(20);
    expect(first.wakes && first.wakes <= now).toBe(true);
    const second = carryOut(first.complaint, { type: 'TimePassed' }, now);
    expect(second.events).toHaveLength(10);
    expect(second.wakes && second.wakes > now).toBe(true);
  });
});
