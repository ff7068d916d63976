import { describe, expect, it } from 'vitest';
import { complaintReceived, owedBy } from '../support/complaints.ts';
import { acknowledgedOn, calendarOfVersion, passBy, until2028, until2029 } from './other-calendars.ts';

describe('a provisional date, once its year is published', () => {
  it('is certain from then on, also where it is the same', () => {
    const complaint = acknowledgedOn('2029-01-03', until2028);
    const { complaint: after, events, notices } = passBy(complaint, '2029-01-03T11:00:00Z', until2029, true);
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({
      dueOn: '2029-01-17',
      derivation: { beyondHorizon: true },
    });
    expect(owedBy(after, 'stage-1-response')).toMatchObject({
      dueOn: '2029-01-17',
      derivation: { beyondHorizon: false, calendarVersion: 2 },
    });
    expect(events).toMatchObject([{ dates: [{ was: '2029-01-17' }], because: [], told: false }]);
    expect(notices).toEqual([]);
  });

  it('moves for its holidays, of which nobody had told', () => {
    const complaint = complaintReceived({
      receivedAt: '2028-12-20T09:00:00Z',
      rules: { calendar: until2028 },
    });
    const { complaint: after, events } = passBy(complaint, '2028-12-20T10:00:00Z', until2029);
    expect(complaint.obligations.map(({ dueOn }) => dueOn)).toEqual(['2028-12-29', '2029-01-12']);
    expect(after.obligations.map(({ dueOn }) => dueOn)).toEqual(['2028-12-29', '2029-01-15']);
    expect(events).toMatchObject([{ dates: [{ obligation: 'stage-1-response' }], because: [], told: false }]);
  });

  it('stays provisional where the new version is about another year', () => {
    const complaint = acknowledgedOn('2029-01-03', until2028);
    const other = calendarOfVersion(2, ['added', '2028-03-01', 'Saint David’s Day']);
    expect(passBy(complaint, '2029-01-03T11:00:00Z', other, true).events).toEqual([]);
  });
});
