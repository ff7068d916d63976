import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import { carryOut, complaintDrafted, handler, refusalOf, textRef } from '../../support/complaints.ts';

const text = textRef(9);

describe('a manager who speaks with the resident before they answer: seed 002', () => {
  const ready = () => complaintDrafted({ landlord: 'two-ombudsmen' });
  const answer: Command = { type: 'Respond', by: handler };
  const call = (reached: boolean): Command => ({
    type: 'NoteContact',
    by: handler,
    how: 'phone',
    reached,
    note: text,
  });

  it('is waited for, unless it is said why that did not happen', () => {
    expect(refusalOf(ready(), answer, '2027-01-13T10:00:00Z')).toEqual({ type: 'DiscussFirst' });
    const tried = carryOut(ready(), call(false), '2027-01-12T10:00:00Z').complaint;
    expect(refusalOf(tried, answer, '2027-01-13T10:00:00Z')).toEqual({ type: 'DiscussFirst' });
    const spoken = carryOut(ready(), call(true), '2027-01-12T10:00:00Z').complaint;
    expect(carryOut(spoken, answer, '2027-01-13T10:00:00Z').complaint.status).toBe('responded');
    const waived = carryOut(tried, { ...answer, notDiscussed: text }, '2027-01-13T10:00:00Z');
    expect(waived.events).toMatchObject([{ notDiscussed: text }]);
  });
});
