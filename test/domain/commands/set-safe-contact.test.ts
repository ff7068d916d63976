import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  handler,
  textRef,
} from '../../support/complaints.ts';
import { date } from '../../support/rules.ts';

const now = '2027-01-06T10:00:00Z';
const set = (complaint: Complaint, mayBeMailed: boolean) =>
  carryOut(complaint, { type: 'SetSafeContact', by: handler, mayBeMailed }, now);

describe('what the record of a resident says of mail', () => {
  const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });

  it('holds for the complaint until it says otherwise', () => {
    const unsafe = set(received, false);
    expect(unsafe.complaint).toMatchObject({ unsafeToMail: true, reachableByEmail: false, emailGiven: true });
    expect(unsafe.notices).toEqual([]);
    const { complaint } = set(unsafe.complaint, true);
    expect(complaint).toMatchObject({ reachableByEmail: true });
    expect(complaint).not.toHaveProperty('unsafeToMail');
  });

  it('said again changes nothing', () => {
    expect(set(received, true).events).toEqual([]);
    expect(set(set(received, false).complaint, false).events).toEqual([]);
  });

  it('makes an extension that is on its way not arrive, of which whoever handles it is told', () => {
    const extend = { type: 'Extend', by: handler, newDueOn: date('2027-01-28'), reason: textRef(5) } as const;
    const extending = carryOut(complaintAcknowledged(), extend, '2027-01-05T10:00:00Z').complaint;
    const { complaint, events, notices } = set(extending, false);
    expect(events.map(({ type }) => type)).toEqual(['SafeContactSet', 'ExtensionNotReached']);
    expect(complaint.extensions).toMatchObject([{ state: 'not-reached' }]);
    expect(notices.map(({ id }) => id)).toEqual([
      'extension-problem_6_handler',
      'extension-problem_6_team-leader',
      'extension-problem_6_manager',
    ]);
  });
});
