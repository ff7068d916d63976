import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  handler,
  inShort,
  owedBy,
  textRef,
} from '../../support/complaints.ts';
import { at } from '../../support/rules.ts';

/** The answer is due on Thursday 14 January 2027, and the resident is told sorry on the 15th. */
const complaint = carryOut(complaintAcknowledged(), { type: 'TimePassed' }, '2027-01-15T12:00:00Z').complaint;
const reopening: Command = { type: 'Reopen', by: handler, reason: textRef(6) };
const withdrawing = (happenedAt: string): Command => ({
  type: 'Withdraw',
  by: handler,
  happenedAt: at(happenedAt),
});
const recorded = '2027-01-18T10:00:00Z';
const monday = '2027-03-01T10:00:00Z';

describe('an answer that was overdue when the complaint was withdrawn', () => {
  const withdrawn = carryOut(complaint, withdrawing('2027-01-15T00:00:00Z'), recorded).complaint;
  const reopened = carryOut(withdrawn, reopening, monday).complaint;

  it('stays missed, although it is counted anew once the complaint is reopened', () => {
    expect(owedBy(withdrawn, 'stage-1-response')).toMatchObject({
      ended: 'withdrawn',
      missed: ['2027-01-14'],
    });
    expect(owedBy(reopened, 'stage-1-response')).toMatchObject({
      dueOn: '2027-03-15',
      missed: ['2027-01-14'],
    });
  });

  it('is not told sorry for a second time', () => {
    expect(inShort(carryOut(reopened, { type: 'TimePassed' }, monday))).toEqual([]);
  });

  it('is missed only where it was still owed: what was met before is not', () => {
    expect(owedBy(reopened, 'stage-1-acknowledgement')).not.toHaveProperty('missed');
    const late = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
    const gone = carryOut(late, { type: 'Withdraw' }, '2027-01-19T00:00:00Z').complaint;
    expect(gone.obligations.map(({ missed }) => missed)).toEqual([['2027-01-04'], ['2027-01-18']]);
  });
});

describe('an answer that was not yet overdue when the complaint was withdrawn', () => {
  it('is not missed, whenever the withdrawal is recorded', () => {
    const withdrawn = carryOut(complaint, withdrawing('2027-01-14T23:59:00Z'), recorded).complaint;
    const { complaint: reopened } = carryOut(withdrawn, reopening, monday);
    expect(owedBy(withdrawn, 'stage-1-response')).not.toHaveProperty('missed');
    expect(owedBy(reopened, 'stage-1-response')).toMatchObject({ dueOn: '2027-03-15' });
    expect(owedBy(reopened, 'stage-1-response')).not.toHaveProperty('missed');
  });
});
