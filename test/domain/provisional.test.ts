import { describe, expect, it } from 'vitest';
import { isProvisional } from '../../shared/domain/provisional.ts';
import { complaintAcknowledged, owedBy } from '../support/complaints.ts';
import { date } from '../support/rules.ts';
import { putOff, until2028, until2029 } from './other-calendars.ts';

/** Ten working days after Wednesday 20 December 2028 lie in 2029. */
const answerBy = (calendar: typeof until2028) =>
  complaintAcknowledged({
    receivedAt: '2028-12-20T09:00:00Z',
    acknowledgedAt: '2028-12-20T10:00:00Z',
    rules: { calendar },
  });

describe('a date', () => {
  it('is provisional until the bank holidays of its year are published', () => {
    expect(isProvisional(owedBy(answerBy(until2028), 'stage-1-response'))).toBe(true);
    expect(isProvisional(owedBy(answerBy(until2029), 'stage-1-response'))).toBe(false);
    expect(isProvisional(owedBy(answerBy(until2028), 'stage-1-acknowledgement'))).toBe(false);
  });

  it('that was promised as such never is', () => {
    const extended = putOff(answerBy(until2028), '2028-12-21T10:00:00Z', '2029-01-16', until2028);
    expect(owedBy(extended, 'stage-1-response')).toMatchObject({
      dueOn: '2029-01-16',
      derivation: { beyondHorizon: true },
    });
    expect(isProvisional(owedBy(extended, 'stage-1-response'))).toBe(false);
    expect(isProvisional({ derivation: { promisedOn: date('2028-12-20'), clause: '6.6' } })).toBe(false);
  });
});
