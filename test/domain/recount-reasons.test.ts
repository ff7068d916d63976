import { describe, expect, it } from 'vitest';
import { nations } from '../../shared/domain/calendar.ts';
import type { PolicyVersion } from '../../shared/domain/policy.ts';
import { complaintReceived, owedBy } from '../support/complaints.ts';
import { versionOf } from '../support/rules.ts';
import { acknowledgedOn, calendarOfVersion, passBy } from './other-calendars.ts';

const thanks = 'A day of thanks';

describe('the days for which dates were counted anew', () => {
  it('are not those that were holidays before, over which a date moved for another', () => {
    // Due on Thursday 2 April 2026; without the 1st it moves over Good Friday and Easter Monday.
    const complaint = acknowledgedOn('2026-03-19', calendarOfVersion(1));
    const newer = calendarOfVersion(2, ['added', '2026-04-01', thanks]);
    const { complaint: after, events } = passBy(complaint, '2026-03-20T08:00:00Z', newer);
    expect(owedBy(complaint, 'stage-1-response').dueOn).toBe('2026-04-02');
    expect(owedBy(after, 'stage-1-response').dueOn).toBe('2026-04-07');
    expect(events[0]).toMatchObject({ because: [{ change: 'added', on: '2026-04-01', name: thanks }] });
  });

  it('are named once, though they move two dates', () => {
    const complaint = complaintReceived({
      receivedAt: '2026-03-10T09:00:00Z',
      rules: { calendar: calendarOfVersion(1) },
    });
    const newer = calendarOfVersion(2, ['added', '2026-03-17', thanks]);
    const { events } = passBy(complaint, '2026-03-10T10:00:00Z', newer);
    expect(events).toMatchObject([
      {
        dates: [{ obligation: 'stage-1-acknowledgement' }, { obligation: 'stage-1-response' }],
        because: [{ change: 'added', on: '2026-03-17', name: thanks }],
      },
    ]);
  });

  it('are the holidays of the nations by which the limit is counted, where those are others', () => {
    const policy = versionOf('day-zero');
    const { stage1 } = policy;
    const acknowledgement = { ...stage1.acknowledgement, nations: [...nations] };
    const abroad: PolicyVersion = { ...policy, stage1: { ...stage1, acknowledgement } };
    // Tuesday 17 March, St Patrick's Day, is a holiday by both versions, but not in England.
    const newer = calendarOfVersion(2, ['added', '2026-03-16', thanks]);
    const complaint = complaintReceived({
      receivedAt: '2026-03-12T09:00:00Z',
      rules: { calendar: calendarOfVersion(1), policy: abroad },
    });
    const { complaint: after, events } = passBy(complaint, '2026-03-12T10:00:00Z', newer);
    expect(owedBy(complaint, 'stage-1-acknowledgement').dueOn).toBe('2026-03-20');
    expect(owedBy(after, 'stage-1-acknowledgement').dueOn).toBe('2026-03-23');
    expect(events[0]).toMatchObject({ because: [{ change: 'added', on: '2026-03-16', name: thanks }] });
  });
});
